"""Who held which office when: heads of state and government, ministers, leaders of parties and armed groups."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cache

from accordingto.grounding.actors_in_force import in_force
from accordingto.grounding.atoms import atoms_of, name_key
from accordingto.grounding.known import read_cells, read_table, split_list
from accordingto.grounding.table_days import first_day, last_day

SURNAME_FIRST = frozenset({"CHN", "HKG", "KOR", "PRK", "TWN", "KHM", "VNM", "SGP"})
"""Countries whose people are called by the first word of their name: *Xi* Jinping, *Kim* Jong Il."""

_SUFFIXES = frozenset({"jr", "sr", "ii", "iii"})
_TITLES = frozenset(
    {"king", "queen", "emperor", "pope", "sheikh", "sheik", "sultan", "lord", "mullah", "prince", "general"}
)


OFFICES, PEOPLE = "offices", "people"
"""The tables: those whom a surname alone may mean, and those whom only their full names mean."""

SCOPES = frozenset({"IGO", "NGO", "IMG"})
"""Codes among the sectors of a row that say it is of no country."""

NamesOf = Callable[[dict[str, str]], list[str]]
"""From a row of the table to the names it is kept under."""


@dataclass(frozen=True, slots=True)
class Tenure:
    """One term of office. `end` None: still held when the table was written. `scope` IGO: of no country.

    `usual` marks what a person is on the days that no other term tells of.
    """

    name: str
    country: str | None
    office: str
    start: date
    end: date | None
    sectors: tuple[str, ...]
    scope: str | None
    usual: bool = False

    @property
    def why(self) -> str:
        """The fact in words: "foreign minister 2003-09-03–2014-07-11"."""
        if self.usual:
            return self.office or "own table"
        start = "" if self.start == date.min else str(self.start)
        return f"{self.office or 'own table'} {start}–{self.end or ''}"

    def holds_on(self, day: date) -> bool:
        return self.start <= day and (self.end is None or day <= self.end)


def terms_named(key: str) -> tuple[Tenure, ...]:
    """The terms of whoever goes by that full name, by its key: the user's, or else the tables'."""
    own = in_force()
    if own is not None and key in own.people:
        return own.people[key]
    if own is not None and key in own.names:
        return ()
    people = tuple(_tenure(_people_row(row)) for row in _people_by_name().get(key, ()))
    return (*_offices_by_name().get(key, ()), *people)


@cache
def _offices_by_name() -> dict[str, tuple[Tenure, ...]]:
    return _grouped(lambda row: [row["name"], *split_list(row["aliases"])])


@cache
def _people_by_name() -> dict[str, tuple[list[str], ...]]:
    """The rows of the table of people as they stand there: of thousands, a reading needs a handful."""
    found: dict[str, tuple[list[str], ...]] = {}
    for row in read_cells(PEOPLE)[1:]:
        for name in (row[0], *split_list(row[1])):
            key = name_key(name)
            found[key] = (*found.get(key, ()), row)
    return found


def _people_row(cells: list[str]) -> dict[str, str]:
    return dict(zip(read_cells(PEOPLE)[0], cells, strict=True))


def every_tenure() -> tuple[Tenure, ...]:
    """All terms of the shipped tables, for looking them through."""
    return (*_office_terms(), *(_tenure(row) for row in read_table(PEOPLE)))


@cache
def tenures_by_surname() -> dict[str, tuple[Tenure, ...]]:
    """The same by surname alone; several people may share one."""
    return _grouped(lambda row: [surname_of(row["name"], row["country"]), *_single_names(row)])


@cache
def tenures_by_office() -> dict[tuple[str, str], tuple[Tenure, ...]]:
    """The terms by country and office ("SYR", "president")."""
    found: dict[tuple[str, str], list[Tenure]] = {}
    for tenure in _office_terms():
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


@cache
def single_names() -> frozenset[str]:
    """The keys of people who go by one word: *Rihanna*."""
    keys = (name_key(row[0]) for row in read_cells(PEOPLE)[1:] if " " not in row[0])
    return frozenset(key for key in keys if not key.startswith("="))


def _grouped(names_of: NamesOf) -> dict[str, tuple[Tenure, ...]]:
    found: dict[str, tuple[Tenure, ...]] = {}
    for row, tenure in zip(read_table(OFFICES), _office_terms(), strict=True):
        for key in dict.fromkeys(map(name_key, names_of(row))):
            found[key] = (*found.get(key, ()), tenure)
    return found


@cache
def _office_terms() -> tuple[Tenure, ...]:
    return tuple(_tenure(row) for row in read_table(OFFICES))


def _tenure(row: dict[str, str]) -> Tenure:
    scope, sectors = _codes(row["sectors"])
    start = first_day(row["from"]) if row["from"] else date.min
    end = last_day(row["to"]) if row["to"] else None
    return Tenure(row["name"], row["country"] or None, row["office"], start, end, sectors, scope)


@cache
def _codes(cell: str) -> tuple[str | None, tuple[str, ...]]:
    """The scope and the sectors that a cell of codes says; an empty one says GOV."""
    codes = split_list(cell)
    scope = next((code for code in codes if code in SCOPES), None)
    return scope, tuple(code for code in codes if code not in SCOPES) or (() if scope else ("GOV",))
