"""Options for one role of an attribution, and how the best is chosen: by weights learned from read articles."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from accordingto.model.span import Spans

Options = dict[Spans, tuple[str, ...]]
"""Spans -> the ways in which they were found ("ccomp", "front", …)."""


@dataclass(frozen=True, slots=True)
class Option:
    """Spans that may fill a role, and the way in which they were found."""

    kind: str
    spans: Spans


def collect(found: Iterable[Option]) -> Options:
    """The options with the same spans put together; empty ones dropped."""
    options: Options = {}
    for option in found:
        spans = tuple(span for span in option.spans if len(span) > 0)
        if spans:
            options[spans] = (*options.get(spans, ()), option.kind)
    return options
