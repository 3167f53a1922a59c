"""Longer times with a name or number: years, decades, centuries, quarters, halves, seasons, fiscal years."""

from __future__ import annotations

from accordingto.grounding.days import month_of, months_of, nearest_year, third_of, year_of
from accordingto.grounding.time_context import is_after_time_word, time_words_of
from accordingto.grounding.time_expressions import TimeExpression
from accordingto.grounding.time_value import Anchor, TimeValue
from accordingto.grounding.time_words import TimeToken
from accordingto.model.when import TimePrecision

LAST_CENTURY = 21


def read_year(expression: TimeExpression, anchor: Anchor) -> TimeValue | None:
    """In 2011; early 2012. None where the number counts something, or stands after no word of time."""
    year = expression.values("y")[0]
    edge = expression.token("E")
    if not (edge or expression.token("t") or is_after_time_word(expression.before)) or _counts(expression.after):
        return None
    if edge is not None:
        return TimeValue(third_of(year_of(year), int(edge.value)), TimePrecision.PERIOD, str(year), dated=True)
    return TimeValue(year_of(year), TimePrecision.YEAR, str(year), dated=True)


_OWNERS = frozenset({"his", "her", "their", "my", "our", "your", "its"})


def read_decade(expression: TimeExpression, anchor: Anchor) -> TimeValue | None:
    """The 1990s; the late '80s. None for an age: in *her* mid-50s."""
    first = expression.values("z")[0]
    if expression.before is not None and expression.before.word in _OWNERS:
        return None
    if first % 10 or not 1000 <= first <= 2100:
        return None
    days = year_of(first, 10)
    edge = expression.token("E")
    days = third_of(days, int(edge.value)) if edge is not None else days
    return TimeValue(days, TimePrecision.PERIOD, str(first // 10), dated=True)


def read_century(expression: TimeExpression, anchor: Anchor) -> TimeValue | None:
    """The 19th century; early in the 20th century. None for the 19th day or the second year."""
    unit, number, edge = expression.token("U"), expression.values("Do")[0], expression.token("E")
    if unit is None or unit.value != "100Y" or unit.word.endswith("s") or not 1 <= number <= LAST_CENTURY:
        return None
    days = year_of(100 * number - 99, 100)
    days = third_of(days, int(edge.value)) if edge is not None else days
    return TimeValue(days, TimePrecision.PERIOD, f"{number - 1:02}", dated=True)


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


def _year_named(expression: TimeExpression, anchor: Anchor) -> int | None:
    """The year in figures, or that of "last year"."""
    if expression.values("y"):
        return expression.values("y")[0]
    unit = expression.token("U")
    if unit is None or unit.value != "Y" or anchor.published is None or not expression.values("R"):
        return None
    return anchor.published.year + expression.values("R")[-1]


def _counts(token: TimeToken | None) -> bool:
    return token is not None and (
        token.word in time_words_of("counted") or token.kind in "UQ" or token.word in {"%", "-"}
    )


def _is_season_here(expression: TimeExpression) -> bool:
    season = expression.token("S")
    told = bool(expression.values("y") or expression.values("R")) or expression.token("E") is not None
    return told or (season is not None and season.word in {"summer", "winter", "autumn"} and len(expression.tokens) > 1)
