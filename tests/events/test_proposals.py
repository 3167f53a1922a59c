"""Which words are proposed as events, and how each came up."""

from __future__ import annotations

import pytest
from tests.factories import a_parse

from accordingto.events.proposals import NO_TYPE, Origin, propose
from accordingto.events.topic import topic_of
from accordingto.model.codebook import load_codebook


def origins_in(text: str, telling: frozenset[str] | None = None) -> dict[str, Origin]:
    parsed, book = a_parse(text), load_codebook()
    found = propose(parsed.paragraphs[0], topic_of(parsed, book), book, telling)
    return {one.coded.match.head.text: one.origin for one in found}


@pytest.mark.parametrize(
    ("text", "word", "origin"),
    [
        ("Rebels attacked the town on Monday.", "attacked", Origin.CODED),
        ("You attacked the menu with joy.", "attacked", Origin.DOUBTED),
        ("The sailors towed the patrol boat.", "towed", Origin.OPEN),
        ("The relocation of the villagers went on.", "relocation", Origin.OPEN),
    ],
)
def test_a_word_comes_up_by_a_row_against_the_guards_or_without_a_row(text: str, word: str, origin: Origin) -> None:
    assert origins_in(text)[word] is origin


@pytest.mark.parametrize("word", ["is", "sailors", "quick"])
def test_no_other_words_are_proposed(word: str) -> None:
    assert word not in origins_in("The sailors were quick and the boat is lost.")


def test_what_a_clause_follows_tells_and_is_not_proposed() -> None:
    assert "murmured" not in origins_in("The clerk murmured that the harbour was open.")


def test_words_of_an_event_are_not_proposed_again() -> None:
    assert "fire" not in origins_in("Soldiers opened fire on the crowd.")


def test_lemmas_passed_over_are_those_without_a_row_alone() -> None:
    text = "Rebels attacked the town and towed a boat."
    assert origins_in(text, frozenset()) == {"attacked": Origin.CODED}
    assert origins_in(text, frozenset({"tow"})) == {"attacked": Origin.CODED, "towed": Origin.OPEN}


def test_the_verb_that_carries_an_event_is_not_proposed_again() -> None:
    assert "began" not in origins_in("Ghana and Togo began joint naval exercises on Monday.")


def test_a_proposal_without_a_row_has_no_type() -> None:
    parsed, book = a_parse("The sailors towed the patrol boat."), load_codebook()
    found = list(propose(parsed.paragraphs[0], topic_of(parsed, book), book))
    assert [one.coded.match.trigger.event_type for one in found] == [NO_TYPE]
