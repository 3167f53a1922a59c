"""Negation at the event's own words."""

from __future__ import annotations

import pytest
from tests.factories import a_parse

from accordingto.events.polarity import is_negated


@pytest.mark.parametrize(
    ("sentence", "trigger", "negated"),
    [
        ("Troops did not fire.", "fire", True),
        ("Troops never fired.", "fired", True),
        ("Nobody fired.", "fired", True),
        ("No soldier fired.", "fired", True),
        ("They signed no accord.", "signed", True),
        ("Troops no longer patrol the strait.", "patrol", True),
        ("Neither the army nor the police intervened.", "intervened", True),
        ("They did not shoot or shell the village.", "shell", True),
        ("They did not only shoot.", "shoot", False),
        ("The ministry has no plan.", "has", False),
        ("They did not shoot and the crowd left.", "left", False),
        ("Troops fired.", "fired", False),
    ],
)
def test_negation(sentence: str, trigger: str, negated: bool) -> None:
    token = next(token for token in a_parse(sentence).tokens() if token.text == trigger)
    assert is_negated(token) is negated
