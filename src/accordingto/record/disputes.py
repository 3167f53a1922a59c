"""On which slots two claims of one incident cannot both be right.

A slot that one of the two leaves open is not in dispute: silence is no denial.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import timedelta
from functools import cache

from accordingto.model.claim import Factuality
from accordingto.model.incident import Slot
from accordingto.model.place import distance_km
from accordingto.model.reported import Count, Location, Party, Period, ReportedClaim
from accordingto.model.resources import load_toml
from accordingto.model.when import TimePrecision
from accordingto.record.descriptions import is_told_in_other_number
from accordingto.record.features_words import trigger_bases
from accordingto.record.parties import any_same_party
from accordingto.record.told_apart import is_opposed_party

SAME_TOWN_KM = 40.0
"""Towns farther apart are two places; papers name a village or the next town for one scene."""
A_DAY = timedelta(days=1)
"""By so much the day of a report and that of an event may differ around the world."""
_TO_SEVERAL = frozenset({"REALIGN", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "SUPPORT"})
_WOUNDING = frozenset({"wound", "injure", "hurt"})
_ASSERTED = {Factuality.HAPPENED}
_POINTS = {"site", "city"}


def disputed_slots(left: ReportedClaim, right: ReportedClaim) -> tuple[Slot, ...]:
    """The slots on which the two contradict each other, in the order of `Slot`."""
    return tuple(slot for slot, differ in _TESTS.items() if differ(left, right))


def is_opposed_whether(left: ReportedClaim, right: ReportedClaim) -> bool:
    """True where one says that it happened and the other that it did not: not that somebody else did not do it."""
    told = {left.factuality, right.factuality}
    if Factuality.DENIED not in told or not told & _ASSERTED:
        return False
    return not _opposed_parties(left.actors, right.actors) and not _opposed_parties(left.recipients, right.recipients)


def is_opposed_what(left: ReportedClaim, right: ReportedClaim) -> bool:
    """True where the two names of the event exclude each other: *defected*, *was dismissed*."""
    return why_opposed(left, right) is not None


def why_opposed(left: ReportedClaim, right: ReportedClaim) -> str | None:
    """In words how the two names of the event exclude each other, or None; one word does not exclude itself."""
    if left.trigger.casefold() == right.trigger.casefold():
        return None
    return _opposition(left.type, left.mode, right.type, right.mode)


def is_opposed_where(left: ReportedClaim, right: ReportedClaim) -> bool:
    """True for two towns apart, or two countries."""
    return left.place is not None and right.place is not None and is_elsewhere(left.place, right.place)


def is_elsewhere(left: Location, right: Location) -> bool:
    """True where neither place can be, or lie in, the other. Two of one name are one, wrongly found for one report."""
    if left.name == right.name or (left.geonameid is not None and left.geonameid == right.geonameid):
        return False
    if left.country and right.country and left.country != right.country:
        return True
    distance = kilometres(left, right)
    return distance is not None and distance > SAME_TOWN_KM and {left.precision, right.precision} <= _POINTS


def kilometres(left: Location, right: Location) -> float | None:
    """The distance over the ground, or None where a point is not known."""
    if left.latitude is None or left.longitude is None or right.latitude is None or right.longitude is None:
        return None
    return distance_km((left.latitude, left.longitude), (right.latitude, right.longitude))


def is_opposed_when(left: ReportedClaim, right: ReportedClaim) -> bool:
    """True where the two periods share no day."""
    mine, theirs = period_of(left), period_of(right)
    if mine is None or theirs is None:
        return False
    return mine.end < theirs.start or theirs.end < mine.start


def period_of(claim: ReportedClaim) -> Period | None:
    """When the claim has it, or None: nor is a day after the report when a thing *has* happened.

    A month after the report is that of the year before: what *was burned in January*, told in November.
    """
    when = claim.when
    if when is None or claim.published is None or claim.factuality not in _ASSERTED:
        return when
    if when.start <= claim.published + A_DAY:
        return when
    return _a_year_before(when) if when.precision is TimePrecision.MONTH else None


def _a_year_before(month: Period) -> Period:
    """The same month of the year before; its last day is found from the first of the next."""
    first = month.start.replace(year=month.start.year - 1, day=1)
    return Period(first, (first + timedelta(days=31)).replace(day=1) - A_DAY, TimePrecision.MONTH)


def is_opposed_how_many(left: ReportedClaim, right: ReportedClaim) -> bool:
    """True where both count the same kind of people and the counts share no number.

    Where no kind is counted, those described alike are: *seven observers* were beaten, *three observers*.
    """
    if left.counts and right.counts:
        kinds = {count.kind for count in left.counts} & {count.kind for count in right.counts}
        return any(_are_all_apart(_of_kind(left.counts, kind), _of_kind(right.counts, kind)) for kind in kinds)
    return left.type == right.type and any(
        is_told_in_other_number(mine, theirs) for mine in left.recipients for theirs in right.recipients
    )


def is_opposed_who(left: ReportedClaim, right: ReportedClaim) -> bool:
    """True where the act is laid to parties that are told apart and share none.

    Not asked where the names of the event differ already: who defects in one account is dismissed in the other.
    """
    is_asked = left.type == right.type and not is_opposed_what(left, right)
    return is_asked and _opposed_parties(left.actors, right.actors)


def is_opposed_to_whom(left: ReportedClaim, right: ReportedClaim) -> bool:
    """True where the act was done to parties that are told apart and share none.

    Not asked of changes of side: one report names whom somebody left, the other whom they joined. Nor of words, which
    have more than one addressee, nor of two harms of one act: *killed* four soldiers, *wounded* nine children.
    """
    if (
        left.type != right.type
        or left.type in _TO_SEVERAL
        or is_opposed_what(left, right)
        or not _is_one_harm(left, right)
    ):
        return False
    return _opposed_parties(left.recipients, right.recipients)


def _is_one_harm(left: ReportedClaim, right: ReportedClaim) -> bool:
    """False where only one of the two tells who was wounded: others were killed, and a convoy was struck."""
    mine, theirs = trigger_bases(left.trigger), trigger_bases(right.trigger)
    return _WOUNDING.isdisjoint(mine) == _WOUNDING.isdisjoint(theirs)


@dataclass(frozen=True, slots=True)
class _Row:
    left: frozenset[str]
    right: frozenset[str]
    why: str


@cache
def _rows() -> tuple[_Row, ...]:
    rows = load_toml("record.toml")["opposed"]
    return tuple(_Row(frozenset(row["left"]), frozenset(row["right"]), row["why"]) for row in rows)


@cache
def _opposition(left: str, left_mode: str | None, right: str, right_mode: str | None) -> str | None:
    mine, theirs = {left, f"{left}:{left_mode}"}, {right, f"{right}:{right_mode}"}
    for row in _rows():
        if (mine & row.left and theirs & row.right) or (mine & row.right and theirs & row.left):
            return row.why
    return None


def _of_kind(counts: tuple[Count, ...], kind: str) -> list[Count]:
    """The counts of one kind; that one was shot is told of each of many, and is no toll."""
    return [count for count in counts if count.kind == kind and (count.low, count.high) != (1, 1)]


def _are_all_apart(left: list[Count], right: list[Count]) -> bool:
    """False where any two agree: ten passengers and two pilots were killed, in both."""
    return bool(left and right) and all(_apart(mine, theirs) for mine in left for theirs in right)


def _apart(left: Count, right: Count) -> bool:
    lowest, highest = _bounds(left)
    other_lowest, other_highest = _bounds(right)
    return highest < other_lowest or other_highest < lowest


def _bounds(count: Count) -> tuple[float, float]:
    low = count.low if count.low is not None else float("-inf")
    return low, count.high if count.high is not None else float("inf")


def _opposed_parties(left: tuple[Party, ...], right: tuple[Party, ...]) -> bool:
    if not left or not right or any_same_party(left, right):
        return False
    return all(is_opposed_party(mine, theirs) for mine in left for theirs in right)


_TESTS: dict[Slot, Callable[[ReportedClaim, ReportedClaim], bool]] = {
    Slot.WHETHER: is_opposed_whether,
    Slot.WHAT: is_opposed_what,
    Slot.WHO: is_opposed_who,
    Slot.TO_WHOM: is_opposed_to_whom,
    Slot.WHEN: is_opposed_when,
    Slot.WHERE: is_opposed_where,
    Slot.HOW_MANY: is_opposed_how_many,
}

_TOLD: dict[Slot, tuple[str, ...]] = {
    Slot.WHETHER: ("factuality", "actors", "recipients"),
    Slot.WHAT: ("trigger", "type", "mode"),
    Slot.WHO: ("trigger", "type", "mode", "actors"),
    Slot.TO_WHOM: ("trigger", "type", "mode", "recipients"),
    Slot.WHEN: ("when", "published", "factuality"),
    Slot.WHERE: ("place",),
    Slot.HOW_MANY: ("counts", "type", "recipients"),
}
"""What the test of each slot looks at: claims that tell the same there need be looked at once."""


class Tellings:
    """What claims tell of each slot, each telling once: what is asked of many claims costs as much as they differ."""

    def __init__(self, claims: Iterable[ReportedClaim] = ()) -> None:
        self._told: dict[Slot, dict[tuple[object, ...], ReportedClaim]] = {slot: {} for slot in _TOLD}
        for claim in claims:
            self.add(claim)

    def add(self, claim: ReportedClaim) -> None:
        """Take one more claim in."""
        for slot, fields in _TOLD.items():
            self._told[slot].setdefault(tuple(getattr(claim, field) for field in fields), claim)

    def is_disputed_by(self, claim: ReportedClaim) -> bool:
        """True where the claim contradicts one of these on any slot."""
        return any(differ(claim, other) for slot, differ in _TESTS.items() for other in self._told[slot].values())

    def disputed_by(self, others: Tellings) -> tuple[Slot, ...]:
        """The slots on which any of these contradicts any of the others."""
        return tuple(slot for slot in _TESTS if self._is_disputed_on(slot, others))

    def _is_disputed_on(self, slot: Slot, others: Tellings) -> bool:
        differ, theirs = _TESTS[slot], others._told[slot].values()
        return any(differ(left, right) for left in self._told[slot].values() for right in theirs)
