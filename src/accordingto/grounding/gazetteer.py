"""Places of the world by name, offline: a read-only SQLite file built from GeoNames by scripts/build_gazetteer.py.

Opening it takes a millisecond and next to no memory; a look-up takes ten microseconds and is remembered.
"""

from __future__ import annotations

import os
import sqlite3
from dataclasses import dataclass
from enum import IntEnum
from functools import cache, lru_cache
from importlib.resources import files

from accordingto.grounding.place_names import name_key, without_article, without_generic

DEGREE = 10_000
"""The file holds degrees in whole ten-thousandths (eleven metres)."""

MOST_CANDIDATES = 40
"""Places of one name that are looked at, the most peopled first; 26 is the most that LGL's names need."""

REMEMBERED = 4_096
"""Names whose places are kept in memory: about five megabytes."""

_QUERY = (
    "SELECT p.id, p.name, p.kind, p.country, p.region, p.district, p.population, p.latitude, p.longitude, n.main"
    " FROM name AS n JOIN place AS p ON p.id = n.place WHERE n.key = ? ORDER BY p.population DESC LIMIT ?"
)


class PlaceKind(IntEnum):
    """What a gazetteer row is."""

    COUNTRY = 0
    REGION = 1
    DISTRICT = 2
    CITY = 3
    SITE = 4
    AREA = 5


@dataclass(frozen=True, slots=True)
class Candidate:
    """One place a name may mean. `region` and `district` are the GeoNames ids of what it lies in.

    `id` is the GeoNames id; below zero the place has none. `is_main` says that the name asked for is its first.
    """

    id: int
    name: str
    kind: PlaceKind
    country: str | None
    region: int | None
    district: int | None
    population: int
    latitude: float | None
    longitude: float | None
    is_main: bool

    @property
    def geonameid(self) -> int | None:
        return self.id if self.id > 0 else None


def find_candidates(name: str) -> tuple[Candidate, ...]:
    """The places of this name, most peopled first; "Aleppo province" also finds a region called Aleppo."""
    return _candidates(name_key(name))


@lru_cache(maxsize=REMEMBERED)
def population_of(identity: int) -> int:
    """The inhabitants of a row; 0 where they are not known."""
    row = _base(os.getpid()).execute("SELECT population FROM place WHERE id = ?", (identity,)).fetchone()
    return int(row[0] or 0) if row is not None else 0


@lru_cache(maxsize=REMEMBERED)
def _candidates(key: str) -> tuple[Candidate, ...]:
    if not key:
        return ()
    found = tuple(_candidate(row) for row in _base(os.getpid()).execute(_QUERY, (key, MOST_CANDIDATES)))
    return found or _without_generic(key) or _without_article(key)


def _without_generic(key: str) -> tuple[Candidate, ...]:
    """The regions of the name in "Aleppo province", else whatever bears it; nothing for cities and towns."""
    shorter = without_generic(key)
    if shorter is None or key.endswith((" city", " town", " village")):
        return ()
    found = tuple(place for place in _candidates(shorter) if place.kind not in {PlaceKind.COUNTRY, PlaceKind.SITE})
    return tuple(place for place in found if place.kind != PlaceKind.CITY) or found


def _without_article(key: str) -> tuple[Candidate, ...]:
    """The places of the name in "al-Hodeidah"."""
    shorter = without_article(key)
    return _candidates(shorter) if shorter is not None else ()


def _candidate(row: tuple[int, str, int, str, int, int, int, int, int, int]) -> Candidate:
    identity, name, kind, country, region, district, population, latitude, longitude, main = row
    return Candidate(
        identity,
        name,
        PlaceKind(kind),
        country or None,
        region,
        district,
        population or 0,
        None if latitude is None else latitude / DEGREE,
        None if longitude is None else longitude / DEGREE,
        bool(main),
    )


@cache
def _base(process: int) -> sqlite3.Connection:
    """The open file; each process opens its own, since SQLite's connections do not survive a fork."""
    path = files("accordingto").joinpath("data", "places", "gazetteer.sqlite")
    return sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True, check_same_thread=False)
