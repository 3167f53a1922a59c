"""When two names can be one person's."""

from __future__ import annotations

import pytest

from accordingto.grounding.name_forms import are_one_person, are_spellings, person_words, spelling_keys


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("Karim al-Sayed", "Karim Sayed", True),
        ("Karim al-Sayed", "Samir al-Sayed", False),
        ("Mohammed Karimi", "Muhammad Karimi", True),
        ("Hussein Qadafi", "Husain Kaddafi", True),
        ("Bahsar Khoury", "Bashar Khoury", True),
        ("J. Duarte", "Joana Duarte", True),
        ("J. Duarte", "Maria Duarte", False),
        ("Luis Alberto Duarte", "Luis Duarte", True),
        ("President Luis Duarte", "Luis Duarte", True),
        ("Luis Duarte Jr.", "Luis Duarte", True),
        ("Luis Duarte", "Luis Pereira", False),
        ("Duarte", "Duarte", False),
    ],
)
def test_two_full_names_can_be_one_persons(left: str, right: str, expected: bool) -> None:
    """One word alone says too little here; a surname alone is looked up among the people met."""
    assert are_one_person(person_words(left), person_words(right)) is expected
    assert are_one_person(person_words(right), person_words(left)) is expected


@pytest.mark.parametrize(
    ("left", "right"), [("mohammed", "muhammad"), ("qadafi", "kaddafi"), ("bahsar", "bashar"), ("hussein", "husain")]
)
def test_two_spellings_share_a_key(left: str, right: str) -> None:
    assert are_spellings(left, right)
    assert set(spelling_keys(left)) & set(spelling_keys(right))


@pytest.mark.parametrize(("left", "right"), [("smith", "smyth-jones"), ("rice", "price"), ("ali", "aly"), ("", "a")])
def test_short_and_unlike_names_are_no_spellings(left: str, right: str) -> None:
    assert not are_spellings(left, right)
