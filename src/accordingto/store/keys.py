"""Blocking keys -> what shares them, at a cost that does not grow with the store."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any, Final

from sqlalchemy import Column, CompoundSelect, Connection, Select, bindparam, func, select, union_all

from accordingto.store.schema import article_keys, articles, claim_keys
from accordingto.store.values import STREAMED, chunks, storable

KEYS_AT_ONCE: Final = 64
"""Keys asked for in one statement: a fixed number, so that the statement is the same each time."""

Found = dict[str, tuple[str, ...]]
Lookup = tuple[Select[*tuple[Any, ...]], Column[Any]]
Lookups = CompoundSelect[*tuple[Any, ...]]


def claims_by_keys(connection: Connection, keys: Iterable[str], limit: int) -> Found:
    """The ids of the current claims under each key, `limit` a key at most, those added last first."""
    return _found(connection, _claims_statement(), keys, limit)


def articles_under(connection: Connection, keys: Iterable[str], limit: int) -> dict[str, int]:
    """Under how many of the keys each article is, older versions too; of a key the last `limit` added count."""
    shared: Counter[str] = Counter()
    for values in _values(sorted({storable(key) for key in keys}), limit):
        shared.update(dict(connection.execute(_articles_statement(), values).all()))
    return dict(shared)


def keys_in_order(connection: Connection) -> Iterator[tuple[str, str]]:
    """Each key with each current claim under it, in the order of the keys; few of them are in memory at once."""
    query = select(claim_keys.c.key, claim_keys.c.id).where(claim_keys.c.is_current)
    query = query.order_by(claim_keys.c.key, claim_keys.c.claim)
    for row in connection.execute(query, execution_options=STREAMED):
        yield row.key, row.id


@cache
def _claims_statement() -> Lookups:
    query = select(claim_keys.c.key, claim_keys.c.id).where(claim_keys.c.is_current)
    return _statement((query.order_by(claim_keys.c.claim.desc()), claim_keys.c.key))


@cache
def _articles_statement() -> Select[*tuple[Any, ...]]:
    """Counted where the rows are: of forty under each of a hundred keys a few dozen articles are left."""
    query = select(article_keys.c.article).order_by(article_keys.c.article.desc())
    found = _statement((query, article_keys.c.key)).subquery()
    counted = select(found.c.article, func.count().label("shared")).group_by(found.c.article).subquery()
    return select(articles.c.id, counted.c.shared).join(counted, counted.c.article == articles.c.number)


def _statement(lookup: Lookup) -> Lookups:
    """The first rows of every key, each found by the index alone."""
    query, key = lookup
    pieces = (query.where(key == bindparam(f"key_{n}")).limit(bindparam("most")) for n in range(KEYS_AT_ONCE))
    return union_all(*(select(piece.subquery()) for piece in pieces))


def _found(connection: Connection, statement: Lookups, keys: Iterable[str], limit: int) -> Found:
    given = {storable(key): key for key in sorted(set(keys))}
    found: dict[str, list[str]] = {key: [] for key in given.values()}
    for values in _values(given, limit):
        for key, id_ in connection.execute(statement, values).all():
            found[given[key]].append(id_)
    return {key: tuple(ids) for key, ids in found.items() if ids}


def _values(keys: Iterable[str], limit: int) -> Iterator[dict[str, Any]]:
    """The values of each statement that asks for some of the keys."""
    for chunk in chunks(keys, KEYS_AT_ONCE):
        padded = [*chunk, *[None] * (KEYS_AT_ONCE - len(chunk))]
        yield {"most": limit, **{f"key_{number}": key for number, key in enumerate(padded)}}
