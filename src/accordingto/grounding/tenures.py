"""Who held which office when: heads of state and government, ministers, leaders of parties and armed groups."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache

from accordingto.grounding.actors_in_force import OwnActors, in_force
from accordingto.grounding.atoms import atoms_of, name_key
from accordingto.grounding.known import read_table, split_list
from accordingto.grounding.table_days import first_day, last_day

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


def tenures_by_name() -> dict[str, tuple[Tenure, ...]]:
    """The terms of everyone by the key of each full name they go by: the user's, then the table's."""
    return _with_own(in_force())


@lru_cache(maxsize=4)
def _with_own(own: OwnActors | None) -> dict[str, tuple[Tenure, ...]]:
    if own is None:
        return _shipped_by_name()
    return {key: terms for key, terms in _shipped_by_name().items() if key not in own.names} | own.people


@cache
def _shipped_by_name() -> dict[str, tuple[Tenure, ...]]:
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
    start = first_day(row["from"])
    end = last_day(row["to"]) if row["to"] else None
    return Tenure(row["name"], row["country"] or None, row["office"], start, end, sectors, scope)
