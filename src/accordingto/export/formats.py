"""The formats that the record can be exported in: what each is called, what it holds and what it cannot carry."""
# ruff: noqa: E501  # one line a sentence

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import import_module
from typing import Any, Final

from accordingto.export.column import Table
from accordingto.export.rows import Rows
from accordingto.model.errors import OptionError

Writer = Callable[[Rows], Iterator[bytes]]


@dataclass(frozen=True, slots=True)
class Format:
    """One format. `writer` is MODULE:FUNCTION and `columns` MODULE:TABLE under `accordingto.export`, loaded when asked.

    `holds` says what is in it, `cannot_carry` what is lost.
    """

    name: str
    media_type: str
    suffix: str
    holds: str
    cannot_carry: str
    writer: str
    columns: tuple[str, ...] = ()

    @property
    def is_binary(self) -> bool:
        return not self.media_type.startswith("text/") and "json" not in self.media_type

    def write(self, rows: Rows) -> Iterator[bytes]:
        """The rows in the format, in pieces; the same rows give the same bytes."""
        write: Writer = _loaded(self.writer)
        return write(rows)

    def tables(self) -> tuple[Table[Any], ...]:  # tables of rows of many types
        """The tables of the format with their columns; none for a format that is no table."""
        return tuple(_loaded(name) for name in self.columns)


_CLAIMS, _INCIDENTS = "claim_columns:CLAIMS", "incident_columns:INCIDENTS"
_ZIP, _JSON, _JSONL = "application/zip", "application/json", "application/x-ndjson"

FORMATS: Final[dict[str, Format]] = {
    each.name: each
    for each in (
        Format("readings", _JSONL, ".jsonl", "Readings, one a line, whole: the contract accordingto.reading/1.",
               "Links between reports, incidents and accounts.", "json_lines:write_readings"),
        Format("incidents", _JSONL, ".jsonl", "Incidents with their accounts, one a line: accordingto.incident/1.",
               "The texts of the reports, and claims that tell of no event (wishes, plans, threats).",
               "json_lines:write_incidents"),
        Format("csv", _ZIP, ".zip", "Four tables (reports, incidents, accounts, claims) with datapackage.json.",
               "The texts, spans of sources and cues; several values of a cell are joined by ' | '.",
               "csv_bundle:write_csv_bundle",
               ("incident_columns:REPORTS", _INCIDENTS, "incident_columns:ACCOUNTS", _CLAIMS)),
        Format("claims-csv", "text/csv; charset=utf-8", ".csv", "One row a claim.",
               "The texts, spans of sources and cues, accounts; several values of a cell are joined by ' | '.",
               "csv_bundle:write_claims_csv", (_CLAIMS,)),
        Format("incidents-csv", "text/csv; charset=utf-8", ".csv", "One row an incident.",
               "Which account says what; rival values other than the lowest, commonest and highest number.",
               "csv_bundle:write_incidents_csv", (_INCIDENTS,)),
        Format("geojson", "application/geo+json", ".geojson", "One feature an incident, a point for a town or a site.",
               "Accounts and claims; regions and countries have no geometry, only a name and a precision.",
               "geojson:write_geojson", (_INCIDENTS,)),
        Format("csl", "application/vnd.citationstyles.csl+json", ".json", "The reports as references, CSL-JSON.",
               "Claims, incidents and texts: it is the list of sources alone.", "csl:write_csl"),
        Format("annotations", "application/ld+json", ".jsonld", "W3C Web Annotations with positions in code points.",
               "Chains of sources, actors, places, times and incidents: it holds where words stand and how they are tagged.",
               "annotations:write_annotations"),
        Format("polecat", "text/tab-separated-values; charset=utf-8", ".tsv", "One event, actor and recipient a row, in POLECAT's forty columns.",
               "Who says so; counts of people; types that PLOVER has not. Intensity, COW codes and Wikipedia ids stay empty.",
               "polecat:write_polecat", ("polecat:POLECAT",)),
        Format("ucdp", "text/csv; charset=utf-8", ".csv", "One violent incident a row, in columns named as in UCDP's event data.",
               "UCDP's judgement: its actors' and conflicts' ids, type of violence, deaths by side, event clarity.",
               "conflict:write_ucdp", ("conflict:UCDP",)),
        Format("acled", "text/csv; charset=utf-8", ".csv", "One incident a row, in columns named as in ACLED's data.",
               "ACLED's judgement: its actors' names, interaction codes, admin regions; incidents of types it has not.",
               "conflict:write_acled", ("conflict:ACLED",)),
        Format("gdelt", _ZIP, ".zip", "Events and mentions in GDELT's columns, with headings.",
               "Accounts and disputes; Goldstein scale and tone stay empty; CAMEO codes are approximated from type and mode.",
               "gdelt:write_gdelt", ("gdelt:EVENTS", "gdelt:MENTIONS")),
        Format("ftm", _ZIP, ".zip", "Entities and statements of FollowTheMoney; rival values stand side by side.",
               "Chains of sources and commitment; the schema of a group or a country is LegalEntity.",
               "follow_the_money:write_follow_the_money", ("follow_the_money:STATEMENTS",)),
        Format("parquet", "application/vnd.apache.parquet", ".parquet", "One row a claim, as Parquet. Needs the extra parquet.",
               "The texts, spans of sources and cues, accounts; several values of a cell are joined by ' | '.",
               "parquet:write_claims_parquet", (_CLAIMS,)),
        Format("incidents-parquet", "application/vnd.apache.parquet", ".parquet", "One row an incident, as Parquet. Needs the extra parquet.",
               "Which account says what; rival values other than the lowest, commonest and highest number.",
               "parquet:write_incidents_parquet", (_INCIDENTS,)),
        Format("brat", _ZIP, ".zip", "A text and a stand-off file for each report, with annotation.conf.",
               "Incidents, resolved entities, places and times; a span over a line end is in pieces.", "brat:write_brat"),
        Format("prov", _JSON, ".json", "PROV-JSON, one bundle a report: what each claim was derived from and who made it.",
               "What the claims say beyond type and factuality; the order of a chain.", "linked_data:write_prov"),
        Format("schema-org", "application/ld+json", ".jsonld", "schema.org Claim as JSON-LD, one a claim.",
               "Actors, recipients, counts, chains beyond the nearest source, accounts.", "linked_data:write_schema_org"),
        Format("gephi", _ZIP, ".zip", "Tables of nodes and edges: who did what to whom, and who told of whom.",
               "Events without an actor and a recipient or a source; texts, places, accounts.",
               "gephi:write_gephi", ("gephi:NODES", "gephi:EDGES")),
    )
}  # fmt: skip
"""Every format by name."""


def format_named(name: str) -> Format:
    """The format. Raises OptionError for a name that is none."""
    if name not in FORMATS:
        raise OptionError(f"Cannot export to {name!r}. Formats: {', '.join(FORMATS)}.")
    return FORMATS[name]


def _loaded(name: str) -> Any:  # a writer or a table
    module, _, attribute = name.partition(":")
    return getattr(import_module(f"accordingto.export.{module}"), attribute)
