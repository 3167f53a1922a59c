"""What each address shows now, and what it showed before."""

from __future__ import annotations

import re
from datetime import datetime
from typing import Final

from sqlalchemy import Connection, and_, exists, func, literal, select, update

from accordingto.model.article import Article
from accordingto.store.schema import articles, claim_keys, claims, readings, versions
from accordingto.store.values import Row, insert, storable

SAME_REPORT: Final = 0.5
"""Share of the words of two texts in the same line of a JSON Lines file from which they count as versions of one.
Chosen, not tuned: a corrected report shares nearly all of them, another report of the day a fifth."""

_LINE: Final = re.compile(r"\.(?:jsonl|ndjson|json):\d+$", re.IGNORECASE)
_WORD: Final = re.compile(r"\w+")


def shown_at(connection: Connection, address: str) -> Row | None:
    """The latest version at the address (`article`, `version`, `text`), or None where nothing was found there."""
    query = (
        select(versions.c.article, versions.c.version, articles.c.text)
        .join(articles, articles.c.id == versions.c.article)
        .where(versions.c.address == storable(address))
        .order_by(versions.c.version.desc())
        .limit(1)
    )
    row = connection.execute(query).mappings().first()
    return None if row is None else dict(row)


def history_of(connection: Connection, address: str) -> tuple[str, ...]:
    """The articles that the address showed, first to last."""
    query = select(versions.c.article).where(versions.c.address == storable(address)).order_by(versions.c.version)
    return tuple(connection.execute(query).scalars())


def is_noted(connection: Connection, article: Article, address: str | None) -> bool:
    """True where adding the article at the address would add nothing to what is known of the address."""
    if address is None:
        return True
    return _adds_nothing(shown_at(connection, address), article, address)


def note_version(connection: Connection, article: Article, address: str | None, moment: datetime) -> str | None:
    """Note that the address shows the article; the article it replaces there, or None where it replaces none."""
    if address is None:
        return None
    before = shown_at(connection, address)
    if _adds_nothing(before, article, address):
        return None
    number = 1 if before is None else before["version"] + 1
    row = {"address": address, "version": number, "article": article.id, "added_at": moment}
    insert(connection, versions, [row])
    if before is None:
        return None
    refresh_current(connection, before["article"])
    return str(before["article"])


def _adds_nothing(latest: Row | None, article: Article, address: str) -> bool:
    return latest is not None and (
        latest["article"] == article.id or _is_other_report(address, latest["text"], article)
    )


def _is_other_report(address: str, before: str, article: Article) -> bool:
    """True for a line of JSON Lines that now holds another report: a line is a place in a list, not an address."""
    return _LINE.search(address) is not None and not is_same_report(before, article.text)


def is_same_report(left: str, right: str) -> bool:
    """True where two texts share so many of their words that one is a version of the other.

    >>> is_same_report("Troops fired on 12 people.", "Troops fired on 14 people.")
    True
    >>> is_same_report("Troops fired on 12 people.", "The minister resigned.")
    False
    """
    mine, other = (set(_WORD.findall(text.casefold())) for text in (left, right))
    return len(mine & other) >= SAME_REPORT * len(mine | other)


def refresh_current(connection: Connection, article: str) -> None:
    """Work out `is_current` again for the article and its claims."""
    is_current = _is_latest_somewhere(connection, article)
    connection.execute(update(articles).where(articles.c.id == article).values(is_current=is_current))
    latest = select(func.max(readings.c.number)).where(readings.c.article == article).scalar_subquery()
    current = and_(claims.c.reading == latest, literal(is_current))
    connection.execute(update(claims).where(claims.c.article == article).values(is_current=current))
    stale = select(claims.c.number, claims.c.is_current).where(claims.c.article == article).subquery()
    connection.execute(
        update(claim_keys)
        .where(claim_keys.c.claim.in_(select(stale.c.number)))
        .values(is_current=select(stale.c.is_current).where(stale.c.number == claim_keys.c.claim).scalar_subquery())
    )


def _is_latest_somewhere(connection: Connection, article: str) -> bool:
    """True for an article that is the latest at one of its addresses, or never had one."""
    later = versions.alias()
    has_later = exists().where(later.c.address == versions.c.address, later.c.version > versions.c.version)
    query = select(has_later).where(versions.c.article == article)
    is_replaced = [bool(row) for row in connection.execute(query).scalars()]
    return not is_replaced or not all(is_replaced)
