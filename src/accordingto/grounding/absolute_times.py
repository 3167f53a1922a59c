"""Days and months with a name or number on the calendar: July 11, 2012; 11 July; mid-March; the last week of June."""

from __future__ import annotations

from datetime import date

from accordingto.grounding.days import Days, day_of, month_of, nearest_year, shifted, third_of
from accordingto.grounding.time_context import is_after_time_word
from accordingto.grounding.time_expressions import TimeExpression
from accordingto.grounding.time_value import Anchor, TimeValue, one_day
from accordingto.model.when import TimePrecision

DAYS_OF_UNIT = {"D": 1, "W": 7}


def read_iso(expression: TimeExpression, anchor: Anchor) -> TimeValue | None:
    """2012-07-11."""
    year, month, day = (int(token.value) for token in expression.tokens if token.kind in "yd")
    return one_day(day_of(year, month, day), dated=True)


def read_slashed(expression: TimeExpression, anchor: Anchor) -> TimeValue | None:
    """7/25/2012 and 25/7/2012; None for 11/7/2012, which two countries read differently."""
    first, second, year = (int(token.value) for token in expression.tokens if token.kind in "ydn")
    year = year if year > 99 else (2000 + year if year < 50 else 1900 + year)
    if first <= 12 and second <= 12 and first != second:
        return TimeValue(None, TimePrecision.DAY)
    month, day = (second, first) if first > 12 else (first, second)
    return one_day(day_of(year, month, day), dated=True)


def read_numbered_day(expression: TimeExpression, anchor: Anchor) -> TimeValue | None:
    """July 11, 2012; 11 July; July 4-6; Wednesday, July 11."""
    month, days = expression.values("MA")[0], expression.values("dDo")
    year = next(iter(expression.values("y")), None)
    if year is None and anchor.published is None:
        return TimeValue(None, TimePrecision.DAY)
    dated = year is not None
    year = year if year is not None or anchor.published is None else _year_of_month(anchor, month, days[0])
    first, last = day_of(year or 1, month, days[0]), day_of(year or 1, month, days[-1])
    if first is None or last is None:
        return None
    if len(days) > 1 and first.start < last.end:
        return TimeValue(Days(first.start, last.end), TimePrecision.PERIOD, dated=dated)
    return one_day(first, dated=dated)


def read_month_of_shifted(expression: TimeExpression, anchor: Anchor) -> TimeValue | None:
    """March last year."""
    shift, unit = expression.token("R"), expression.token("U")
    if anchor.published is None or shift is None or unit is None or unit.value != "Y":
        return None if unit is None or unit.value != "Y" else TimeValue(None, TimePrecision.MONTH)
    return _month(expression, anchor.published.year + int(shift.value), dated=True)


def read_month(expression: TimeExpression, anchor: Anchor) -> TimeValue | None:
    """June 2012, mid-March, last June; "May" and "March" alone only after a preposition."""
    if not _is_month_here(expression):
        return None
    years, shift = expression.values("y"), expression.token("R")
    if years:
        return _month(expression, years[0], dated=True)
    if anchor.published is None:
        return TimeValue(None, TimePrecision.MONTH)
    month = expression.values("MA")[0]
    if shift is None:
        return _month(expression, _year_of_month(anchor, month))
    return _month(expression, _shifted_month_year(anchor.published, month, int(shift.value)))


def read_part_of_month(expression: TimeExpression, anchor: Anchor) -> TimeValue | None:
    """The last week of June; the first day of May 2012."""
    unit, which = expression.token("U"), expression.token("oDR")
    if unit is None or which is None or unit.value not in {"D", "W"} or unit.word.endswith("s") or which.value == 0:
        return None
    precision = TimePrecision.DAY if unit.value == "D" else TimePrecision.PERIOD
    month, year = expression.values("MA")[0], next(iter(expression.values("y")), None)
    if year is None and anchor.published is None:
        return TimeValue(None, precision)
    days = month_of(year if year is not None else _year_of_month(anchor, month), month)
    start = shifted(days.end, "D", 1) if int(which.value) < 0 else days.start
    first = shifted(start, str(unit.value), int(which.value) - (int(which.value) > 0))
    return TimeValue(
        Days(first, shifted(first, "D", DAYS_OF_UNIT[str(unit.value)] - 1)), precision, dated=year is not None
    )


def _month(expression: TimeExpression, year: int, dated: bool = False) -> TimeValue:
    month, edge = expression.values("MA")[0], expression.token("E")
    days, written = month_of(year, month), f"{year}-{month:02}"
    if edge is None:
        return TimeValue(days, TimePrecision.MONTH, written, dated)
    return TimeValue(third_of(days, int(edge.value)), TimePrecision.PERIOD, written, dated)


def _year_of_month(anchor: Anchor, month: int, day: int = 15) -> int:
    assert anchor.published is not None
    return nearest_year(anchor.published, month, day, True if anchor.ahead else None)


def _shifted_month_year(published: date, month: int, shift: int) -> int:
    """Last June is the latest one that is over; next June the first to come; this June that of the year."""
    if shift < 0:
        return published.year - (month >= published.month)
    return published.year + (month <= published.month if shift > 0 else 0)


def _is_month_here(expression: TimeExpression) -> bool:
    """True unless the word stands alone and is rather a verb or a name: *May* he rest, troops *march*."""
    if expression.token("A") is None or len([token for token in expression.tokens if token.kind != "."]) > 1:
        return True
    before = expression.before
    if before is None:
        return expression.after is None
    return is_after_time_word(before) and before.word not in {"to", "the"}
