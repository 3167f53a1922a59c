"""Quotations that go on with no new cue, in the same paragraph and over the next ones, and those without any cue."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from accordingto.attribution.candidate import Candidate
from accordingto.attribution.passage import Passage, PassageIndex
from accordingto.attribution.quotations import Quotation
from accordingto.model.span import Span, merge, overlaps

_LONGEST_TAIL_WORDS = 14
"""Words from one quotation to the next in which its cue's clause may stand: he told reporters in Doha on Monday."""
_FEWEST_WORDS = 5
"""A quotation without a cue is kept as one when it is a sentence of at least so many words; shorter are titles."""
_LONGEST_SMALL_WORD = 3
"""Words of titles that may stand without a capital, such as *the* and *of*, have at most so many letters."""
_UNATTRIBUTED = 0.5
"""The probability given to a quotation that nobody is told to say."""


@dataclass(frozen=True, slots=True)
class _Claimed:
    """The last quotation that a candidate has: which candidate, where the quotation stands."""

    candidate: int
    passage: int
    quotation: Quotation


def with_continued_quotations(index: PassageIndex, candidates: tuple[Candidate, ...]) -> tuple[Candidate, ...]:
    """The candidates with the quotations that continue theirs, and new ones for quotations that nobody is told to say.

    *"We left," he said. "It rained."* is one; so is a paragraph that opens with a mark where the last was not closed.
    """
    completed = list(candidates)
    by_passage = _by_passage(index, candidates)
    last: _Claimed | None = None
    for number, passage in enumerate(index.passages):
        for quotation in passage.quotations:
            owner = _owner_of(completed, by_passage.get(number, ()), quotation.span)
            if owner is None and last is not None and _continues(index.passages, last, number, quotation):
                owner = last.candidate
                content = merge((*completed[owner].content, quotation.span))
                completed[owner] = replace(completed[owner], content=content)
            elif owner is None and is_a_sentence(passage, quotation):
                owner = len(completed)
                completed.append(Candidate((), (), (quotation.span,), _UNATTRIBUTED))
            last = _Claimed(owner, number, quotation) if owner is not None else last
    return tuple(completed)


def is_a_sentence(passage: Passage, quotation: Quotation) -> bool:
    """True for a quotation of a whole sentence, such as "We will not leave this town."; not for titles and terms."""
    words = quotation.span.of(passage.text).strip("\"“”„«»‘’'` \t\n")
    if len(words.split()) < _FEWEST_WORDS or not words[0].isupper() or words[-1] not in ".,!?…":
        return False
    return not is_in_title_case(words)


def is_in_title_case(words: str) -> bool:
    """True where all longer words have a capital first and are half of the words or more, not all in capitals.

    >>> is_in_title_case("How the River Lost Its Bridge,"), is_in_title_case("We will not leave this town.")
    (True, False)
    """
    every = words.split()
    longer = [word for word in every if len(word.strip(",.!?…")) > _LONGEST_SMALL_WORD]
    return not words.isupper() and 2 * len(longer) >= len(every) and all(word[0].isupper() for word in longer)


def _by_passage(index: PassageIndex, candidates: Sequence[Candidate]) -> dict[int, list[int]]:
    """The numbers of the candidates that have words in a passage, by the passage's number."""
    found: dict[int, list[int]] = {}
    for position, candidate in enumerate(candidates):
        for number in index.numbers_of(candidate.spans):
            found.setdefault(number, []).append(position)
    return found


def _owner_of(candidates: Sequence[Candidate], here: Sequence[int], quotation: Span) -> int | None:
    """The widest candidate that has the quotation in its content, or whose source or cue is in the quotation."""
    owners = [
        (sum(map(len, candidates[position].content)), position)
        for position in here
        if any(overlaps(own, quotation) for own in candidates[position].spans)
    ]
    return max(owners)[1] if owners else None


def _continues(passages: Sequence[Passage], last: _Claimed, number: int, quotation: Quotation) -> bool:
    passage = passages[number]
    if number == last.passage:
        return _few_words(passage.text[last.quotation.span.end : quotation.span.start])
    if number != last.passage + 1 or passage.text[passage.paragraph.span.start : quotation.span.start].strip():
        return False
    rest = Span(last.quotation.span.end, passages[last.passage].paragraph.span.end).of(passage.text)
    return not last.quotation.closed or _few_words(rest)


def _few_words(gap: str) -> bool:
    return len(gap.split(None, _LONGEST_TAIL_WORDS + 1)) <= _LONGEST_TAIL_WORDS
