"""UCDP's codes for how exactly a place and a time are known."""

from __future__ import annotations

from datetime import date

import pytest

from accordingto.model.place import Place, PlacePrecision, ucdp_where_precision
from accordingto.model.when import TimePrecision, When, ucdp_date_precision


@pytest.mark.parametrize(
    ("name", "country", "precision", "expected"),
    [
        ("Lima", "PER", PlacePrecision.CITY, 1),
        ("Camp Rosa", "PER", PlacePrecision.SITE, 1),
        ("Cusco", "PER", PlacePrecision.REGION, 4),
        ("Sacred Valley", "PER", PlacePrecision.AREA, 5),
        ("Peru", "PER", PlacePrecision.COUNTRY, 6),
        ("South China Sea", None, PlacePrecision.AREA, 7),
        ("West Africa", None, PlacePrecision.AREA, None),
        ("Tarin", None, PlacePrecision.UNKNOWN, None),
    ],
)
def test_where(name: str, country: str | None, precision: PlacePrecision, expected: int | None) -> None:
    assert ucdp_where_precision(Place("p", name, country, None, None, None, precision)) == expected


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        (date(2021, 3, 2), date(2021, 3, 2), 1),
        (date(2021, 3, 2), date(2021, 3, 3), 2),
        (date(2021, 3, 1), date(2021, 3, 7), 3),
        (date(2021, 3, 1), date(2021, 3, 8), 4),
        (date(2021, 3, 1), date(2021, 3, 31), 4),
        (date(2021, 3, 1), date(2021, 4, 1), 5),
        (date(2021, 1, 1), date(2021, 12, 31), 5),
        (None, None, None),
    ],
)
def test_when(start: date | None, end: date | None, expected: int | None) -> None:
    assert ucdp_date_precision(When("w", start, end, TimePrecision.PERIOD)) == expected


def test_unknown_is_none() -> None:
    assert ucdp_where_precision(None) is None
    assert ucdp_date_precision(None) is None
