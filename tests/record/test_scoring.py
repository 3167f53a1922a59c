"""Scores of pairs: likely where claims agree, settled by rules, with reasons in words."""

from __future__ import annotations

import json
from dataclasses import replace

import numpy as np
import pytest
from tests.factories import a_claim

from accordingto.model.reported import Location, Party
from accordingto.model.resources import read_data
from accordingto.record.features import profile_of
from accordingto.record.scoring import (
    Trees,
    is_worth_scoring,
    linking_from_json,
    reasons,
    score_pairs,
    score_rows,
)
from accordingto.record.stories_sketch import sketch_of_text

RUIZ, WEBER = Party("Ana Ruiz", "person"), Party("Karl Weber", "person")
SHOT = a_claim("Gunmen shot mayor Ana Ruiz at the fish market of Lorca.", trigger="shot", recipients=(RUIZ,))
SHOOTING = a_claim(
    "The shooting of mayor Ana Ruiz at the fish market shook Lorca.", trigger="shooting", recipients=(RUIZ,)
)
TEXT = "Gunmen shot mayor Ana Ruiz at the fish market of Lorca. Ruiz had fought smugglers. Lorca mourned."
SKETCHES = {claim.article: sketch_of_text(claim.article, TEXT) for claim in (SHOT, SHOOTING)}


def test_two_reports_of_one_shooting_are_likely_one() -> None:
    (verdict,) = score_pairs([(profile_of(SHOT), profile_of(SHOOTING))], SKETCHES)
    assert verdict.score > 0.5


def test_another_victim_is_vetoed_by_name() -> None:
    other = replace(SHOOTING, recipients=(WEBER,))
    (verdict,) = score_pairs([(profile_of(SHOT), profile_of(other))], SKETCHES)
    assert (verdict.score, verdict.rule) == (0.0, "other victim: Ana Ruiz, Karl Weber")


def test_reasons_are_words() -> None:
    left, right = profile_of(SHOT), profile_of(SHOOTING)
    (verdict,) = score_pairs([(left, right)], SKETCHES)
    assert reasons(left, right, verdict)[:2] == ("“shot” and “shooting” are near in meaning", "both name Ana, Ruiz")


def test_the_place_is_a_reason() -> None:
    lorca = Location("Lorca", "ESP")
    left, right = profile_of(replace(SHOT, place=lorca)), profile_of(replace(SHOOTING, place=lorca))
    assert "both in Lorca" in reasons(left, right, score_pairs([(left, right)], {})[0])


def test_what_has_nothing_in_common_is_not_scored() -> None:
    vote = a_claim("Parliament approved the budget.", trigger="approved", type="SUPPORT")
    assert is_worth_scoring(profile_of(SHOT), profile_of(SHOOTING))
    assert not is_worth_scoring(profile_of(SHOT), profile_of(vote))


def test_a_tree_sends_each_row_to_its_leaf() -> None:
    """One tree: feature 1 above 5, then feature 0 above 1 on both sides."""
    trees = Trees(
        features=np.array([[1, 0, 0]]),
        thresholds=np.array([[5, 1, 1]], np.float32),
        leaves=np.array([[-2, -1, 1, 2]], np.float32),
        scale=1.0,
        bias=0.0,
    )
    rows = np.array([[0, 0], [2, 0], [0, 9], [2, 9]], np.float32)
    assert score_rows(rows, trees) == pytest.approx([1 / (1 + np.exp(-leaf)) for leaf in (-2, -1, 1, 2)])


def test_a_model_for_other_features_is_refused() -> None:
    table = json.loads(read_data("linking.json"))
    table["claims"]["names"] = table["claims"]["names"][1:]
    with pytest.raises(ValueError, match="train-linking"):
        linking_from_json(table)


def test_the_file_is_small() -> None:
    assert len(read_data("linking.json")) < 200_000
