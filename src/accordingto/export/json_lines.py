"""The record in its own form: JSON Lines, one reading or one incident a line, as docs/reference/contract.md has it."""

from __future__ import annotations

from collections.abc import Iterator

from accordingto.export.rows import Rows
from accordingto.export.text import json_line
from accordingto.model.incident_contract import incident_to_dict


def write_readings(rows: Rows) -> Iterator[bytes]:
    """One reading a line, "accordingto.reading/1", whole: a filter chooses reports, and takes nothing out of them."""
    return (json_line(report.reading) for report in rows.reports())


def write_incidents(rows: Rows) -> Iterator[bytes]:
    """One incident a line, "accordingto.incident/1"."""
    return (json_line(incident_to_dict(incident)) for incident in rows.incidents())
