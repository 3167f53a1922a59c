"""Actors of a CSV file with the columns name, aliases, kind, country, sectors, from, to, office."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping
from datetime import date

from accordingto.grounding.actors_own import SCOPES, SECTORS, BadRow, OwnActor, Spell
from accordingto.grounding.known import country_names
from accordingto.grounding.table_days import first_day, last_day
from accordingto.model.entity import EntityKind

COLUMNS = ("name", "aliases", "kind", "country", "sectors", "from", "to", "office")
NOUN = "noun"
KINDS = (NOUN, *(str(kind) for kind in EntityKind))

_OTHER_NAMES = {"alias": "aliases", "alternates": "aliases", "sector": "sectors", "start": "from", "end": "to"}
_DELIMITERS = (",", ";", "\t")


class _BadCellError(ValueError):
    """A cell that means nothing; the message says what was found and what to write."""


def is_csv(text: str) -> bool:
    """True where the first line is a header with the column "name".

    >>> is_csv("name,country\\nHill Guard,FRA\\n"), is_csv("HILL_GUARD_ [FRAREB]\\n")
    (True, False)
    """
    return "name" in _header(text)[0]


def actors_from_csv(text: str) -> Iterator[OwnActor | BadRow]:
    """An actor a row; what cannot be used is named."""
    header, delimiter = _header(text)
    lines = csv.reader(io.StringIO(text.lstrip("\n")), delimiter=delimiter)
    next(lines, None)
    for cells in lines:
        if not any(cell.strip() for cell in cells):
            continue
        row = dict(zip(header, (cell.strip() for cell in cells), strict=False))
        try:
            yield _actor(row)
        except _BadCellError as error:
            yield BadRow(lines.line_num, str(error))


def _header(text: str) -> tuple[list[str], str]:
    """The names of the columns, and the delimiter that makes most of them."""
    first = text.lstrip("\n").split("\n", 1)[0].strip()
    delimiter = max(_DELIMITERS, key=first.count)
    names = [cell.strip().strip('"').lower() for cell in first.split(delimiter)]
    return [_OTHER_NAMES.get(name, name) for name in names], delimiter


def _actor(row: Mapping[str, str]) -> OwnActor:
    name = row.get("name", "")
    if not name:
        raise _BadCellError("found no name. Write one, or take the row out.")
    names = (name, *_listed(row.get("aliases", "")))
    country, scope = _country(row.get("country", ""))
    start, end = _day(row, "from"), _day(row, "to")
    if start is not None and end is not None and end < start:
        raise _BadCellError(f"found an end, {end}, before the start, {start}. Change the two.")
    spell = Spell(country, _sectors(row.get("sectors", "")), scope, start, end, row.get("office", "").lower())
    return OwnActor(names, _kind(row.get("kind", ""), spell), (spell,))


def _kind(cell: str, spell: Spell) -> EntityKind | None:
    """The kind that is told; one who held an office is a person, another is an organisation."""
    if not cell:
        return EntityKind.PERSON if spell.office else EntityKind.ORGANISATION
    if cell.lower() not in KINDS:
        raise _BadCellError(f"found the kind {cell!r}. Kinds: {', '.join(KINDS)}.")
    return None if cell.lower() == NOUN else EntityKind(cell.lower())


def _country(cell: str) -> tuple[str | None, str | None]:
    """The country, or the code in place of one."""
    code = cell.upper()
    if not code:
        return None, None
    if code in SCOPES:
        return None, code
    if code not in country_names():
        raise _BadCellError(
            f"found the country {cell!r}. Write an ISO 3166 alpha-3 code such as FRA, one of "
            f"{', '.join(sorted(SCOPES))}, or nothing."
        )
    return code, None


def _sectors(cell: str) -> tuple[str, ...]:
    codes = tuple(code.upper() for code in _listed(cell))
    wrong = [code for code in codes if code not in SECTORS]
    if wrong:
        raise _BadCellError(f"found the sector {wrong[0]!r}. PLOVER's sectors: {', '.join(sorted(SECTORS))}.")
    return codes


def _day(row: Mapping[str, str], column: str) -> date | None:
    cell = row.get(column, "")
    if not cell:
        return None
    try:
        return first_day(cell) if column == "from" else last_day(cell)
    except ValueError:
        message = f"found {cell!r} in '{column}', which is no date. Write 2003, 2003-05 or 2003-05-09."
        raise _BadCellError(message) from None


def _listed(cell: str) -> list[str]:
    return [part.strip() for part in re.split(r"[;|]", cell) if part.strip()]
