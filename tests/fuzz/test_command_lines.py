"""Command lines of any words: each ends with one of the documented exit statuses and no traceback."""

from __future__ import annotations

import io
import shutil
import sys
from pathlib import Path

import click
import pytest
from hypothesis import strategies as st
from tests.fuzz.mutating import many

from accordingto.cli.main import commands, run

STREAMS = {"stdin": "surrogateescape", "stdout": "backslashreplace", "stderr": "backslashreplace"}
"""How each takes what is no text, as the program sets them up."""
STATUSES = {0, 1, 2, 3, 130}
NAMES = ("actor", "compare", "completion", "explain", "export", "forget", "incidents", "read", "shards", "show",
         "store", "timeline", "track")  # fmt: skip
"""What asks the network, serves, trains or waits for a terminal is left out."""
LEFT_OUT = {"--workers", "--cluster"}
"""They start processes."""
VALUES = (
    "", "-", "--", "0", "-1", "1e9", "2024-05-17", "2024-02-31", "SYR", "json", "csv", "Berg", "a\0b", "\udcff",
    "%s", "{0}", "'; drop table claims; --", "*", '"', "NEAR(", "(", "x" * 5_000, "ASSAULT", "9" * 40, ".", "record.db",
)  # fmt: skip


def options_of(command: click.Command) -> list[str]:
    found = [name for each in command.params if isinstance(each, click.Option) for name in each.opts]
    return [name for name in found if name not in LEFT_OUT]


def stays_here(word: str) -> bool:
    """True for a word that names no place outside the folder in which the command runs."""
    return not set("/\\~").intersection(word) and ".." not in word


def lines() -> st.SearchStrategy[list[str]]:
    """A command, then its own options, odd values and any text in any order."""

    def words(name: str) -> st.SearchStrategy[list[str]]:
        command = commands.commands[name]
        subs = command.commands if isinstance(command, click.Group) else {}
        odd = st.one_of(st.sampled_from(VALUES), st.text(max_size=12).filter(stays_here))
        own = [*options_of(command), *subs, "--help", *(option for sub in subs.values() for option in options_of(sub))]
        return st.lists(st.one_of(st.sampled_from(own), odd), max_size=6).map(lambda rest: [name, *rest])

    return st.sampled_from(NAMES).flatmap(words)


def test_any_command_line_ends_with_a_documented_status(
    filled_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("socket.getaddrinfo", lambda *given, **more: pytest.fail("the network was asked"))
    room = tmp_path / "room"

    @many(lines())
    def ask(line: list[str]) -> None:
        shutil.rmtree(room, ignore_errors=True)
        room.mkdir()
        monkeypatch.chdir(room)
        shutil.copy(filled_file, room / "record.db")
        for name, errors in STREAMS.items():
            monkeypatch.setattr(sys, name, io.TextIOWrapper(io.BytesIO(), "utf-8", errors))
        given = [*line, "--store", "record.db"] if "--store" in _every_option(line[0]) else line
        status = run(given)
        sys.stdout.flush()
        assert status in STATUSES, given

    ask()


def _every_option(name: str) -> list[str]:
    return options_of(commands.commands[name])


@pytest.mark.parametrize(
    "line",
    [
        ["read", "none.txt", "--failures", ""], ["shards", "read", "none.txt", "--out", ""],
        ["shards", "cut", "none.txt", "--out", ""], ["demo", "--save", ""], ["publish", ""],
    ],
)  # fmt: skip
def test_an_empty_name_is_wrong_usage(line: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(line) == 2
    assert "found an empty name" in capsys.readouterr().err


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    failures = tmp_path / "nowhere" / "failures.jsonl"
    assert run(["read", str(tmp_path / "none.txt"), "--failures", str(failures)]) == 1
    assert f"cannot open {failures}: No such file" in capsys.readouterr().err


@pytest.mark.parametrize("line", [["incidents", "--actor"], ["show"], ["timeline"], ["explain"]])
def test_an_argument_that_is_no_text_is_wrong_usage(line: list[str], filled_file: Path) -> None:
    assert run([*line, "\udcff", "--store", str(filled_file)]) == 2
