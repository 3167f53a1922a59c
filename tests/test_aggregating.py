"""One row an incident: slots by the rule, counts in three manners, and how far the reports disagree."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from pathlib import Path

import pytest
from tests.store.news import fill
from tests.store.reports import a_claim, a_reading

from accordingto.aggregating import aggregated_rows
from accordingto.cli.main import run
from accordingto.model.errors import OptionError
from accordingto.model.incident import Incident
from accordingto.model.reported import Count, Report
from accordingto.record.incidents import assemble_incident
from accordingto.store.open import open_store


def an_incident(*killed: int) -> Incident:
    """Shelling, with one report for each number of dead."""
    articles = [a_reading(f"Report {place}.", publisher=f"Paper {place}").article for place in range(len(killed))]
    claims = [
        replace(a_claim(article, 0), hops=(), counts=(Count("killed", number, number),))
        for article, number in zip(articles, killed, strict=True)
    ]
    reports = {article.id: Report(article.id, article.publisher, article.id) for article in articles}
    return assemble_incident(claims, reports)


@pytest.mark.parametrize(("rule", "best"), [("conservative", 4), ("representative", 9), ("informative", 12)])
def test_numbers_go_by_the_rule_and_by_ucdp_and_acled(rule: str, best: int) -> None:
    (row,) = aggregated_rows([an_incident(9, 4, 12, 9)], rule)
    assert (row["aggregation"], row["killed_best"], row["what"]) == (rule, best, "ASSAULT:heavy-weapons")
    assert (row["ucdp_killed_low"], row["ucdp_killed_best"], row["ucdp_killed_high"]) == (4, 9, 12)
    assert row["acled_killed"] == 4
    assert (row["modal_killed"], row["disagreement_killed"], row["range_killed"]) == (0.5, 0.5, 8)
    assert row["deviation_killed"] == 3.317
    assert (row["modal_what"], row["injured_best"], row["range_injured"]) == (1, None, None)


def test_a_rule_that_is_none_is_said() -> None:
    with pytest.raises(OptionError, match="No aggregation is called 'mean'"):
        list(aggregated_rows([an_incident(1)], "mean"))


def test_the_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    where = str(tmp_path / "record.db")
    store = open_store(where, create=True)
    fill(store)
    store.close()
    assert run(["incidents", "--store", where, "--aggregate", "informative", "--format", "csv"]) == 0
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert "4" in {row["killed_best"] for row in rows}
    assert run(["incidents", "--store", where, "--aggregate", "informative", "--format", "jsonl"]) == 0
    assert [json.loads(line)["incident"] for line in capsys.readouterr().out.splitlines()] == [
        row["incident"] for row in rows
    ]
    assert run(["incidents", "--store", where, "--aggregate", "mean", "--format", "csv"]) == 2
    assert run(["incidents", "--store", where, "--format", "csv"]) == 2
