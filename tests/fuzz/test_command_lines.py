"""Command lines of any words: each ends with one of the documented exit statuses and no traceback."""

from __future__ import annotations

import io
import os
import random
import shutil
import sys
from functools import cache
from pathlib import Path

import click
import pytest
from tests.fuzz.mutating import INPUTS

from accordingto.cli.main import commands, run

STREAMS = {"stdin": "surrogateescape", "stdout": "backslashreplace", "stderr": "backslashreplace"}
"""How each takes what is no text, as the program sets them up."""
STATUSES = {0, 1, 2, 3, 130}
NAMES = ("actor", "compare", "completion", "explain", "export", "forget", "incidents", "read", "shards", "show",
         "store", "timeline", "track")  # fmt: skip
"""What asks the network, serves, trains or waits for a terminal is left out."""
LEFT_OUT = {"--workers", "--cluster"}
"""They start processes."""
FITTING = 0.8
"""The share of words that the command itself takes; even so, odd values end about four lines in five as wrong usage."""
FIRST = int(os.environ.get("FUZZ_FIRST", "0"))
ODD_LETTERS = " abcxyz0189-=+*%$#@!?,:;'\"()[]{}<>|&^_`\n\t\r\x00\x1b\x7fäßİıﬁ\u0301\u200d\u202e\u2066\ufeff中🙂"
VALUES = (
    "", "-", "--", "0", "-1", "1e9", "2024-05-17", "2024-02-31", "SYR", "json", "csv", "Berg", "a\0b", "\udcff",
    "%s", "{0}", "'; drop table claims; --", "*", '"', "NEAR(", "(", "x" * 5_000, "ASSAULT", "9" * 40, ".", "record.db",
)  # fmt: skip


def line_of(number: int) -> list[str]:
    """Command line N, the same everywhere: a command, most often with a fitting option or more, then odd words."""
    draw = random.Random(number)  # a seed, not a secret
    name = draw.choice(NAMES)
    line, command = [name], commands.commands[name]
    if isinstance(command, click.Group) and draw.random() < FITTING:
        line.append(draw.choice(sorted(command.commands)))
        command = command.commands[line[-1]]
    for _ in range(draw.randrange(4)):
        fits = command.params and draw.random() < FITTING
        line += _given(draw, draw.choice(command.params)) if fits else _odd(draw)
    return line


def _given(draw: random.Random, parameter: click.Parameter) -> list[str]:
    """The parameter with a value that fits it where it has a choice, and any value else; nothing for those left out."""
    names = [name for name in parameter.opts if name not in LEFT_OUT]
    if not names:
        return []
    choices = parameter.type.choices if isinstance(parameter.type, click.Choice) else VALUES
    is_flag = isinstance(parameter, click.Option) and (parameter.is_flag or parameter.count)
    named = [draw.choice(names)] if isinstance(parameter, click.Option) else []
    return named if is_flag else [*named, str(draw.choice(choices))]


def _odd(draw: random.Random) -> list[str]:
    """An odd value, or odd text."""
    if draw.random() < 0.5:
        return [draw.choice(VALUES)]
    letters = (draw.choice(ODD_LETTERS) if draw.random() < 0.9 else _any_letter(draw) for _ in range(draw.randrange(9)))
    return ["".join(letters)]


def _any_letter(draw: random.Random) -> str:
    """Any code point but the halves of one, and what would name a place outside the folder."""
    found = chr(draw.randrange(1, 0x110000))
    return "x" if "\ud800" <= found <= "\udfff" or found in "/\\~." else found


@cache
def takes_a_store(name: str) -> bool:
    """True for a command, or group of commands, that has the option --store itself."""
    return any("--store" in each.opts for each in commands.commands[name].params)


class Room:
    """A folder with a store, as it was before whatever the last command left in it."""

    def __init__(self, folder: Path, filled: Path) -> None:
        self.folder, self._filled = folder, filled
        self._stamp: tuple[int, int] | None = None

    def tidy(self) -> None:
        """Put the folder back where anything changed."""
        store = self.folder / "record.db"
        if self._stamp is not None and os.listdir(self.folder) == [store.name] and self._stamp == _stamp(store):
            return
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir()
        shutil.copy(self._filled, store)
        self._stamp = _stamp(store)


def _stamp(file: Path) -> tuple[int, int]:
    found = file.stat()
    return found.st_mtime_ns, found.st_size


def test_any_command_line_ends_with_a_documented_status(
    filled_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("socket.getaddrinfo", lambda *given, **more: pytest.fail("the network was asked"))
    room = Room(tmp_path / "room", filled_file)
    for number in range(FIRST, FIRST + INPUTS):
        line = line_of(number)
        room.tidy()
        monkeypatch.chdir(room.folder)
        for name, errors in STREAMS.items():
            monkeypatch.setattr(sys, name, io.TextIOWrapper(io.BytesIO(), "utf-8", errors))
        given = [*line, "--store", "record.db"] if takes_a_store(line[0]) else line
        assert _status(given) in STATUSES, (number, given)


def _status(line: list[str]) -> int:
    """The exit status; what is raised says of which command line."""
    try:
        status = run(line)
        sys.stdout.flush()
    except BaseException as error:
        error.add_note(f"accordingto {line!r}")
        raise
    return status


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
