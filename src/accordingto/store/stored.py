"""Articles and readings as they were stored."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

from sqlalchemy import Connection, bindparam, select

from accordingto.model.reported import ReportedClaim
from accordingto.store.among import IDS, among, listed
from accordingto.store.load import CLAIMS, VERSIONS, assembled, recalled
from accordingto.store.recent import RecentClaims
from accordingto.store.schema import articles, claims, readings
from accordingto.store.values import Row, in_utc

ARTICLES_AMONG: Final = select(articles).where(among(articles.c.id))
"""The articles of the ids that it is given."""

_LATEST: Final = select(readings.c.number).where(readings.c.article == bindparam("article"))
_OF_ARTICLE: Final = VERSIONS.where(
    claims.c.article == bindparam("article"),
    claims.c.reading == _LATEST.order_by(readings.c.number.desc()).limit(1).scalar_subquery(),
).order_by(claims.c.start, claims.c.number)
_OF_ARTICLES: Final = VERSIONS.where(claims.c.is_current).where(among(claims.c.article)).order_by(claims.c.number)


@dataclass(frozen=True, slots=True)
class StoredArticle:
    """One version of a report. `is_current` is false once every address it was found at shows a later one."""

    id: str
    url: str | None
    path: str | None
    title: str | None
    publisher: str | None
    published: date | None
    byline: tuple[str, ...]
    credits: tuple[str, ...]
    language: str | None
    text: str
    text_hash: str
    raw_hash: str | None
    is_current: bool
    added_at: datetime


def articles_with(connection: Connection, ids: Iterable[str]) -> tuple[StoredArticle, ...]:
    """The articles with these ids, in their order; those that are not in the store are left out."""
    wanted = tuple(dict.fromkeys(ids))
    rows = connection.execute(ARTICLES_AMONG, {IDS: listed(wanted)}).mappings().all()
    found = {row["id"]: _article(dict(row)) for row in rows}
    return tuple(found[id_] for id_ in wanted if id_ in found)


def reading_of(connection: Connection, article: str) -> dict[str, Any] | None:  # an object of JSON
    """The latest reading of the article, as the object of the contract, or None where it is not in the store."""
    query = select(readings.c.content).where(readings.c.article == article).order_by(readings.c.number.desc()).limit(1)
    content = connection.execute(query).scalar()
    return None if content is None else json.loads(content)


def claims_of_article(connection: Connection, article: str, recent: RecentClaims) -> tuple[ReportedClaim, ...]:
    """The claims of the article's latest reading, in the order of the text; also of a version that is not current."""
    return recalled(connection, _OF_ARTICLE, recent, {"article": article})


def claims_of_articles(connection: Connection, ids: Iterable[str], recent: RecentClaims) -> tuple[ReportedClaim, ...]:
    """The current claims of these articles, in the order of adding."""
    return recalled(connection, _OF_ARTICLES, recent, {IDS: listed(ids)})


def articles_in_order(connection: Connection) -> Iterator[StoredArticle]:
    """The current articles in the order of adding; few of them are in memory at once."""
    last = 0
    while True:
        query = select(articles).where(articles.c.number > last, articles.c.is_current)
        rows = connection.execute(query.order_by(articles.c.number).limit(PAGE)).mappings().all()
        if not rows:
            return
        last = rows[-1]["number"]
        yield from (_article(dict(row)) for row in rows)


def claims_in_order(connection: Connection) -> Iterator[ReportedClaim]:
    """The current claims in the order of their ids; few of them are in memory at once."""
    last = ""
    while True:
        query = CLAIMS.where(claims.c.id > last, claims.c.is_current).order_by(claims.c.id).limit(PAGE)
        page = assembled(connection, query)
        if not page:
            return
        last = page[-1].id
        yield from page


PAGE = 500


def _article(row: Row) -> StoredArticle:
    del row["number"]
    added = in_utc(row.pop("added_at"))
    credited = tuple(dict.fromkeys(earlier["publisher"] for earlier in row.pop("republished_from")))
    del row["parts"]
    return StoredArticle(**row | {"byline": tuple(row["byline"]), "credits": credited, "added_at": added})
