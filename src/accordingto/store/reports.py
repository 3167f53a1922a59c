"""Articles as the record needs them: whole, to compare their words; or as reports, to count them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from sqlalchemy import Connection

from accordingto.model.article import Article, Part, PartRole, Republication
from accordingto.model.reported import Report
from accordingto.model.span import Span
from accordingto.store.among import IDS, listed
from accordingto.store.groups import families_of
from accordingto.store.stored import ARTICLES_AMONG, StoredArticle, articles_with, reading_of

Json = dict[str, Any]  # a JSON object: values of many types


def originals_of(connection: Connection, ids: Iterable[str]) -> dict[str, Article]:
    """The articles as they were added, with their parts, by id; those that are not in the store are left out."""
    found = connection.execute(ARTICLES_AMONG, {IDS: listed(ids)}).mappings().all()
    return {row["id"]: _original(connection, dict(row)) for row in found}


def _original(connection: Connection, row: Json) -> Article:
    """The article of a row; by its reading where its words hold what no column can, as the id tells."""
    article = article_of(row)
    if article.id != row["id"] and (reading := reading_of(connection, row["id"])) is not None:
        return article_of(reading["article"])
    return article


def article_of(row: Json) -> Article:
    """The article of a row, or of a reading in the form of the contract."""
    return Article(
        text=row["text"],
        parts=tuple(Part(PartRole(part["role"]), Span(*part["span"])) for part in row["parts"]),
        path=row["path"],
        url=row["url"],
        title=row["title"],
        publisher=row["publisher"],
        published=date.fromisoformat(day) if isinstance(day := row["published"], str) else day,
        byline=tuple(row["byline"]),
        language=row["language"],
        republished_from=tuple(
            Republication(earlier["publisher"], None if earlier["span"] is None else Span(*earlier["span"]))
            for earlier in row["republished_from"]
        ),
    )


def reports_of(connection: Connection, ids: Iterable[str]) -> dict[str, Report]:
    """The report of each article that is in the store, by article."""
    found = articles_with(connection, ids)
    families = families_of(connection, [article.id for article in found])
    return {
        article.id: _report(article, family.family, family.reason)
        if (family := families.get(article.id))
        else _report(article, article.id, None)
        for article in found
    }


def _report(article: StoredArticle, family: str, reason: str | None) -> Report:
    return Report(
        article=article.id,
        publisher=article.publisher,
        family=family,
        credits=article.credits,
        reason=reason,
        path=article.path,
        title=article.title,
        published=article.published,
    )
