"""Who did what to whom as a network: a table of nodes and one of edges, as Gephi takes them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from accordingto.export.archive import zipped
from accordingto.export.column import Column, Kind, Table
from accordingto.export.csv_table import csv_bytes, joined
from accordingto.export.rows import ExportedClaim, Rows
from accordingto.model.ids import content_id
from accordingto.model.reported import Party


@dataclass(frozen=True, slots=True)
class Edge:
    """One claim between an actor and a recipient, or (relation "told") between a source and an actor."""

    row: ExportedClaim
    source: Party
    target: Party
    relation: str


def write_gephi(rows: Rows) -> Iterator[bytes]:
    """nodes.csv and edges.csv in a ZIP archive."""
    return zipped((("nodes.csv", csv_bytes(NODES, _nodes(rows))), ("edges.csv", csv_bytes(EDGES, _edges(rows)))))


def node_id(party: Party) -> str:
    """One id for all claims on a party of that name, kind and country."""
    return content_id("node", party.name.casefold(), party.kind, party.country)


def _edges(rows: Rows) -> Iterator[Edge]:
    for row in rows.claims():
        for actor in row.claim.actors:
            yield from (Edge(row, actor, recipient, "did") for recipient in row.claim.recipients)
            yield from (Edge(row, told, actor, "told of") for told in _nearest(row) if node_id(told) != node_id(actor))


def _nearest(row: ExportedClaim) -> tuple[Party, ...]:
    """The nearest source, where it is named: at most one."""
    return tuple(hop.speaker for hop in row.claim.hops[:1] if hop.speaker)


def _nodes(rows: Rows) -> Iterator[Party]:
    seen: set[str] = set()
    for edge in _edges(rows):
        for party in (edge.source, edge.target):
            if (found := node_id(party)) not in seen:
                seen.add(found)
                yield party


NODES: Table[Party] = Table(
    "nodes",
    "one party",
    (
        Column("Id", "Id of the party: a hash of its name, kind and country.", node_id),
        Column("Label", "Its name.", lambda row: row.name),
        Column("kind", "person, organisation, country, group, medium and so on.", lambda row: row.kind),
        Column("country", "Its country, ISO 3166 alpha-3.", lambda row: row.country),
        Column("sectors", "Its sectors, as the first claim on it has them.", lambda row: joined(row.sectors)),
    ),
    key="Id",
)
EDGES: Table[Edge] = Table(
    "edges",
    "one claim between two parties",
    (
        Column("Source", "Id of who acts, or tells.", lambda row: node_id(row.source)),
        Column("Target", "Id of who is acted upon, or told of.", lambda row: node_id(row.target)),
        Column("Type", "Always Directed.", lambda row: "Directed" if row else None),
        Column("Weight", "Always 1: add them up in Gephi.", lambda row: 1 if row else None, Kind.INTEGER),
        Column("Label", "Event type, with its mode.", lambda row: _code(row.row)),
        Column("relation", "did: actor to recipient; told of: nearest source to actor.", lambda row: row.relation),
        Column("factuality", "What the source commits to.", lambda row: row.row.claim.factuality.value),
        Column("day", "First day of the event, else of the report.", lambda row: _day(row.row), Kind.DATE),
        Column("claim", "Id of the claim.", lambda row: row.row.claim.id),
        Column("incident", "Id of its incident.", lambda row: row.row.incident),
        Column("publisher", "Who published the report.", lambda row: row.row.claim.publisher),
    ),
)


def _code(row: ExportedClaim) -> str:
    return ":".join(filter(None, (row.claim.type, row.claim.mode)))


def _day(row: ExportedClaim) -> date | None:
    return row.claim.when.start if row.claim.when else row.claim.published
