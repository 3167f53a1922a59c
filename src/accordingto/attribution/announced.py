"""Contents that stand in the paragraphs after their cue: a colon at the end, then what was said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from accordingto.attribution.candidate import Candidate
from accordingto.attribution.passage import Passage
from accordingto.model.article import PartRole
from accordingto.model.span import Span, hull, merge, trim

_LONGEST_TAIL = 40
"""Code points between the cue and the colon: "The agency reported on Monday:"."""


def with_announced_paragraphs(passages: Sequence[Passage], candidates: tuple[Candidate, ...]) -> tuple[Candidate, ...]:
    """The candidates, those before a closing colon with the paragraph or the block quotation that follows it.

    *The agency reported:*, then a paragraph of its words.
    """
    completed = list(candidates)
    for index, passage in enumerate(passages[:-1]):
        words = passage.paragraph.span.of(passage.text).rstrip()
        if not words.endswith(":"):
            continue
        end = passage.paragraph.span.start + len(words)
        announcing = _last_cue_before(completed, end)
        if announcing is not None:
            content = merge((*completed[announcing].content, *_announced(passages, index + 1)))
            completed[announcing] = replace(completed[announcing], content=content)
    return tuple(completed)


def _last_cue_before(candidates: Sequence[Candidate], colon: int) -> int | None:
    near = [
        (hull(candidate.cue).end, index)
        for index, candidate in enumerate(candidates)
        if candidate.cue and 0 <= colon - hull(candidate.cue).end <= _LONGEST_TAIL
    ]
    return max(near)[1] if near else None


def _announced(passages: Sequence[Passage], index: int) -> tuple[Span, ...]:
    """The paragraphs that the colon announces: all of a block quotation, else one paragraph or its first quotation."""
    first = passages[index]
    if first.paragraph.role is not PartRole.BLOCKQUOTE:
        return (_opening_quotation(first) or _all_of(first),)
    found: list[Span] = []
    for passage in passages[index:]:
        if passage.paragraph.role is not PartRole.BLOCKQUOTE:
            break
        found.append(_all_of(passage))
    return tuple(found)


def _opening_quotation(passage: Passage) -> Span | None:
    start = _all_of(passage).start
    return next((quotation.span for quotation in passage.quotations[:1] if quotation.span.start == start), None)


def _all_of(passage: Passage) -> Span:
    return trim(passage.text, passage.paragraph.span)
