"""The aggregation evaluation on rows of our own, and on the rows worked out by hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from accordingto.evaluation.aggregation import (
    aggregate_events,
    evaluate_aggregation,
    is_as_expected,
    read_by_hand,
    read_event_reports,
)
from accordingto.record.aggregation import Aggregation, rules_named
from accordingto.record.aggregation_columns import Value

ROOT = Path(__file__).parents[2]
GOLD = ROOT.parent / "shared" / "gold" / "maverick" / "maverick_event_report_half.csv"
BY_HAND = ROOT / "tests" / "record" / "aggregation_by_hand.tsv"
LEAST_EVENTS = 30


def a_file(folder: Path, *reports: dict[str, str]) -> Path:
    columns = sorted(set().union(*(rules_named(name).columns for name in Aggregation)) | {"event_id"})
    lines = [",".join(columns), *(",".join(report.get(column, "") for column in columns) for report in reports)]
    file = folder / "reports.csv"
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return file


TWO = (
    {"event_id": "E1", "actor1": "army", "actor1_precision": "3.0", "deaths_best": "4", "certain": "2.0"},
    {"event_id": "E1", "actor1": "rebels", "actor1_precision": "4.0", "deaths_best": "7", "certain": "2.0"},
    {"event_id": "E2", "actor1": "army", "actor1_precision": "3.0", "deaths_best": "1"},
)


def test_cells_are_numbers_texts_or_nothing(tmp_path: Path) -> None:
    report = read_event_reports(a_file(tmp_path, *TWO))["E1"][0]
    assert (report["actor1"], report["actor1_precision"], report["city"]) == ("army", 3.0, None)


def test_figures_on_our_own_rows(tmp_path: Path) -> None:
    by_hand = tmp_path / "by_hand.tsv"
    by_hand.write_text(
        "# ours\nevent\tcolumn\tconservative\trepresentative\tinformative\n"
        "E1\tactor1\tarmy\tIndeterminate\trebels\nE1\tdeaths_best\t4\t5\t7\nE1\tcity\t-\t-\t-\n",
        encoding="utf-8",
    )
    found = {figure.name: figure.value for figure in evaluate_aggregation(a_file(tmp_path, *TWO), by_hand).figures}
    assert found["conservative: as by hand"] == 1.0
    assert found["representative: as by hand"] == pytest.approx(2 / 3)
    assert found["informative: main actor undecided"] == 0.0
    assert found["reports differ: deaths"] == 1.0
    assert found["reports differ: place"] == 0.0


@pytest.mark.parametrize(
    ("found", "expected", "is_right"),
    [
        (4.0, "4", True),
        (-2.43167, "-2.43167", True),
        (4, "5", False),
        (4, None, False),
        (None, "Indeterminate", False),
        (None, None, True),
        ("army", "army", True),
        (4, "Indeterminate", False),
    ],
)
def test_cells_are_compared(found: Value, expected: str | None, is_right: bool) -> None:
    assert is_as_expected(found, expected) == is_right


def test_enough_is_worked_out_by_hand() -> None:
    assert len({cell.event for cell in read_by_hand(BY_HAND)}) >= LEAST_EVENTS


@pytest.mark.skipif(not GOLD.exists(), reason="the gold sets are not part of the project")
def test_every_cell_is_as_worked_out_by_hand() -> None:
    events = read_event_reports(GOLD)
    rows = {name: aggregate_events(events, name) for name in Aggregation}
    cells = read_by_hand(BY_HAND)
    found = [(cell, rows[cell.aggregation][cell.event][cell.column]) for cell in cells]
    assert [(cell, value) for cell, value in found if not is_as_expected(value, cell.expected)] == []
