"""Claims -> a timeline in two lanes: when it happened as reports have it, and when they reported it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from accordingto.catalogue import Moment
from accordingto.model.incident import Incident
from accordingto.model.reported import Period

WIDTH: Final = 720
_LEFT: Final = 90
_RIGHT: Final = 700
_LEAST: Final = 6
"""Units of a bar of a day in a long course of time."""
_HEIGHT: Final = 18
"""Units of a line of bars or dots."""
_MOST_LINES: Final = 12
_TICKS: Final = 6


@dataclass(frozen=True, slots=True)
class Bar:
    """A period of the upper lane and how many claims have it, or a day of the lower one and how many reports."""

    x: float
    y: int
    width: float
    start: date
    end: date
    number: int


@dataclass(frozen=True, slots=True)
class Lanes:
    """A timeline as it is drawn; `ticks` are days with their place on the axis."""

    happened: tuple[Bar, ...]
    reported: tuple[Bar, ...]
    ticks: tuple[tuple[float, date], ...]
    middle: int
    height: int
    width: int = WIDTH


def lanes_of(incident: Incident) -> Lanes | None:
    """The timeline of an incident, or None where no day is known."""
    periods = Counter(claim.when for claim in incident.claims if claim.when is not None)
    published = Counter(report.published for report in incident.reports if report.published is not None)
    days = [*(day for each in periods for day in (each.start, each.end)), *published]
    if not days:
        return None
    first, last = min(days), max(days)
    above = tuple(_bars(sorted(periods.items(), key=_longest_first), first, last))[:_MOST_LINES]
    middle = _HEIGHT * (len(above) + 1)
    below = tuple(_dot(day, number, (first, last), middle + _HEIGHT) for day, number in sorted(published.items()))
    return Lanes(above, below, tuple(_ticks(first, last)), middle, middle + 3 * _HEIGHT)


def moment_rows(moments: Sequence[Moment]) -> list[tuple[str, ...]]:
    """The table behind the drawing: day of the event, day of the report, publisher, factuality, words."""
    return [
        (
            str(each.happened or "not told"),
            str(each.reported or "not known"),
            each.claim.publisher or "not known",
            str(each.claim.factuality),
            each.claim.sentence,
        )
        for each in moments
    ]


def _longest_first(counted: tuple[Period, int]) -> tuple[int, date]:
    period, _ = counted
    return -(period.end - period.start).days, period.start


def _bars(periods: Sequence[tuple[Period, int]], first: date, last: date) -> list[Bar]:
    """A line for each period: what is told closely stands under what is told loosely."""
    made = []
    for line, (period, number) in enumerate(periods):
        start, end = _x(period.start, first, last), _x(period.end, first, last)
        made.append(Bar(start, line * _HEIGHT + 4, max(_LEAST, end - start), period.start, period.end, number))
    return made


def _dot(day: date, number: int, bounds: tuple[date, date], y: int) -> Bar:
    return Bar(_x(day, *bounds), y, _LEAST, day, day, number)


def _x(day: date, first: date, last: date) -> float:
    if first == last:
        return (_LEFT + _RIGHT) / 2
    return round(_LEFT + (_RIGHT - _LEFT - _LEAST) * ((day - first) / (last - first)), 1)


def _ticks(first: date, last: date) -> list[tuple[float, date]]:
    days = (last - first).days
    steps = min(_TICKS - 1, days)
    if steps == 0:
        return [(_x(first, first, last), first)]
    found = [first + timedelta(days=round(days * step / steps)) for step in range(steps + 1)]
    return [(_x(day, first, last), day) for day in found]
