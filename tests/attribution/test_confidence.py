"""How far a proposal is believed."""

from __future__ import annotations

import math

import pytest
from tests.attribution.windows import tagger_of, window_of

from accordingto.attribution.confidence import Confidence, features_of, load_confidence, read_confidence
from accordingto.attribution.proposals import find_proposals

TEXT = "He denied they said so ."


def test_proposals_that_claim_the_same_words_are_rivals() -> None:
    window = window_of(TEXT, "OBOBOO")
    outer, inner = features_of(window, find_proposals(window, tagger_of({(1, 2): "S.CCC.", (3, 4): "..S.C."})))
    assert inner["inside"] > 0 == outer["inside"]
    assert outer["contains"] > 0 == inner["contains"]
    assert outer["clash"] == pytest.approx(inner["clash"])


def test_a_proposal_alone_has_no_rival() -> None:
    window = window_of(TEXT, "OBOOOO")
    (only,) = features_of(window, find_proposals(window, tagger_of({(1, 2): "..CCC."})))
    assert (only["inside"], only["clash"], only["contains"]) == (0, 0, 0)
    assert (only["no source"], only["source"]) == (1, 0)


def test_the_rating_is_a_probability() -> None:
    confidence = read_confidence('{"weights": {"constant": 0.0, "valid": 1.0}, "believed": 0.4}')
    assert confidence.rate({"constant": 1.0, "valid": 0.0, "other": 9.0}) == 0.5
    assert math.isclose(Confidence({"constant": 800.0}, 0.4).rate({"constant": 1.0}), 1.0)


def test_the_weights_that_are_shipped_know_every_feature() -> None:
    window = window_of(TEXT, "OBOOOO")
    (features,) = features_of(window, find_proposals(window, tagger_of({(1, 2): "S.CCC."})))
    assert set(load_confidence().weights) == set(features)
