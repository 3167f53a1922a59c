"""What linking needs of each article, as text that only the record reads."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from sqlalchemy import Connection, select

from accordingto.store.among import IDS, among, listed
from accordingto.store.schema import article_sketches, articles
from accordingto.store.values import insert_new

_SKETCHES: Final = (
    select(articles.c.id, article_sketches.c.sketch)
    .join(article_sketches, article_sketches.c.article == articles.c.number)
    .where(among(articles.c.id))
)


def save_sketch(connection: Connection, article: str, sketch: str) -> None:
    """Keep the sketch of a stored article; one that is there stays, since an article never changes."""
    number = connection.execute(select(articles.c.number).where(articles.c.id == article)).scalar_one()
    insert_new(connection, article_sketches, [{"article": number, "sketch": sketch}])


def sketches_of(connection: Connection, ids: Iterable[str]) -> dict[str, str]:
    """The sketch of each article that has one, by article."""
    return {row.id: row.sketch for row in connection.execute(_SKETCHES, {IDS: listed(ids)}).all()}
