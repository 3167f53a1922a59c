"""Contents that stand in the paragraphs after their cue: a colon at the end, then what was said."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from accordingto.attribution.candidate import Candidate
from accordingto.attribution.passage import Passage, PassageIndex
from accordingto.model.article import PartRole
from accordingto.model.span import Span, hull, merge, trim

_LONGEST_TAIL = 40
"""Code points between the cue and the colon: "The agency reported on Monday:"."""


def with_announced_paragraphs(index: PassageIndex, candidates: tuple[Candidate, ...]) -> tuple[Candidate, ...]:
    """The candidates, those before a closing colon with the paragraph or the block quotation that follows it.

    *The agency reported:*, then a paragraph of its words.
    """
    announcing = _announcing(index, candidates)
    return tuple(
        replace(candidate, content=merge((*candidate.content, *_announced(index.passages, announcing[position] + 1))))
        if position in announcing
        else candidate
        for position, candidate in enumerate(candidates)
    )


def _announcing(index: PassageIndex, candidates: Sequence[Candidate]) -> dict[int, int]:
    """The candidates whose cue is the last before a colon that ends a paragraph -> the number of that paragraph.

    The encoder counts the colon to the cue.
    """
    nearest: dict[int, tuple[int, int]] = {}
    for position, candidate in enumerate(candidates):
        end = hull(candidate.cue).end if candidate.cue else 0
        number = index.number_at(end - 1) if end else None
        if number is None or number + 1 >= len(index.passages):
            continue
        colon = _closing_colon(index.passages[number])
        if colon is not None and -1 <= colon - end <= _LONGEST_TAIL:
            nearest[number] = max(nearest.get(number, (0, 0)), (end, position))
    return {position: number for number, (_, position) in nearest.items()}


def _closing_colon(passage: Passage) -> int | None:
    whole = _all_of(passage)
    return whole.end - 1 if passage.text[whole.end - 1 : whole.end] == ":" else None


def _announced(passages: Sequence[Passage], number: int) -> Iterator[Span]:
    """What the colon announces: all of a block quotation, else one paragraph or the quotation that opens it."""
    first = passages[number]
    if first.paragraph.role is not PartRole.BLOCKQUOTE:
        yield _opening_quotation(first) or _all_of(first)
        return
    for passage in passages[number:]:
        if passage.paragraph.role is not PartRole.BLOCKQUOTE:
            return
        yield _all_of(passage)


def _opening_quotation(passage: Passage) -> Span | None:
    start = _all_of(passage).start
    return next((quotation.span for quotation in passage.quotations[:1] if quotation.span.start == start), None)


def _all_of(passage: Passage) -> Span:
    return trim(passage.text, passage.paragraph.span)
