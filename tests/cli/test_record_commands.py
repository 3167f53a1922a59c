"""`accordingto incidents`, `show`, `explain`, `timeline`, `review`: what a store's reports say, side by side."""

from __future__ import annotations

import json

import pytest

from accordingto.cli.main import run

REPORTS = {
    "herald": "The ambassador to Norway, Jon Berg, defected on Sunday, the opposition said.",
    "mail": "The foreign ministry dismissed Jon Berg, its ambassador to Norway, on Sunday.",
}


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("record")
    for publisher, text in REPORTS.items():
        report = folder / f"{publisher}.txt"
        report.write_text(text, encoding="utf-8")
        options = ["--publisher", publisher, "--published", "2019-03-04", "--reader", "fast"]
        assert run(["add", str(report), "--store", str(folder / "record.db"), *options]) == 0
    return str(folder / "record.db")


@pytest.fixture
def departure(store: str, capsys: pytest.CaptureFixture[str]) -> str:
    run(["incidents", "--store", store, "--disputed", "--format", "jsonl"])
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert len(rows) == 1, rows
    return str(rows[0]["id"])


def test_incidents_in_dispute_follow_the_contract(store: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["incidents", "--store", store, "--disputed", "--format", "jsonl"]) == 0
    row = json.loads(capsys.readouterr().out)
    assert row["format"] == "accordingto.incident/1"
    assert row["counts"] == {"reports": 2, "publishers": 2, "origins": 2}
    assert row["disputed"] == ["what"]
    assert {account["slots"]["what"] for account in row["accounts"]} == {"REALIGN:defect", "PERSONNEL:dismiss"}


def test_filters_leave_out_what_does_not_fit(store: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["incidents", "--store", store, "--type", "protest", "--format", "table"]) == 0
    assert "No incident fits" in capsys.readouterr().err


def test_show_lays_the_accounts_side_by_side(store: str, departure: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["show", departure, "--store", store, "--format", "table"]) == 0
    shown = capsys.readouterr().out
    assert "2 accounts, 2 independent origins, 2 reports" in shown
    assert "in dispute: what happened" in shown


def test_explain_says_why_claims_were_joined(store: str, departure: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["explain", departure, "--store", store]) == 0
    assert "went over, or was removed" in capsys.readouterr().out


def test_a_timeline_of_a_person(store: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["timeline", "Jon Berg", "--store", store, "--format", "jsonl"]) == 0
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert {row["part"] for row in rows} == {"did", "was done to"}
    assert {row["reported"] for row in rows} == {"2019-03-04"}


def test_an_unknown_incident_is_said_in_words(store: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["show", "nothing", "--store", store]) == 1
    assert "There is no incident 'nothing'" in capsys.readouterr().err


def test_reviewing_without_a_terminal_says_what_to_do(store: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["review", "--store", store]) == 2
    assert "Reviewing takes a terminal" in capsys.readouterr().err
