"""A telling at the end of its sentence tells the sentence from its beginning."""

from __future__ import annotations

import pytest
from tests.factories import a_parse, the_span

from accordingto.attribution.candidate import Candidate
from accordingto.attribution.passage import passages_of
from accordingto.attribution.trailing import with_whole_sentences
from accordingto.model.span import words_of


@pytest.mark.parametrize(
    ("sentence", "source", "cue", "found", "whole"),
    [
        (
            "The road is open, though nobody dares to use it, officials said on Friday.",
            "officials",
            "said",
            "though nobody dares to use it",
            "The road is open, though nobody dares to use it",
        ),
        (
            "Officials said that the road is open.",
            "Officials",
            "said",
            "that the road is open",
            "that the road is open",
        ),
        (
            '"The road is open," officials said.',
            "officials",
            "said",
            '"The road is open,"',
            '"The road is open,"',
        ),
    ],
)
def test_the_content_of_a_trailing_telling(sentence: str, source: str, cue: str, found: str, whole: str) -> None:
    parsed = a_parse(sentence)
    (passage,) = passages_of(parsed)
    who, says, what = ((the_span(parsed.article, words),) for words in (source, cue, found))
    (candidate,) = with_whole_sentences(passage, [Candidate(who, says, what)])
    assert words_of(sentence, candidate.content) == whole
