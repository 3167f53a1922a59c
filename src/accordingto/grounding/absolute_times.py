"""Times with a name or number on the calendar: days, months, years, decades, quarters, seasons."""

from __future__ import annotations

from datetime import date
from functools import cache

from accordingto.grounding.days import Days, day_of, month_of, months_of, nearest_year, third_of, year_of
from accordingto.grounding.time_expressions import TimeExpression
from accordingto.grounding.time_value import Anchor, TimeValue, one_day
from accordingto.grounding.time_words import TimeToken
from accordingto.model.resources import load_toml
from accordingto.model.when import TimePrecision


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


def read_year(expression: TimeExpression, anchor: Anchor) -> TimeValue | None:
    """In 2011; early 2012. None where the number counts something, or stands after no word of time."""
    year = expression.values("y")[0]
    edge = expression.token("E")
    if not (edge or expression.token("t") or _may_be_before_time(expression.before)) or _counts(expression.after):
        return None
    if edge is not None:
        return TimeValue(third_of(year_of(year), int(edge.value)), TimePrecision.PERIOD, str(year), dated=True)
    return TimeValue(year_of(year), TimePrecision.YEAR, str(year), dated=True)


def read_decade(expression: TimeExpression, anchor: Anchor) -> TimeValue | None:
    """The 1990s; the late '80s."""
    first = expression.values("z")[0]
    if first % 10 or not 1000 <= first <= 2100:
        return None
    days = year_of(first, 10)
    edge = expression.token("E")
    days = third_of(days, int(edge.value)) if edge is not None else days
    return TimeValue(days, TimePrecision.PERIOD, str(first // 10), dated=True)


def read_quarter(expression: TimeExpression, anchor: Anchor) -> TimeValue | None:
    """The first quarter of 2011; the third quarter: the latest that has begun."""
    number = expression.values("o")[0]
    if not 1 <= number <= 4:
        return None
    year = _year_named(expression, anchor)
    if year is None and anchor.published is None:
        return TimeValue(None, TimePrecision.PERIOD)
    if year is None and anchor.published is not None:
        begun = month_of(anchor.published.year, 3 * number - 2).start <= anchor.published or anchor.ahead
        year = anchor.published.year - (0 if begun else 1)
    days = months_of(year or 1, 3 * number - 2, 3)
    return TimeValue(days, TimePrecision.PERIOD, f"{year}-Q{number}", dated=bool(expression.values("y")))


def read_half(expression: TimeExpression, anchor: Anchor) -> TimeValue | None:
    """The first half of 2012."""
    number, year = next(iter(expression.values("o")), 2), _year_named(expression, anchor)
    if number > 2:
        return None
    if year is None:
        return TimeValue(None, TimePrecision.PERIOD)
    return TimeValue(months_of(year, 6 * number - 5, 6), TimePrecision.PERIOD, f"{year}-H{number}", dated=True)


def read_season(expression: TimeExpression, anchor: Anchor) -> TimeValue | None:
    """Last summer; the fall of 2011; winter is December to February. "Fall" and "spring" alone are no times."""
    season = expression.token("S")
    year, shift = _year_named(expression, anchor), expression.token("R")
    if season is None or not _is_season_here(expression):
        return None
    if year is None and anchor.published is None:
        return TimeValue(None, TimePrecision.PERIOD)
    month = int(season.value)
    if year is None and anchor.published is not None:
        year = _season_year(anchor, month, int(shift.value) if shift is not None else None)
    names = {3: "SP", 6: "SU", 9: "FA", 12: "WI"}
    return TimeValue(months_of(year or 1, month, 3), TimePrecision.PERIOD, f"{year}-{names[month]}")


def _season_year(anchor: Anchor, month: int, shift: int | None) -> int:
    """The year of a season told without one: the last that has begun, or the coming one where the clause looks ahead.

    "This" season is the nearest; "last" one is over.
    """
    assert anchor.published is not None
    if shift == 0:
        return nearest_year(anchor.published, month + 1)
    if shift == 1 or (shift is None and anchor.ahead):
        return nearest_year(anchor.published, month + 1, forward=True)
    year = anchor.published.year
    if months_of(year, month, 3).start > anchor.published:
        year -= 1
    return year - 1 if shift == -1 and months_of(year, month, 3).end >= anchor.published else year


def read_fiscal(expression: TimeExpression, anchor: Anchor) -> TimeValue | None:
    """Fiscal 2012: a year whose first and last day differ from one government or firm to another, so no days."""
    return TimeValue(None, TimePrecision.YEAR, str(expression.values("y")[0]), dated=True)


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


def _year_named(expression: TimeExpression, anchor: Anchor) -> int | None:
    """The year in figures, or that of "last year"."""
    if expression.values("y"):
        return expression.values("y")[0]
    unit = expression.token("U")
    if unit is None or unit.value != "Y" or anchor.published is None or not expression.values("R"):
        return None
    return anchor.published.year + expression.values("R")[-1]


@cache
def _words(group: str) -> frozenset[str]:
    return frozenset(load_toml("times.toml")[group]["words"])


def _may_be_before_time(token: TimeToken | None) -> bool:
    return token is None or token.word in _words("before_time") or token.kind in "(MASWE"


def _counts(token: TimeToken | None) -> bool:
    return token is not None and (token.word in _words("counted") or token.kind in "UQ" or token.word in {"%", "-"})


def _is_month_here(expression: TimeExpression) -> bool:
    """True unless the word stands alone and is rather a verb or a name: *May* he rest, troops *march*."""
    if expression.token("A") is None or len([token for token in expression.tokens if token.kind != "."]) > 1:
        return True
    before = expression.before
    if before is None:
        return expression.after is None
    return _may_be_before_time(before) and before.word not in {"to", "the"}


def _is_season_here(expression: TimeExpression) -> bool:
    season = expression.token("S")
    told = bool(expression.values("y") or expression.values("R")) or expression.token("E") is not None
    return told or (season is not None and season.word in {"summer", "winter", "autumn"} and len(expression.tokens) > 1)
