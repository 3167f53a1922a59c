"""Two times with a word between them, or one with a word before it -> one stretch: March to May, since Friday."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from accordingto.grounding.days import Days, shifted
from accordingto.grounding.time_expressions import TimeExpression
from accordingto.grounding.time_value import TimeValue
from accordingto.grounding.time_words import TimeToken
from accordingto.model.span import Span
from accordingto.model.when import TimePrecision

LAST_DAY_OF_ANY_MONTH = 28


@dataclass(frozen=True, slots=True)
class FoundTime:
    """Where an expression stands, what it means, and (None: a named day) how the grammar saw it."""

    span: Span
    value: TimeValue
    expression: TimeExpression | None = None


def join_stretches(found: Iterable[FoundTime], tokens: list[TimeToken], published: date | None) -> Iterator[FoundTime]:
    """The same times, with "March to May 2011" made one and "since Friday" run up to publication."""
    waiting: FoundTime | None = None
    for current in found:
        joined = _stretch(waiting, current, tokens) if waiting is not None else None
        if waiting is not None and joined is None:
            yield _since(waiting, published)
        waiting = joined or current
    if waiting is not None:
        yield _since(waiting, published)


def _since(found: FoundTime, published: date | None) -> FoundTime:
    """*Since Friday*: from that day to publication."""
    before = found.expression.before if found.expression is not None else None
    days = found.value.days
    if before is None or before.word != "since" or days is None or published is None or days.start > published:
        return found
    value = TimeValue(Days(days.start, published), TimePrecision.PERIOD, found.value.written)
    return replace(found, span=Span(before.start, found.span.end), value=value)


def _stretch(left: FoundTime, right: FoundTime, tokens: list[TimeToken]) -> FoundTime | None:
    """One stretch from `left` to `right` where only "to", a dash or "between … and" is between them."""
    if (
        left.expression is None
        or right.expression is None
        or not _are_linked(left.expression, right.expression, tokens)
    ):
        return None
    if left.value.days is None or right.value.days is None:
        return None
    start = _start(left, right)
    if start is None or start > right.value.days.end:
        return None
    value = TimeValue(Days(start, right.value.days.end), TimePrecision.PERIOD, dated=right.value.dated)
    return FoundTime(
        Span(left.span.start, right.span.end), value, replace(right.expression, before=left.expression.before)
    )


def _are_linked(left: TimeExpression, right: TimeExpression, tokens: list[TimeToken]) -> bool:
    after = left.first + len(left.tokens)
    if right.first - after != 1:
        return False
    link = tokens[after]
    is_between = link.kind == "&" and left.before is not None and left.before.kind == "b"
    return is_between or (link.kind in {"-", ">"} and link.word != "or")


def _start(left: FoundTime, right: FoundTime) -> date | None:
    """The first day: moved to the year that only `right` names, or a week back for Monday to Friday."""
    if left.value.days is None or right.value.days is None:
        return None
    start, end = left.value.days.start, right.value.days.end
    if right.value.dated and not left.value.dated:
        year = end.year - (start.month > end.month)
        return start.replace(year=year, day=min(start.day, LAST_DAY_OF_ANY_MONTH)) if year > 0 else None
    both_days = left.value.precision == right.value.precision == TimePrecision.DAY
    return shifted(start, "W", -1) if both_days and start > end else start
