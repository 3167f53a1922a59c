"""Whether two reports mean the same person, body or side."""

from __future__ import annotations

import pytest

from accordingto.model.reported import Party
from accordingto.record.parties import is_named, is_same_party, is_unspecific, name_words

SAME = [
    (Party("Nawaf al-Fares", "person"), Party("Nawaf Fares", "person")),
    (Party("President Bashar al-Assad", "person"), Party("Basher Assad", "person")),
    (Party("A. Weber", "person"), Party("Anna Weber", "person")),
    (Party("U.N.", "organisation"), Party("un", "organisation")),
    (Party("Free Syrian Army", "organisation"), Party("FSA", "organisation")),
    (Party("Norway", "country", "NOR"), Party("Norway", "country", "NOR")),
    (Party("Anna Weber", "person", "CHE"), Party("Anna Weber", "person", "NOR")),
    (Party("Anton Weber", "person"), Party("Anton Weber III", "person")),
    (Party("Luis Gerardo Paz", "person"), Party("Luis Paz", "person")),
]
NOT_SAME = [
    (Party("Anna Weber", "person"), Party("Anna Berg", "person")),
    (Party("Anna Weber", "person"), Party("Weber Steel", "organisation")),
    (Party("the foreign ministry", "organisation", "NOR"), Party("the foreign ministry", "organisation", "SWE")),
    (Party("Khan", "person"), Party("Khat", "person")),
    (Party(""), Party("")),
    (Party("Weber", "person", "CHE"), Party("Weber", "person", "NOR")),
    (Party("the Norwegian minister", "person"), Party("the Norwegian governor", "person")),
]


@pytest.mark.parametrize(("left", "right"), SAME)
def test_one_party_in_two_spellings(left: Party, right: Party) -> None:
    assert is_same_party(left, right)
    assert is_same_party(right, left)


@pytest.mark.parametrize(("left", "right"), NOT_SAME)
def test_two_parties(left: Party, right: Party) -> None:
    assert not is_same_party(left, right)
    assert not is_same_party(right, left)


def test_a_description_that_fits_many() -> None:
    assert is_unspecific(Party("three people"))


def test_a_name_of_small_words_alone_keeps_them() -> None:
    assert name_words("The The") == ("the", "the")


def test_a_title_that_ends_a_description_is_kept() -> None:
    assert name_words("the interior minister") == ("interior", "minister")


def test_an_indefinite_description_is_no_name() -> None:
    assert not is_named(Party("A doctor"))
    assert is_named(Party("The Hague"))
