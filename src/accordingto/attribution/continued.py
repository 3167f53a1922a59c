"""Quotations that go on with no new cue, in the same paragraph and over the next ones, and those without any cue."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from accordingto.attribution.candidate import Candidate
from accordingto.attribution.passage import Passage
from accordingto.attribution.quotations import Quotation
from accordingto.model.span import Span, hull, merge, overlaps

_LONGEST_TAIL_WORDS = 14
"""Words from one quotation to the next in which its cue's clause may stand: he told reporters in Doha on Monday."""
_FEWEST_WORDS = 5
"""A quotation without a cue is kept as one when it is a sentence of at least so many words; shorter are titles."""


@dataclass(frozen=True, slots=True)
class _Claimed:
    """The last quotation that has a candidate: which, and where it and its candidate's clause end."""

    candidate: int
    passage: int
    quotation: Quotation
    end: int


def with_continued_quotations(passages: Sequence[Passage], candidates: tuple[Candidate, ...]) -> tuple[Candidate, ...]:
    """The candidates with the quotations that continue theirs, and new ones for quotations that nobody is told to say.

    *"We left," he said. "It rained."* is one; so is a paragraph that opens with a mark where the last was not closed.
    """
    completed = list(candidates)
    last: _Claimed | None = None
    for index, passage in enumerate(passages):
        for quotation in passage.quotations:
            owner = _owner_of(completed, quotation.span)
            if owner is None and last is not None and _continues(passages, last, index, quotation):
                owner = last.candidate
                content = merge((*completed[owner].content, quotation.span))
                completed[owner] = replace(completed[owner], content=content)
            elif owner is None and is_a_sentence(passage, quotation):
                owner = len(completed)
                completed.append(Candidate((), (), (quotation.span,), 0.5))
            last = _claimed(completed, owner, index, quotation) if owner is not None else last
    return tuple(completed)


def is_a_sentence(passage: Passage, quotation: Quotation) -> bool:
    """True for a quotation of a whole sentence, such as "We will not leave this town."; not for titles and terms."""
    words = quotation.span.of(passage.text).strip("\"“”„«»‘’'` \t\n")
    return len(words.split()) >= _FEWEST_WORDS and words[0].isupper() and words[-1] in ".,!?…"


def _owner_of(candidates: Sequence[Candidate], quotation: Span) -> int | None:
    """The widest candidate that has the quotation in its content, or whose source or cue is in the quotation."""
    owners = [
        (sum(map(len, candidate.content)), index)
        for index, candidate in enumerate(candidates)
        if any(overlaps(own, quotation) for own in candidate.spans)
    ]
    return max(owners)[1] if owners else None


def _claimed(candidates: Sequence[Candidate], owner: int, passage: int, quotation: Quotation) -> _Claimed:
    return _Claimed(owner, passage, quotation, max(quotation.span.end, hull(candidates[owner].spans).end))


def _continues(passages: Sequence[Passage], last: _Claimed, index: int, quotation: Quotation) -> bool:
    passage = passages[index]
    if index == last.passage:
        return _few_words(passage.text[last.quotation.span.end : quotation.span.start])
    if index != last.passage + 1 or passage.text[passage.paragraph.span.start : quotation.span.start].strip():
        return False
    rest = Span(last.quotation.span.end, passages[last.passage].paragraph.span.end).of(passage.text)
    return not last.quotation.closed or _few_words(rest)


def _few_words(gap: str) -> bool:
    return len(gap.split(None, _LONGEST_TAIL_WORDS + 1)) <= _LONGEST_TAIL_WORDS
