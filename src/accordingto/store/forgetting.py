"""Taking an article out of every table, and its bytes out of the file."""

from __future__ import annotations

import json
import operator
import sqlite3
from collections.abc import Callable, Collection, Iterable
from contextlib import closing
from functools import reduce
from typing import Final

from sqlalchemy import Connection, Text, cast, delete, exists, func, or_, select, text, update

from accordingto.model.errors import StoreError
from accordingto.store.decisions import Decision, decisions_on
from accordingto.store.files import BUSY_SECONDS
from accordingto.store.schema import (
    TABLES,
    article_keys,
    article_sketches,
    articles,
    channels,
    claim_keys,
    claims,
    counts,
    decisions,
    families,
    hops,
    incident_claims,
    links,
    participants,
    parties,
    readings,
    tracks,
    versions,
)
from accordingto.store.store import Store
from accordingto.store.values import chunks

_PARTS: Final = (participants, counts, hops, channels, claim_keys)
_NAMING: Final = (participants.c.party, hops.c.speaker, channels.c.party)


def decisions_that_mention(store: Store, ids: Collection[str]) -> tuple[Decision, ...]:
    """The decisions, undone ones too, whose subject or details hold one of the ids."""
    with store._session.reading() as connection:
        made = decisions_on(connection, undone=True)
    return tuple(each for each in made if any(id_ in f"{each.subject} {json.dumps(each.details)}" for id_ in ids))


def remove_decisions(store: Store, numbers: Iterable[int]) -> None:
    """Take the rows out: forgetting is the one case in which a decision goes."""
    with store._session.writing() as connection:
        for chunk in chunks(numbers):
            connection.execute(delete(decisions).where(decisions.c.number.in_(chunk)))


def articles_that_hold(store: Store, words: Collection[str]) -> tuple[str, ...]:
    """The ids of the articles, older versions too, whose text, title, byline, url or path hold all of the words."""
    texts = (articles.c.text, articles.c.title, articles.c.url, articles.c.path, cast(articles.c.byline, Text))
    whole = func.lower(reduce(operator.add, (func.coalesce(each, "") + "\n" for each in texts)))
    with store._session.reading() as connection:
        query = select(articles.c.id).where(*(whole.contains(word.lower(), autoescape=True) for word in words))
        return tuple(connection.execute(query.order_by(articles.c.number)).scalars())


def relabel_tracks(store: Store, words: Callable[[str], str]) -> None:
    """Write the saved questions, and their names, again as `words` gives them."""
    with store._session.writing() as connection:
        for row in connection.execute(select(tracks)).all():
            question = {name: words(each) if isinstance(each, str) else each for name, each in row.question.items()}
            changed = update(tracks).where(tracks.c.number == row.number)
            connection.execute(changed.values(question=question, name=words(row.name)))


def remove_article(store: Store, article: str) -> None:
    """Take the article out of every table: versions, readings, claims, keys, links, families, full-text index.

    Its claims must have left their incidents, and decisions on them be taken out, before.
    """
    store._session.recent.clear()
    with store._session.writing() as connection:
        number = connection.execute(select(articles.c.number).where(articles.c.id == article)).scalar()
        if number is None:
            return
        _remove_claims(connection, article)
        _leave_family(connection, article)
        if connection.dialect.name == "sqlite":
            connection.execute(_UNSEARCHED, {"number": number})
        for kept in (article_keys, article_sketches):
            connection.execute(delete(kept).where(kept.c.article == number))
        for table in (versions, readings):
            connection.execute(delete(table).where(table.c.article == article))
        connection.execute(delete(articles).where(articles.c.number == number))


def scrub(store: Store) -> None:
    """Leave no byte of what was taken out: the index is made again, the file is written again, its log is emptied.

    On PostgreSQL the tables are written again; what the server keeps in its own log, and in backups, is beyond us.
    Raises StoreError where another process has the store open and holds the old bytes.
    """
    engine = store._session.engine
    engine.dispose()  # a connection of our own would hold the log as any other does
    if engine.dialect.name == "postgresql":
        with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            for table in TABLES:
                connection.execute(text(f"VACUUM FULL {table.name}"))
        return
    with closing(sqlite3.connect(str(engine.url.database), timeout=BUSY_SECONDS, isolation_level=None)) as file:
        file.execute("PRAGMA secure_delete = ON")
        file.execute("INSERT INTO articles_fts(articles_fts) VALUES ('rebuild')")
        file.execute("VACUUM")
        is_held = file.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
    if is_held:
        raise StoreError(
            f"It is forgotten, but {store.name} is open elsewhere, and its log may hold the old bytes. Close the "
            "others and give the command again."
        )


_UNSEARCHED: Final = text(
    "INSERT INTO articles_fts(articles_fts, rowid, title, text) "
    "SELECT 'delete', number, title, text FROM articles WHERE number = :number"
)


def _remove_claims(connection: Connection, article: str) -> None:
    rows = connection.execute(select(claims.c.number, claims.c.id).where(claims.c.article == article)).all()
    for chunk in chunks(row.id for row in rows):
        connection.execute(delete(incident_claims).where(incident_claims.c.claim.in_(chunk)))
        connection.execute(delete(links).where(or_(links.c.left.in_(chunk), links.c.right.in_(chunk))))
    for numbers in chunks(row.number for row in rows):
        for table in _PARTS:
            connection.execute(delete(table).where(table.c.claim.in_(numbers)))
        connection.execute(delete(claims).where(claims.c.number.in_(numbers)))
    connection.execute(delete(parties).where(*(~exists().where(column == parties.c.id) for column in _NAMING)))


def _leave_family(connection: Connection, article: str) -> None:
    """The rest of the family is called by its least member again; one member is no family."""
    family = connection.execute(select(families.c.family).where(families.c.article == article)).scalar()
    connection.execute(delete(families).where(families.c.article == article))
    if family is None:
        return
    left = connection.execute(select(families.c.article).where(families.c.family == family)).scalars().all()
    if len(left) == 1:
        connection.execute(delete(families).where(families.c.family == family))
    elif left:
        connection.execute(update(families).where(families.c.family == family).values(family=min(left)))
