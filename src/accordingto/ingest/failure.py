"""An input that could not be read, and why: the rest goes on."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Failure:
    """The input's path ("FILE:LINE" within JSON Lines) and the reason, for people."""

    path: str
    reason: str
    seconds: float | None = None
    """How long it was read before it was given up; None where time was not the reason."""
