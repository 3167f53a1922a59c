"""`accordingto eval`: figures, and the floors under them."""

from __future__ import annotations

from pathlib import Path

import pytest

from accordingto.cli.main import run
from accordingto.evaluation.report import Evaluation, Figure


@pytest.fixture
def measured(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A set in a folder called SET; the reader reaches .5 on it."""
    figure = Figure("accuracy", 0.5, 0.4, 0.6, 1200)
    monkeypatch.setattr(
        "accordingto.cli.evaluations.EVALUATE", {"dates": lambda path, *_: Evaluation("dates", 30, (figure,))}
    )
    (tmp_path / "SET").mkdir()
    return tmp_path / "SET"


def pin(monkeypatch: pytest.MonkeyPatch, floors: dict[str, object]) -> None:
    monkeypatch.setattr("accordingto.cli.eval_command.load_toml", lambda name: {"dates": floors})


def test_figures_come_with_interval_and_count(measured: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["eval", "dates", str(measured)]) == 0
    assert capsys.readouterr().out == "dates, on 30 units\n  accuracy   0.500  [0.400, 0.600]  of 1,200\n"


@pytest.mark.parametrize(
    ("floors", "status", "said"),
    [
        ({"accuracy": 0.45}, 0, "At or above all 1 floors."),
        ({"accuracy": 0.55}, 1, "accuracy: 0.500 is below its floor of 0.55."),
        ({"SET": {"accuracy": 0.55}}, 1, "accuracy: 0.500 is below its floor of 0.55."),
        ({"OTHER": {"accuracy": 0.55}}, 0, "No floor is pinned for this set."),
        ({"recall": 0.1}, 1, "No figure is called 'recall'"),
    ],
)
def test_floors(
    measured: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    floors: dict[str, object],
    status: int,
    said: str,
) -> None:
    pin(monkeypatch, floors)
    assert run(["eval", "dates", str(measured), "--check"]) == status
    assert said in capsys.readouterr().out


def test_a_set_that_is_not_there_is_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["eval", "dates", "/nowhere/set.tsv"]) == 2
    assert "/nowhere/set.tsv" in capsys.readouterr().err
