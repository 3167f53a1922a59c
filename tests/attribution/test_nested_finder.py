"""Who tells inside another's content."""

from __future__ import annotations

import pytest
from tests.factories import a_parse

from accordingto.attribution.candidate import Candidate
from accordingto.attribution.nested_finder import find_nested
from accordingto.attribution.passage import passages_of
from accordingto.attribution.weights import load_light_model
from accordingto.model.span import Span

ROWS = [
    ("The agency said the minister had told reporters that troops fired on the crowd.", "the minister"),
    ("The agency said, according to a doctor, four people had died.", "a doctor"),
    ("The agency said clerks had accused the mayor of theft.", "clerks"),
    ("The mayor said clerks had accused the agency of theft.", None),
    ("The minister said she had told the court that troops fired on the crowd.", None),
    ("The mayor said the allegations that troops fired on the crowd had hurt the town.", None),
    ("The agency said the army will announce that the bridge is closed.", None),
    ("The agency said the clerks waited for the bank to say that it was insolvent.", None),
    ("The agency said the army would not say whether the bridge was closed.", "the army"),
]


@pytest.mark.parametrize(("words", "expected"), ROWS)
def test_another_teller_is_found_and_the_speaker_again_is_none(words: str, expected: str | None) -> None:
    passage = next(iter(passages_of(a_parse(words))))
    start = words.index("said") + len("said ")
    outer = Candidate((Span(0, start - 6),), (Span(start - 5, start - 1),), (Span(start, len(words) - 1),))
    found = [
        " ".join(span.of(words) for span in each.source) for each in find_nested(passage, [outer], load_light_model())
    ]
    assert found == ([expected] if expected else [])


def test_what_is_told_inside_ends_where_the_content_around_it_ends() -> None:
    """The parse lets the mayor's words run on into those of the agency."""
    words = "The mayor said the bridge was mined, Vedo reported, citing an aide."
    passage = next(iter(passages_of(a_parse(words))))
    cue = words.index("reported")
    outer = Candidate((Span(cue - 5, cue - 1),), (Span(cue, cue + 8),), (Span(0, words.index(", Vedo")),))
    (found,) = find_nested(passage, [outer], load_light_model())
    assert [span.of(words) for span in found.content] == ["the bridge was mined"]
