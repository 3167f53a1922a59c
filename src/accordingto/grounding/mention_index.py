"""Spans with what they point to, found again by the words of another span in logarithmic time."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from typing import Generic, TypeVar

from accordingto.model.span import Span, overlaps

Thing = TypeVar("Thing")


class MentionIndex(Generic[Thing]):
    """Mentions and their things, in the order of the text."""

    def __init__(self, mentions: Iterable[tuple[Span, Thing]]) -> None:
        self._mentions = sorted(mentions, key=lambda pair: pair[0])
        self._starts = [span.start for span, _ in self._mentions]
        self._longest = max((len(span) for span, _ in self._mentions), default=0)

    def overlapping(self, span: Span) -> Iterator[tuple[Span, Thing]]:
        """The mentions that share a code point with the span, in order.

        >>> index = MentionIndex([(Span(0, 4), "Homs"), (Span(6, 11), "Syria")])
        >>> [thing for _, thing in index.overlapping(Span(3, 7))]
        ['Homs', 'Syria']
        """
        for position in range(bisect_left(self._starts, span.start - self._longest), len(self._mentions)):
            mention, thing = self._mentions[position]
            if mention.start >= span.end:
                return
            if overlaps(mention, span):
                yield mention, thing
