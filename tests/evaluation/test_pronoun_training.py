"""The trainer of the pronoun ranker, on made-up examples that one feature or one state decides."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from accordingto.evaluation.pronoun_examples import Example
from accordingto.evaluation.pronoun_training import train_ranker

WIDTH = 6


def _example(number: int, *, with_states: bool) -> Example:
    """Of two candidates the one right whose feature is "near"; with states, whose first number is the pronoun's."""
    is_first = number % 2 == 0
    right = (is_first, not is_first)
    near, far = ("near", "same"), ("far", "same")
    if not with_states:
        return Example("made", str(number), (near, far) if is_first else (far, near), right, None)
    chance = np.random.default_rng(number)
    sign = np.float32(1 if number % 4 < 2 else -1)
    pronoun = _state(chance, 2 * WIDTH, sign)
    rows = np.stack([_state(chance, 3 * WIDTH, sign if is_right else -sign) for is_right in right])
    return Example("made", str(number), (("same",), ("same",)), right, (pronoun, rows))


def _state(chance: np.random.Generator, size: int, first: np.float32) -> NDArray[np.float32]:
    state = chance.normal(0, 0.1, size).astype(np.float32)
    state[0] = first
    return state


def test_a_feature_of_the_right_candidates_gains_weight() -> None:
    ranker = train_ranker([_example(number, with_states=False) for number in range(40)])
    assert ranker.weights["near"] > ranker.weights["far"]
    assert ranker.network is None


def test_the_network_learns_what_only_the_states_of_both_tell() -> None:
    ranker = train_ranker([_example(number, with_states=True) for number in range(1200)])
    assert ranker.network is not None
    hits = 0
    for number in range(2000, 2100):
        unseen = _example(number, with_states=True)
        assert unseen.states is not None
        hits += unseen.right[int(np.argmax(ranker.network.scores(*unseen.states)))]
    assert hits > 90


@pytest.mark.parametrize("right", [(True, True), (False, False)])
def test_an_example_that_decides_nothing_is_left_out(right: tuple[bool, bool]) -> None:
    examples = [_example(number, with_states=False) for number in range(40)]
    idle = Example("made", "idle", (("far", "odd"), ("far", "odd")), right, None)
    assert train_ranker([*examples, *[idle] * 9]).weights.keys() == {"near", "far", "same"}
