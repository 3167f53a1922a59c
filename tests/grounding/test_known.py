"""The tables of facts hold together."""

from __future__ import annotations

import re

import pytest

from accordingto.grounding.agent_nouns import agent_nouns
from accordingto.grounding.known import country_names, known_names, read_table
from accordingto.grounding.tenures import every_tenure, tenures_by_surname, terms_named

GOVERNING = ("COP", "GOV", "JUD", "LEG", "MIL", "PRM", "PTY", "REB", "SPY", "UAF", "UNK", "OPP")
OTHERS = ("AGR", "BUS", "CRM", "CVL", "EDU", "ELI", "JRN", "LAB", "MED", "REF", "REL", "SOC")
SECTORS = {*GOVERNING, *OTHERS}


def test_every_country_has_an_alpha_3_code_of_its_own() -> None:
    codes = [row["iso3"] for row in read_table("countries")]
    assert len(codes) == len(set(codes))
    assert all(re.fullmatch(r"[A-Z]{3}", code) for code in codes)
    assert len(codes) >= 195


@pytest.mark.parametrize(
    "table", ["seats", "organisations", "groups", "media", "regions", "offices", "people", "standing"]
)
def test_every_country_of_a_table_is_a_country(table: str) -> None:
    assert {row["country"] for row in read_table(table) if row["country"]} <= set(country_names())


def test_every_sector_is_one_of_plovers() -> None:
    assert {sector for known in known_names().values() for sector in known.sectors} <= SECTORS
    assert {noun.sector for noun in agent_nouns().values()} - {None} <= SECTORS
    assert {sector for term in every_tenure() for sector in term.sectors} <= SECTORS


def test_every_term_begins_before_it_ends() -> None:
    assert [term for term in every_tenure() if term.end is not None and term.start > term.end] == []


@pytest.mark.parametrize("table", ["offices", "people"])
def test_no_term_is_told_twice(table: str) -> None:
    rows = [tuple(row[column] for column in ("name", "country", "office", "from")) for row in read_table(table)]
    assert len(rows) == len(set(rows))


def test_the_standing_of_a_party_is_of_one_in_the_tables() -> None:
    named = {row["name"] for table in ("organisations", "groups") for row in read_table(table)}
    assert {row["name"] for row in read_table("standing")} <= named


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("u", None),
        ("bashar al assad", "SYR"),
        ("angela merkel", "DEU"),
        ("kofi annan", None),
        ("francois leotard", "FRA"),
    ],
)
def test_a_full_name_has_its_terms(name: str, country: str | None) -> None:
    assert next((term.country for term in terms_named(name)), None) == country


def test_a_surname_alone_may_be_of_several() -> None:
    assert {term.name for term in tenures_by_surname()["clinton"]} == {"Bill Clinton", "Hillary Clinton"}
