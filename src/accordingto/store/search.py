"""Finding articles by their words and claims by what they say."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    column,
    func,
    literal,
    literal_column,
    select,
    table,
    text,
    true,
    union,
)

from accordingto.model.reported import ReportedClaim
from accordingto.store.load import CLAIMS, assembled
from accordingto.store.schema import articles, claims, hops, participants, parties

DEFAULT_LIMIT: Final = 100

_PHRASE_OR_WORDS: Final = re.compile(r'"([^"]*)"|([^"\s]+)')
_HAS_WORD: Final = re.compile(r"\w")


@dataclass(frozen=True, slots=True)
class ClaimSearch:
    """What the claims must be; None lets anything through.

    `words` are in the report, in any order; "words in quotation marks" together. `country` (ISO alpha-3) is that of
    the place or of a participant; `since` and `until` go by the day of the event, else of the report; `actor` is part
    of the name of a participant or of a speaker, in any case.
    """

    words: str | None = None
    type: str | None = None
    mode: str | None = None
    country: str | None = None
    since: date | None = None
    until: date | None = None
    actor: str | None = None
    publisher: str | None = None


@dataclass(frozen=True, slots=True)
class FoundArticle:
    """An article that holds the words, and a piece of it with them between «guillemets»."""

    id: str
    title: str | None
    publisher: str | None
    published: date | None
    piece: str


def search_claims(connection: Connection, search: ClaimSearch, limit: int = DEFAULT_LIMIT) -> tuple[ReportedClaim, ...]:
    """The current claims that fit, latest first."""
    query = CLAIMS.where(claims.c.is_current, *_conditions(connection, search))
    return assembled(connection, query.order_by(claims.c.first_day.desc().nulls_last(), claims.c.number).limit(limit))


def search_articles(connection: Connection, words: str, limit: int = DEFAULT_LIMIT) -> tuple[FoundArticle, ...]:
    """The current articles that hold all the words, best first; none where there are no words."""
    if not _HAS_WORD.search(words):
        return ()
    is_sqlite = connection.dialect.name == "sqlite"
    query = text(_IN_SQLITE if is_sqlite else _IN_POSTGRESQL)
    rows = connection.execute(query, {"words": fts5_query(words) if is_sqlite else words, "most": limit}).mappings()
    found = {row["id"]: row["piece"] for row in rows}
    shown = (articles.c.id, articles.c.title, articles.c.publisher, articles.c.published)
    by_id = {row["id"]: row for row in connection.execute(select(*shown).where(articles.c.id.in_(found))).mappings()}
    return tuple(FoundArticle(**by_id[id_], piece=piece) for id_, piece in found.items())


_FTS: Final = table("articles_fts", column("rowid"), column("articles_fts"))
_SEARCHED: Final[ColumnElement[Any]] = literal_column("articles.searched")

_IN_SQLITE: Final = """
SELECT articles.id, snippet(articles_fts, -1, '«', '»', '…', 24) AS piece
FROM articles_fts JOIN articles ON articles.number = articles_fts.rowid
WHERE articles_fts MATCH :words AND articles.is_current ORDER BY articles_fts.rank, articles.number LIMIT :most
"""

_IN_POSTGRESQL: Final = """
SELECT articles.id, ts_headline('english', left(articles.text, 200000), asked.query,
    'StartSel=«, StopSel=», MaxFragments=1, MaxWords=24, MinWords=8') AS piece
FROM articles, websearch_to_tsquery('english', :words) AS asked(query)
WHERE articles.searched @@ asked.query AND articles.is_current
ORDER BY ts_rank(articles.searched, asked.query) DESC, articles.number LIMIT :most
"""


def fts5_query(words: str) -> str:
    """The words as FTS5 takes them: each between quotation marks, so that none is taken for an operator.

    >>> fts5_query('Aden "port authority" NOT (')
    '"Aden" "port authority" "NOT"'
    """
    pieces = (phrase or word for phrase, word in _PHRASE_OR_WORDS.findall(words))
    return " ".join(f'"{piece}"' for piece in pieces if _HAS_WORD.search(piece))


def articles_holding(connection: Connection, words: str, most: int) -> Select[str]:
    """The ids of the reports that hold the words, the last `most` of them; of all reports where there are no words."""
    if connection.dialect.name == "sqlite" and _HAS_WORD.search(words):
        asked = literal(fts5_query(words))
        rows = select(_FTS.c.rowid).where(_FTS.c.articles_fts.op("MATCH", is_comparison=True)(asked))
        return select(articles.c.id).where(articles.c.number.in_(rows.order_by(_FTS.c.rowid.desc()).limit(most)))
    return select(articles.c.id).where(_holds(connection, words)).order_by(articles.c.number.desc()).limit(most)


def claims_naming(name: str, most: int) -> Select[int]:
    """The numbers of the claims with a participant or a speaker of that name, of more than `most` those added last."""
    named = union(*_with_the_name(name)).subquery()
    return select(named.c.claim).order_by(named.c.claim.desc()).limit(most)


def _conditions(connection: Connection, search: ClaimSearch) -> list[ColumnElement[bool]]:
    pairs: list[tuple[Any, ColumnElement[bool]]] = [
        (search.words, _holds(connection, search.words or "")),
        (search.type, claims.c.type == search.type),
        (search.mode, claims.c.mode == search.mode),
        (search.country, _is_of(search.country or "")),
        (search.since, claims.c.last_day >= (search.since or date.min)),
        (search.until, claims.c.first_day <= (search.until or date.max)),
        (search.actor, _is_named(search.actor or "")),
        (search.publisher, func.lower(articles.c.publisher) == (search.publisher or "").lower()),
    ]
    return [condition for value, condition in pairs if value is not None]


def _holds(connection: Connection, words: str) -> ColumnElement[bool]:
    """The report holds the words; all reports do where there are none."""
    if not _HAS_WORD.search(words):
        return true()
    if connection.dialect.name == "sqlite":
        asked = literal(fts5_query(words))
        rows = select(_FTS.c.rowid).where(_FTS.c.articles_fts.op("MATCH", is_comparison=True)(asked))
        return articles.c.number.in_(rows)
    return _SEARCHED.op("@@", is_comparison=True)(func.websearch_to_tsquery("english", words))


def _is_of(country: str) -> ColumnElement[bool]:
    """The place or a participant is of the country."""
    there = select(claims.c.number).where(claims.c.place_country == country)
    return claims.c.number.in_(union(there, _with_participant(parties.c.country == country)))


def _is_named(name: str) -> ColumnElement[bool]:
    """A participant or a speaker bears the name, or a longer one that holds it."""
    return claims.c.number.in_(union(*_with_the_name(name)))


def _with_the_name(name: str) -> tuple[Select[int], Select[int]]:
    bears = parties.c.folded.contains(name.casefold(), autoescape=True)
    told = select(hops.c.claim).join(parties, parties.c.id == hops.c.speaker).where(bears)
    return told, _with_participant(bears)


def _with_participant(condition: ColumnElement[bool]) -> Select[int]:
    """The numbers of the claims in which a party takes part that fits."""
    return select(participants.c.claim).join(parties, parties.c.id == participants.c.party).where(condition)
