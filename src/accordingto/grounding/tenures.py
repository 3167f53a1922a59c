"""Who held which office when: heads of state and government, ministers, leaders of parties and armed groups."""

from __future__ import annotations

import calendar
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cache

from accordingto.grounding.atoms import atoms_of, name_key
from accordingto.grounding.known import read_table, split_list

SURNAME_FIRST = frozenset({"CHN", "HKG", "KOR", "PRK", "TWN", "KHM", "VNM", "SGP"})
"""Countries whose people are called by the first word of their name: *Xi* Jinping, *Kim* Jong Il."""

_SUFFIXES = frozenset({"jr", "sr", "ii", "iii"})
_TITLES = frozenset(
    {"king", "queen", "emperor", "pope", "sheikh", "sheik", "sultan", "lord", "mullah", "prince", "general"}
)


NamesOf = Callable[[dict[str, str]], list[str]]
"""From a row of the table to the names it is kept under."""


@dataclass(frozen=True, slots=True)
class Tenure:
    """One term of office. `end` None: still held when the table was written. `scope` IGO: of no country."""

    name: str
    country: str | None
    office: str
    start: date
    end: date | None
    sectors: tuple[str, ...]
    scope: str | None

    def holds_on(self, day: date) -> bool:
        return self.start <= day and (self.end is None or day <= self.end)


@cache
def tenures_by_name() -> dict[str, tuple[Tenure, ...]]:
    """The terms of everyone in the table, by the key of each full name they go by."""
    return _grouped(lambda row: [row["name"], *split_list(row["aliases"])])


@cache
def tenures_by_surname() -> dict[str, tuple[Tenure, ...]]:
    """The same by surname alone; several people may share one."""
    return _grouped(lambda row: [surname_of(row["name"], row["country"]), *_single_names(row)])


@cache
def tenures_by_office() -> dict[tuple[str, str], tuple[Tenure, ...]]:
    """The terms by country and office ("SYR", "president")."""
    found: dict[tuple[str, str], list[Tenure]] = {}
    for tenure in _all_tenures():
        if tenure.country is not None:
            found.setdefault((tenure.country, tenure.office), []).append(tenure)
    return {key: tuple(terms) for key, terms in found.items()}


def surname_of(name: str, country: str | None = None) -> str:
    """The key of the name that a person is called by alone.

    >>> surname_of("Bashar al-Assad"), surname_of("Xi Jinping", "CHN"), surname_of("King Abdullah II")
    ('assad', 'xi', 'abdullah')
    """
    words = [atom.key for atom in atoms_of(name)]
    while len(words) > 1 and words[-1] in _SUFFIXES:
        words = words[:-1]
    while len(words) > 1 and words[0] in _TITLES:
        words = words[1:]
    if country in SURNAME_FIRST:
        return words[0]
    return words[-1] if words else ""


def _single_names(row: dict[str, str]) -> list[str]:
    """The names of one word among a person's others: *Mahathir*, *Lula*."""
    return [alias for alias in split_list(row["aliases"]) if len(atoms_of(alias)) == 1]


def _grouped(names_of: NamesOf) -> dict[str, tuple[Tenure, ...]]:
    found: dict[str, list[Tenure]] = {}
    for row, tenure in zip(read_table("offices"), _all_tenures(), strict=True):
        for key in dict.fromkeys(name_key(name) for name in names_of(row)):
            found.setdefault(key, []).append(tenure)
    return {key: tuple(terms) for key, terms in found.items()}


@cache
def _all_tenures() -> tuple[Tenure, ...]:
    return tuple(_tenure(row) for row in read_table("offices"))


def _tenure(row: dict[str, str]) -> Tenure:
    scope = "IGO" if row["sectors"] == "IGO" else None
    sectors = () if scope else tuple(split_list(row["sectors"])) or ("GOV",)
    start = _first_day(row["from"])
    end = _last_day(row["to"]) if row["to"] else None
    return Tenure(row["name"], row["country"] or None, row["office"], start, end, sectors, scope)


def _first_day(cell: str) -> date:
    return date.fromisoformat(f"{cell}-01-01"[:10])


def _last_day(cell: str) -> date:
    """The last day that a year, a month or a day of the table can mean."""
    parts = [int(part) for part in cell.split("-")]
    year, month = parts[0], parts[1] if len(parts) > 1 else 12
    return date(year, month, parts[2] if len(parts) > 2 else calendar.monthrange(year, month)[1])
