"""Lengths of time: three weeks, a two-hour meeting, six months to a year; and stretches of a length."""

from __future__ import annotations

from accordingto.grounding.days import Days, shifted
from accordingto.grounding.time_context import time_words_of
from accordingto.grounding.time_expressions import TimeExpression
from accordingto.grounding.time_value import Anchor, TimeValue
from accordingto.grounding.time_words import TimeToken
from accordingto.model.when import TimePrecision

HOURS = {"TH": 24, "TM": 24 * 60}
"""How many of a unit make a day."""

LONGEST = 4000
"""Units counted from the anchor; beyond it no report tells a time by the calendar."""


def read_shifted_span(expression: TimeExpression, anchor: Anchor) -> TimeValue | None:
    """The past two weeks, the next six months: up to the day of publication, or from it on."""
    shift, amount = expression.values("R")[-1], amount_of(expression.tokens)
    count, unit = in_calendar_units(amount, expression.token("UQ"))
    written = length_of(amount, expression.token("UQ"))
    if anchor.published is None or count is None or count > LONGEST or shift == 0:
        return TimeValue(None, TimePrecision.PERIOD, written)
    far = shifted(anchor.published, unit, shift * count)
    days = Days(*sorted((far, anchor.published)))
    return TimeValue(days, TimePrecision.PERIOD, written)


def read_duration(expression: TimeExpression, anchor: Anchor) -> TimeValue | None:
    """Three weeks, a two-hour meeting, six months to a year: a length, on no calendar."""
    unit = expression.token("UQu")
    if unit is None or not _is_length_here(expression) or (unit.kind == "u" and not expression.token("dnq")):
        return None
    return TimeValue(None, TimePrecision.DURATION, length_of(amount_of(expression.tokens), unit))


def read_units_alone(expression: TimeExpression, anchor: Anchor) -> TimeValue | None:
    """For months; after years: a length of no told number of units."""
    unit, before = expression.tokens[0], expression.before
    if not unit.word.endswith("s") or not (before is None or before.word in time_words_of("before_length")):
        return None
    return TimeValue(None, TimePrecision.DURATION, length_of(None, unit))


def read_recent(expression: TimeExpression, anchor: Anchor) -> TimeValue | None:
    """Recent days: a stretch that ends with publication and begins nobody knows when."""
    return TimeValue(None, TimePrecision.PERIOD, length_of(None, expression.token("UQ")))


def amount_of(tokens: tuple[TimeToken, ...]) -> float | None:
    """How many units: numbers in words add up or multiply, "a" is one, vague words are None."""
    total: float = 0
    if any(token.kind == "/" for token in tokens):
        whole, over, under = [int(token.value) for token in tokens if token.kind == "d"][:3]
        return whole + over / under
    for token in tokens:
        if token.kind == "v":
            return None
        if token.kind in "UQu" and total:
            return total
        if token.kind in "dnqy":
            value = float(token.value)
            total = total * value if value >= 12 and 1 <= total < 12 and token.kind == "q" else total + value
        elif token.kind == "h":
            total += 0.5
        elif token.kind == ">":
            return total or 1
    return total or 1


def in_calendar_units(amount: float | None, unit: TimeToken | None) -> tuple[int | None, str]:
    """The amount in whole days, weeks, months, quarters or years; a decade is ten years, an hour no day."""
    letters = str(unit.value) if unit is not None else "D"
    if letters.startswith("T"):
        return (None if amount is None else round(min(amount, LONGEST) / HOURS.get(letters, 1e9))), "D"
    factor, letter = int(letters[:-1] or 1), letters[-1]
    if amount is None:
        return None, letter
    if letter == "Y" and amount == 0.5 and factor == 1:
        return 6, "M"
    return round(min(amount, LONGEST + 1) * factor), letter


def length_of(amount: float | None, unit: TimeToken | None) -> str | None:
    """A length as ISO 8601 writes it: P2W, PT3H, PXD."""
    if unit is None:
        return None
    letters = str(unit.value)
    factor, letter = (int(letters[:-1] or 1), letters[-1]) if letters[0] != "T" else (1, letters[1:])
    if letter == "Y" and amount is not None and amount % 1 == 0.5:
        return f"P{int(amount)}Y6M" if amount > 1 else "P6M"
    number = "X" if amount is None else f"{amount * factor:g}"
    return f"PT{number}{letter}" if letters[0] == "T" else f"P{number}{letter}"


def _is_length_here(expression: TimeExpression) -> bool:
    """True unless "a day" is a rate or a manner of speaking: three times *a day*."""
    if expression.token("dnqvh") is not None or expression.rule != "duration":
        return True
    before = expression.before
    return before is None or before.word in time_words_of("before_length")
