"""The schema: all tables, the same on SQLite and PostgreSQL.

Nothing that a report says is ever changed or deleted. What can be worked out again from the rest (`is_current`, keys,
families, the incident of a claim) may be written over. Rows are numbered under the one lock that every writer holds,
so numbers follow the order of adding.
"""

from __future__ import annotations

from typing import Final

from accordingto.store.tables.articles import article_keys, article_sketches, articles, families, readings, versions
from accordingto.store.tables.claims import channels, claim_keys, claims, counts, hops, participants, parties
from accordingto.store.tables.columns import metadata
from accordingto.store.tables.judgements import decisions, incident_claims, links
from accordingto.store.tables.summaries import facet_counts, incident_facets, incident_summaries
from accordingto.store.tables.upkeep import tombstones, tracks

__all__ = [
    "LATEST_SCHEMA",
    "SCHEMA_TABLE",
    "TABLES",
    "article_keys",
    "article_sketches",
    "articles",
    "channels",
    "claim_keys",
    "claims",
    "counts",
    "decisions",
    "facet_counts",
    "families",
    "hops",
    "incident_claims",
    "incident_facets",
    "incident_summaries",
    "links",
    "metadata",
    "participants",
    "parties",
    "readings",
    "tombstones",
    "tracks",
    "versions",
]

LATEST_SCHEMA: Final = "0004"
"""The revision of the newest file in `migrations/versions`."""

SCHEMA_TABLE: Final = "accordingto_schema"
"""Where Alembic writes the revision of a store; its existence tells a store from another database."""

TABLES: Final = (
    articles,
    versions,
    readings,
    article_keys,
    article_sketches,
    families,
    parties,
    claims,
    participants,
    counts,
    hops,
    channels,
    claim_keys,
    links,
    decisions,
    incident_claims,
    incident_summaries,
    incident_facets,
    facet_counts,
    tombstones,
    tracks,
)
"""Every table, in an order in which each points only to those before it."""
