"""No article holds up a batch."""

from __future__ import annotations

import signal
import threading
import time

import pytest
from tests.factories import an_article

import accordingto.reader
from accordingto.attempting import read_one
from accordingto.budget import OverTimeError, at_most
from accordingto.ingest.failure import Failure
from accordingto.model.article import Article
from accordingto.model.reading import Reading


def busy(seconds: float) -> None:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        pass


def test_what_takes_too_long_is_stopped() -> None:
    begun = time.monotonic()
    with pytest.raises(OverTimeError), at_most(0.05):
        busy(5)
    assert time.monotonic() - begun < 2


def test_no_alarm_is_left_behind() -> None:
    with at_most(0.05):
        pass
    busy(0.1)


def test_an_alarm_that_a_library_swallowed_rings_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("accordingto.budget.AGAIN", 0.05)
    with pytest.raises(OverTimeError), at_most(0.05):
        busy_in_spite_of_alarms()


def busy_in_spite_of_alarms() -> None:
    try:
        busy(5)
    except OverTimeError:
        busy(5)


def test_outside_the_main_thread_it_is_stopped_too() -> None:
    """A cluster's workers read in threads, which get no signals."""
    stopped: list[bool] = []

    def run() -> None:
        try:
            with at_most(0.05):
                busy(5)
        except OverTimeError:
            stopped.append(True)

    begun = time.monotonic()
    thread = threading.Thread(target=run)
    thread.start()
    thread.join()
    assert stopped == [True]
    assert time.monotonic() - begun < 2


def test_an_article_over_its_time_is_set_aside_with_the_reason(monkeypatch: pytest.MonkeyPatch) -> None:
    def slow(article: Article, *, reader: str) -> Reading:
        busy(5)
        return Reading(article)

    monkeypatch.setattr(accordingto.reader, "read_article", slow)
    outcome = read_one(an_article("Troops fired on the crowd."), "fast", seconds=0.05)
    assert isinstance(outcome, Failure)
    assert "longer than the 0.05 seconds" in outcome.reason


@pytest.mark.parametrize("seconds", [1e-6, 1e-5, 1e-4])
def test_a_time_that_is_over_at_once_leaves_no_alarm(seconds: float) -> None:
    for _ in range(50):
        with pytest.raises(OverTimeError), at_most(seconds):
            busy(5)
        assert signal.getitimer(signal.ITIMER_REAL) == (0.0, 0.0)
