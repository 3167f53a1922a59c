"""One row an incident with its facets, and decisions by kind."""

from __future__ import annotations

from functools import partial
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

_needed = partial(sa.Column, nullable=False)
_key = partial(sa.Column, primary_key=True, autoincrement=False, nullable=False)


def upgrade() -> None:
    """Older stores get empty tables: an incident is listed once a report that touches it is added or read again."""
    _create_summaries()
    _create_facets()
    op.create_index("ix_decisions_kind", "decisions", ["kind"])


def downgrade() -> None:
    op.drop_index("ix_decisions_kind", "decisions")
    for table in ("facet_counts", "incident_facets", "incident_summaries"):
        op.drop_table(table)


def _create_summaries() -> None:
    op.create_table(
        "incident_summaries",
        _key("id", sa.Text),
        _needed("title", sa.Text),
        _needed("statement", sa.Text),
        _needed("types", sa.JSON),
        _needed("modes", sa.JSON),
        _needed("countries", sa.JSON),
        _needed("published_by", sa.JSON),
        _needed("disputed", sa.JSON),
        sa.Column("first_day", sa.Date),
        sa.Column("last_day", sa.Date),
        sa.Column("first_report", sa.Date),
        sa.Column("last_report", sa.Date),
        sa.Column("place_name", sa.Text),
        sa.Column("place_country", sa.Text),
        sa.Column("place_geonameid", sa.Integer),
        sa.Column("place_latitude", sa.Float),
        sa.Column("place_longitude", sa.Float),
        sa.Column("place_precision", sa.Text),
        _needed("claims", sa.Integer),
        _needed("accounts", sa.Integer),
        _needed("reports", sa.Integer),
        _needed("publishers", sa.Integer),
        _needed("origins", sa.Integer),
        sa.Column("least_sure", sa.Float),
    )


def _create_facets() -> None:
    op.create_table(
        "incident_facets",
        _key("facet", sa.Text),
        _key("value", sa.Text),
        _key("newest", sa.Integer),
        _key("incident", sa.Text),
        sa.Column("by_dispute", sa.Integer),
        sa.Column("by_doubt", sa.Integer),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_incident_facets_incident", "incident_facets", ["incident", "facet", "value"])
    for rank in ("by_dispute", "by_doubt"):
        columns = ["facet", "value", rank, "incident"]
        op.create_index(f"ix_incident_facets_{rank}", "incident_facets", columns, **_only(f"{rank} IS NOT NULL"))
    op.create_table(
        "facet_counts",
        _key("facet", sa.Text),
        _key("value", sa.Text),
        _needed("incidents", sa.Integer),
        sqlite_with_rowid=False,
    )


def _only(condition: str) -> dict[str, Any]:
    """The options of an index of the rows that fit the condition."""
    return {"sqlite_where": sa.text(condition), "postgresql_where": sa.text(condition)}
