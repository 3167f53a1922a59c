"""An act told in the same breath as another has its place and day."""

from __future__ import annotations

import pytest
from spacy.tokens import Token
from tests.factories import a_parse

from accordingto.events.circumstances import place_words, time_words
from accordingto.events.shared_acts import shared_act


@pytest.mark.parametrize(
    ("sentence", "word", "first"),
    [
        ("Raiders burned the mill on Monday and kidnapped two herders.", "kidnapped", "burned"),
        ("A mine went off near Herat on Monday, wounding six drivers.", "wounding", "went"),
        ("Two camps were shelled on Monday and nine guards were wounded.", "wounded", "shelled"),
        ("The ambush on Monday that killed nine guards was filmed.", "killed", "ambush"),
        # two acts of two people, and a man who is no act
        ("Raiders burned the mill on Monday and the governor resigned.", "resigned", None),
        ("The captain from Herat who killed nine guards fled.", "killed", None),
        ("Raiders burned the mill on Monday.", "burned", None),
    ],
)
def test_the_act_told_first(sentence: str, word: str, first: str | None) -> None:
    shared = shared_act(_token(sentence, word))
    assert (None if shared is None else shared.text) == first


@pytest.mark.parametrize(
    ("sentence", "word", "place", "day"),
    [
        ("Raiders burned a mill in Herat on Monday and kidnapped two herders.", "kidnapped", "Herat", "Monday"),
        ("A mine went off in Herat on Monday, wounding six drivers.", "wounding", "Herat", "Monday"),
        ("Raiders burned a mill in Herat on Monday and fled to Kabul on Friday.", "fled", "Kabul", "Friday"),
    ],
)
def test_its_place_and_day(sentence: str, word: str, place: str, day: str) -> None:
    token = _token(sentence, word)
    found = (place_words(token), time_words(token))
    assert tuple(None if span is None else span.of(sentence) for span in found) == (place, day)


def _token(sentence: str, word: str) -> Token:
    doc = a_parse(sentence).paragraphs[0].doc
    return next(token for token in doc if token.text == word)
