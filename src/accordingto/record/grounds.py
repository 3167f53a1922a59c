"""Rules by name that join two claims whatever the learned score says.

The score is learned from news in which reports agree. What reports that disagree have in common is told here: whom it
befell, the day, the scene, while the names of the act, the numbers or the doers differ.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from accordingto.model.entity import EntityKind
from accordingto.model.reported import Party, ReportedClaim
from accordingto.model.when import TimePrecision
from accordingto.record.descriptions import any_described_alike, names_told
from accordingto.record.disputes import is_elsewhere, why_opposed
from accordingto.record.features_words import are_near, trigger_bases
from accordingto.record.parties import any_same_party, is_a_persons_name, is_named, name_words
from accordingto.record.sources import is_introduced, is_one_office

NEAR_DAYS: Final = 7
"""Days between two reports of opposed acts of one person that may still be one act."""
GROUND_SCORE: Final = 0.8
"""The least score of a pair that a rule joins: above every threshold in use, below a sure link."""

_TOWNS: Final = {"site", "city"}
_BY_THEIR_DOER: Final = frozenset({"REALIGN", "MOVE", "RETREAT", "PROTEST", "AGREE", "REJECT", "CONSULT", "MOBILIZE"})
"""Types whose doer is whom the act befalls: who went over, who demonstrated. Of others it is the recipient."""
_PASSIVE: Final = frozenset({("RETREAT", "release")})

Rule = Callable[[ReportedClaim, ReportedClaim], str | None]


def ground(left: ReportedClaim, right: ReportedClaim) -> str | None:
    """Why the two are one incident whatever the learned score says; None where no rule joins them."""
    return next((why for rule in _GROUNDS if (why := rule(left, right))), None)


def is_near(left: ReportedClaim, right: ReportedClaim) -> bool:
    """True where both happened, or else were reported, within days of each other."""
    if left.when is not None and right.when is not None:
        return abs((left.when.start - right.when.start).days) <= NEAR_DAYS
    if left.published is None or right.published is None:
        return False
    return abs((left.published - right.published).days) <= NEAR_DAYS


def is_one_day(left: ReportedClaim, right: ReportedClaim) -> bool:
    """True where both name a day, and the same."""
    return left.when is not None and left.when == right.when and left.when.precision is TimePrecision.DAY


def befallen(claim: ReportedClaim) -> tuple[Party, ...]:
    """Whom the act befalls: who defected, who was arrested."""
    own = claim.type in _BY_THEIR_DOER and (claim.type, claim.mode) not in _PASSIVE
    return claim.actors if own else claim.recipients


def _opposed_acts(left: ReportedClaim, right: ReportedClaim) -> str | None:
    """Within a week acts that exclude each other befall one person: defected, was dismissed; not: hit, was arrested."""
    why = _why_two_accounts(left, right)
    if why is None or "PROTEST" in (left.type, right.type) or not is_near(left, right):
        return None
    if not any_same_party(_people(_side(left, right)), _people(_side(right, left))) and not _is_brought_in(left, right):
        return None
    return f"one person in two accounts: {why}"


def _opposed_acts_of_some(left: ReportedClaim, right: ReportedClaim) -> str | None:
    """One day and scene, and those told alike do and undergo opposed acts: troops withdrew, troops deserted."""
    if not is_one_day(left, right) or (why := _why_two_accounts(left, right)) is None:
        return None
    mine, theirs = _side(left, right), _side(right, left)
    if not any_described_alike(mine, theirs, by_number=True):
        return None
    if not _is_one_scene(left, right) and not _hold_one_office(mine, theirs):
        return None
    return f"the same ones in two accounts: {why}"


def _one_act_on_some(left: ReportedClaim, right: ReportedClaim) -> str | None:
    """One kind of act on those told alike, one day and scene: soldiers killed nine rebels, or 23, near one town."""
    if not left.type or left.type != right.type or not is_one_day(left, right):
        return None
    if _has_two_modes(left, right):
        return None
    if not any_described_alike(befallen(left), befallen(right)) or not _is_one_scene(left, right):
        return None
    return "one kind of act on the same ones, one day, one scene"


def _has_two_modes(left: ReportedClaim, right: ReportedClaim) -> bool:
    return left.mode is not None and right.mode is not None and left.mode != right.mode


def _why_two_accounts(left: ReportedClaim, right: ReportedClaim) -> str | None:
    """How the two exclude each other; None in one teller's words: police *beat* her and *arrested* her are two acts."""
    if left.article == right.article and [hop.speaker for hop in left.hops] == [hop.speaker for hop in right.hops]:
        return None
    return why_opposed(left, right)


def may_be_two_accounts(left: ReportedClaim, right: ReportedClaim) -> bool:
    """True for opposed acts of like days in two tellings, whoever they befell: *joined* it, *were abducted*."""
    return is_near(left, right) and _why_two_accounts(left, right) is not None


def _attack_on_one_person(left: ReportedClaim, right: ReportedClaim) -> str | None:
    """An attack on one person by name within days, and no two modes of it: Ana Ruiz was shot, was killed."""
    if {left.type, right.type} != {"ASSAULT"} or not is_near(left, right) or _has_two_days(left, right):
        return None
    if not any_same_party(_full_names(befallen(left)), _full_names(befallen(right))):
        return None
    if _has_two_modes(left, right) and not are_near(trigger_bases(left.trigger), trigger_bases(right.trigger)):
        return None
    return "an attack on one person"


def _full_names(parties: tuple[Party, ...]) -> tuple[Party, ...]:
    return tuple(party for party in _people(parties) if len(name_words(party.name)) > 1)


def _one_toll(left: ReportedClaim, right: ReportedClaim) -> str | None:
    """As many of those told alike within days, and no day or country against it: nine farmers killed in two papers."""
    if not left.counts or not left.type or left.type != right.type or not is_near(left, right):
        return None
    if _has_two_days(left, right) or not set(left.counts) & set(right.counts):
        return None
    if not any_described_alike(befallen(left), befallen(right)) or _is_in_two_countries(left, right):
        return None
    return "one kind of act, as many of the same ones"


def _same_town_and_day(left: ReportedClaim, right: ReportedClaim) -> str | None:
    """One type and mode, one town, one day: a bombing in Kirkuk on 3 May in two papers."""
    if not left.type or (left.type, left.mode) != (right.type, right.mode) or left.mode is None:
        return None
    if left.place is None or right.place is None or left.place.geonameid is None:
        return None
    if left.place.geonameid != right.place.geonameid or left.place.precision not in _TOWNS:
        return None
    return "one kind of act, one town, one day" if is_one_day(left, right) else None


def _side(claim: ReportedClaim, other: ReportedClaim) -> tuple[Party, ...]:
    """Whom the act befalls, but its doers where the other is a protest: who demonstrated is who attacked."""
    return claim.actors if other.type == "PROTEST" else befallen(claim)


def _people(parties: tuple[Party, ...]) -> tuple[Party, ...]:
    """The people told by name and not by description."""
    return tuple(party for party in parties if party.kind == EntityKind.PERSON and is_a_persons_name(party.name))


def _is_brought_in(left: ReportedClaim, right: ReportedClaim) -> bool:
    """True where one names whom the other only describes, and brings the name in: "the commander, Luis Paredes"."""
    sentences = (left.sentence, right.sentence)
    return any(
        is_introduced((mine, mine.name), (theirs, theirs.name), sentences)
        for mine in befallen(left)
        for theirs in befallen(right)
        if is_named(mine) != is_named(theirs)
    )


def _hold_one_office(left: tuple[Party, ...], right: tuple[Party, ...]) -> bool:
    """True for *the finance minister* of both: an office of two words or more has one holder on a day."""
    return any(
        mine.kind == theirs.kind == EntityKind.PERSON and len(mine.name.split()) > 2 and is_one_office(mine, theirs)
        for mine in left
        for theirs in right
    )


def _is_one_scene(left: ReportedClaim, right: ReportedClaim) -> bool:
    """True where both are laid to one town, or their sentences share a name, and no place speaks against it."""
    if left.place is not None and right.place is not None:
        if is_elsewhere(left.place, right.place):
            return False
        if _TOWNS.issuperset({left.place.precision, right.place.precision}):
            return True
    return bool(names_told(left) & names_told(right))


def _has_two_days(left: ReportedClaim, right: ReportedClaim) -> bool:
    return left.when is not None and right.when is not None and left.when != right.when


def _is_in_two_countries(left: ReportedClaim, right: ReportedClaim) -> bool:
    countries = {claim.place.country for claim in (left, right) if claim.place is not None and claim.place.country}
    return len(countries) > 1


_GROUNDS: Final[tuple[Rule, ...]] = (
    _opposed_acts,
    _same_town_and_day,
    _opposed_acts_of_some,
    _one_act_on_some,
    _attack_on_one_person,
    _one_toll,
)
