"""Entities and statements of FollowTheMoney: rival values of one property stand side by side, each with its origin."""

# ruff: noqa: E501  # one line a column

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from accordingto.export.archive import zipped
from accordingto.export.column import Column, Table
from accordingto.export.countries import alpha2_of
from accordingto.export.csv_table import csv_bytes
from accordingto.export.rows import ExportedReport, Json, Rows
from accordingto.export.text import json_line, whole_text
from accordingto.model.ids import content_id
from accordingto.model.incident import Incident
from accordingto.model.reported import Party, ReportedClaim

DATASET: Final = "accordingto"
SCHEMA_OF_KIND: Final = {"person": "Person", "organisation": "Organization", "medium": "Organization"}
"""Other kinds (groups, countries, unknown) are a LegalEntity."""


@dataclass(frozen=True, slots=True)
class Statement:
    """That a property of an entity has a value, and the claim or report that says so."""

    entity: str
    schema: str
    prop: str
    value: str
    origin: str


def write_follow_the_money(rows: Rows) -> Iterator[bytes]:
    """entities.ftm.json (one entity a line) and statements.csv in a ZIP archive."""
    entities = (json_line(entity) for entity in _entities(_all_statements(rows)))
    return zipped((("entities.ftm.json", entities), ("statements.csv", csv_bytes(STATEMENTS, _all_statements(rows)))))


def statements_of_report(report: ExportedReport) -> Iterator[Statement]:
    """The report as an Article."""
    article = report.article
    values = (
        ("title", [article["title"]]),
        ("sourceUrl", [article["url"]]),
        ("publisher", [article["publisher"]]),
        ("publishedAt", [article["published"]]),
        ("author", article["byline"]),
        ("language", ["eng" if article["language"] == "en" else article["language"]]),
    )
    for prop, each in values:
        yield from _statements(f"ao-{article['id']}", "Article", (prop, each), article["id"])


def statements_of_incident(incident: Incident) -> Iterator[Statement]:
    """The incident as an Event, whose values are those of all its claims; and its parties."""
    event = f"ao-{incident.id}"
    yield from _statements(event, "Event", ("name", [incident.title]), incident.id)
    for claim in incident.claims:
        for values in _event_values(claim):
            yield from _statements(event, "Event", values, claim.id)
        for prop, parties in (("organizer", claim.actors), ("involved", claim.recipients)):
            yield from _statements(event, "Event", (prop, map(party_id, parties)), claim.id)
        for party in (*claim.actors, *claim.recipients):
            yield from _statements_of_party(party, claim.id)


def party_id(party: Party) -> str:
    """One id for all claims on a party of that name, kind and country."""
    return f"ao-{content_id('party', party.name.casefold(), party.kind, party.country)}"


def _event_values(claim: ReportedClaim) -> Iterator[tuple[str, list[str | None]]]:
    yield "summary", [claim.sentence]
    yield "keywords", [claim.type, claim.mode, f"factuality: {claim.factuality.value}"]
    yield "proof", [f"ao-{claim.article}"]
    if claim.when:
        yield "startDate", [claim.when.start.isoformat()]
        yield "endDate", [claim.when.end.isoformat()]
    if claim.place:
        yield "location", [claim.place.name]
        yield "country", [alpha2_of(claim.place.country)]
    yield (
        "notes",
        [
            f"{each.kind}: {each.low if each.low is not None else '?'} to {each.high if each.high is not None else '?'}"
            for each in claim.counts
        ],
    )


def _statements_of_party(party: Party, origin: str) -> Iterator[Statement]:
    schema = SCHEMA_OF_KIND.get(party.kind or "", "LegalEntity")
    yield from _statements(party_id(party), schema, ("name", [party.name]), origin)
    yield from _statements(party_id(party), schema, ("country", [alpha2_of(party.country)]), origin)
    yield from _statements(party_id(party), schema, ("keywords", party.sectors), origin)


def _statements(entity: str, schema: str, values: tuple[str, Iterable[str | None]], origin: str) -> Iterator[Statement]:
    prop, each = values
    return (Statement(entity, schema, prop, whole_text(value), origin) for value in each if value)


def _all_statements(rows: Rows) -> Iterator[Statement]:
    for report in rows.reports():
        yield from statements_of_report(report)
    for incident in rows.incidents():
        yield from statements_of_incident(incident)


def _entities(statements: Iterable[Statement]) -> Iterator[Json]:
    """Entities in pieces: a party has one for each incident it is part of, with the same id, to be merged by FtM."""
    for _, group in groupby(_by_event(statements), key=lambda each: each[0]):
        found: dict[str, Json] = {}
        for _, each in group:
            entity = found.setdefault(each.entity, {"id": each.entity, "schema": each.schema, "properties": {}})
            values = entity["properties"].setdefault(each.prop, [])
            if each.value not in values:
                values.append(each.value)
        yield from found.values()


def _by_event(statements: Iterable[Statement]) -> Iterator[tuple[str, Statement]]:
    """Each statement with the report or incident that it comes with."""
    current = ""
    for each in statements:
        if each.schema in {"Article", "Event"}:
            current = each.entity
        yield current, each


STATEMENTS: Table[Statement] = Table(
    "statements",
    "one value of one property of one entity, and who says so",
    (
        Column("id", "Id of the statement: a hash of all of it.", lambda row: content_id("statement", row.entity, row.prop, row.value, row.origin)),
        Column("entity_id", "Id of the entity.", lambda row: row.entity),
        Column("canonical_id", "The same: nothing is merged here.", lambda row: row.entity),
        Column("prop", "Property of the schema.", lambda row: row.prop),
        Column("schema", "Schema of FollowTheMoney.", lambda row: row.schema),
        Column("value", "The value.", lambda row: row.value),
        Column("dataset", "Always accordingto.", lambda row: DATASET if row else None),
        Column("origin", "Id of the claim, report or incident that says so.", lambda row: row.origin),
    ),
)  # fmt: skip
