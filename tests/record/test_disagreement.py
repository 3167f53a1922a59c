"""How far reports differ, on columns of our own."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accordingto.record import disagreement
from accordingto.record.aggregation_columns import Value


@pytest.mark.parametrize(
    ("values", "divergence", "modal_share", "event"),
    [
        (["army", "army"], 0, 1.0, 0.0),
        (["army", "police"], 1, 0.5, 0.5),
        (["army", None], 1, 1.0, 0.0),
        ([None, None], 0, None, None),
        (["army", "army", "army", "police"], 1, 0.75, 0.25),
        ([], 0, None, None),
    ],
)
def test_one_event(values: list[Value], divergence: int, modal_share: float | None, event: float | None) -> None:
    assert disagreement.divergence(values) == divergence
    assert disagreement.is_disputed(values) == (divergence > 0)
    assert disagreement.modal_share(values) == modal_share
    assert disagreement.event_disagreement(values) == event


@pytest.mark.parametrize(
    ("values", "spread", "deviation"),
    [([2, 4], 2, 2**0.5), ([2], 0, None), ([2, None, 5], 3, 4.5**0.5), (["army"], None, None), ([], None, None)],
)
def test_numbers_of_one_event(values: list[Value], spread: float | None, deviation: float | None) -> None:
    assert disagreement.spread(values) == spread
    assert disagreement.deviation(values) == pytest.approx(deviation)


def test_means_over_events() -> None:
    found = disagreement.diagnose([[10, 20], [5, 5], [3], [None]])
    assert found.events == 4
    assert found.share == 0.25
    assert found.divergence == 0.25
    assert found.normalised == pytest.approx(0.25 / 5)
    assert found.modal_confidence == pytest.approx((0.5 + 1 + 1) / 3)
    assert found.mean_range == pytest.approx(10 / 3)
    assert found.mean_deviation == pytest.approx(50**0.5 / 2)


def test_no_events() -> None:
    assert disagreement.diagnose([]) == disagreement.Disagreement(0, None, None, None, None, None, None)


@given(st.lists(st.lists(st.sampled_from(["a", "b", None]), min_size=1), min_size=1))
def test_shares_are_shares(events: list[list[Value]]) -> None:
    found = disagreement.diagnose(events)
    assert found.share is not None
    assert found.normalised is not None
    assert 0 <= found.share <= 1
    assert 0 <= found.normalised <= 1
    assert found.modal_confidence is None or 0.5 <= found.modal_confidence <= 1
