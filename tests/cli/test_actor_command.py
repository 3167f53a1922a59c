"""`accordingto actor`: phrases in, answers out."""

from __future__ import annotations

import io
import json

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
