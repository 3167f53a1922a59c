"""The functions that turn what several reports say in one column into one value.

They take the values in the order of the reports, with None where a report says nothing. Each does what the function
of the R package eventreport does that it stands for, its odd corners included, so that results can be compared value
for value; docs/reference/aggregation.md names the corners.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from datetime import date

Value = str | int | float | None
"""What a report says in a column; None where it says nothing."""

Weights = Sequence[float | None]
"""How much each report counts where values are told equally often."""

INDETERMINATE = "Indeterminate"
"""Stands for a text that the tie-breaks could not settle; a number that they could not settle is None."""

_SEPARATOR = re.compile(r";\s*")
_NOT_TOLD = "Unknown"
_GAP = "NA"


def mode_of(values: Sequence[Value], first_tie: Weights | None = None, second_tie: Weights | None = None) -> Value:
    """The value told most often, where None counts as a value of its own.

    A tie goes to the value of the report with the most weight, first by `first_tie`, then by `second_tie`.

    >>> mode_of(["army", "army", None]), mode_of(["army", None], [1, 2]), mode_of(["army", "police"], [1, 1], [1, 3])
    ('army', None, 'police')
    >>> mode_of(["army", "police"]), mode_of([3, 4])
    ('Indeterminate', None)
    """
    modes = _told_most(values)
    for weights in (first_tie, second_tie):
        if weights is not None and len(modes) > 1:
            modes = _weightiest(values, modes, weights)
    if len(modes) == 1:
        return next(iter(modes))
    return None if _are_numbers(values) else INDETERMINATE


def mode_ignoring_gaps(
    values: Sequence[Value], first_tie: Weights | None = None, second_tie: Weights | None = None
) -> Value:
    """The value told most often by the reports that say anything; None where none does.

    >>> mode_ignoring_gaps([None, None, "army", ""])
    'army'
    """
    told = [place for place, value in enumerate(values) if value is not None and value != ""]
    kept = [[row[place] for place in told] if row is not None else None for row in (first_tie, second_tie)]
    return mode_of([values[place] for place in told], *kept) if told else None


def binary_mode(values: Sequence[Value]) -> int | None:
    """0 or 1, whichever is told more often; 1 where both are. None where any value is neither.

    >>> binary_mode([0, 1]), binary_mode([0, 0, 1]), binary_mode([0, None])
    (1, 0, None)
    """
    if not values or any(value not in (0, 1) for value in values):
        return None
    return int(2 * sum(value == 1 for value in values) >= len(values))


def numeric_mode(values: Sequence[Value]) -> Value:
    """The number told most often, the smallest of those told equally often; gaps do not count.

    >>> numeric_mode([4, 2, None]), numeric_mode([None])
    (2, None)
    """
    return minimum(list(_told_most([value for value in values if value is not None])))


def date_mode(values: Sequence[Value]) -> str | None:
    """The ISO date told most often; where several are, the mean of them, rounded down to a day.

    >>> date_mode(["2024-01-01", "2024-01-04", None, "soon"])
    '2024-01-02'
    """
    days = [_day_number(value) for value in values if isinstance(value, str)]
    modes = _told_most([day for day in days if day is not None])
    numbers = [number for number in modes if isinstance(number, int)]
    return date.fromordinal(sum(numbers) // len(numbers)).isoformat() if numbers else None


def most_precise(
    values: Sequence[Value],
    precisions: Weights,
    first_tie: Weights | None = None,
    second_tie: Weights | None = None,
) -> Value:
    """The mode of the values told with the highest precision; None where no report has a precision.

    >>> most_precise(["Paris", "France"], [3, 1])
    'Paris'

    A report without a precision stays in as a gap without weight, so it can make a tie that nothing settles:

    >>> most_precise(["Paris", None], [3, None], [1, 1])
    'Indeterminate'
    """
    told = [precision for precision in precisions if precision is not None]
    return _mode_at(max(told), values, precisions, (first_tie, second_tie)) if told else None


def least_precise(
    values: Sequence[Value],
    precisions: Weights,
    first_tie: Weights | None = None,
    second_tie: Weights | None = None,
) -> Value:
    """The mode of the values told with the lowest precision; otherwise as `most_precise`.

    >>> least_precise(["Paris", "France"], [3, 1])
    'France'
    """
    told = [precision for precision in precisions if precision is not None]
    return _mode_at(min(told), values, precisions, (first_tie, second_tie)) if told else None


def minimum(values: Sequence[Value]) -> Value:
    """The smallest number or earliest ISO date; None where no report says any.

    >>> minimum([3, None, 2]), minimum(["2024-02-01", "2024-01-31"]), minimum([None])
    (2, '2024-01-31', None)
    """
    return min((value for value in values if value is not None), key=_order, default=None)


def maximum(values: Sequence[Value]) -> Value:
    """The largest number or latest ISO date; None where no report says any."""
    return max((value for value in values if value is not None), key=_order, default=None)


def total(values: Sequence[Value]) -> float:
    """The sum of the numbers told; 0 where none is.

    >>> total([1, None, 1])
    2
    """
    return sum(value for value in values if isinstance(value, int | float))


def combined(values: Sequence[Value]) -> str | None:
    """Every text told, once each and in order; texts with several parts are taken apart at the semicolon.

    >>> combined(["arson; looting", None, "Unknown", "looting"])
    'arson; looting'
    """
    parts = [part for value in values if isinstance(value, str) for part in _SEPARATOR.split(value)]
    return "; ".join(dict.fromkeys(part for part in parts if part.strip() and part != _NOT_TOLD)) or None


def combined_with_gaps(values: Sequence[Value]) -> str | None:
    """As `combined`, with the word NA for a report that says nothing, as eventreport writes it; None if that is all.

    >>> combined_with_gaps(["arson", None, "looting"]), combined_with_gaps([None, "Unknown"])
    ('arson; NA; looting', None)
    """
    found = combined([_GAP if value is None else value for value in values])
    return None if found == _GAP else found


def _told_most(values: Sequence[Value]) -> set[Value]:
    counted = Counter(values)
    most = max(counted.values(), default=0)
    return {value for value, count in counted.items() if count == most}


def _weightiest(values: Sequence[Value], modes: set[Value], weights: Weights) -> set[Value]:
    """The modes of the reports with the most weight; none where one of those reports has no known weight."""
    weighed = [(weight, value) for weight, value in zip(weights, values, strict=True) if value in modes]
    known = [weight for weight, _ in weighed if weight is not None]
    if len(known) < len(weighed):
        return set()
    return {value for weight, value in weighed if weight == max(known)}


def _mode_at(
    wanted: float, values: Sequence[Value], precisions: Weights, ties: tuple[Weights | None, Weights | None]
) -> Value:
    places = [place for place, precision in enumerate(precisions) if precision is None or precision == wanted]
    first, second = (
        None if weights is None else [None if precisions[place] is None else weights[place] for place in places]
        for weights in ties
    )
    return mode_of([None if precisions[place] is None else values[place] for place in places], first, second)


def _are_numbers(values: Sequence[Value]) -> bool:
    return any(isinstance(value, int | float) and not isinstance(value, bool) for value in values)


def _order(value: Value) -> tuple[float, str]:
    return (value, "") if isinstance(value, int | float) else (0.0, str(value))


def _day_number(text: str) -> int | None:
    try:
        return date.fromisoformat(text.strip()).toordinal()
    except ValueError:
        return None
