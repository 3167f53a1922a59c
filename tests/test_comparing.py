"""Incidents beside events of another dataset, invented."""

from __future__ import annotations

from datetime import date

import pytest
from tests.export.made import a_reading, an_incident

from accordingto.comparing import Tolerance, compare
from accordingto.export.other_events import OtherEvent

MONDAY = date(2024, 5, 13)


def an_event(**changes: object) -> OtherEvent:
    fields: dict[str, object] = {
        "id": "7", "start": MONDAY, "end": MONDAY, "country": "YEM", "place": "Aden", "latitude": 12.8,
        "longitude": 45.0, "actors": ("Aden rebels",), "deaths": 12,
    }  # fmt: skip
    return OtherEvent(**fields | changes)  # type: ignore[arg-type]  # fields by name


@pytest.mark.parametrize(
    ("changes", "status", "differences"),
    [
        ({}, "both", ["place"]),
        ({"deaths": 30}, "both", ["place", "deaths"]),
        ({"start": date(2024, 5, 14), "end": date(2024, 5, 14)}, "both", ["date", "place"]),
        ({"actors": ("Government of Oman",)}, "both", ["place", "actors"]),
        ({"start": date(2024, 5, 16), "end": date(2024, 5, 16)}, "ours", []),
        ({"latitude": 15.3, "longitude": 44.2}, "ours", []),
        ({"latitude": None, "country": "OMN"}, "ours", []),
        ({"latitude": None, "actors": (), "deaths": None}, "ours", []),
        ({"latitude": None, "actors": ()}, "both", []),
    ],
)
def test_what_makes_one_event_and_what_differs(changes: dict[str, object], status: str, differences: list[str]) -> None:
    found = compare([an_incident(a_reading())], [an_event(**changes)])
    assert [each.status for each in found] == ([status] if status == "both" else ["ours", "theirs"])
    assert [each.split(":")[0] for each in found[0].differences] == differences


def test_each_is_in_one_pair_and_the_best_comes_first() -> None:
    vague = an_event(id="6", latitude=None, actors=())
    found = compare([an_incident(a_reading())], [vague, an_event()])
    assert [(each.status, each.theirs.id) for each in found if each.theirs] == [("both", "7"), ("theirs", "6")]


def test_tolerance_is_asked_for() -> None:
    later = an_event(start=date(2024, 5, 16), end=date(2024, 5, 16))
    found = compare([an_incident(a_reading())], [later], Tolerance(days=3))
    assert [each.status for each in found] == ["both"]


def test_a_country_is_no_point_to_measure_from() -> None:
    (pair,) = compare([an_incident(a_reading(country=True))], [an_event(latitude=15.3, longitude=44.2)])
    assert "place" not in pair.agreeing
