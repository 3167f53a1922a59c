"""The three aggregations of event reports, held against rows worked out by hand, and how far the reports differ.

The file has one report of one event a row, in the layout of the MAVERICK data. The rows worked out by hand are our
own: event, column and what each aggregation must give, "-" where nothing is known.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from accordingto.evaluation.report import Evaluation, Figure, figure
from accordingto.record.aggregation import Aggregation, aggregate, rules_named
from accordingto.record.aggregation_columns import INDETERMINATE, Value
from accordingto.record.disagreement import is_disputed

BY_HAND = Path("tests/record/aggregation_by_hand.tsv")
"""Where the rows worked out by hand lie in a checkout; they are not part of the package."""

_NUMBERS = ("deaths_", "injuries_", "certain", "latitude", "longitude", "geo_precision", "displacement", "damage")
_ACTOR_NUMBERS = ("_classification", "_precision", "_initiator", "_perpetrator", "_intervener", "_bystander", "_victim")
_DIAGNOSED = {
    "main actor": ("actor1",),
    "deaths": ("deaths_best",),
    "first day": ("date_start",),
    "first or last day": ("date_start", "date_end"),
    "place": ("city",),
    "target": ("target",),
}

EventReport = dict[str, Value]


@dataclass(frozen=True, slots=True)
class ByHand:
    """What an aggregation must give for a column of an event, as text; None where nothing is known."""

    event: str
    column: str
    aggregation: Aggregation
    expected: str | None


def read_event_reports(path: Path) -> dict[str, list[EventReport]]:
    """The reports by event, in the order of the file, with numbers as numbers and None for an empty cell."""
    events: dict[str, list[EventReport]] = {}
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            events.setdefault(row["event_id"], []).append({column: _cell(column, row[column]) for column in row})
    return events


def read_by_hand(path: Path) -> tuple[ByHand, ...]:
    """The cells worked out by hand, three a line of the table."""
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    return tuple(
        ByHand(row["event"], row["column"], name, None if row[name] == "-" else row[name])
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        for name in Aggregation
    )


def aggregate_events(events: Mapping[str, Sequence[EventReport]], name: str) -> dict[str, dict[str, Value]]:
    """One row an event, by the named aggregation."""
    return {event: aggregate(reports, rules_named(name)) for event, reports in events.items()}


def is_as_expected(found: Value, expected: str | None) -> bool:
    """True where the value is the one worked out by hand; numbers without idle zeros."""
    if expected is None or found is None:
        return expected is found
    return (f"{found:.10g}" if isinstance(found, int | float) else found) == expected


def evaluate_aggregation(path: Path, by_hand: Path = BY_HAND) -> Evaluation:
    """The share of cells as worked out by hand, what stayed undecided, and the share of events whose reports differ.

    The figures on differing reports are over the events that more than one report tells of.
    """
    events = read_event_reports(path)
    rows = {name: aggregate_events(events, name) for name in Aggregation}
    several = {event: reports for event, reports in events.items() if len(reports) > 1}
    figures = [_right_cells(name, rows[name], by_hand) for name in Aggregation] if by_hand.exists() else []
    figures += [
        _share(f"{name}: main actor undecided", [rows[name][event]["actor1"] == INDETERMINATE for event in several])
        for name in Aggregation
    ]
    figures += [
        _share(f"reports differ: {what}", [_differ(reports, columns) for reports in several.values()])
        for what, columns in _DIAGNOSED.items()
    ]
    figures.append(_share("reports differ: main actor, where named", [_differ_where_told(r) for r in several.values()]))
    return Evaluation("aggregation", len(events), tuple(figures))


def _right_cells(name: str, rows: Mapping[str, Mapping[str, Value]], by_hand: Path) -> Figure:
    cells = [cell for cell in read_by_hand(by_hand) if cell.aggregation == name and cell.event in rows]
    return _share(f"{name}: as by hand", [is_as_expected(rows[c.event][c.column], c.expected) for c in cells])


def _differ(reports: Sequence[EventReport], columns: Sequence[str]) -> bool:
    return is_disputed([" ".join(str(report[column]) for column in columns) for report in reports])


def _differ_where_told(reports: Sequence[EventReport]) -> bool:
    return is_disputed([report["actor1"] for report in reports if report["actor1"] is not None])


def _share(name: str, hits: Sequence[bool]) -> Figure:
    return figure(name, hits, lambda sampled: sum(sampled) / len(sampled), len(hits))


def _cell(column: str, text: str) -> Value:
    if text == "":
        return None
    return float(text) if column.startswith(_NUMBERS) or column.endswith(_ACTOR_NUMBERS) else text
