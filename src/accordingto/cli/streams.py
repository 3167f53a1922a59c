"""The three streams of the process: data on stdout in UTF-8, messages and progress on stderr."""

from __future__ import annotations

import io
import os
import sys
import time
from collections.abc import Iterable

from rich.console import Console

_REDRAW_AFTER = 0.2  # seconds between two drawings of the progress line


def use_utf8() -> None:
    """Make both output streams UTF-8, whatever the locale; what cannot be encoded is shown, not raised."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def write(pieces: Iterable[str]) -> None:
    """Write the pieces to stdout as they come, each at once, so that a pipe sees them."""
    for piece in pieces:
        sys.stdout.write(piece)
        sys.stdout.flush()


def say(message: str) -> None:
    """One line on stderr."""
    sys.stderr.write(f"{message}\n")


def is_terminal() -> bool:
    """True where a person sees stdout."""
    return sys.stdout.isatty()


def is_watched() -> bool:
    """True where a person sees stderr, on a terminal that can draw a line over again."""
    return sys.stderr.isatty() and os.environ.get("TERM") != "dumb"


def console() -> Console:
    """A console on stdout; it keeps to NO_COLOR, TERM=dumb and COLUMNS."""
    return Console(file=sys.stdout, highlight=False, emoji=False, markup=False)


def close_quietly() -> None:
    """After a broken pipe: nothing more goes to stdout, not even at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


class Progress:
    """Counts what was read and, where a person sees stderr, draws a line with the rate and the rest."""

    def __init__(self, total: int | None) -> None:
        self._total = total
        self._shown = is_watched()
        self._started = time.monotonic()
        self._drawn_at = 0.0
        self._first_done: float | None = None
        self.read = 0
        self.failed = 0

    def count(self, *, failed: bool = False) -> None:
        """One more article read, or failed."""
        self.read += not failed
        self.failed += failed
        self._first_done = self._first_done or time.monotonic()
        if self._shown and time.monotonic() - self._drawn_at > _REDRAW_AFTER:
            self._drawn_at = time.monotonic()
            sys.stderr.write(f"\r\033[K{self.summary()}{self._rest()}")
            sys.stderr.flush()

    def clear(self) -> None:
        """Take the line away, so that another can be written."""
        if self._shown:
            sys.stderr.write("\r\033[K")

    def summary(self) -> str:
        """What was done: "12 read, 2 failed, 5.1 articles a second"."""
        failed = f", {self.failed} failed" if self.failed else ""
        return f"{self.read} read{failed}, {self._rate():.1f} articles a second"

    def _rate(self) -> float:
        return (self.read + self.failed) / max(time.monotonic() - self._started, 1e-6)

    def _rest(self) -> str:
        """How long the rest may take; the first article is left out, since the model loads before it is read."""
        done = self.read + self.failed
        if self._total is None or self._first_done is None or not 1 < done < self._total:
            return ""
        seconds = (time.monotonic() - self._first_done) / (done - 1) * (self._total - done)
        return f", {done} of {self._total}, about {_duration(seconds)} left"


def _duration(seconds: float) -> str:
    """The time for people.

    >>> _duration(42), _duration(600), _duration(9000)
    ('42 s', '10 min', '2.5 h')
    """
    if seconds < 100:
        return f"{seconds:.0f} s"
    return f"{seconds / 60:.0f} min" if seconds < 100 * 60 else f"{seconds / 3600:.1f} h"
