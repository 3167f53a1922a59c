"""Which attribution holds which: what one source tells may be that another said something."""

from __future__ import annotations

from collections.abc import Sequence

from accordingto.attribution.candidate import Candidate
from accordingto.model.span import any_covers, hull


def find_holders(candidates: Sequence[Candidate]) -> list[int | None]:
    """For each candidate the index of the nearest one whose content holds all of its spans; None where none does.

    Candidates come in the order of the text, so that a sweep over those still open finds the holders.
    """
    holders: list[int | None] = []
    open_ones: list[int] = []
    for index, candidate in enumerate(candidates):
        whole = hull(candidate.spans)
        open_ones = [other for other in open_ones if hull(candidates[other].spans).end > whole.start]
        holding = [other for other in open_ones if _holds(candidates[other], candidate)]
        later = _later_holders(candidates, index)
        holders.append(min(holding + later, key=lambda other: _length(candidates[other]), default=None))
        open_ones.append(index)
    return holders


def _later_holders(candidates: Sequence[Candidate], index: int) -> list[int]:
    """Holders that begin with the very content that holds the candidate, and so come at the same place or after."""
    start = hull(candidates[index].spans).start
    found: list[int] = []
    for other in range(index + 1, len(candidates)):
        if hull(candidates[other].spans).start > start:
            break
        if _holds(candidates[other], candidates[index]):
            found.append(other)
    return found


def _holds(outer: Candidate, inner: Candidate) -> bool:
    return all(any_covers(outer.content, span) for span in inner.spans) and _length(outer) > _length(inner)


def _length(candidate: Candidate) -> int:
    return sum(map(len, candidate.content))
