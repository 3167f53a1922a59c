"""One value from a column of several, row by row: ties, gaps and precisions."""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accordingto.record import aggregation_columns as columns
from accordingto.record.aggregation_columns import INDETERMINATE, Value, Weights

MODES: list[tuple[str, list[Value], Weights | None, Weights | None, Value]] = [
    ("the commonest", ["army", "police", "police"], None, None, "police"),
    ("silence is a value", ["army", None, None], None, None, None),
    ("an empty text is a value, and not silence", ["", "", "army", None], None, None, ""),
    ("a tie without weights", ["army", "police"], None, None, INDETERMINATE),
    ("a tie of numbers", [3, 4], None, None, None),
    ("a tie of yes and no is no tie of numbers", [True, False], None, None, INDETERMINATE),
    ("the first tie-break decides", ["army", "police"], [1, 2], [9, 1], "police"),
    ("the first tie-break decides for silence", ["army", None], [1, 2], None, None),
    ("weights do not beat a count", ["army", "police", "police"], [9, 1, 1], None, "police"),
    ("one heavy report of a value is enough", ["army", "army", "police", "police"], [1, 3, 2, 2], None, "army"),
    ("the second tie-break decides", ["army", "police"], [1, 1], [1, 2], "police"),
    ("both leave the tie", ["army", "police"], [1, 1], [2, 2], INDETERMINATE),
    ("what the first sorts out stays out", ["army", "police", "rebels"], [2, 2, 1], [1, 2, 9], "police"),
    # the second tie-break looks at every report of a value that is left, not only at the heaviest of the first
    ("all reports of what is left", ["army", "army", "police", "police"], [2, 1, 2, 2], [1, 9, 3, 3], "army"),
    ("a weight that is not known leaves the tie", ["army", "police"], [1, None], [1, 2], INDETERMINATE),
    ("and of numbers, none", [3, 4], [1, None], [1, 2], None),
    ("a weight outside the tie may be unknown", ["army", "army", "police"], [1, 1, None], None, "army"),
]


@pytest.mark.parametrize(
    ("values", "first", "second", "expected"), [row[1:] for row in MODES], ids=[r[0] for r in MODES]
)
def test_mode(values: list[Value], first: Weights | None, second: Weights | None, expected: Value) -> None:
    assert columns.mode_of(values, first, second) == expected


@pytest.mark.parametrize(
    ("values", "first", "expected"),
    [
        (["army", None, None], None, "army"),
        (["army", "", ""], None, "army"),
        ([None, ""], None, None),
        (["army", "police", None], [1, 2, None], "police"),
        (["army", "police", None], None, INDETERMINATE),
    ],
)
def test_mode_ignoring_gaps(values: list[Value], first: Weights | None, expected: Value) -> None:
    assert columns.mode_ignoring_gaps(values, first) == expected


@pytest.mark.parametrize(
    ("values", "expected"),
    [([0, 0, 1], 0), ([0, 1, 1], 1), ([0, 1], 1), ([0, 0, None], None), ([0, 2], None), ([], None), ([1.0, 1.0], 1)],
)
def test_binary_mode(values: list[Value], expected: int | None) -> None:
    assert columns.binary_mode(values) == expected


@pytest.mark.parametrize(
    ("values", "expected"), [([5, 5, 2], 5), ([5, 2], 2), ([5, None, None], 5), ([None], None), ([-4.5, 3], -4.5)]
)
def test_numeric_mode(values: list[Value], expected: Value) -> None:
    assert columns.numeric_mode(values) == expected


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        (["2020-03-01", "2020-03-01", "2020-03-09"], "2020-03-01"),
        (["2020-02-28", "2020-03-01"], "2020-02-29"),
        (["2020-12-31", "2021-01-01"], "2020-12-31"),
        (["2020-03-01", "2020-03-02", "2020-03-06"], "2020-03-03"),
        (["2020-03-01", None, "in spring"], "2020-03-01"),
        ([None, "in spring"], None),
    ],
)
def test_date_mode(values: list[Value], expected: str | None) -> None:
    assert columns.date_mode(values) == expected


PRECISE: list[tuple[str, list[Value], Weights, Weights | None, Value, Value]] = [
    ("one at each end", ["village", "district", "country"], [5, 3, 1], None, "country", "village"),
    ("the mode at the end", ["north", "south", "south", "village"], [1, 1, 1, 5], None, "south", "village"),
    ("a tie at the end", ["north", "south"], [1, 1], None, INDETERMINATE, INDETERMINATE),
    ("weights break it", ["north", "south"], [1, 1], [1, 2], "south", "south"),
    ("weights elsewhere do not count", ["north", "south", "village"], [1, 1, 5], [1, 1, 9], INDETERMINATE, "village"),
    ("silence at the end", [None, None, "village"], [1, 1, 5], None, None, "village"),
    ("no precision at all", ["north", "south"], [None, None], None, None, None),
    ("a gap makes a tie that no weight settles", ["army", None], [3, None], [1, 1], INDETERMINATE, INDETERMINATE),
    ("gaps outvote", ["army", None, None], [3, None, None], [9, 1, 1], None, None),
    ("gaps are outvoted", ["army", "army", None], [3, 3, None], [1, 1, 1], "army", "army"),
    ("what has no precision is a gap", ["army", "police"], [3, None], [1, 1], INDETERMINATE, INDETERMINATE),
    ("numbers", [1.5, 2.5], [1, 1], None, None, None),
]


@pytest.mark.parametrize(
    ("values", "precisions", "first", "least", "most"), [row[1:] for row in PRECISE], ids=[row[0] for row in PRECISE]
)
def test_least_and_most_precise(
    values: list[Value], precisions: Weights, first: Weights | None, least: Value, most: Value
) -> None:
    assert columns.least_precise(values, precisions, first) == least
    assert columns.most_precise(values, precisions, first) == most


@pytest.mark.parametrize(
    ("values", "least", "most"),
    [
        ([3, None, 11], 3, 11),
        (["2020-03-09", "2020-03-10", None], "2020-03-09", "2020-03-10"),
        ([None], None, None),
        ([], None, None),
    ],
)
def test_minimum_and_maximum(values: list[Value], least: Value, most: Value) -> None:
    assert (columns.minimum(values), columns.maximum(values)) == (least, most)


@pytest.mark.parametrize(("values", "expected"), [([1, None, 1], 2), ([None], 0), ([], 0)])
def test_total(values: list[Value], expected: float) -> None:
    assert columns.total(values) == expected


@pytest.mark.parametrize(
    ("values", "expected", "with_gaps"),
    [
        (["arson; riot", "riot", "arson"], "arson; riot", "arson; riot"),
        (["riot;arson", " "], "riot; arson", "riot; arson"),
        (["Unknown", "riot; Unknown"], "riot", "riot"),
        (["riot", None, "arson", None], "riot; arson", "riot; NA; arson"),
        ([None, None], None, None),
        (["Unknown"], None, None),
        (["Unknown", None], None, None),
    ],
)
def test_combined(values: list[Value], expected: str | None, with_gaps: str | None) -> None:
    assert columns.combined(values) == expected
    assert columns.combined_with_gaps(values) == with_gaps


@given(
    st.lists(st.tuples(st.sampled_from(["a", "b", None]), st.integers(0, 2), st.integers(0, 2)), min_size=1, max_size=5)
)
def test_the_order_of_the_reports_does_not_matter(reports: list[tuple[Value, int, int]]) -> None:
    found = {columns.mode_of(*map(list, zip(*order, strict=True))) for order in permutations(reports)}
    assert len(found) == 1


@given(st.lists(st.integers(0, 9) | st.none(), min_size=1, max_size=8))
def test_the_commonest_number_lies_between_the_ends(values: list[Value]) -> None:
    ends = columns.minimum(values), columns.numeric_mode(values), columns.maximum(values)
    told = [value for value in ends if isinstance(value, int)]
    assert told == sorted(told)
    assert len(told) in (0, 3)
