"""Claims and articles by their numbers in the store, and whether the store has changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sqlalchemy import Connection, select, text

from accordingto.model.reported import ReportedClaim
from accordingto.store.load import CLAIMS, assembled
from accordingto.store.schema import claims
from accordingto.store.search import fts5_query
from accordingto.store.values import chunks

_VERSION = text(
    "SELECT (SELECT max(number) FROM readings), (SELECT max(number) FROM claims), (SELECT max(number) FROM links), "
    "(SELECT max(number) FROM decisions), (SELECT count(*) FROM decisions WHERE undone_at IS NOT NULL), "
    "(SELECT count(*) FROM claims WHERE NOT is_current), (SELECT max(number) FROM tombstones), "
    "(SELECT max(number) FROM tracks), (SELECT count(*) FROM tracks WHERE dropped_at IS NOT NULL)"
)
"""Each read from an index, or from a table of few rows: what is added has a number, what is undone is counted."""

_IN_SQLITE = text("SELECT rowid FROM articles_fts WHERE articles_fts MATCH :words")
_IN_POSTGRESQL = text("SELECT number FROM articles WHERE searched @@ websearch_to_tsquery('english', :words)")


def version_of(connection: Connection) -> str:
    """What stays the same as long as nothing is added, decided, undone, forgotten or tracked, for caches."""
    return "-".join(str(number or 0) for number in connection.execute(_VERSION).one())


def claims_numbered(connection: Connection, numbers: Iterable[int]) -> Iterator[ReportedClaim]:
    """The claims with these numbers, in their order, a few in memory at once."""
    for chunk in chunks(numbers):
        found = connection.execute(select(claims.c.number, claims.c.id).where(claims.c.number.in_(chunk)))
        ids = {row.number: row.id for row in found}
        by_id = {each.id: each for each in assembled(connection, CLAIMS.where(claims.c.number.in_(chunk)))}
        yield from (by_id[ids[number]] for number in chunk if number in ids)


def numbers_of(connection: Connection, ids: Iterable[str]) -> dict[str, int]:
    """The number of each claim that is in the store, by id."""
    query = select(claims.c.id, claims.c.number)
    found = (connection.execute(query.where(claims.c.id.in_(chunk))) for chunk in chunks(ids))
    return {row.id: row.number for rows in found for row in rows}


def article_numbers(connection: Connection, words: str) -> frozenset[int] | None:
    """The numbers of all articles that hold the words, older versions too; None where there are no words to hold."""
    is_sqlite = connection.dialect.name == "sqlite"
    asked = fts5_query(words)
    if not asked:
        return None
    query = _IN_SQLITE if is_sqlite else _IN_POSTGRESQL
    return frozenset(connection.execute(query, {"words": asked if is_sqlite else words}).scalars())
