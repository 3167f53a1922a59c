"""Which attribution holds which: what one source tells may be that another said something."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from accordingto.attribution.candidate import Candidate
from accordingto.model.span import Spans, any_covers, hull


@dataclass(frozen=True, slots=True)
class _Extent:
    """Where a candidate begins and ends, and the length and edges of its content, counted once."""

    number: int
    start: int
    end: int
    content: Spans
    length: int
    content_start: int
    content_end: int


def find_holders(candidates: Sequence[Candidate]) -> list[int | None]:
    """For each candidate the index of the nearest one whose content holds all of its spans; None where none does.

    Of several that hold it the nearest is the one that begins last.
    """
    extents = sorted(map(_extent, range(len(candidates)), candidates), key=lambda extent: (extent.start, -extent.end))
    holders: list[int | None] = [None] * len(candidates)
    open_ones: list[_Extent] = []
    for position, inner in enumerate(extents):
        open_ones = [outer for outer in open_ones if outer.content_end > inner.start]
        nearby = (*_beginning_together(extents, position), *reversed(open_ones))
        holder = next((outer for outer in nearby if _holds(outer, inner, candidates[inner.number])), None)
        holders[inner.number] = None if holder is None else holder.number
        open_ones.append(inner)
    return holders


def _extent(number: int, candidate: Candidate) -> _Extent:
    whole = hull(candidate.spans)
    told = hull(candidate.content) if candidate.content else whole
    length = sum(map(len, candidate.content))
    return _Extent(number, whole.start, whole.end, candidate.content, length, told.start, told.end)


def _beginning_together(extents: Sequence[_Extent], position: int) -> Sequence[_Extent]:
    """Those that come later in the order only because they end earlier."""
    start = extents[position].start
    last = position + 1
    while last < len(extents) and extents[last].start == start:
        last += 1
    return extents[position + 1 : last]


def _holds(outer: _Extent, inner: _Extent, candidate: Candidate) -> bool:
    if inner.start < outer.content_start or inner.end > outer.content_end or inner.length >= outer.length:
        return False
    return all(any_covers(outer.content, span) for span in candidate.spans)
