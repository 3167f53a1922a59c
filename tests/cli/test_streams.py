"""Progress for people."""

from __future__ import annotations

import io

import pytest

from accordingto.cli import streams


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """What the clock says: its one entry."""
    now = [100.0]
    monkeypatch.setattr("time.monotonic", lambda: now[0])
    return now


def test_rate_and_rest_are_drawn_where_a_person_watches(monkeypatch: pytest.MonkeyPatch, clock: list[float]) -> None:
    terminal = _Terminal()
    monkeypatch.setattr("sys.stderr", terminal)
    monkeypatch.setenv("TERM", "xterm")
    progress = streams.Progress(11)
    clock[0] += 10  # the model loads
    for _ in range(2):
        clock[0] += 2
        progress.count()
    assert terminal.getvalue().endswith("2 read, 0.1 articles a second, 2 of 11, about 18 s left")


@pytest.mark.parametrize("term", ["xterm", "dumb"])
def test_nothing_is_drawn_elsewhere(monkeypatch: pytest.MonkeyPatch, clock: list[float], term: str) -> None:
    stream = _Terminal() if term == "dumb" else io.StringIO()
    monkeypatch.setattr("sys.stderr", stream)
    monkeypatch.setenv("TERM", term)
    progress = streams.Progress(2)
    clock[0] += 1
    progress.count()
    progress.count(failed=True)
    assert stream.getvalue() == ""
    assert progress.summary() == "1 read, 1 failed, 2.0 articles a second"
