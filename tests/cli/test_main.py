"""The command line as a whole: help, usage errors, exit statuses."""

from __future__ import annotations

import subprocess
import sys
from importlib.metadata import version

import pytest

from accordingto.cli.main import commands, run


@pytest.mark.parametrize("name", sorted(commands.commands))
def test_every_command_has_help_with_an_example(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run([name, "--help"]) == 0
    shown = capsys.readouterr().out
    assert "Usage: accordingto " + name in shown
    assert "\n    accordingto " + name in shown


def test_the_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--version"]) == 0
    assert capsys.readouterr().out == f"accordingto {version('accordingto')}\n"


@pytest.mark.parametrize("arguments", [["raed"], ["read"], ["read", "--nope", "x"], ["read", "x", "--format", "xls"]])
def test_wrong_usage_is_status_2(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(arguments) == 2
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize("wrong", ["yesterday", "2024-13-01", "17/05/2024", ""])
def test_a_wrong_date_says_what_was_found_and_what_is_wanted(wrong: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["read", "x.txt", "--published", wrong]) == 2
    said = capsys.readouterr().err
    assert repr(wrong) in said
    assert "2024-05-17" in said


def test_help_loads_no_language_model() -> None:
    script = (
        "import sys; from accordingto.cli.main import run; run(['--help']); "
        "sys.exit('spacy' in sys.modules or 'trafilatura' in sys.modules or 'numpy' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", script], capture_output=True, check=False).returncode == 0


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_names_the_command(shell: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["completion", shell]) == 0
    assert "_ACCORDINGTO_COMPLETE" in capsys.readouterr().out
