"""From spans to tokens, and from tokens to the attributions that hold them."""

from __future__ import annotations

from tests.factories import a_parse, the_span

from accordingto.events.passages import Passages, head_of
from accordingto.model.attribution import Attribution, Form
from accordingto.model.span import Span


def test_a_content_over_two_paragraphs_holds_tokens_of_both() -> None:
    parsed = a_parse('"They shot at us,', '"and burned the mill," he said.')
    start, end = the_span(parsed.article, "They").start, the_span(parsed.article, "mill").end
    told = Attribution("a", (), (the_span(parsed.article, "said"),), (Span(start, end),), Form.DIRECT)
    passages = Passages(parsed, [told])
    for words in ("shot", "burned"):
        span = the_span(parsed.article, words)
        token = passages.tokens((span,))[0]
        assert token.text == words
        assert passages.holders(token, (span,)) == [told]
        assert token.i in passages.content_around(token, told)


def test_the_cue_is_in_no_content_of_its_own() -> None:
    parsed = a_parse("They urged the army to withdraw.")
    whole = Span(0, len(parsed.article.text))
    cue = the_span(parsed.article, "urged")
    passages = Passages(parsed, [Attribution("a", (), (cue,), (whole,), Form.INDIRECT)])
    assert passages.holders(passages.tokens((cue,))[0], (cue,)) == []


def test_the_head_is_the_word_the_others_hang_on() -> None:
    parsed = a_parse("He was relieved of his duties.")
    found = Passages(parsed, ()).tokens((the_span(parsed.article, "relieved of his duties"),))
    head = head_of(found)
    assert head is not None
    assert head.text == "relieved"
    assert head_of([]) is None


def test_spans_outside_the_report_have_no_tokens() -> None:
    parsed = a_parse("Troops fired.")
    assert Passages(parsed, ()).tokens((Span(500, 510),)) == []
    assert Passages(a_parse(), ()).tokens((Span(0, 3),)) == []
