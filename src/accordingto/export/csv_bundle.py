"""Four tables and their description as one archive: a data package of Frictionless Data."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from accordingto.export.archive import zipped
from accordingto.export.claim_columns import CLAIMS
from accordingto.export.column import Table
from accordingto.export.csv_table import csv_bytes
from accordingto.export.incident_columns import ACCOUNTS, INCIDENTS, REPORTS, AccountOf
from accordingto.export.rows import Json, Rows
from accordingto.export.text import json_text

_FOREIGN_KEYS: Final = {
    "claims": (("article", "reports", "article"), ("incident", "incidents", "incident")),
    "accounts": (("incident", "incidents", "incident"),),
}
_TABLES: Final[tuple[Table[Any], ...]] = (REPORTS, INCIDENTS, ACCOUNTS, CLAIMS)  # tables of rows of four types


def write_csv_bundle(rows: Rows) -> Iterator[bytes]:
    """reports.csv, incidents.csv, accounts.csv, claims.csv and datapackage.json in a ZIP archive."""
    return zipped(
        (
            ("datapackage.json", [(json_text(data_package(), indent=2) + "\n").encode()]),
            ("reports.csv", csv_bytes(REPORTS, rows.reports())),
            ("incidents.csv", csv_bytes(INCIDENTS, rows.incidents())),
            ("accounts.csv", csv_bytes(ACCOUNTS, _accounts(rows))),
            ("claims.csv", csv_bytes(CLAIMS, rows.claims())),
        )
    )


def write_claims_csv(rows: Rows) -> Iterator[bytes]:
    """One row a claim."""
    return csv_bytes(CLAIMS, rows.claims())


def write_incidents_csv(rows: Rows) -> Iterator[bytes]:
    """One row an incident."""
    return csv_bytes(INCIDENTS, rows.incidents())


def data_package() -> Json:
    """The description of the tables, by the Data Package specification."""
    return {
        "profile": "tabular-data-package",
        "name": "accordingto",
        "title": "Claims of reports, and the incidents they tell of",
        "resources": [_resource(table) for table in _TABLES],
    }


def _resource(table: Table[Any]) -> Json:
    keys = _FOREIGN_KEYS.get(table.name, ())
    fields = [{"name": each.name, "type": each.kind.value, "description": each.holds} for each in table.columns]
    return {
        "name": table.name,
        "path": f"{table.name}.csv",
        "profile": "tabular-data-resource",
        "description": f"One row is {table.a_row_is}.",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"lineTerminator": "\n"},
        "schema": {
            "fields": fields,
            "primaryKey": table.key,
            "missingValues": [""],
            "foreignKeys": [
                {"fields": own, "reference": {"resource": other, "fields": theirs}} for own, other, theirs in keys
            ],
        },
    }


def _accounts(rows: Rows) -> Iterator[AccountOf]:
    return (AccountOf(incident, account) for incident in rows.incidents() for account in incident.accounts)
