"""Rows of incidents and of counts, for tables and programs."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import click

from accordingto.cli import streams
from accordingto.cli.claim_words import clean
from accordingto.cli.output import csv_line, to_json_line
from accordingto.cli.store_option import opened

if TYPE_CHECKING:
    from accordingto.model.incident import Incident


def write_rows(found: Iterable[Incident], rule: str, format_: str | None) -> None:
    """Write one row an incident by the aggregation of that name, as CSV or JSON Lines."""
    from accordingto.aggregating import aggregated_rows  # noqa: PLC0415  # not needed for lists

    if not rule or format_ == "table":
        raise click.UsageError("Rows take --aggregate RULE and --format csv or jsonl.")
    rows = list(aggregated_rows(found, rule))
    if format_ == "jsonl":
        streams.write(to_json_line(row) + "\n" for row in rows)
    elif rows:
        cells = (["" if cell is None else str(cell) for cell in row.values()] for row in rows)
        streams.write([csv_line(rows[0]), *map(csv_line, cells)])


def print_counts(where: str, incident: str, kind: str, *, as_text: bool) -> None:
    """Write what each report told of how many there were, by day of report."""
    from accordingto.catalogue import find_incident  # noqa: PLC0415  # SQLAlchemy, as above
    from accordingto.tracking import counts_as_of  # noqa: PLC0415  # as above

    with opened(where) as store:
        series = counts_as_of(find_incident(store, incident), kind)
    if not series:
        streams.say(f"No report tells how many were {kind}.")
    for each in series:
        row = {name: getattr(each, name) for name in ("publisher", "holder", "low", "high", "lowest", "highest")}
        told = "–".join(dict.fromkeys(str(bound) for bound in (each.low, each.high) if bound is not None))
        line = f"{each.reported or '-'!s:<10}  {told} {kind}, {clean(each.holder)} ({clean(each.publisher or '-')})"
        so_far = f"; told so far: {each.lowest} to {each.highest}"
        day = each.reported.isoformat() if each.reported else None
        streams.write([(line + so_far if as_text else to_json_line({"reported": day, "kind": kind, **row})) + "\n"])
