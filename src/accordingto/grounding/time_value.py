"""What a reader of time expressions takes and gives: the anchor it reads from, and the value it finds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from accordingto.grounding.days import Days, shifted
from accordingto.model.when import TimePrecision

PRECISION_OF_UNIT = {
    "D": TimePrecision.DAY, "W": TimePrecision.WEEK, "M": TimePrecision.MONTH, "Y": TimePrecision.YEAR,
    "Q": TimePrecision.PERIOD,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Anchor:
    """What an expression is read from: the day of publication, the last day told, and whether it lies ahead.

    `around` is the start of the last day, month or year told.
    """

    published: date | None = None
    told: date | None = None
    around: date | None = None
    ahead: bool | None = None


@dataclass(frozen=True, slots=True)
class TimeValue:
    """Days (None: none known), precision, and the value as TIMEX3 would write it (None where it cannot)."""

    days: Days | None
    precision: TimePrecision
    written: str | None = None
    dated: bool = False


def one_day(days: Days | None, dated: bool = False) -> TimeValue | None:
    return None if days is None else TimeValue(days, TimePrecision.DAY, days.start.isoformat(), dated)


def shifted_day(base: date | None, count: int) -> TimeValue:
    if base is None:
        return TimeValue(None, TimePrecision.DAY)
    day = shifted(base, "D", count)
    return TimeValue(Days(day, day), TimePrecision.DAY, day.isoformat())


def written_stretch(days: Days, unit: str) -> str:
    """A calendar stretch in TIMEX3's notation.

    >>> written_stretch(Days(date(2012, 6, 1), date(2012, 6, 30)), "M")
    '2012-06'
    """
    start = days.start
    year, week, _ = start.isocalendar()
    return {
        "D": start.isoformat(), "W": f"{year}-W{week:02}", "M": f"{start.year}-{start.month:02}",
        "Q": f"{start.year}-Q{(start.month + 2) // 3}", "Y": str(start.year),
    }[unit]  # fmt: skip
