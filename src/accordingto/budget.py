"""The time that one article may take, so that no single one holds up a batch."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from ctypes import c_ulong, py_object, pythonapi
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

    A call into a library that is not Python ends before the error comes.
    """
    in_main_thread = threading.current_thread() is threading.main_thread()
    with _alarm(seconds) if in_main_thread and hasattr(signal, "setitimer") else _timer(seconds):
        yield


@contextmanager
def _alarm(seconds: float) -> Iterator[None]:
    before = signal.signal(signal.SIGALRM, _ring)
    try:
        try:
            signal.setitimer(signal.ITIMER_REAL, seconds, AGAIN)
            yield
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)
    finally:  # it may ring before it is stopped, once: what it interrupts is done here
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def _ring(signal_number: int, frame: FrameType | None) -> None:
    raise OverTimeError


@contextmanager
def _timer(seconds: float) -> Iterator[None]:
    """The same for a thread that gets no signals, as those of a cluster's workers: another thread raises the error."""
    thread, lock, over = threading.get_ident(), threading.Lock(), threading.Event()

    def watch() -> None:
        wait = seconds
        while not over.wait(wait):
            with lock:
                if not over.is_set():
                    pythonapi.PyThreadState_SetAsyncExc(c_ulong(thread), py_object(OverTimeError))
            wait = AGAIN

    threading.Thread(target=watch, daemon=True).start()
    try:
        yield
    finally:
        with lock:
            over.set()
