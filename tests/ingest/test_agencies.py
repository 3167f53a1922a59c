"""Agencies by their names."""

from __future__ import annotations

import pytest

from accordingto.ingest.agencies import agency_pattern, find_agency


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("AP", "The Associated Press"),
        ("Associated Press", "The Associated Press"),
        ("THE ASSOCIATED PRESS", "The Associated Press"),
        ("Reuters Staff", "Reuters"),
        ("dpa", "Deutsche Presse-Agentur"),
        ("ap", None),
        ("AP said", None),
        ("", None),
    ],
)
def test_agencies(words: str, name: str | None) -> None:
    agency = find_agency(words)
    assert (agency.name if agency else None) == name


def test_every_form_in_the_table_is_matched_whole() -> None:
    for form in ("The Associated Press", "RFE/RL", "Agence France-Presse", "RIA Novosti"):
        found = agency_pattern().search(f"({form})")
        assert found is not None
        assert found[0] == form
