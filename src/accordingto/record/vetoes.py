"""Rules by name: what keeps two claims from being one incident whatever else they share."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Final

from accordingto.model.entity import EntityKind
from accordingto.model.reported import Party, ReportedClaim
from accordingto.model.resources import load_toml
from accordingto.model.when import TimePrecision
from accordingto.record.descriptions import is_described_alike
from accordingto.record.disputes import kilometres, period_of, why_opposed
from accordingto.record.features_words import are_near, base_form, kinship, trigger_bases, word_list
from accordingto.record.grounds import Rule, ground, is_one_day
from accordingto.record.parties import (
    any_same_party,
    is_a_persons_name,
    is_alike,
    is_named,
    is_same_party,
    is_unspecific,
    name_words,
)
from accordingto.record.sources import head_of
from accordingto.record.told_apart import is_opposed_party

OTHER_DATE_DAYS: Final = 7
"""Papers differ by days on when a thing happened; days named that lie further apart are two events."""
OTHER_PLACE_KM: Final = 100.0
"""Papers name the village or the nearest city; towns further apart than that are two places."""
_TOWNS: Final = {"site", "city"}
_WAYS: Final = frozenset({"MOVE"})
"""Types that lead from one place to another, so that two places say nothing."""

NEAR_IN_KIND: Final = 0.3
"""Kinship of nouns from which two groups may be one: doctors and nurses."""

_OWN_ACTS: Final = frozenset(
    {"REALIGN", "MOVE", ("RETREAT", "resign"), "REQUEST", "ACCUSE", "REJECT", "THREATEN", "SUPPORT", "CONCEDE",
     ("COERCE", "ban"), ("COERCE", "restrict"), ("COERCE", "curfew"), ("COERCE", "censor"), "SANCTION"}
)  # fmt: skip
"""Types, or a type with a mode, by which somebody moves or speaks: another doer makes another act."""


_STATE_AND_BODY: Final = {EntityKind.COUNTRY, EntityKind.ORGANISATION}
_BRINGS_IN: Final = frozenset({"a", "an", "another", "some", "several"})


def veto(left: ReportedClaim, right: ReportedClaim) -> str | None:
    """Why the two cannot be one incident, in words; None where no rule forbids it. The same in both orders."""
    return next((why for rule in _VETOES if (why := rule(left, right))), None)


def _other_date(left: ReportedClaim, right: ReportedClaim) -> str | None:
    """Both tell when, and the times lie further apart than papers differ: shot on 3 May, shot in March."""
    mine, theirs = period_of(left), period_of(right)
    if mine is None or theirs is None:
        return None
    apart = max((theirs.start - mine.end).days, (mine.start - theirs.end).days)
    return f"other date: {apart} days apart" if apart > OTHER_DATE_DAYS else None


def _other_place(left: ReportedClaim, right: ReportedClaim) -> str | None:
    """Both name a town, and the towns lie far apart: a blast in Basra, a blast in Mosul."""
    if (
        left.place is None
        or right.place is None
        or not _TOWNS.issuperset({left.place.precision, right.place.precision})
    ):
        return None
    if left.type in _WAYS or right.type in _WAYS or _may_be_one_town(left, right):
        return None
    distance = kilometres(left.place, right.place)
    if distance is None or distance <= OTHER_PLACE_KM or _befell_one_person_that_day(left, right):
        return None
    return f"other place: {distance:.0f} km apart"


def _may_be_one_town(left: ReportedClaim, right: ReportedClaim) -> bool:
    """True for one place, two of one name, and where one's sentence names the other's: *Palmer*, *Palmer, Alaska*."""
    mine, theirs = left.place, right.place
    if mine is None or theirs is None or mine.geonameid == theirs.geonameid:
        return True
    return mine.name == theirs.name or mine.name in right.sentence or theirs.name in left.sentence


def _befell_one_person_that_day(left: ReportedClaim, right: ReportedClaim) -> bool:
    """True where one person by name had one kind of act done to them on one day: papers differ on where."""
    if left.type != right.type or not is_one_day(left, right):
        return False
    return any_same_party(_named_people(left.recipients), _named_people(right.recipients))


def _other_victim(left: ReportedClaim, right: ReportedClaim) -> str | None:
    """Both name whom it was done to, and no name is the same: Ana Ruiz was arrested, Karl Weber was arrested."""
    if not left.type or left.type != right.type:
        return None
    mine, theirs = _named_people(left.recipients), _named_people(right.recipients)
    if not mine or not theirs or len(mine) < len(left.recipients) or len(theirs) < len(right.recipients):
        return None
    if any_same_party(mine, theirs) or _may_be_one(mine, theirs):
        return None
    names = sorted((mine[0].name, theirs[0].name))
    return f"other victim: {names[0]}, {names[1]}"


def _one_more(left: ReportedClaim, right: ReportedClaim) -> str | None:
    """A report brings in two as new: it told of *a clinic*, and goes on that *a hospital* was burned.

    A headline says *Driver charged*, and the text *a driver*: there is nothing before it that brings in. Two speakers
    may tell of one act: nine fishermen were killed, nine pirates.
    """
    if left.type != right.type or left.article != right.article or left.lemma != right.lemma:
        return None
    if left.hops and right.hops and left.hops != right.hops:
        return None
    first, then = sorted((left, right), key=lambda claim: claim.start)
    if not first.recipients or not then.recipients or not all(map(_is_new, first.recipients + then.recipients)):
        return None
    if not all(_are_others(mine, theirs) for mine in first.recipients for theirs in then.recipients):
        return None
    return f"one more in the same report: {first.recipients[0].name}, {then.recipients[0].name}"


def _is_new(party: Party) -> bool:
    """True for *a hospital* and *two engineers*, not for *the hospital* nor *Ana Ruiz*."""
    first, *rest = party.name.casefold().split() or [""]
    return bool(rest) and (first in _BRINGS_IN or first in word_list("numbers") or first.isdigit())


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


def _other_march(left: ReportedClaim, right: ReportedClaim) -> str | None:
    """Others protest on another day: nurses marched on Monday, pensioners on Thursday."""
    if left.type != "PROTEST" or right.type != "PROTEST" or left.when is None or right.when is None:
        return None
    if left.when == right.when or {left.when.precision, right.when.precision} != {TimePrecision.DAY}:
        return None
    if not left.actors or not right.actors:
        return None
    if not all(_are_others(mine, theirs) for mine in left.actors for theirs in right.actors):
        return None
    names = sorted((left.actors[0].name, right.actors[0].name))
    return f"others on another day: {names[0]}, {names[1]}"


def _are_others(left: Party, right: Party) -> bool:
    """True for *nurses* and *pensioners*, not for *workers* and *gunmen*, whoever those are."""
    if is_unspecific(left) or is_unspecific(right) or is_described_alike(left, right):
        return False
    mine, theirs = head_of(left.name), head_of(right.name)
    if not mine or not theirs or not _crowds().isdisjoint((mine, theirs)):
        return False
    return kinship(base_form(mine), base_form(theirs)) < NEAR_IN_KIND


@cache
def _crowds() -> frozenset[str]:
    return frozenset(load_toml("record.toml")["crowds"]["heads"])


def _is_own_act(claim: ReportedClaim) -> bool:
    return claim.type in _OWN_ACTS or (claim.type, claim.mode) in _OWN_ACTS


def _is_another(left: Party, right: Party) -> bool:
    if is_opposed_party(left, right):
        return True
    if not is_named(left) or not is_named(right) or is_same_party(left, right):
        return False
    if left.kind == right.kind == EntityKind.PERSON:
        return True
    return {left.kind, right.kind} == _STATE_AND_BODY and (left.country is None or right.country is None)


def _named_people(parties: Iterable[Party]) -> tuple[Party, ...]:
    """The people told by name and not by description: *Ana Ruiz*, not *a Mafia boss* nor *the Lyon man*."""
    return tuple(party for party in parties if party.kind == EntityKind.PERSON and is_a_persons_name(party.name))


def _may_be_one(mine: Iterable[Party], theirs: Iterable[Party]) -> bool:
    """True where two names share a word, unless it is but the surname of two with other first names."""
    others = tuple(theirs)
    return any(
        not set(left).isdisjoint(right) and not _is_namesake(left, right)
        for left in (name_words(party.name) for party in mine)
        for right in (name_words(party.name) for party in others)
    )


def _is_namesake(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """True for *Karim Haddad* and *Nadia Haddad*."""
    if min(len(left), len(right)) < 2 or left[-1] != right[-1] or min(len(left[0]), len(right[0])) < 2:
        return False
    return not is_alike(left[0], right[0]) and len(set(left) & set(right)) == 1


def _other_kind(left: ReportedClaim, right: ReportedClaim) -> str | None:
    """Acts of two types whose words are far apart, and no rule has them for two accounts: kicked, was arrested."""
    if not left.type or not right.type or left.type == right.type:
        return None
    if are_near(trigger_bases(left.trigger), trigger_bases(right.trigger)) or ground(left, right) is not None:
        return None
    if why_opposed(left, right) is not None:
        return None
    return f"other kind of act: {', '.join(sorted((left.trigger, right.trigger)))}"


_VETOES: Final[tuple[Rule, ...]] = (
    _other_date,
    _other_place,
    _other_victim,
    _one_more,
    _other_doer,
    _other_march,
    _other_kind,
)
