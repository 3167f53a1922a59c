"""The formats that the record can be exported in: what each is called, what it holds and what it cannot carry."""

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
