"""The state machine over quotation marks."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accordingto.attribution.quotations import find_quotations, quotation_at
from accordingto.model.span import Span

CASES = [
    ("double", '"We left," he said.', ['"We left,"']),
    ("split", '"We left," he said, "at dawn."', ['"We left,"', '"at dawn."']),
    ("curly", "He said “we left” twice.", ["“we left”"]),
    ("low and high", "„Wir gehen“, he said.", ["„Wir gehen“"]),
    ("angles", "«Nous partons», he said.", ["«Nous partons»"]),
    ("angles the other way", "»Wir gehen«, he said.", ["»Wir gehen«"]),
    ("two accents and two apostrophes", "``We left,'' he said.", ["``We left,''"]),
    ("two apostrophes on both sides", "''We left,'' he said.", ["''We left,''"]),
    ("single curly", "‘We left,’ he said.", ["‘We left,’"]),
    ("single straight", "He said 'we left' twice.", ["'we left'"]),
    ("apostrophe inside single", "‘We don’t know,’ he said.", ["‘We don’t know,’"]),
    (
        "plural possessive inside single",
        "‘The rebels’ demands are high,’ he said.",
        ["‘The rebels’ demands are high,’"],
    ),
    ("apostrophes alone", "The rebels' men don't like the '90s.", []),
    ("quotation in a quotation", '"He told me ‘go’ twice," she said.', ['"He told me ‘go’ twice,"']),
    ("inches", 'The 5-foot-10" guard said "no" again.', ['"no"']),
    ("a letter before the closing mark", 'He called it "unfair" and left.', ['"unfair"']),
    ("never closed", 'He said: "We left.', ['"We left.']),
    ("mixed marks", '“We left," he said.', ['“We left,"']),
    ("a closing mark of another kind", 'A "travel notice\'\' was sent, "they" say.', ["\"travel notice''", '"they"']),
    ("closing mark alone", "left,” he said.", []),
    ("nothing", "", []),
]


@pytest.mark.parametrize(("text", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_quotations_are_found(text: str, expected: list[str]) -> None:
    assert [quotation.span.of(text) for quotation in find_quotations(text, Span(0, len(text)))] == expected


def test_a_mark_left_open_is_told() -> None:
    assert [quotation.closed for quotation in find_quotations('"We left."  "We', Span(0, 15))] == [True, False]


def test_offsets_are_those_of_the_article() -> None:
    text = 'First.\n\n"We left."'
    (quotation,) = find_quotations(text, Span(8, len(text)))
    assert quotation.span == Span(8, 18)
    assert quotation_at((quotation,), 10) == quotation
    assert quotation_at((quotation,), 3) is None


@given(st.text(alphabet="ab .,s\"“”‘’'`«»„\n", max_size=60), st.integers(0, 5))
def test_any_marks_give_ordered_spans_inside_the_paragraph(text: str, margin: int) -> None:
    paragraph = Span(min(margin, len(text)), len(text))
    found = [quotation.span for quotation in find_quotations(text, paragraph)]
    assert all(paragraph.start <= span.start < span.end <= paragraph.end for span in found)
    assert all(left.end <= right.start for left, right in pairwise(found))
