"""Sources as reports describe them."""

from __future__ import annotations

import pytest

from accordingto.model.reported import Party
from accordingto.record.sources import as_body, is_identifiable, is_introduced, is_one_office

BODIES = [
    ("a police spokesman", "police"),
    ("a spokesman for the coast guard", "the coast guard"),
    ("a statement by the Guards", "the Guards"),
    ("the coast guard's spokesman", "the coast guard"),
    ("a spokeswoman", "a spokeswoman"),
    ("the harbour master", "the harbour master"),
]
IDENTIFIABLE = [
    (Party("the mayor", "person"), True),
    (Party("her brother", "person"), True),
    (Party("the army", "organisation"), True),
    (Party("A doctor", "person"), False),
    (Party("the official", "person"), False),
    (Party("a security official", "person", "EGY", ("GOV",)), False),
    (Party("villagers", "group"), False),
]
MAYOR, OMAR = Party("the mayor", "person"), Party("Omar Said", "person")
INTRODUCED = [
    ("The mayor, Omar Said, closed the bridge.", True),
    ("Omar Said, the mayor, closed the bridge.", True),
    ("Omar Said, Basra's deputy mayor, closed the bridge.", False),
    ("The mayor of the old town, Dr Omar Said, closed the bridge.", True),
    ("The mayor and Omar Said closed the bridge.", False),
    ("The former mayor, Omar Said, closed the bridge.", False),
]


@pytest.mark.parametrize(("words", "body"), BODIES)
def test_who_speaks_for_a_body_speaks_as_the_body(words: str, body: str) -> None:
    assert as_body(Party(words, "person")).name == body


@pytest.mark.parametrize(("party", "expected"), IDENTIFIABLE)
def test_who_is_the_same_whoever_hears_them(party: Party, expected: bool) -> None:
    assert is_identifiable(party) is expected


@pytest.mark.parametrize(("sentence", "expected"), INTRODUCED)
def test_a_name_beside_its_office(sentence: str, expected: bool) -> None:
    assert is_introduced((MAYOR, "the mayor"), (OMAR, "Omar Said"), [sentence]) is expected


def test_an_office_of_another_country_is_another_source() -> None:
    mayor, omar = Party("the mayor", "person", "ESP"), Party("Omar Said", "person", "EGY")
    assert not is_introduced((mayor, "the mayor"), (omar, "Omar Said"), ["The mayor, Omar Said, left."])


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("the town's mayor", "the mayor", True),
        ("his sister", "the sister", True),
        ("the deputy mayor", "the old mayor", False),
        ("the mayor", "the driver", False),
        ("Omar Said", "the mayor", False),  # a name is told beside its office, not by its words
    ],
)
def test_one_office(left: str, right: str, expected: bool) -> None:
    assert is_one_office(Party(left, "person"), Party(right, "person")) is expected
