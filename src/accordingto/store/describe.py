"""How much a store holds."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, Select, func, select

from accordingto.store.schema import articles, claims, decisions, families, incident_claims, links


@dataclass(frozen=True, slots=True)
class Contents:
    """Counts of what stands: current articles and claims, links not withdrawn, decisions not undone."""

    articles: int
    older_versions: int
    publishers: int
    claims: int
    links: int
    decisions: int
    families: int
    incidents: int


def describe(connection: Connection) -> Contents:
    """The counts, all of one moment."""
    current = articles.c.is_current
    return Contents(
        articles=_number(connection, select(func.count()).where(current)),
        older_versions=_number(connection, select(func.count()).where(~current)),
        publishers=_number(connection, select(func.count(articles.c.publisher.distinct())).where(current)),
        claims=_number(connection, select(func.count()).select_from(claims)) - _number(connection, _OLD_CLAIMS),
        links=_number(connection, select(func.count()).where(links.c.withdrawn_at.is_(None))),
        decisions=_number(connection, select(func.count()).where(decisions.c.undone_at.is_(None))),
        families=_number(connection, select(func.count(families.c.family.distinct()))),
        incidents=_number(connection, select(func.count(incident_claims.c.incident.distinct()))),
    )


_OLD_CLAIMS = select(func.count()).select_from(claims).where(~claims.c.is_current)
"""Few, and in an index of their own: those that are current are counted without a look at them."""


def _number(connection: Connection, query: Select[int]) -> int:
    return connection.execute(query).scalar_one()
