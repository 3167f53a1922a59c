"""Rows of UCDP, ACLED and POLECAT as they are published, with columns missing and in other cases."""

from __future__ import annotations

from datetime import date

import pytest

from accordingto.export.other_events import LAYOUTS, OtherEvent, other_events
from accordingto.model.errors import InputError


def read(name: str, *lines: str) -> list[OtherEvent | str]:
    return list(other_events([f"{line}\n" for line in lines], "file.csv", LAYOUTS[name]))


def test_ucdp_with_a_byte_order_mark_and_a_time_of_day() -> None:
    (event,) = read(
        "ucdp",
        "\ufeffID,Date_Start,date_end,country,best",
        "7,2024-05-13 00:00:00.000,2024-05-14,Yemen (North Yemen),12",
    )
    assert event == OtherEvent("7", date(2024, 5, 13), date(2024, 5, 14), "YEM", deaths=12)


def test_acled_with_a_written_day_and_semicolons() -> None:
    (event,) = read(
        "acled",
        "event_id_cnty;event_date;actor1;location;latitude;longitude",
        "YEM1;13 May 2024;Rebels;Aden;12,78;45.04",
    )
    assert event == OtherEvent("YEM1", date(2024, 5, 13), date(2024, 5, 13), None, "Aden", 12.78, 45.04, ("Rebels",))


def test_polecat_has_tabs() -> None:
    (event,) = read("polecat", "Event ID\tEvent Date\tCountry\tRecipient Name", "a\t2024-05-13\tYEM\tport")
    assert event == OtherEvent("a", date(2024, 5, 13), date(2024, 5, 13), "YEM", actors=("port",))


def test_a_row_without_a_day_is_told() -> None:
    assert read("ucdp", "id,date_start", "7,soon") == ["file.csv, row 2: no id or no day."]


@pytest.mark.parametrize(
    ("heading", "message"),
    [
        ("id,year", "no column 'date_start', its day. Found: id, year"),
        ("", "no column 'id', the id of an event. Found: no columns"),
    ],
)
def test_a_missing_column_is_told_with_what_is_there(heading: str, message: str) -> None:
    with pytest.raises(InputError, match=message):
        read("ucdp", heading)
