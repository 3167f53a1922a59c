"""Proposals out of the encoder's probabilities, on windows made by hand."""

from __future__ import annotations

import numpy as np
import pytest
from tests.attribution.windows import cue_probabilities, roles_of, tagger_of, window_of

from accordingto.attribution.proposals import best_roles, find_proposals, likely_cues
from accordingto.parse.encoder import Cue

TEXT = "Troops fired , the minister said ."


@pytest.mark.parametrize(
    ("letters", "found"),
    [
        ("OBIO", [(1, 3)]),
        ("OBBO", [(1, 2), (2, 3)]),
        ("IOOB", [(0, 1), (3, 4)]),
        ("OBwO", [(1, 2)]),
        ("OwwO", [(1, 3)]),
        ("OO", []),
    ],
)
def test_words_that_may_be_a_cue_are_put_together(letters: str, found: list[Cue]) -> None:
    assert likely_cues(cue_probabilities(letters)) == found


def test_one_doubtful_word_does_not_break_a_span() -> None:
    roles = roles_of("CCCCC")
    roles[2] = np.log(np.array([0.5, 0.1, 0.4]))
    assert best_roles(roles[None])[0].tolist() == [2, 2, 2, 2, 2]


@pytest.mark.parametrize(
    ("roles", "source", "content"),
    [
        ("CC.SS..", (3, 5), [0, 1]),
        ("CC.....", None, [0, 1]),
        ("SC.SS..", (3, 5), [1]),
        ("CC.SSCC", (3, 5), [0, 1, 6]),
    ],
)
def test_the_longest_source_and_all_of_the_content_are_proposed(
    roles: str, source: tuple[int, int] | None, content: list[int]
) -> None:
    (found,) = find_proposals(window_of(TEXT, "OOOOOBO"), tagger_of({(5, 6): roles}))
    assert (found.cue, found.source, found.content.nonzero()[0].tolist()) == ((5, 6), source, content)


def test_a_cue_without_a_content_proposes_nothing() -> None:
    assert find_proposals(window_of(TEXT, "OOOOOBO"), tagger_of({(5, 6): "...SSC."})) == []
    assert find_proposals(window_of(TEXT, "OOOOOOO"), tagger_of({})) == []
