"""From the encoder's probabilities to candidates in code points."""

from __future__ import annotations

import pytest
from tests.attribution.windows import tagger_of, window_of

from accordingto.attribution.confidence import Confidence
from accordingto.attribution.decode import decode_candidates
from accordingto.model.span import words_of

TEXT = "Troops fired , the minister said ."
BY_VALIDITY = Confidence({"valid": 1.0}, 0.4)


@pytest.mark.parametrize(
    ("roles", "valid", "read"),
    [
        ("CC.SS..", 0.9, [("the minister", "said", "Troops fired")]),
        ("CC.....", 0.9, [("", "said", "Troops fired")]),
        ("CC.SS..", 0.1, []),
    ],
)
def test_a_proposal_that_is_believed_is_a_candidate(roles: str, valid: float, read: list[tuple[str, str, str]]) -> None:
    found = decode_candidates([window_of(TEXT, "OOOOOBO")], tagger_of({(5, 6): roles}, valid), BY_VALIDITY)
    assert [(words_of(TEXT, a.source), words_of(TEXT, a.cue), words_of(TEXT, a.content)) for a in found] == read


def test_the_threshold_can_be_given() -> None:
    window, tag = window_of(TEXT, "OOOOOBO"), tagger_of({(5, 6): "CC.SS.."}, 0.3)
    assert not decode_candidates([window], tag, BY_VALIDITY)
    assert len(decode_candidates([window], tag, BY_VALIDITY, believed=0.2)) == 1
