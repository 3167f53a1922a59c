"""All current claims as columns of small numbers: counting and filtering a hundred thousand takes milliseconds.

A database counts ten facets of a filter in ten passes over rows with sentences in them; these columns hold what facets
and filters need and nothing else: about 60 bytes a claim.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection, text

from accordingto.store.narrow_corrections import (
    Corrections,
    Row,
    corrected_claims,
    corrected_participants,
    corrections_of,
)

Codes = NDArray[np.int32]

NO_DAY: Final = 0
"""The number of a day that is not known; 1 is the first of January of the year 1."""

_CLAIMS: Final = (
    "SELECT claims.number, articles.number, claims.type, claims.mode, claims.factuality, claims.place_country, "
    "claims.first_day, claims.last_day, incident_claims.incident FROM claims "
    "JOIN articles ON articles.id = claims.article "
    "LEFT JOIN incident_claims ON incident_claims.claim = claims.id "
    "WHERE claims.is_current ORDER BY claims.number"
)
_ARTICLES: Final = "SELECT number, id, publisher FROM articles"
_PARTICIPANTS: Final = "SELECT claim, role, party FROM participants"
_SPEAKERS: Final = "SELECT claim, speaker FROM hops WHERE speaker IS NOT NULL"
_DISPUTED: Final = "SELECT incident FROM incident_facets WHERE facet = 'disputed' AND value = 'any'"
_PARTIES: Final = "SELECT id, name, country FROM parties"


@dataclass(frozen=True, slots=True)
class Column:
    """One value a row: row r has `values[codes[r]]`."""

    values: tuple[str | None, ...]
    codes: Codes


@dataclass(frozen=True, slots=True)
class Pairs:
    """Any number of values a row: row `rows[i]` has `values[codes[i]]`; no pair stands there twice.

    `folded` are the values in lower case, for finding a part of a name.
    """

    values: tuple[str, ...]
    rows: Codes
    codes: Codes
    folded: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NarrowClaims:
    """The current claims, one a row, those of the latest day first and those without a day last.

    `numbers` and `articles` are numbers in the store, `first` and `last` days as ordinals or `NO_DAY`; `disputed` is
    whether accounts of the claim's incident contradict each other.
    """

    numbers: Codes
    articles: Codes
    first: Codes
    last: Codes
    disputed: NDArray[np.bool_]
    columns: dict[str, Column]
    pairs: dict[str, Pairs]

    def __len__(self) -> int:
        return len(self.numbers)


def narrow_claims(connection: Connection) -> NarrowClaims:
    """The columns, all of one moment. A hundred thousand claims take about a second."""
    corrections = corrections_of(connection)
    rows = corrected_claims(_rows(connection, _CLAIMS), corrections)
    numbers, articles_, types, modes, facts, places, firsts, lasts, incidents = _columns(rows, 9)
    first, last = _days(firsts), _days(lasts)
    order = np.lexsort((_whole(numbers), -first))
    rows_of = _rows_of(_whole(numbers)[order])
    publishers, article_ids = _of_articles(connection, _whole(articles_)[order])
    columns = {"type": types, "mode": modes, "factuality": facts, "incident": incidents}
    found = {name: _ordered(_column(values), order) for name, values in columns.items()}
    pairs = _pairs(connection, (rows_of, _ordered(_column(places), order)), corrections)
    return NarrowClaims(
        numbers=_whole(numbers)[order],
        articles=_whole(articles_)[order],
        first=first[order],
        last=last[order],
        disputed=_disputed(connection, found["incident"]),
        columns=found | {"publisher": publishers, "article": article_ids},
        pairs=pairs,
    )


def _rows(connection: Connection, query: str) -> Sequence[Row]:
    return connection.execute(text(query)).all()


def _columns(rows: Sequence[Row], width: int) -> tuple[tuple[Any, ...], ...]:  # cells of many types
    """The columns of the rows."""
    return tuple(zip(*rows, strict=True)) if rows else ((),) * width


def _whole(values: Iterable[int]) -> Codes:
    return np.fromiter(values, dtype=np.int32)


def _column(values: Iterable[str | None]) -> Column:
    seen: dict[str | None, int] = {}
    codes = np.fromiter((seen.setdefault(value, len(seen)) for value in values), dtype=np.int32)
    return Column(tuple(seen), codes)


def _folded(names: Iterable[str]) -> Column:
    """The names, those that differ in case alone as one, under the spelling that comes first."""
    seen: dict[str, int] = {}
    shown: list[str | None] = []
    codes = []
    for name in names:
        code = seen.setdefault(name.casefold(), len(seen))
        if code == len(shown):
            shown.append(name)
        codes.append(code)
    return Column(tuple(shown), np.array(codes, dtype=np.int32))


def _ordered(column: Column, order: NDArray[np.int64]) -> Column:
    return Column(column.values, column.codes[order])


def _days(values: Iterable[object]) -> Codes:
    """The days as ordinals; SQLite gives them as text, PostgreSQL as dates."""
    column = _column(None if value is None else str(value) for value in values)
    ordinals = [NO_DAY if value is None else date.fromisoformat(value).toordinal() for value in column.values]
    return np.array(ordinals, dtype=np.int32)[column.codes] if ordinals else column.codes


def _disputed(connection: Connection, incidents: Column) -> NDArray[np.bool_]:
    disputed = set(connection.execute(text(_DISPUTED)).scalars())
    is_disputed = np.fromiter((value in disputed for value in incidents.values), dtype=bool)
    return is_disputed[incidents.codes] if len(incidents.values) else np.zeros(0, dtype=bool)


def _rows_of(numbers: Codes) -> Codes:
    """The row of each claim by its number; -1 for numbers of claims that are not current."""
    rows = np.full(int(numbers.max(initial=0)) + 1, -1, dtype=np.int32)
    rows[numbers] = np.arange(len(numbers), dtype=np.int32)
    return rows


def _of_articles(connection: Connection, of_rows: Codes) -> tuple[Column, Column]:
    """The publisher and the id of each row's article."""
    numbers, ids, publishers = _columns(_rows(connection, _ARTICLES), 3)
    place = np.zeros(int(max(numbers, default=0)) + 1, dtype=np.int32)
    place[_whole(numbers)] = np.arange(len(numbers), dtype=np.int32)
    published_by = _column(publishers)
    at = place[of_rows] if len(numbers) else of_rows
    return Column(published_by.values, published_by.codes[at]), Column(ids, at)


def _pairs(connection: Connection, claims_: tuple[Codes, Column], corrections: Corrections) -> dict[str, Pairs]:
    rows_of, places = claims_
    taking_part, everybody = corrected_participants(
        _rows(connection, _PARTICIPANTS), _rows(connection, _PARTIES), corrections
    )
    ids, names, countries = _columns(everybody, 3)
    party_numbers = {id_: number for number, id_ in enumerate(ids)}
    name, country = _folded(names), _column(countries)
    claims, roles, parties = _columns(taking_part, 3)
    at = _seen_rows(rows_of, _whole(claims))
    is_actor = np.fromiter((role == "actor" for role in roles), dtype=bool)
    party = _whole(party_numbers[each] for each in parties)
    told, speakers = _columns(_rows(connection, _SPEAKERS), 2)
    speaker = _whole(party_numbers[each] for each in speakers)
    spoken = _seen_rows(rows_of, _whole(told))
    return {
        "actor": _unique(name, at[is_actor], party[is_actor]),
        "recipient": _unique(name, at[~is_actor], party[~is_actor]),
        "speaker": _unique(name, spoken, speaker),
        "country": _countries(places, country, at, party),
    }


def _seen_rows(rows_of: Codes, claims: Codes) -> Codes:
    known = claims < len(rows_of)
    return np.where(known, rows_of[np.where(known, claims, 0)], -1).astype(np.int32)


def _unique(values: Column, rows: Codes, parties: Codes) -> Pairs:
    """The pairs of a row and the value of a party, each once; rows of -1 are left out."""
    codes = values.codes[parties] if len(parties) else parties
    is_wanted = rows >= 0
    joined = np.unique(rows[is_wanted].astype(np.int64) * (len(values.values) + 1) + codes[is_wanted])
    width = len(values.values) + 1
    named = tuple(value or "" for value in values.values)
    rows_, codes = (joined // width).astype(np.int32), (joined % width).astype(np.int32)
    return Pairs(named, rows_, codes, tuple(map(str.casefold, named)))


def _countries(places: Column, of_parties: Column, rows: Codes, parties: Codes) -> Pairs:
    """The country of the place and those of the participants."""
    seen: dict[str, int] = {}
    values = [value or "" for value in (*places.values, *of_parties.values)]
    code = np.array([seen.setdefault(value, len(seen)) for value in values], dtype=np.int32)
    party_codes = code[len(places.values) :][of_parties.codes[parties]] if len(parties) else parties
    place_codes = code[: len(places.values)][places.codes] if len(places.codes) else places.codes
    everywhere = Column(tuple(seen), np.concatenate([place_codes, party_codes]))
    all_rows = np.concatenate([np.arange(len(place_codes), dtype=np.int32), rows])
    known = np.array([bool(value) for value in everywhere.values], dtype=bool)
    all_rows = np.where(known[everywhere.codes], all_rows, -1) if len(known) else all_rows
    return _unique(everywhere, all_rows, np.arange(len(everywhere.codes), dtype=np.int32))
