"""What the shipped tables know by name: countries, capitals, seats, organisations, media, armed groups, parties."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from accordingto.grounding.atoms import name_key
from accordingto.model.entity import EntityKind
from accordingto.model.resources import read_data

LONGEST_NAME = 10
"""Words of the longest name in the tables."""


@dataclass(frozen=True, slots=True)
class Known:
    """One row of the tables. `table` says which; `scope` is PLOVER's IGO, NGO or IMG where there is no country."""

    name: str
    kind: EntityKind
    country: str | None
    sectors: tuple[str, ...]
    table: str
    scope: str | None = None


@cache
def known_names() -> dict[str, Known]:
    """Every name of the tables by its key; a name of two tables belongs to the first."""
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


def split_list(cell: str) -> list[str]:
    """The parts of a cell that holds several, separated by semicolons."""
    return [part.strip() for part in cell.split(";") if part.strip()]


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
        known = Known(
            row["name"], EntityKind(row["kind"]), row["country"] or None, sectors, table, row["scope"] or None
        )
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
def _rows(table: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(read_data(f"actors/{table}.csv"))))
