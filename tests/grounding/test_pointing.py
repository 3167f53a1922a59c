"""Which mention the words of a source or an actor are."""

from __future__ import annotations

import pytest
from tests.factories import a_parse, the_span

from accordingto.grounding.pointing import Pointers
from accordingto.parse.mentions import find_mentions


@pytest.mark.parametrize(
    ("text", "span", "head"),
    [
        ("Iraqi Foreign Minister Ali Nasser resigned.", "Iraqi Foreign Minister Ali Nasser", "Nasser"),
        ("The Associated Press' Ana Duarte reported it.", "The Associated Press' Ana Duarte", "Duarte"),
        ("A commander of the guards fled.", "A commander of the guards", "commander"),
        ("Karim Saleh, Syria's ambassador to Iraq, fled.", "Karim Saleh, Syria's ambassador to Iraq", "Saleh"),
        ("Omar Haddad and Ana Duarte said so.", "Omar Haddad and Ana Duarte", "Haddad"),
        ("He denied it.", "He", "He"),
    ],
)
def test_the_words_are_the_mention_whose_head_they_turn_on(text: str, span: str, head: str) -> None:
    parsed = a_parse(text)
    found = Pointers(find_mentions(parsed)).mention_of(the_span(parsed.article, span))
    assert found is not None
    assert found.head.of(text) == head


def test_words_without_a_mention_point_to_none() -> None:
    parsed = a_parse("They fled quickly.")
    assert Pointers(find_mentions(parsed)).mention_of(the_span(parsed.article, "quickly")) is None
