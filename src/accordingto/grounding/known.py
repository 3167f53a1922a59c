"""What the shipped tables know by name: countries, capitals, seats, organisations, media, armed groups, parties."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, lru_cache

from accordingto.grounding.actors_in_force import OwnActors, in_force
from accordingto.grounding.atoms import name_key
from accordingto.grounding.table_days import first_day, last_day
from accordingto.model.entity import EntityKind
from accordingto.model.resources import read_data

LONGEST_NAME = 10
"""Words of the longest name in the tables."""


@dataclass(frozen=True, slots=True)
class Period:
    """What a thing was from one day to another; None: from ever, or still."""

    start: date | None
    end: date | None
    country: str | None
    sectors: tuple[str, ...]

    def holds_on(self, day: date) -> bool:
        return (self.start is None or self.start <= day) and (self.end is None or day <= self.end)


@dataclass(frozen=True, slots=True)
class Known:
    """One row of the tables. `table` says which; `scope` is PLOVER's IGO, NGO or IMG where there is no country.

    `periods` say what it was at times: a party in government, a rebel army that came to be the state's.
    """

    name: str
    kind: EntityKind
    country: str | None
    sectors: tuple[str, ...]
    table: str
    scope: str | None = None
    periods: tuple[Period, ...] = ()

    def on(self, day: date | None) -> Known:
        """The same as it was on that day."""
        if day is None or not self.periods:
            return self
        held = next((period for period in self.periods if period.holds_on(day)), None)
        return self if held is None else replace(self, country=held.country, sectors=held.sectors)


def known_names() -> dict[str, Known]:
    """Every name by its key: the user's, then the shipped tables'."""
    return _with_own(in_force())


@lru_cache(maxsize=4)
def _with_own(own: OwnActors | None) -> dict[str, Known]:
    if own is None:
        return _shipped_names()
    return {key: known for key, known in _shipped_names().items() if key not in own.people} | own.names


@cache
def _shipped_names() -> dict[str, Known]:
    """Every name of the shipped tables by its key; a name of two tables belongs to the first."""
    names: dict[str, Known] = {}
    for key, known in _all_rows():
        names.setdefault(key, known)
    return names


@cache
def country_names() -> dict[str, str]:
    """ISO code -> the usual name of the country."""
    return {row["iso3"]: row["name"] for row in _rows("countries")}


def read_table(name: str) -> list[dict[str, str]]:
    """The rows of a table of `data/actors`, by column."""
    return _rows(name)


@cache
def read_cells(table: str) -> list[list[str]]:
    """The cells of a table of `data/actors`, line by line; the first line names the columns."""
    return list(csv.reader(read_data(f"actors/{table}.csv").splitlines()))


def split_list(cell: str) -> list[str]:
    """The parts of a cell that holds several, separated by semicolons."""
    return [part.strip() for part in cell.split(";") if part.strip()] if cell else []


def _all_rows() -> Iterator[tuple[str, Known]]:
    yield from _countries()
    yield from _seats()
    for table in ("organisations", "groups"):
        yield from _named(table)
    yield from _media()
    yield from _regions()


def _countries() -> Iterator[tuple[str, Known]]:
    rows = _rows("countries")
    for row in rows:
        known = Known(row["name"], EntityKind.COUNTRY, row["iso3"], ("GOV",), "country")
        for name in [row["name"], *split_list(row["alternates"])]:
            yield name_key(name), known
    for row in rows:
        for name in split_list(row["demonyms"]):
            yield name_key(name), Known(name, EntityKind.GROUP, row["iso3"], ("CVL",), "demonym")
    for row in rows:
        for name in split_list(row["capitals"]):
            yield name_key(name), Known(name, EntityKind.PLACE, row["iso3"], ("GOV",), "capital")


def _seats() -> Iterator[tuple[str, Known]]:
    for row in _rows("seats"):
        known = Known(row["name"], EntityKind.ORGANISATION, row["country"] or None, (row["sectors"],), "seat")
        for name in [row["name"], *split_list(row["alternates"])]:
            yield name_key(name), known


def _named(table: str) -> Iterator[tuple[str, Known]]:
    for row in _rows(table):
        sectors = tuple(split_list(row["sectors"]))
        country, periods = row["country"] or None, _standing().get(row["name"], ())
        known = Known(row["name"], EntityKind(row["kind"]), country, sectors, table, row["scope"] or None, periods)
        for name in [row["name"], *split_list(row["alternates"])]:
            yield name_key(name), known


def _media() -> Iterator[tuple[str, Known]]:
    for row in _rows("media"):
        known = Known(row["name"], EntityKind.MEDIUM, row["country"] or None, ("JRN",), "media")
        for name in [row["name"], *split_list(row["alternates"])]:
            yield name_key(name), known


def _regions() -> Iterator[tuple[str, Known]]:
    for row in _rows("regions"):
        for name in split_list(row["name"]):
            yield name_key(name), Known(name, EntityKind.PLACE, row["country"], (), "region")


@cache
def _standing() -> dict[str, tuple[Period, ...]]:
    """Of a party or group: when it was in government, in opposition, an army; its country where that changed too."""
    found: dict[str, tuple[Period, ...]] = {}
    for row in _rows("standing"):
        start = first_day(row["from"]) if row["from"] else None
        end = last_day(row["to"]) if row["to"] else None
        period = Period(start, end, row["country"] or None, tuple(split_list(row["sectors"])))
        found[row["name"]] = (*found.get(row["name"], ()), period)
    return found


@cache
def _rows(table: str) -> list[dict[str, str]]:
    columns, *rows = read_cells(table)
    return [dict(zip(columns, row, strict=True)) for row in rows]
