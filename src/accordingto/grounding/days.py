"""Stretches of the calendar, first and last day included: weeks from Monday to Sunday, months, quarters, years.

The arithmetic is the standard library's. `dateparser` was tried for it: it takes .4 s to import and .4 s for its
first date, makes one day of "last month" and nothing of "the past two weeks" (after 3.6 s) or "early 2012".
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

DAYS_OF_A_YEAR = 366
HALF_A_MONTH = 15

AHEAD_WEIGHT = 2.5
"""A month without a year in a clause of no tense: one ahead counts as this many times as far as one past.

News tells of the past; set so that in November "January" is the next one and "March" the last."""


@dataclass(frozen=True, slots=True)
class Days:
    """The first and the last day of a stretch."""

    start: date
    end: date


def day_of(year: int, month: int, day: int) -> Days | None:
    """One day, or None where the calendar has none such.

    >>> day_of(2012, 2, 30) is None
    True
    """
    if not (1 <= year <= date.max.year and 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]):
        return None
    return Days(date(year, month, day), date(year, month, day))


def week_of(day: date) -> Days:
    """Monday to Sunday.

    >>> week_of(date(2012, 7, 12)).start
    datetime.date(2012, 7, 9)
    """
    monday = shifted(day, "D", -day.weekday())
    return Days(monday, shifted(monday, "D", 6))


def weekend_of(day: date) -> Days:
    """Saturday and Sunday of the day's week."""
    week = week_of(day)
    return Days(shifted(week.end, "D", -1), week.end)


def month_of(year: int, month: int) -> Days:
    """The whole month; months past December run into the next year.

    >>> month_of(2011, 14).end
    datetime.date(2012, 2, 29)
    """
    year, month = _in_calendar(year + (month - 1) // 12), (month - 1) % 12 + 1
    return Days(date(year, month, 1), date(year, month, monthrange(year, month)[1]))


def months_of(year: int, first: int, count: int) -> Days:
    """`count` months from the `first` of a year on: quarters, halves and seasons."""
    return Days(month_of(year, first).start, month_of(year, first + count - 1).end)


def year_of(year: int, count: int = 1) -> Days:
    """The whole year, or `count` years from it on."""
    return Days(date(_in_calendar(year), 1, 1), date(_in_calendar(year + count - 1), 12, 31))


def _in_calendar(year: int) -> int:
    return min(max(year, date.min.year), date.max.year)


def shifted(day: date, unit: str, count: int) -> date:
    """The day `count` days ("D"), weeks ("W"), months ("M") or years ("Y") on; the last of a shorter month.

    >>> shifted(date(2012, 3, 31), "M", -1)
    datetime.date(2012, 2, 29)
    """
    if unit in {"D", "W"}:
        ordinal = day.toordinal() + count * (7 if unit == "W" else 1)
        return date.fromordinal(min(max(ordinal, 1), date.max.toordinal()))
    months = day.year * 12 + day.month - 1 + count * (12 if unit == "Y" else 1)
    year = min(max(months // 12, 1), date.max.year)
    month = months % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def stretch_of(day: date, unit: str, count: int) -> Days:
    """The calendar day, week, month, quarter or year that lies `count` of them from the day.

    >>> stretch_of(date(2012, 7, 12), "M", -1)
    Days(start=datetime.date(2012, 6, 1), end=datetime.date(2012, 6, 30))
    """
    if unit == "Q":
        moved = shifted(day, "M", 3 * count)
        return months_of(moved.year, moved.month - (moved.month - 1) % 3, 3)
    moved = shifted(day, unit, count)
    if unit == "W":
        return week_of(moved)
    if unit == "M":
        return month_of(moved.year, moved.month)
    return year_of(moved.year) if unit == "Y" else Days(moved, moved)


def nearest_year(anchor: date, month: int, day: int = 15, forward: bool | None = None) -> int:
    """The year that puts a day of a month nearest the anchor; `forward` wants it after (True) or before (False).

    >>> nearest_year(date(2012, 1, 10), 12), nearest_year(date(2012, 1, 10), 12, forward=True)
    (2011, 2012)
    """
    years = (anchor.year - 1, anchor.year, anchor.year + 1)
    distances = {year: _count(year, month, day) - _count(anchor.year, anchor.month, anchor.day) for year in years}
    if forward is None:
        return min(distances, key=lambda year: distances[year] * (AHEAD_WEIGHT if distances[year] > 0 else -1))
    if forward is not None:
        sided = {year: far for year, far in distances.items() if (far >= 0) == forward or abs(far) <= HALF_A_MONTH}
        distances = sided or distances
    return min(distances, key=lambda year: abs(distances[year]))


def _count(year: int, month: int, day: int) -> int:
    return (year * 12 + month) * 31 + day


def third_of(stretch: Days, part: int) -> Days:
    """The first, second or last third of a stretch: early 2012, mid-March, late in the year.

    >>> third_of(year_of(2012), 1).end, third_of(month_of(2012, 3), 2).start
    (datetime.date(2012, 4, 30), datetime.date(2012, 3, 11))
    """
    length = (stretch.end - stretch.start).days + 1
    if length > DAYS_OF_A_YEAR:
        years = (stretch.end.year - stretch.start.year + 1) / 3
        return Days(
            date(stretch.start.year + round(years * (part - 1)), 1, 1),
            date(stretch.start.year + round(years * part) - 1, 12, 31),
        )
    if length >= DAYS_OF_A_YEAR - 1:
        return months_of(stretch.start.year, 4 * part - 3, 4)
    cuts = [stretch.start + timedelta(days=length * cut // 3) for cut in range(4)]
    return Days(cuts[part - 1], cuts[part] - timedelta(days=1))
