"""Full dates."""

from __future__ import annotations

from datetime import date

import pytest

from accordingto.ingest.written_dates import find_date, is_date


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("July 12, 2012", date(2012, 7, 12)),
        ("Sept. 2 2012", date(2012, 9, 2)),
        ("12th July 2012", date(2012, 7, 12)),
        ("Thursday, 12 July, 2012", date(2012, 7, 12)),
        ("2012-07-12", date(2012, 7, 12)),
        ("2012-07-12T10:15:00Z", date(2012, 7, 12)),
        ("2012-07-12 10:15:00", date(2012, 7, 12)),
        ("July 12", None),
        ("July 32, 2012", None),
        ("Julember 12, 2012", None),
        ("12/07/2012", None),
        ("2012-13-12", None),
        ("", None),
    ],
)
def test_dates_with_day_month_and_year(words: str, expected: date | None) -> None:
    assert find_date(words) == expected


@pytest.mark.parametrize(
    ("words", "expected"), [("July 4", True), ("4 July", True), ("Juno 4", False), ("Cairo", False)]
)
def test_a_day_of_a_month_is_a_date(words: str, expected: bool) -> None:
    assert is_date(words) is expected
