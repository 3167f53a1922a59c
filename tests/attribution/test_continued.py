"""Quotations without a cue: which of them somebody said."""

from __future__ import annotations

import pytest
from tests.factories import a_parse

from accordingto.attribution.continued import is_a_sentence
from accordingto.attribution.passage import passages_of

ROWS = [
    ("The crowd stood by the gate. “We will not leave this town.” Then it rained.", True),
    ("She sang “How the River Lost Its Bridge,” a song from the war.", False),
    ("They sang “Children of the Delta Come Home,” an old hymn.", False),
    ("On the wall somebody had painted “WE WILL NOT LEAVE THIS TOWN.” in red.", True),
    ("A poster read “We go to the port of Vedo.” in blue.", True),
    ("The “men of the river” left.", False),
]


@pytest.mark.parametrize(("words", "expected"), ROWS)
def test_a_sentence_is_said_and_a_title_is_not(words: str, expected: bool) -> None:
    (passage,) = passages_of(a_parse(words))
    (quotation,) = passage.quotations
    assert is_a_sentence(passage, quotation) is expected
