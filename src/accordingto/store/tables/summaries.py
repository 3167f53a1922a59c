"""One row an incident, and the facets by which lists of incidents are read from an index."""

from __future__ import annotations

from sqlalchemy import JSON, Date, Float, Index, Integer, Table, Text, text

from accordingto.store.tables.columns import column, key, metadata, optional

incident_summaries = Table(
    "incident_summaries",
    metadata,
    key("id", Text, "id of the incident"),
    column("title", Text, "who, what, when and where, for people"),
    column("statement", Text, "the words of the account with most origins"),
    column("types", JSON, "list of event types, most often told first"),
    column("modes", JSON, "list of modes"),
    column("countries", JSON, "list of countries of its places and participants, ISO 3166-1 alpha-3"),
    column("published_by", JSON, "list of the publishers of its reports"),
    column("disputed", JSON, "list of the slots in dispute"),
    optional("first_day", Date, "first day of the event as most often told"),
    optional("last_day", Date, "last day of it"),
    optional("first_report", Date, "day of the first report"),
    optional("last_report", Date, "day of the last report"),
    optional("place_name", Text, "where, as most often told"),
    optional("place_country", Text, "its country, ISO 3166-1 alpha-3"),
    optional("place_geonameid", Integer, "its number in GeoNames"),
    optional("place_latitude", Float, "degrees, WGS 84"),
    optional("place_longitude", Float, "degrees, WGS 84"),
    optional("place_precision", Text, "how closely the words say where"),
    column("claims", Integer, "claims in it"),
    column("accounts", Integer, "accounts of it"),
    column("reports", Integer, "reports that tell of it"),
    column("publishers", Integer, "publishers by family"),
    column("origins", Integer, "independent origins"),
    optional("least_sure", Float, "score of its link that is nearest to even; null where no program linked"),
    info={"holds": "What lists show of each incident. Can be worked out again from its claims and links."},
)

incident_facets = Table(
    "incident_facets",
    metadata,
    key("facet", Text, "all, type, mode, country, year, publisher (in lower case), disputed (a slot, or any)"),
    key("value", Text, "the value; empty for all"),
    key("newest", Integer, "days from year 1 to the event, else to the first report; 0 where neither is known"),
    key("incident", Text, "id of the incident"),
    optional("by_dispute", Integer, "higher for more slots in dispute, then for more doubt; null for a single claim"),
    optional("by_doubt", Integer, "higher for more doubt, then for more slots in dispute; null for a single claim"),
    Index("ix_incident_facets_incident", "incident", "facet", "value"),
    Index(
        "ix_incident_facets_by_dispute",
        "facet",
        "value",
        "by_dispute",
        "incident",
        sqlite_where=text("by_dispute IS NOT NULL"),
        postgresql_where=text("by_dispute IS NOT NULL"),
    ),
    Index(
        "ix_incident_facets_by_doubt",
        "facet",
        "value",
        "by_doubt",
        "incident",
        sqlite_where=text("by_doubt IS NOT NULL"),
        postgresql_where=text("by_doubt IS NOT NULL"),
    ),
    info={"holds": "What each incident is listed under. Can be worked out again from its summary."},
    sqlite_with_rowid=False,
)

facet_counts = Table(
    "facet_counts",
    metadata,
    key("facet", Text, "as in incident_facets"),
    key("value", Text, "as in incident_facets"),
    column("incidents", Integer, "incidents listed under it"),
    info={"holds": "How many incidents are listed under each value. Can be counted again."},
    sqlite_with_rowid=False,
)
