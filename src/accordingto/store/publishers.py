"""Who published what the store holds, and over which days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, func, select

from accordingto.store.schema import articles


@dataclass(frozen=True, slots=True)
class Publisher:
    """A publisher with its current reports and the days of the first and the last; None where they name none."""

    name: str | None
    reports: int
    first: date | None
    last: date | None


def publishers(connection: Connection) -> tuple[Publisher, ...]:
    """The publishers, that of most reports first."""
    reports, first, last = func.count(), func.min(articles.c.published), func.max(articles.c.published)
    query = select(articles.c.publisher, reports, first, last).where(articles.c.is_current)
    rows = connection.execute(query.group_by(articles.c.publisher).order_by(reports.desc(), articles.c.publisher))
    return tuple(Publisher(*row) for row in rows)


def report_days(connection: Connection) -> tuple[date | None, date | None]:
    """The days of the first and the last report, older versions too: both ends of an index."""
    first, last = func.min(articles.c.published), func.max(articles.c.published)
    return connection.execute(select(first)).scalar(), connection.execute(select(last)).scalar()
