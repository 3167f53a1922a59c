"""Options for one role of an attribution, and how the best is chosen: by weights learned from read articles."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from accordingto.model.span import Spans

_LETTER_OR_DIGIT = re.compile(r"[^\W_]")
Options = dict[Spans, tuple[str, ...]]
"""Spans -> the ways in which they were found ("ccomp", "front", …)."""


@dataclass(frozen=True, slots=True)
class Option:
    """Spans that may fill a role, and the way in which they were found."""

    kind: str
    spans: Spans


def has_words(text: str) -> bool:
    """True where there is a letter or a digit.

    >>> has_words("“…"), has_words("“No…")
    (False, True)
    """
    return _LETTER_OR_DIGIT.search(text) is not None


def collect(text: str, found: Iterable[Option]) -> Options:
    """The options with the same spans put together; spans without a letter or digit dropped."""
    options: Options = {}
    for option in found:
        spans = tuple(span for span in option.spans if has_words(span.of(text)))
        if spans:
            options[spans] = (*options.get(spans, ()), option.kind)
    return options
