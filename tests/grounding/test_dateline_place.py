"""The dateline's city as the place of the lead's events."""

from __future__ import annotations

from datetime import date

import pytest

from accordingto.reader import read

ROWS = [
    ("LIMA, Peru (ANS) - Police arrested two newspaper editors on Monday.", "Lima"),
    # what somebody only tells may be anywhere
    ("LIMA, Peru (ANS) - Police arrested two newspaper editors on Monday, a party spokesman said.", None),
    # the lead names another country
    ("GENEVA (ANS) - Soldiers arrested two opposition leaders in Mali on Monday.", "Mali"),
    ("GENEVA (ANS) - Mali's army arrested two opposition leaders on Monday.", None),
    # a place of its own
    ("LIMA, Peru (ANS) - Police arrested two newspaper editors in Cusco on Monday.", "Cusco"),
    # no dateline
    ("Police arrested two newspaper editors in the capital on Monday.", None),
]


@pytest.mark.parametrize(("lead", "expected"), ROWS)
def test_where_the_lead_happened(lead: str, expected: str | None) -> None:
    reading = read(
        lead + "\n\nThe party called it an attack on the press.\n", published=date(2021, 3, 2), reader="fast"
    )
    names = {place.id: place.name for place in reading.places}
    event = next(event for event in reading.events if event.type == "COERCE")
    assert (None if event.place is None else names[event.place]) == expected
