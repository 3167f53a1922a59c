"""Pairs of claims as rows of numbers."""

from __future__ import annotations

from dataclasses import replace

from tests.factories import a_claim

from accordingto.model.reported import Party, ReportedClaim
from accordingto.record.features import FEATURES, UNKNOWN, pair_features, profile_of
from accordingto.record.stories_sketch import sketch_of_text

RUIZ, WEBER = Party("Ana Ruiz", "person"), Party("Karl Weber", "person")
SHOT = a_claim("Gunmen shot Ana Ruiz in Lorca.", trigger="shot", recipients=(RUIZ,))
KILLED = a_claim("Ana Ruiz was killed at the market of Lorca.", trigger="killed", recipients=(RUIZ,))
HELD = a_claim("Police held Karl Weber on Friday.", trigger="held", type="COERCE", recipients=(WEBER,))


def features(left: ReportedClaim, right: ReportedClaim) -> dict[str, float]:
    return dict(zip(FEATURES, pair_features(profile_of(left), profile_of(right), {}, {}), strict=True))


def test_the_order_of_a_pair_does_not_matter() -> None:
    assert features(SHOT, KILLED) == features(KILLED, SHOT)


def test_one_victim_is_seen_in_recipients_and_names() -> None:
    row = features(SHOT, KILLED)
    assert row["recipients"] > 0.99
    assert row["other_names"] == 1.0


def test_two_victims_are_seen_to_differ() -> None:
    row = features(SHOT, HELD)
    assert (row["recipients"], row["other_names"], row["types"]) == (0.0, -1.0, -1.0)


def test_triggers_near_in_meaning() -> None:
    row = features(SHOT, KILLED)
    assert row["same_word"] == 0.0
    assert row["kinship"] > features(SHOT, HELD)["kinship"]


def test_without_sketches_the_story_is_unknown() -> None:
    assert features(SHOT, KILLED)["story_words"] == UNKNOWN


def test_with_sketches_the_story_counts() -> None:
    text = "Gunmen shot Ana Ruiz in Lorca. The mayor died at the market."
    sketches = {claim.article: sketch_of_text(claim.article, text) for claim in (SHOT, KILLED)}
    row = dict(zip(FEATURES, pair_features(profile_of(SHOT), profile_of(KILLED), sketches, {}), strict=True))
    assert row["story_words"] > 0.99


def test_distance_counts_within_one_article_alone() -> None:
    near = replace(KILLED, article=SHOT.article, start=90)
    assert features(SHOT, near)["distance"] > 4
    assert features(SHOT, KILLED)["distance"] == UNKNOWN
