"""What phrases for actors are taken for. Marks follow the PLOVER manual: `docs/explanation/actor-phrases.md`."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import pytest

from accordingto.grounding.actors import look_up
from accordingto.model.entity import EntityKind

PHRASES = Path(__file__).parents[2] / "gold" / "actors.tsv"


def rows() -> list[dict[str, str]]:
    """The first list; the later ones are measured by `accordingto eval actors`."""
    with PHRASES.open(encoding="utf-8", newline="") as lines:
        return [row for row in csv.DictReader(lines, delimiter="\t") if row["list"] == "first"]


@pytest.mark.parametrize("row", rows(), ids=lambda row: f"{row['phrase']} {row['on']}")
def test_a_phrase_has_its_country_and_first_sector(row: dict[str, str]) -> None:
    """An empty cell: of no country (PLOVER's IGO, NGO), or of no sector."""
    answer = look_up(row["phrase"], date.fromisoformat(row["on"]) if row["on"] else None)
    assert (answer.country or "", next(iter(answer.sectors), "")) == (row["country"], row["sector"])


@pytest.mark.parametrize(
    ("phrase", "name", "kind"),
    [
        ("Iraqi Foreign Minister Hoshyar Zebari", "Hoshyar Zebari", EntityKind.PERSON),
        ("the AP", "Associated Press", EntityKind.MEDIUM),
        ("Ankara", "Ankara", EntityKind.PLACE),
        ("a rebel weapons depot", "a rebel weapons depot", EntityKind.UNKNOWN),
        ("the United States", "United States", EntityKind.COUNTRY),
        ("Palestinian militants", "Palestinian militants", EntityKind.GROUP),
        ("the rebel group Hamas", "Hamas", EntityKind.GROUP),
        ("a Syrian villager", "a Syrian villager", EntityKind.PERSON),
        ("soldiers", "soldiers", EntityKind.GROUP),
        ("the foreign ministry", "the foreign ministry", EntityKind.ORGANISATION),
        ("its guns", "its guns", EntityKind.UNKNOWN),
    ],
)
def test_a_phrase_has_a_name_and_a_kind(phrase: str, name: str, kind: EntityKind) -> None:
    answer = look_up(phrase)
    assert (answer.name, answer.kind) == (name, kind)


@pytest.mark.parametrize(
    ("phrase", "on", "name"),
    [
        ("the Syrian president", date(2012, 7, 12), "Bashar al-Assad"),
        ("the Syrian president", date(1995, 7, 12), "Hafez al-Assad"),
        ("Turkey's prime minister", date(2010, 1, 1), "Recep Tayyip Erdogan"),
        ("Bush", date(1991, 1, 20), "George H. W. Bush"),
        ("Bush", date(2005, 1, 20), "George W. Bush"),
        ("King Abdullah of Jordan", date(2005, 1, 1), "King Abdullah II"),
        ("Saudi King Abdullah", date(2008, 1, 1), "King Abdullah"),
    ],
)
def test_an_office_or_a_surname_is_who_held_it_on_that_day(phrase: str, on: date, name: str) -> None:
    assert look_up(phrase, on).name == name


@pytest.mark.parametrize(
    ("phrase", "on", "sectors"),
    [
        ("Bill Clinton", date(1998, 1, 1), ("GOV",)),
        ("Bill Clinton", date(2010, 1, 1), ("ELI",)),
        ("former President Bill Clinton", None, ("ELI",)),
        ("Aung San Suu Kyi", date(2007, 9, 26), ("OPP",)),
        ("Aung San Suu Kyi", date(2018, 1, 1), ("GOV",)),
    ],
)
def test_a_sector_goes_with_the_day(phrase: str, on: date | None, sectors: tuple[str, ...]) -> None:
    assert look_up(phrase, on).sectors == sectors


@pytest.mark.parametrize(
    ("phrase", "country"),
    [
        ("Iranian-backed rebels", None),
        ("anti-American clerics", None),
        ("a London-based group", None),
        ("Saudi-led forces", "SAU"),
        ("Syria's ambassador to Iraq", "SYR"),
        ("the British embassy in Cairo", "GBR"),
        ("the mayor of Lyon", "FRA"),
        ("us", None),
        ("US", "USA"),
    ],
)
def test_only_the_words_that_say_whose_it_is_give_the_country(phrase: str, country: str | None) -> None:
    assert look_up(phrase).country == country


@pytest.mark.parametrize(
    ("phrase", "title"),
    [
        ("Iraqi Foreign Minister Hoshyar Zebari", "foreign minister"),
        ("Syria's ambassador to Iraq", "ambassador"),
        ("rebel leader Jonas Savimbi", "rebel leader"),
        ("former President Bill Clinton", "former president"),
    ],
)
def test_the_role_is_the_office_that_the_phrase_says(phrase: str, title: str) -> None:
    assert [role.title for role in look_up(phrase).roles] == [title]


@pytest.mark.parametrize("phrase", ["", " ", "'s", "…", "the", "\ud800", "a" * 10_000, "-- , and", "𝕏 of 𝕐"])
def test_any_words_have_an_answer(phrase: str) -> None:
    assert look_up(phrase).phrase == phrase


def test_what_belongs_to_no_country_says_so() -> None:
    assert look_up("United Nations envoy Kofi Annan").scope == "IGO"
    assert look_up("the International Monetary Fund").scope == "IGO"
    assert look_up("the Iraqi government").scope is None
