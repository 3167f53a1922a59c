"""Whether two reports describe the same ones."""

from __future__ import annotations

import pytest
from tests.factories import a_claim

from accordingto.model.reported import Party
from accordingto.record.descriptions import is_described_alike, names_told


@pytest.mark.parametrize(
    ("left", "right", "alike"),
    [
        ("a passenger ferry", "the ferry", True),
        ("14 miners", "The miners", True),
        ("14 miners", "nine miners", True),  # the toll is in dispute
        ("12 Chadian nomads", "12 Chadian herders", True),
        ("two Chadian nomads", "two Chadian herders", False),
        ("young doctors", "old doctors", False),
        ("gunmen", "gunmen", False),  # may be any
        ("the harbour", "the bridge", False),
    ],
)
def test_descriptions(left: str, right: str, alike: bool) -> None:
    assert is_described_alike(Party(left), Party(right), by_number=True) is alike
    assert is_described_alike(Party(right), Party(left), by_number=True) is alike


def test_a_number_in_common_counts_only_where_asked() -> None:
    assert not is_described_alike(Party("12 Chadian nomads"), Party("12 Chadian herders"))


def test_parties_of_two_countries_are_not_alike() -> None:
    assert not is_described_alike(Party("the navy", "organisation", "IND"), Party("the navy", "organisation", "PAK"))


def test_names_of_a_scene_are_neither_weekdays_nor_countries() -> None:
    claim = a_claim("Rebels left a camp of the Omani army near Sohar in Oman on Monday.", trigger="left")
    assert names_told(claim) == {"sohar"}
