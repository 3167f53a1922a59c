"""Codes of countries as other formats write them, from the table of countries that the package ships."""

from __future__ import annotations

import csv
from functools import cache

from accordingto.model.resources import read_data


def alpha2_of(country: str | None) -> str | None:
    """ISO 3166 alpha-2 in small letters, as FollowTheMoney has it; None for a code that the table does not know.

    >>> alpha2_of("YEM"), alpha2_of(None)
    ('ye', None)
    """
    return _rows()[country]["iso2"].lower() if country in _rows() else None


def country_name(country: str | None) -> str | None:
    """The English name of the country.

    >>> country_name("YEM")
    'Yemen'
    """
    return _rows()[country]["name"] if country in _rows() else country


@cache
def _rows() -> dict[str | None, dict[str, str]]:
    return {row["iso3"]: row for row in csv.DictReader(read_data("actors/countries.csv").splitlines())}


def alpha3_named(name: str | None) -> str | None:
    """The alpha-3 code of a country by its code or English name, as other datasets write it.

    >>> alpha3_named("Yemen (North Yemen)"), alpha3_named("yem"), alpha3_named("Atlantis")
    ('YEM', 'YEM', None)
    """
    key = (name or "").split("(")[0].strip().casefold()
    return _codes().get(key)


@cache
def _codes() -> dict[str, str]:
    found: dict[str, str] = {}
    for row in csv.DictReader(read_data("actors/countries.csv").splitlines()):
        for known in (row["iso3"], row["name"], *row["alternates"].split(";")):
            found.setdefault(known.strip().casefold(), row["iso3"])
    return {name: code for name, code in found.items() if name}
