"""Wrong words for a filter are told with what there is, never searched for in vain."""

from __future__ import annotations

from pathlib import Path

import pytest

from accordingto.cli.main import run
from accordingto.store.open import open_store


@pytest.fixture
def store(tmp_path: Path) -> str:
    where = str(tmp_path / "record.db")
    open_store(where, create=True).close()
    return where


@pytest.mark.parametrize(
    ("option", "value", "told"),
    [("--type", "ASSAULTS", "ASSAULT"), ("--mode", "aerials", "aerial"), ("--country", "SYRI", "SYR")],
)
def test_an_unknown_value_is_told(
    store: str, capsys: pytest.CaptureFixture[str], option: str, value: str, told: str
) -> None:
    assert run(["incidents", "--store", store, option, value]) == 2
    error = capsys.readouterr().err
    assert value in error
    assert told in error.replace(value, "")


def test_small_letters_are_taken(store: str) -> None:
    assert run(["incidents", "--store", store, "--type", "assault", "--country", "syr"]) == 0


def test_an_export_follows_a_link(store: str, tmp_path: Path) -> None:
    file, link = tmp_path / "out.csv", tmp_path / "link.csv"
    link.symlink_to(file)
    file.write_bytes(b"")
    assert run(["export", "--store", store, "--format", "claims-csv", "-o", str(link)]) == 0
    assert link.is_symlink()
    assert file.stat().st_size > 0
