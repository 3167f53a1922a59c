"""Paragraphs that a colon announces."""

from __future__ import annotations

import pytest
from tests.factories import a_parse, the_span

from accordingto.attribution.announced import with_announced_paragraphs
from accordingto.attribution.candidate import Candidate
from accordingto.attribution.passage import PassageIndex, passages_of


@pytest.mark.parametrize("cue", ["reported", "reported:"])
def test_the_colon_may_stand_in_the_cue(cue: str) -> None:
    """The paragraph after it is told by whoever reports, with the finder's cue to the colon or with it."""
    parsed = a_parse("The harbour has closed, Vedo reported:", "Two ships wait outside.")
    told = Candidate(
        (the_span(parsed.article, "Vedo"),),
        (the_span(parsed.article, cue),),
        (the_span(parsed.article, "The harbour has closed"),),
    )
    (found,) = with_announced_paragraphs(PassageIndex(tuple(passages_of(parsed))), (told,))
    assert found.content[-1] == the_span(parsed.article, "Two ships wait outside.")
