"""`accordingto doctor`: what is there, and what mends what is not."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import pytest

from accordingto.cli.main import run
from accordingto.store.open import open_store


def test_a_whole_installation_is_in_order(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["doctor"]) == 0
    shown = capsys.readouterr().out
    assert "MISSING" not in shown
    assert "Hodeidah, GeoNames 79415" in shown
    assert shown.endswith("Everything is in order.\n")


def test_a_missing_package_is_named_with_the_command_that_mends_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def without_trafilatura(name: str) -> str:
        if name == "trafilatura":
            raise PackageNotFoundError(name)
        return version(name)

    monkeypatch.setattr("accordingto.cli.doctor.version", without_trafilatura)
    assert run(["doctor"]) == 1
    shown = capsys.readouterr().out
    assert "MISSING  trafilatura" in shown
    assert "-m pip install trafilatura" in shown
    assert "1 of" in shown


def test_what_does_not_load_is_told(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def broken(name: str) -> None:
        raise OSError("disk I/O error")

    monkeypatch.setattr("accordingto.grounding.gazetteer.find_candidates", broken)
    assert run(["doctor"]) == 1
    assert "OSError: disk I/O error" in capsys.readouterr().out


def test_a_store_that_opens_is_in_order(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    where = str(tmp_path / "record.db")
    open_store(where, create=True).close()
    assert run(["doctor", "--store", where]) == 0
    assert "record.db holds 0 articles and 0 claims" in capsys.readouterr().out


def test_a_store_that_does_not_open_is_told_with_what_to_do(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["doctor", "--store", str(tmp_path / "gone.db")]) == 1
    shown = capsys.readouterr().out
    assert "MISSING  store" in shown
    assert "There is no store at" in shown
    assert "mend it with: Make one by adding reports: accordingto add" in shown
    assert not (tmp_path / "gone.db").exists()
