"""Three numbers, or one, from the counts of several reports."""

from __future__ import annotations

import pytest

from accordingto.model.reported import Count
from accordingto.record.aggregation_columns import minimum, numeric_mode
from accordingto.record.aggregation_counts import Estimate, acled_number, estimate_by, ucdp_estimate

Bounds = tuple[int | None, int | None]


def counts(*bounds: Bounds) -> list[Count]:
    return [Count("killed", low, high) for low, high in bounds]


@pytest.mark.parametrize(
    ("bounds", "low", "best", "high", "acled"),
    [
        ([(4, 4)], 4, 4, 4, 4),
        ([(4, 4), (4, 4), (12, 12)], 4, 4, 12, 4),
        ([(12, 12), (4, 4), (12, 12)], 4, 12, 12, 4),
        ([(4, 4), (12, 12)], 4, 4, 12, 4),
        ([(5, 8), (6, None)], 5, 5, 8, 5),
        ([(None, 9)], 9, 9, 9, 9),
        ([(None, None)], None, None, None, None),
        ([], None, None, None, None),
    ],
)
def test_ucdp_and_acled(
    bounds: list[Bounds], low: int | None, best: int | None, high: int | None, acled: int | None
) -> None:
    assert ucdp_estimate("killed", counts(*bounds)) == Estimate("killed", low, best, high)
    assert acled_number(counts(*bounds)) == acled


def test_each_bound_is_chosen_for_itself() -> None:
    # the commonest upper bound alone would be 4, the smallest of three told once
    told = counts((4, 4), (7, None), (7, 20))
    assert estimate_by("killed", told, numeric_mode) == Estimate("killed", 7, 7, 7)
    assert estimate_by("killed", told, minimum) == Estimate("killed", 4, 4, 4)
