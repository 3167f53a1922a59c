"""Times told from the day of publication or the last day told: yesterday, Wednesday, last month, a day earlier."""

from __future__ import annotations

from datetime import date

from accordingto.grounding.days import Days, shifted, stretch_of, third_of, weekend_of
from accordingto.grounding.lengths import LONGEST, amount_of, in_calendar_units, length_of
from accordingto.grounding.time_expressions import TimeExpression
from accordingto.grounding.time_value import PRECISION_OF_UNIT, Anchor, TimeValue, one_day, shifted_day, written_stretch
from accordingto.grounding.time_words import TimeToken
from accordingto.model.when import TimePrecision

TUESDAY = 1
_NARRATIVE = frozenset({"following", "previous", "preceding"})


def read_deictic(expression: TimeExpression, anchor: Anchor) -> TimeValue | None:
    """Yesterday, tonight, tomorrow morning, the day before yesterday."""
    shift = expression.values("T")[0] * (2 if expression.token("<") else 1)
    return shifted_day(anchor.published, shift)


def read_overnight(expression: TimeExpression, anchor: Anchor) -> TimeValue | None:
    """Overnight: yesterday and today."""
    if anchor.published is None:
        return TimeValue(None, TimePrecision.PERIOD)
    return TimeValue(Days(shifted(anchor.published, "D", -1), anchor.published), TimePrecision.PERIOD)


def read_weekday(expression: TimeExpression, anchor: Anchor) -> TimeValue | None:
    """Wednesday: the last one (today, if it is one), or the next one where the clause looks ahead."""
    if anchor.published is None:
        return TimeValue(None, TimePrecision.DAY)
    weekday, shift, unit = expression.values("W")[0], expression.token("R"), expression.token("U")
    today = anchor.published.weekday()
    if shift is not None and (unit is not None or shift.value == 1):
        monday = stretch_of(anchor.published, "W", int(shift.value)).start
        return one_day(_whole(shifted(monday, "D", weekday)))
    if shift is not None and shift.value == 0:
        return one_day(_whole(shifted(anchor.published, "D", weekday - today)))
    if anchor.ahead and shift is None:
        return shifted_day(anchor.published, (weekday - today) % 7)
    back = (today - weekday) % 7
    return shifted_day(anchor.published, -(back or 7) if shift is not None else -back)


def read_shifted_unit(expression: TimeExpression, anchor: Anchor) -> TimeValue | None:
    """Last month, this week, next year, the following day, last night, earlier this year, coming weeks."""
    unit, shift = expression.token("UQPw"), [token for token in expression.tokens if token.kind == "R"][-1]
    if unit is None or str(unit.value).startswith("T"):
        return None
    count = -1 if shift.value == 0 and len(expression.values("R")) > 1 else int(shift.value)
    is_narrative = shift.word in _NARRATIVE or (expression.tokens[0].kind == "t" and unit.value == "D")
    base = anchor.told if is_narrative else anchor.published
    if unit.kind == "P" and shift.word == "past":  # past midnight
        return None
    if unit.kind == "P":
        is_day_before = count < 0 and unit.word in {"night", "evening"}
        return shifted_day(base, -1 if is_day_before else 0) if count < 1 else None
    if unit.word.endswith("s"):
        return TimeValue(None, TimePrecision.PERIOD, length_of(None, unit))
    if shift.word == "past" and base is not None and str(unit.value) in "DWMY":
        return TimeValue(Days(shifted(base, str(unit.value), -1), base), TimePrecision.PERIOD, length_of(1, unit))
    if unit.kind == "w":
        return _weekend(base, count, anchor)
    return _calendar_unit(expression, str(unit.value), count, base)


def _weekend(base: date | None, count: int, anchor: Anchor) -> TimeValue:
    """This weekend, last weekend; on a Monday or Tuesday "this weekend" is over, unless the clause looks ahead."""
    if base is None:
        return TimeValue(None, TimePrecision.PERIOD)
    if count == 0 and base.weekday() <= TUESDAY and not anchor.ahead:
        count = -1
    return TimeValue(weekend_of(shifted(base, "W", count)), TimePrecision.PERIOD)


def _calendar_unit(expression: TimeExpression, unit: str, count: int, base: date | None) -> TimeValue | None:
    if unit not in PRECISION_OF_UNIT:
        return None
    if base is None:
        return TimeValue(None, PRECISION_OF_UNIT[unit])
    return _unit_value(expression, stretch_of(base, unit, count), unit, base)


def read_part_of_unit(expression: TimeExpression, anchor: Anchor) -> TimeValue | None:
    """The end of the year; earlier in the week; later in the day: of the one told or the report was published in."""
    unit = expression.token("U")
    if unit is None or unit.word.endswith("s"):
        return None
    if unit.value == "D":
        return shifted_day(anchor.told or anchor.published, 0) if expression.rule == "side_of_unit" else None
    return _calendar_unit(expression, str(unit.value), 0, anchor.published)


def read_weekend(expression: TimeExpression, anchor: Anchor) -> TimeValue | None:
    """The weekend: the last one, or the coming one where the clause looks ahead."""
    if anchor.published is None:
        return TimeValue(None, TimePrecision.PERIOD)
    day = anchor.published
    return TimeValue(
        weekend_of(day if anchor.ahead or day.weekday() >= 5 else shifted(day, "W", -1)), TimePrecision.PERIOD
    )


def read_same_unit(expression: TimeExpression, anchor: Anchor) -> TimeValue | None:
    """The same day, that month, that year: of the last day told."""
    unit = expression.token("U")
    base = anchor.told if unit is not None and unit.value == "D" else anchor.around
    if base is None or unit is None or str(unit.value) not in PRECISION_OF_UNIT or unit.word.endswith("s"):
        return None
    return TimeValue(stretch_of(base, str(unit.value), 0), PRECISION_OF_UNIT[str(unit.value)])


def read_unit_before(expression: TimeExpression, anchor: Anchor) -> TimeValue | None:
    """The day before, the year before: of the last day told."""
    unit = expression.token("U")
    if unit is None or str(unit.value) not in PRECISION_OF_UNIT:
        return None
    precision = PRECISION_OF_UNIT[str(unit.value)]
    return TimeValue(stretch_of(anchor.told, str(unit.value), -1) if anchor.told else None, precision)


def read_ago(expression: TimeExpression, anchor: Anchor) -> TimeValue | None:
    """Two days ago, three weeks earlier, a year later: the calendar day, week, month or year that long away."""
    side = expression.token("gex")
    amount = amount_of(expression.tokens) if expression.token("advhnqy") is not None else None
    count, unit = in_calendar_units(amount, expression.token("UQ"))
    back = side is not None and side.kind != "x" and int(side.value) < 0
    base = _base_of_offset(side, anchor)
    precision = PRECISION_OF_UNIT[unit] if count is not None else TimePrecision.PERIOD
    if base is None or count is None or count > LONGEST:
        return TimeValue(None, precision)
    return TimeValue(stretch_of(base, unit, -count if back else count), precision)


def _base_of_offset(side: TimeToken | None, anchor: Anchor) -> date | None:
    """Publication for *ago*; the last day told for *earlier* and *later*, and publication for *earlier* with none."""
    if side is None or side.kind != "e":
        return anchor.published
    return anchor.told or (anchor.published if int(side.value) < 0 else None)


def _whole(day: date) -> Days:
    return Days(day, day)


def _unit_value(expression: TimeExpression, days: Days, unit: str, base: date) -> TimeValue:
    edge, side = expression.token("E"), expression.token("e")
    written = written_stretch(days, unit)
    if edge is not None:
        return TimeValue(third_of(days, int(edge.value)), TimePrecision.PERIOD, written)
    if side is not None and days.start <= base <= days.end:
        days = Days(days.start, base) if int(side.value) < 0 else Days(base, days.end)
        return TimeValue(days, TimePrecision.PERIOD, written)
    return TimeValue(days, PRECISION_OF_UNIT[unit], written)
