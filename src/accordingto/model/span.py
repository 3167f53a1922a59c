"""Spans of an article's text: half-open, counted in Unicode code points.

A thing may rest on several spans ("…," she said, "…"), so most functions here take and give tuples of them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Code points `start` up to, not including, `end`."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"A span runs forward from 0 on; found start {self.start}, end {self.end}.")

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The words of the span.

        >>> Span(0, 6).of("Troops fired.")
        'Troops'
        """
        return text[self.start : self.end]


Spans = tuple[Span, ...]


def words_of(text: str, spans: Iterable[Span]) -> str:
    """The words of all the spans, in order, with an ellipsis where they are apart.

    >>> words_of('"We left," he said, "at dawn."', [Span(1, 8), Span(21, 28)])
    'We left … at dawn'
    """
    return " … ".join(span.of(text) for span in sorted(spans))


def overlaps(left: Span, right: Span) -> bool:
    """True where the two share a code point.

    >>> overlaps(Span(0, 3), Span(2, 5)), overlaps(Span(0, 3), Span(3, 5))
    (True, False)
    """
    return left.start < right.end and right.start < left.end


def covers(outer: Span, inner: Span) -> bool:
    """True where every code point of `inner` is in `outer`.

    >>> covers(Span(0, 9), Span(3, 9)), covers(Span(3, 9), Span(0, 9))
    (True, False)
    """
    return outer.start <= inner.start and inner.end <= outer.end


def any_covers(outer: Iterable[Span], inner: Span) -> bool:
    """True where one of the spans covers `inner`."""
    return any(covers(span, inner) for span in outer)


def any_overlap(left: Iterable[Span], right: Iterable[Span]) -> bool:
    """True where a span of one side shares a code point with a span of the other."""
    other = tuple(right)
    return any(overlaps(a, b) for a in left for b in other)


def hull(spans: Iterable[Span]) -> Span:
    """The one span from the first start to the last end. Raises ValueError when there is none."""
    found = tuple(spans)
    return Span(min(span.start for span in found), max(span.end for span in found))


def merge(spans: Iterable[Span]) -> Spans:
    """The same code points in as few spans as possible, in order; empty spans are dropped.

    >>> merge([Span(4, 6), Span(0, 2), Span(2, 3), Span(9, 9)])
    (Span(start=0, end=3), Span(start=4, end=6))
    """
    merged: list[Span] = []
    for span in sorted(span for span in spans if len(span) > 0):
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return tuple(merged)


def subtract(spans: Iterable[Span], holes: Iterable[Span]) -> Spans:
    """The code points of `spans` that are in none of `holes`.

    >>> subtract([Span(0, 9)], [Span(3, 5)])
    (Span(start=0, end=3), Span(start=5, end=9))
    """
    rest = list(merge(spans))
    for hole in merge(holes):
        rest = [piece for span in rest for piece in _cut(span, hole)]
    return tuple(rest)


def trim(text: str, span: Span, unwanted: str = " \t\r\n\u00a0") -> Span:
    """The span without unwanted characters at its ends; empty at its start where nothing else is in it.

    >>> trim(" Fares, ", Span(0, 8), " ,")
    Span(start=1, end=6)
    """
    start, end = span.start, span.end
    while start < end and text[start] in unwanted:
        start += 1
    while end > start and text[end - 1] in unwanted:
        end -= 1
    return Span(start, end)


def _cut(span: Span, hole: Span) -> list[Span]:
    if not overlaps(span, hole):
        return [span]
    left, right = (span.start, hole.start), (hole.end, span.end)
    return [Span(start, end) for start, end in (left, right) if start < end]
