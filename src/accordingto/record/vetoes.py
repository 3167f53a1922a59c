"""Rules by name: what keeps two claims from being one incident whatever else they share, and what alone joins them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final

from accordingto.model.entity import EntityKind
from accordingto.model.reported import Party, ReportedClaim
from accordingto.model.when import TimePrecision
from accordingto.record.disputes import kilometres, why_opposed
from accordingto.record.parties import any_same_party, is_named, is_opposed_party, is_unspecific, name_words

OTHER_DATE_DAYS: Final = 7
"""Papers differ by days on when a thing happened; days named that lie further apart are two events."""
OTHER_PLACE_KM: Final = 100.0
"""Papers name the village or the nearest city; towns further apart than that are two places."""
NEAR_DAYS: Final = 7
"""Days between two reports of opposed acts of one person that may still be one act."""

GROUND_SCORE: Final = 0.8
"""The least score of a pair that a rule joins: above every threshold in use, below a sure link."""

_TOWNS: Final = {"site", "city"}
_WAYS: Final = frozenset({"MOVE"})
"""Types that lead from one place to another, so that two places say nothing."""

_ARTICLES: Final = frozenset({"a", "an", "the", "some", "one", "two", "three", "several"})
_PARTICLES: Final = frozenset({"al", "bin", "ibn", "van", "von", "der", "den", "de", "da", "di", "la", "le"})

_OWN_ACTS: Final = frozenset(
    {"REALIGN", "MOVE", ("RETREAT", "resign"), "REQUEST", "ACCUSE", "REJECT", "THREATEN", "SUPPORT", "CONCEDE"}
)
"""Types, or a type with a mode, by which somebody moves or speaks: another doer makes another act."""

Rule = Callable[[ReportedClaim, ReportedClaim], str | None]


def veto(left: ReportedClaim, right: ReportedClaim) -> str | None:
    """Why the two cannot be one incident, in words; None where no rule forbids it. The same in both orders."""
    return next((why for rule in _VETOES if (why := rule(left, right))), None)


def ground(left: ReportedClaim, right: ReportedClaim) -> str | None:
    """Why the two are one incident whatever the learned score says; None where no rule joins them."""
    return next((why for rule in (_opposed_acts, _same_town_and_day) if (why := rule(left, right))), None)


def _other_date(left: ReportedClaim, right: ReportedClaim) -> str | None:
    """Both name a day, and the days lie further apart than papers differ: shot on 3 May, shot on 14 June."""
    if left.when is None or right.when is None or {left.when.precision, right.when.precision} != {TimePrecision.DAY}:
        return None
    apart = max((right.when.start - left.when.end).days, (left.when.start - right.when.end).days)
    return f"other date: {apart} days apart" if apart > OTHER_DATE_DAYS else None


def _other_place(left: ReportedClaim, right: ReportedClaim) -> str | None:
    """Both name a town, and the towns lie far apart: a blast in Basra, a blast in Mosul."""
    if (
        left.place is None
        or right.place is None
        or not _TOWNS.issuperset({left.place.precision, right.place.precision})
    ):
        return None
    if left.type in _WAYS or right.type in _WAYS or left.place.geonameid == right.place.geonameid:
        return None
    distance = kilometres(left.place, right.place)
    if distance is None or distance <= OTHER_PLACE_KM:
        return None
    return f"other place: {distance:.0f} km apart"


def _other_victim(left: ReportedClaim, right: ReportedClaim) -> str | None:
    """Both name whom it was done to, and no name is the same: Ana Ruiz was arrested, Karl Weber was arrested."""
    if not left.type or left.type != right.type:
        return None
    mine, theirs = _named_people(left.recipients), _named_people(right.recipients)
    if not mine or not theirs or len(mine) < len(left.recipients) or len(theirs) < len(right.recipients):
        return None
    if any_same_party(mine, theirs) or _share_a_word(mine, theirs):
        return None
    names = sorted((mine[0].name, theirs[0].name))
    return f"other victim: {names[0]}, {names[1]}"


def _other_doer(left: ReportedClaim, right: ReportedClaim) -> str | None:
    """Acts that are their doer's own, laid to two who are told apart: Fares defected, Tlass defected.

    Who fired is a matter of dispute between accounts of one shooting; who resigned tells two resignations apart.
    """
    if left.type != right.type or not (_is_own_act(left) and _is_own_act(right)) or not left.actors or not right.actors:
        return None
    if not all(_is_another(mine, theirs) for mine in left.actors for theirs in right.actors):
        return None
    names = sorted((left.actors[0].name, right.actors[0].name))
    return f"other doer: {names[0]}, {names[1]}"


def _is_own_act(claim: ReportedClaim) -> bool:
    return claim.type in _OWN_ACTS or (claim.type, claim.mode) in _OWN_ACTS


def _is_another(left: Party, right: Party) -> bool:
    if is_opposed_party(left, right):
        return True
    both_named = is_named(left) and is_named(right) and left.kind == right.kind == EntityKind.PERSON
    return both_named and not any_same_party((left,), (right,))


def _opposed_acts(left: ReportedClaim, right: ReportedClaim) -> str | None:
    """Reports of one week have one person do and undergo acts that exclude each other: defected, was dismissed."""
    why = why_opposed(left, right)
    if why is None or not _is_near(left, right):
        return None
    mine, theirs = _named_people((*left.actors, *left.recipients)), _named_people((*right.actors, *right.recipients))
    if not any_same_party(mine, theirs):
        return None
    return f"one person in two accounts: {why}"


def _same_town_and_day(left: ReportedClaim, right: ReportedClaim) -> str | None:
    """One type and mode, one town, one day: a bombing in Kirkuk on 3 May in two papers."""
    if not left.type or (left.type, left.mode) != (right.type, right.mode) or left.mode is None:
        return None
    if left.place is None or right.place is None or left.place.geonameid is None:
        return None
    if left.place.geonameid != right.place.geonameid or left.place.precision not in _TOWNS:
        return None
    if left.when is None or right.when is None or left.when.precision is not TimePrecision.DAY:
        return None
    return "one kind of act, one town, one day" if left.when == right.when else None


def _named_people(parties: Iterable[Party]) -> tuple[Party, ...]:
    """The people told by name and not by description: *Ana Ruiz*, not *a Mafia boss* nor *the Lyon man*."""
    return tuple(party for party in parties if party.kind == EntityKind.PERSON and _is_a_name(party.name))


def _is_a_name(name: str) -> bool:
    words = [word for word in name.split() if word[0].isalpha()]
    if not words or words[0].casefold() in _ARTICLES or is_unspecific(Party(name.casefold())):
        return False
    return words[-1][0].isupper() and all(word[0].isupper() or word in _PARTICLES for word in words)


def _share_a_word(mine: Iterable[Party], theirs: Iterable[Party]) -> bool:
    words = {word for party in mine for word in name_words(party.name)}
    return any(word in words for party in theirs for word in name_words(party.name))


def _is_near(left: ReportedClaim, right: ReportedClaim) -> bool:
    """True where both happened, or else were reported, within days of each other."""
    if left.when is not None and right.when is not None:
        return abs((left.when.start - right.when.start).days) <= NEAR_DAYS
    if left.published is None or right.published is None:
        return False
    return abs((left.published - right.published).days) <= NEAR_DAYS


_VETOES: Final[tuple[Rule, ...]] = (_other_date, _other_place, _other_victim, _other_doer)
