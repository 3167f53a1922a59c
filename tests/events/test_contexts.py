"""Contexts by words and phrases of the event's sentence."""

from __future__ import annotations

import pytest
from tests.factories import a_parse

from accordingto.events.find import find_events

ROWS = [
    ("Rebels attacked the convoy.", {"military"}),
    ("The court jailed the lawyer.", {"legal"}),
    ("Police arrested refugees at the border.", {"asylum", "territory"}),
    ("The foreign minister visited Oslo.", {"diplomatic"}),
    ("The mayor met miners over coal and the climate.", {"environment"}),
]


@pytest.mark.parametrize(("sentence", "expected"), ROWS)
def test_contexts_of_a_sentence(sentence: str, expected: set[str]) -> None:
    assert expected <= set(find_events(a_parse(sentence))[0].contexts)


def test_a_bank_of_a_river_is_no_economy() -> None:
    event = find_events(a_parse("The mayor met farmers on the bank of the river."))[0]
    assert "economic" not in event.contexts
