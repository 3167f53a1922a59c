"""`accordingto actor`: phrases in, answers out."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from accordingto.cli.main import run

KEYS = ["phrase", "name", "kind", "country", "sectors", "roles", "why", "scope"]


def test_elsewhere_than_on_a_terminal_it_is_one_line_a_phrase(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["actor", "the Iraqi army", "villagers"]) == 0
    first, second = map(json.loads, capsys.readouterr().out.splitlines())
    assert list(first) == KEYS
    assert (first["phrase"], first["country"], first["sectors"]) == ("the Iraqi army", "IRQ", ["MIL"])
    assert second["country"] is None


def test_for_people_it_says_why(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["actor", "the Iraqi army", "--format", "text"]) == 0
    shown = capsys.readouterr().out
    assert shown.startswith("the Iraqi army\n")
    assert "  country  IRQ\n" in shown


def test_lines_are_read_from_standard_input_and_bad_ones_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = (
        '{"phrase": "rebels", "on": "2012-07-12"}',
        "",
        "no",
        '{"phrase": "police", "on": "then"}',
        '{"phrase": "police"}',
    )
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO("\n".join(lines).encode())))
    assert run(["actor", "-"]) == 3
    captured = capsys.readouterr()
    assert [json.loads(line)["phrase"] for line in captured.out.splitlines()] == ["rebels", "police"]
    assert "Line 3 asks nothing" in captured.err
    assert "Line 4: 'then' is no date" in captured.err


def test_actors_of_a_file_go_before_ours_and_bad_rows_are_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "ours.csv"
    file.write_text("name,country,sectors\nHill Guard,FRA,PRM\nOther,XQZ,\n", encoding="utf-8")
    assert run(["actor", "the Hill Guard", "--actors", str(file)]) == 3
    captured = capsys.readouterr()
    row = json.loads(captured.out)
    assert (row["country"], row["sectors"]) == ("FRA", ["PRM"])
    assert f"{file}, line 3: found the country 'XQZ'" in captured.err


def test_of_many_bad_rows_twenty_are_named_and_the_others_counted(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "ours.csv"
    file.write_text("name,country\n" + "Other,XQZ\n" * 25, encoding="utf-8")
    assert run(["actor", "rebels", "--actors", str(file)]) == 3
    told = capsys.readouterr().err.splitlines()
    assert len(told) == 21
    assert told[-1] == "5 more rows of the actors could not be used."


def test_a_file_of_actors_that_is_none_is_an_error(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "note.txt"
    file.write_text("just words\n", encoding="utf-8")
    assert run(["actor", "rebels", "--actors", str(file)]) == 1
    assert "holds no actors" in capsys.readouterr().err
    assert run(["actor", "rebels", "--actors", str(tmp_path / "none")]) == 2
