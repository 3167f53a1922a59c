"""The measures of clusters against examples worked out by hand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accordingto.evaluation.coreference_scores import b_cubed, ceaf_e, conll_f1, lea, muc, pairs

GOLD = {"1": "a", "2": "a", "3": "a", "4": "b", "5": "b", "6": "c"}
FOUND = {"1": "x", "2": "x", "3": "y", "4": "y", "5": "y", "6": "z"}
"""{1 2 3} {4 5} {6} against {1 2} {3 4 5} {6}."""


@pytest.mark.parametrize(
    ("measure", "recall", "precision"),
    [
        (muc, 2 / 3, 2 / 3),  # links kept: one of {1 2 3}'s two, {4 5}'s one
        (b_cubed, 14 / 18, 14 / 18),  # (4 + 1) / 3 + 4 / 2 + 1 of six
        (ceaf_e, 2.6 / 3, 2.6 / 3),  # Dice .8, .8 and 1 of three clusters
        (lea, 4 / 6, 4 / 6),  # 3 x 1/3 + 2 x 1 + 1 x 1 of six
        (pairs, 2 / 4, 2 / 4),
    ],
)
def test_the_measure_is_what_it_is_by_hand(measure, recall: float, precision: float) -> None:  # type: ignore[no-untyped-def]  # one of five generic functions
    scores = measure(GOLD, FOUND)
    assert (scores.recall, scores.precision) == (pytest.approx(recall), pytest.approx(precision))


def test_all_in_one_cluster_has_full_recall() -> None:
    """Recall 1, precision by hand: (9 + 4 + 1) / 6 / 6 of B³; of 15 pairs 4 are right."""
    one = dict.fromkeys(GOLD, "all")
    assert (muc(GOLD, one).recall, b_cubed(GOLD, one).recall) == (1.0, 1.0)
    assert b_cubed(GOLD, one).precision == pytest.approx(14 / 36)
    assert pairs(GOLD, one).precision == pytest.approx(4 / 15)


def test_all_alone_keeps_no_link_and_only_the_singleton_of_lea() -> None:
    alone = {item: item for item in GOLD}
    assert muc(GOLD, alone).recall == 0.0
    assert lea(GOLD, alone).recall == pytest.approx(1 / 6)
    assert lea(GOLD, alone).precision == pytest.approx(1 / 6)


def test_conll_is_the_mean_of_three() -> None:
    assert conll_f1(GOLD, FOUND) == pytest.approx((2 / 3 + 14 / 18 + 2.6 / 3) / 3)


@given(st.lists(st.integers(0, 4), min_size=2, max_size=12))
def test_a_clustering_agrees_with_itself(names: list[int]) -> None:
    clusters = {str(place): name for place, name in enumerate(names)}
    assert b_cubed(clusters, clusters).f1 == pytest.approx(1.0)
    assert ceaf_e(clusters, clusters).f1 == pytest.approx(1.0)
    assert lea(clusters, clusters).f1 == pytest.approx(1.0)
