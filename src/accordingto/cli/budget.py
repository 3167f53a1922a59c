"""The time that one article may take, so that no single one holds up a batch."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

MOST_SECONDS = 300.0
"""The longest text that is taken, a million characters, is read in about a third of it on one core (measured)."""

AGAIN = 1.0
"""Seconds until the alarm rings once more, should a library have swallowed it."""


class OverTimeError(Exception):
    """An article took longer than it may."""


@contextmanager
def at_most(seconds: float) -> Iterator[None]:
    """Run the block; OverTimeError is raised within it after so many seconds of the clock.

    Where there are no alarms (outside a main thread, on Windows) the block is left to run.
    """
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGALRM, _ring)
    signal.setitimer(signal.ITIMER_REAL, seconds, AGAIN)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def _ring(signal_number: int, frame: FrameType | None) -> None:
    raise OverTimeError
