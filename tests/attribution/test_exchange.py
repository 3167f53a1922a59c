"""Bare quotations between two voices."""

from __future__ import annotations

from tests.factories import a_parse, the_span

from accordingto.attribution.candidate import Candidate
from accordingto.attribution.exchange import with_turns
from accordingto.attribution.find import find_attributions
from accordingto.attribution.passage import PassageIndex, passages_of
from accordingto.model.span import any_covers, words_of


def who_says(words: str, *paragraphs: str) -> set[str]:
    """The sources of the contents that hold the words."""
    parsed = a_parse(*paragraphs)
    span = the_span(parsed.article, words)
    found = find_attributions(parsed)
    return {words_of(parsed.article.text, item.source) for item in found if any_covers(item.content, span)}


def test_after_a_question_and_an_answer_the_voices_take_turns() -> None:
    """The third quotation is the first voice's, the fourth the second's."""
    talk = (
        '"Who paid?" asked the judge.',
        '"The harbour board did," the clerk replied.',
        '"When was that?"',
        '"In May."',
    )
    assert who_says("When", *talk) == {"the judge"}
    assert who_says("May", *talk) == {"the clerk"}


def test_who_asks_after_the_question_is_not_whom_they_ask() -> None:
    """The phrase after *asked* is its source where the question stands right before."""
    assert who_says("burned", '"Who burned the barn?" asked the sheriff.') == {"the sheriff"}


def test_the_other_voice_does_not_keep_what_is_given_in_turn() -> None:
    """A finder may have let the answer run on into the next question."""
    parsed = a_parse('"Who paid?" asked the judge.', '"They did," the clerk replied.', '"When was that?"')
    index = PassageIndex(tuple(passages_of(parsed)))
    spans = [the_span(parsed.article, words) for words in ('"Who paid?"', '"They did,"', '"When was that?"')]
    judge = Candidate((), (the_span(parsed.article, "asked"),), (spans[0],))
    clerk = Candidate((), (the_span(parsed.article, "replied"),), (spans[1], spans[2]))
    asked, answered = with_turns(index, (judge, clerk))
    assert asked.content == (spans[0], spans[2])
    assert answered.content == (spans[1],)


def test_without_an_answer_a_bare_quotation_goes_on() -> None:
    """Two witnesses in a row do not talk to each other."""
    talk = ('"We paid at once," said the clerk.', '"Nobody paid us," said the guard.', '"We never saw the money."')
    assert who_says("never", *talk) == {"the guard"}
