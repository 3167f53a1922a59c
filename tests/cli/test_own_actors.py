"""The option --actors does what its how-to page shows, also in a reading and in several processes."""

from __future__ import annotations

import json
import re
import shlex
from pathlib import Path

import pytest

from accordingto.cli.main import run

PAGE = Path(__file__).parents[2] / "docs" / "how-to" / "bring-your-own-actors.md"
REPORT = "The Hill Guard shelled Aden on Monday, killing 12 people, Prime Minister Ana Belic said.\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the files of the page, in which the commands run."""
    for name, content in re.findall(r"^`([\w.]+)`:\n\n```\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.M | re.S):
        (tmp_path / name).write_text(content, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_commands_of_the_page_print_what_it_shows(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shown = re.findall(r"^\$ accordingto (.*)\n((?:\{.*\n)+)", PAGE.read_text(encoding="utf-8"), re.M)
    assert len(shown) == 5
    for command, output in shown:
        assert run(shlex.split(command)) == 0, command
        assert capsys.readouterr().out == output


@pytest.mark.parametrize("workers", ["1", "2"])
def test_a_reading_has_the_users_actors_and_says_so(
    folder: Path, workers: str, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("a.txt", "b.txt"):
        (folder / name).write_text(REPORT, encoding="utf-8")
    asked = ["read", "a.txt", "b.txt", "--actors", "ours.csv", "--published", "2003-05-17", "--workers", workers]
    assert run([*asked, "--reader", "fast"]) == 0
    for line in capsys.readouterr().out.splitlines():
        reading = json.loads(line)
        found = {entity["name"]: (entity["country"], entity["sectors"]) for entity in reading["entities"]}
        assert found["Hill Guard"] == ("FRA", ["PRM"])
        assert found["Ana Belic"] == ("HRV", ["GOV"])
        assert "own actors" in reading["provenance"]["models"]


def test_a_bad_row_of_the_actors_is_told_and_the_reports_are_read(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "a.txt").write_text(REPORT, encoding="utf-8")
    (folder / "bad.csv").write_text("name,country\nOther,XQZ\n", encoding="utf-8")
    assert run(["read", "a.txt", "--actors", "bad.csv", "--reader", "fast"]) == 3
    captured = capsys.readouterr()
    assert len(captured.out.splitlines()) == 1
    assert "bad.csv, line 2: found the country 'XQZ'" in captured.err
