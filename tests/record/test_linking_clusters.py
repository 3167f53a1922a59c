"""Average linkage: no chain through one strong link, no order, people first."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from accordingto.record.linking_clusters import cluster

PAIRS = st.dictionaries(
    st.tuples(st.sampled_from("abcdefgh"), st.sampled_from("abcdefgh")).filter(lambda pair: pair[0] < pair[1]),
    st.integers(0, 100).map(lambda hundredths: hundredths / 100),
)


def test_a_chain_of_strong_links_does_not_join_its_ends() -> None:
    scores = {("a", "b"): 0.9, ("b", "c"): 0.9, ("c", "d"): 0.9, ("d", "e"): 0.9}
    assert max(len(group) for group in cluster("abcde", scores, threshold=0.5)) <= 2


def test_pairs_judged_the_same_are_joined_whatever_their_score() -> None:
    assert cluster("ab", {}, threshold=0.5, together=[("b", "a")]) == [("a", "b")]


def test_pairs_judged_different_are_kept_apart_also_through_a_third() -> None:
    scores = {("a", "b"): 0.9, ("b", "c"): 0.8, ("a", "c"): 0.9}
    groups = cluster("abc", scores, threshold=0.3, apart=[("a", "b")])
    assert not any({"a", "b"} <= set(group) for group in groups)
    assert sorted(map(len, groups)) == [1, 2]


@given(PAIRS, st.randoms(use_true_random=False))
def test_order_does_not_matter(scores: dict[tuple[str, str], float], chooser: random.Random) -> None:
    items, pairs = list("abcdefgh"), list(scores.items())
    chooser.shuffle(items)
    chooser.shuffle(pairs)
    turned = {(right, left): score for (left, right), score in pairs}
    assert cluster(items, turned, threshold=0.4) == cluster("abcdefgh", scores, threshold=0.4)


@given(PAIRS)
def test_every_item_is_in_one_group(scores: dict[tuple[str, str], float]) -> None:
    groups = cluster("abcdefgh", scores, threshold=0.4)
    assert sorted(item for group in groups for item in group) == list("abcdefgh")
