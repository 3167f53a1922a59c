"""Incidents beside the events of another dataset: which both have, which one alone has, and where values differ."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from accordingto.export.incident_columns import deaths, place_of
from accordingto.export.other_events import OtherEvent
from accordingto.model.incident import Incident
from accordingto.model.place import distance_km

_WORD: Final = re.compile(r"[^\W\d_]{4,}")
_GENERAL: Final = frozenset(
    {
        "government",
        "forces",
        "force",
        "army",
        "people",
        "group",
        "groups",
        "unidentified",
        "armed",
        "police",
        "military",
    }
    | {"civilians", "state"}
)
"""Words that many actors share, so that sharing one says nothing."""

_UNPINNED: Final = frozenset({"country", "area", "region", "unknown"})


@dataclass(frozen=True, slots=True)
class Tolerance:
    """How far apart days and points may be to be one event's."""

    days: int = 1
    km: float = 50.0


@dataclass(frozen=True, slots=True)
class Side:
    """What is compared of an incident or an event."""

    id: str
    title: str
    start: date | None
    end: date | None
    country: str | None
    point: tuple[float, float] | None
    actors: tuple[str, ...]
    deaths: tuple[int | None, int | None]


@dataclass(frozen=True, slots=True)
class Compared:
    """A pair, or one of both alone. `differences` are words for people; `agreeing` names what agrees."""

    ours: Side | None
    theirs: Side | None
    agreeing: tuple[str, ...] = ()
    differences: tuple[str, ...] = ()

    @property
    def status(self) -> str:
        """both, ours or theirs."""
        return "theirs" if self.ours is None else "ours" if self.theirs is None else "both"


def compare(
    incidents: Iterable[Incident], events: Iterable[OtherEvent], tolerance: Tolerance | None = None
) -> tuple[Compared, ...]:
    """Pairs first, then what only we have, then what only they have; each by its day.

    A pair is near in time, contradicts in no place that both tell, and agrees in a point, an actor, or country and
    deaths. Each incident and event is in one pair at most, the best agreeing pairs first. An incident without a day is
    never in a pair.
    """
    allowed = tolerance or Tolerance()
    ours, theirs = [side_of_incident(each) for each in incidents], [side_of_event(each) for each in events]
    pairs = _best_pairs(ours, theirs, allowed)
    left, right = {pair.ours.id for pair in pairs if pair.ours}, {pair.theirs.id for pair in pairs if pair.theirs}
    alone = [Compared(side, None) for side in sorted(ours, key=_by_day) if side.id not in left]
    missing = [Compared(None, side) for side in sorted(theirs, key=_by_day) if side.id not in right]
    return (*sorted(pairs, key=lambda pair: _by_day(pair.ours)), *alone, *missing)


def side_of_incident(incident: Incident) -> Side:
    """What is compared of an incident. Its point counts only where it is that of a town or a site."""
    place, when, killed = place_of(incident), incident.when, deaths(incident)
    return Side(
        incident.id,
        incident.title,
        when.start if when else None,
        when.end if when else None,
        place.country,
        None if place.precision in _UNPINNED else _point(place.latitude, place.longitude),
        tuple(each.name for each in incident.participants),
        (killed.low, killed.high),
    )


def side_of_event(event: OtherEvent) -> Side:
    """What is compared of an event of another dataset."""
    title = " · ".join(filter(None, (", ".join(event.actors), event.start.isoformat(), event.place)))
    point = _point(event.latitude, event.longitude)
    return Side(event.id, title, event.start, event.end, event.country, point, event.actors, (event.deaths,) * 2)


def _point(latitude: float | None, longitude: float | None) -> tuple[float, float] | None:
    return None if latitude is None or longitude is None else (latitude, longitude)


def _best_pairs(ours: list[Side], theirs: list[Side], allowed: Tolerance) -> list[Compared]:
    found = sorted(_candidates(ours, theirs, allowed), key=lambda pair: (-len(pair.agreeing), *_ids(pair)))
    taken: set[tuple[str, str]] = set()
    chosen: list[Compared] = []
    for pair in found:
        left, right = _ids(pair)
        if ("ours", left) not in taken and ("theirs", right) not in taken:
            taken |= {("ours", left), ("theirs", right)}
            chosen.append(pair)
    return chosen


def _candidates(ours: list[Side], theirs: list[Side], allowed: Tolerance) -> Iterator[Compared]:
    by_day: dict[date, list[Side]] = defaultdict(list)
    for side in theirs:
        for day in _days(side, 0):
            by_day[day].append(side)
    for left in ours:
        near = {right.id: right for day in _days(left, allowed.days) for right in by_day.get(day, ())}
        for right in near.values():
            if (pair := _pair(left, right, allowed)) is not None:
                yield pair


LONGEST: Final = 62
"""Days of a period that are gone through: what is told more vaguely is no match for anything."""


def _days(side: Side, around: int) -> Iterator[date]:
    if side.start is None or side.end is None or (side.end - side.start).days > LONGEST:
        return
    for number in range(-around, (side.end - side.start).days + around + 1):
        yield side.start + timedelta(days=number)


def _pair(left: Side, right: Side, allowed: Tolerance) -> Compared | None:
    """The pair with what agrees and what differs, None where they are not one event."""
    agreeing, differences = ["date"], []
    if left.start != right.start or left.end != right.end:
        differences.append(f"date: {_period(left)} or {_period(right)}")
    if left.point is not None and right.point is not None:
        apart = distance_km(left.point, right.point)
        if apart > allowed.km:
            return None
        agreeing.append("place")
        differences += [f"place: {apart:.0f} km apart"] if apart >= 1 else []
    elif left.country and right.country and left.country != right.country:
        return None
    if left.country and left.country == right.country:
        agreeing.append("country")
    _compare_actors(left, right, agreeing, differences)
    _compare_deaths(left, right, agreeing, differences)
    enough = {"place", "actors"} & set(agreeing) or {"country", "deaths"} <= set(agreeing)
    return Compared(left, right, tuple(agreeing), tuple(differences)) if enough else None


def _compare_actors(left: Side, right: Side, agreeing: list[str], differences: list[str]) -> None:
    if not left.actors or not right.actors:
        return
    if _words(left.actors) & _words(right.actors):
        agreeing.append("actors")
    else:
        differences.append(f"actors: {', '.join(left.actors)} or {', '.join(right.actors)}")


def _compare_deaths(left: Side, right: Side, agreeing: list[str], differences: list[str]) -> None:
    (low, high), (number, _) = left.deaths, right.deaths
    if low is None or high is None or number is None:
        return
    if low <= number <= high:
        agreeing.append("deaths")
    else:
        differences.append(f"deaths: {low if low == high else f'{low} to {high}'} or {number}")


def _words(names: Iterable[str]) -> frozenset[str]:
    """The words by which actors may be known: of four letters and more, and not general."""
    return frozenset(word for name in names for word in _WORD.findall(name.casefold())) - _GENERAL


def _period(side: Side) -> str:
    return f"{side.start}" if side.start == side.end else f"{side.start} to {side.end}"


def _ids(pair: Compared) -> tuple[str, str]:
    return (pair.ours.id if pair.ours else "", pair.theirs.id if pair.theirs else "")


def _by_day(side: Side | None) -> tuple[date, str]:
    return (date.max, "") if side is None else (side.start or date.max, side.id)
