"""The linear judge, on weights written by hand, and the weights that the package ships."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from accordingto.events.classifier import (
    NO_EVENT,
    EventClassifier,
    Weights,
    feature_key,
    load_event_classifier,
    softmax,
)
from accordingto.model.codebook import load_codebook


def weights(labels: tuple[str, ...], by_name: dict[str, list[float]]) -> Weights:
    return Weights(
        labels=labels,
        rows={feature_key(name): row for row, name in enumerate(by_name)},
        values=np.array(list(by_name.values()), np.float32).reshape(-1, len(labels)),
        bias=np.zeros(len(labels), np.float32),
    )


TYPES = weights((NO_EVENT, "AID", "MOVE"), {"lemma=give": [0, 3, 0], "lemma=sit": [5, 0, 0]})
MODES = weights(("MOVE:", "MOVE:flee", "MOVE:arrive", "AID:x"), {"lemma=run": [0, 4, 0, 9]})
CLASSIFIER = EventClassifier(TYPES, MODES)


def test_the_likeliest_type_comes_with_its_probability() -> None:
    verdict = CLASSIFIER.judge(["lemma=give", "never seen"])
    assert verdict.event_type == "AID"
    assert verdict.probability == pytest.approx(np.exp(3) / (np.exp(3) + 2))


def test_where_no_event_is_likeliest_the_best_type_is_unlikely() -> None:
    assert CLASSIFIER.judge(["lemma=sit"]).probability < 0.01


def test_only_modes_of_the_type_compete() -> None:
    assert CLASSIFIER.mode("MOVE", ["lemma=run"]) == "flee"


def test_a_mode_that_is_not_likely_enough_is_not_told() -> None:
    assert CLASSIFIER.mode("MOVE", ["lemma=walk"]) is None


def test_each_context_is_judged_by_itself() -> None:
    contexts = weights(("legal", "crime", "health"), {"about=court": [3, 1, -3]})
    assert EventClassifier(TYPES, MODES, contexts=contexts).contexts_of(["about=court"]) == ("legal", "crime")
    assert CLASSIFIER.contexts_of(["about=court"]) is None


@given(st.lists(st.floats(-50, 50, width=32), min_size=1, max_size=9))
def test_probabilities_sum_to_one(scores: list[float]) -> None:
    assert softmax(np.array(scores, np.float32)).sum() == pytest.approx(1, abs=1e-4)


def test_the_shipped_weights_know_every_type_and_mode_of_the_codebook() -> None:
    classifier, types = load_event_classifier(), load_codebook().types
    assert set(classifier.types.labels) == {NO_EVENT, *types}
    assert {f"{one.name}:{mode}" for one in types.values() for mode in one.modes} <= set(classifier.modes.labels)
