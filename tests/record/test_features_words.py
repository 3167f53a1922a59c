"""Base forms, kinship and rarity of words."""

from __future__ import annotations

import pytest

from accordingto.record.features_words import base_form, kinship, numbers_in, rarity, telling_bases, words_in


@pytest.mark.parametrize(
    ("word", "base"),
    [
        ("shot", "shoot"),  # irregular
        ("fled", "flee"),
        ("stopping", "stop"),  # a doubled letter
        ("resigned", "resign"),
        ("fired", "fire"),  # an e that the ending took
        ("armies", "army"),
        ("ministry's", "ministry"),
        ("zebari", "zebari"),  # in no table
    ],
)
def test_the_base_of_a_word(word: str, base: str) -> None:
    assert base_form(word) == base


@pytest.mark.parametrize(
    ("left", "right"),
    [("buy", "acquisition"), ("kill", "murder"), ("die", "death"), ("quake", "earthquake"), ("win", "defeat")],
)
def test_words_for_one_deed_are_kin(left: str, right: str) -> None:
    assert kinship(left, right) > 0.5
    assert kinship(left, right) == kinship(right, left)


@pytest.mark.parametrize(("left", "right"), [("arrest", "climb"), ("vote", "kill"), ("zebari", "annan")])
def test_words_for_other_deeds_are_not(left: str, right: str) -> None:
    assert kinship(left, right) < 0.3


def test_a_name_is_rarer_than_what_every_report_says() -> None:
    assert rarity("say") < 1 < rarity("arrest") < rarity("zebari")


def test_numbers_in_figures_and_words() -> None:
    assert numbers_in(words_in("Twelve of 40 men stole $300.")) == {"Twelve", "40", "300"}


def test_small_words_tell_nothing() -> None:
    assert telling_bases(words_in("They were at the bridge.")) == ["bridge"]
