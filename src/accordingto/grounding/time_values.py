"""What an expression means on the calendar, given the day the report was published.

One reader a rule of the grammar: it turns the tokens into a `TimeValue`, or into None where the words are no time
in their context.
"""

from __future__ import annotations

from collections.abc import Callable

from accordingto.grounding.absolute_times import (
    read_iso,
    read_month,
    read_month_of_shifted,
    read_numbered_day,
    read_part_of_month,
    read_slashed,
)
from accordingto.grounding.lengths import read_duration, read_recent, read_shifted_span, read_units_alone
from accordingto.grounding.named_periods import (
    read_century,
    read_decade,
    read_fiscal,
    read_half,
    read_quarter,
    read_season,
    read_year,
)
from accordingto.grounding.relative_times import (
    read_ago,
    read_deictic,
    read_overnight,
    read_part_of_unit,
    read_same_unit,
    read_shifted_unit,
    read_unit_before,
    read_weekday,
    read_weekend,
)
from accordingto.grounding.time_expressions import TimeExpression
from accordingto.grounding.time_value import Anchor, TimeValue

Reader = Callable[[TimeExpression, Anchor], TimeValue | None]


def value_of(expression: TimeExpression, anchor: Anchor) -> TimeValue | None:
    """What the expression means, or None where its words are no time in this context."""
    return _READERS[expression.rule](expression, anchor)


_READERS: dict[str, Reader] = {
    "iso": read_iso, "slashed": read_slashed, "numbered_day": read_numbered_day,
    "month_of_shifted": read_month_of_shifted, "month": read_month, "year": read_year, "decade": read_decade,
    "quarter": read_quarter, "half": read_half, "season": read_season, "fiscal": read_fiscal, "deictic": read_deictic,
    "day_before_yesterday": read_deictic, "overnight": read_overnight, "weekday": read_weekday,
    "shifted_unit": read_shifted_unit, "weekend": read_weekend, "same_unit": read_same_unit,
    "unit_before": read_unit_before, "ago": read_ago, "shifted_span": read_shifted_span,
    "ordinal_span": read_duration, "duration_to_duration": read_duration, "duration": read_duration,
    "units_alone": read_units_alone,
    "recent": read_recent,
    "century": read_century,
    "part_of_month": read_part_of_month,
    "edge_of_unit": read_part_of_unit,
    "side_of_unit": read_part_of_unit,
}  # fmt: skip
