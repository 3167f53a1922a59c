"""Capitals and demonyms of countries, from the table that actors are looked up in."""

from __future__ import annotations

import csv
from functools import cache

from accordingto.grounding.gazetteer import Candidate, PlaceKind
from accordingto.grounding.place_names import name_key
from accordingto.model.resources import read_data


def is_capital(candidate: Candidate) -> bool:
    """True for the capital of its country: a bare "Washington" is a city before it is a state."""
    return candidate.kind == PlaceKind.CITY and (candidate.country, name_key(candidate.name)) in _capitals()


@cache
def _capitals() -> frozenset[tuple[str | None, str]]:
    return frozenset((row["iso3"], name_key(city)) for row in _countries() for city in row["capitals"].split(";"))


@cache
def demonyms() -> dict[str, str]:
    """Demonym in lower case -> ISO 3166 alpha-3."""
    return {name.lower(): row["iso3"] for row in _countries() for name in row["demonyms"].split(";") if name}


@cache
def _countries() -> tuple[dict[str, str], ...]:
    return tuple(csv.DictReader(read_data("actors/countries.csv").splitlines()))
