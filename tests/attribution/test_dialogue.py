"""Labels of speakers at the head of paragraphs."""

from __future__ import annotations

import pytest
from tests.factories import a_parse

from accordingto.attribution.dialogue import find_turns, is_asking
from accordingto.attribution.find import find_attributions
from accordingto.attribution.passage import PassageIndex, passages_of
from accordingto.model.span import words_of


@pytest.mark.parametrize(
    ("paragraphs", "labels"),
    [
        (("Q: Who paid?", "A: The harbour board paid.", "Q: How much?", "A: Nobody knows."), ["Q", "A", "Q", "A"]),
        (("Radio Ova: Who paid?", "Marek: The harbour board paid."), ["Radio Ova", "Marek"]),
        (("MRS TULL: We paid.", "CAPTAIN REY: You did not."), ["MRS TULL", "CAPTAIN REY"]),
        (("ADA REY (Mayor): We paid.", "MRS TULL: They did not."), ["ADA REY (Mayor)", "MRS TULL"]),
        (("Rey: We paid.", "Tull: You did not.", "Rey: We did."), ["Rey", "Tull", "Rey"]),
        (("Analysis: Who pays?", "Update: The board paid."), []),
        (("President: Ada Rey", "Capital: Tull"), []),
        (("The problem: nobody paid.", "The answer: more taxes."), []),
        (("Marek: The harbour board paid.", "The board denies it."), []),
        (("A: the harbour", "B: the mill"), []),
        (('Mayor Ada Rey: "The board paid."',), ["Mayor Ada Rey"]),
        (('Mayor Rey wrote on Facebook: "The board paid."',), []),
    ],
)
def test_labels_are_read_only_where_the_layout_shows_them(paragraphs: tuple[str, ...], labels: list[str]) -> None:
    """Two labelled turns, and a question, a title or a return of the label."""
    index = PassageIndex(tuple(passages_of(a_parse(*paragraphs))))
    text = index.passages[0].text
    assert [turn.label.of(text) for turn in find_turns(index)] == labels


def test_a_turn_is_an_attribution_with_the_label_as_its_source() -> None:
    """Who speaks stands before the colon; who is quoted in the turn is told by the turn's speaker."""
    parsed = a_parse("She spoke to Radio Ova on Monday.", "Q: Who paid?", "A: The mayor said the board had paid.")
    text = parsed.article.text
    found = find_attributions(parsed)
    question, answer, inner = (item for item in found if item.cue and item.source)
    assert [words_of(text, item.source) for item in (question, answer, inner)] == ["Q", "A", "The mayor"]
    assert words_of(text, question.content) == "Who paid?"
    assert [channel.span.of(text) for channel in answer.channel] == ["Radio Ova"]
    assert inner.within == answer.id


def test_only_those_who_ask_are_asking() -> None:
    """Q is; A and a name are not."""
    assert [is_asking(name) for name in ("q", "interviewer", "a", "rey")] == [True, True, False, False]
