"""Contents that the parse broke off at a conjunction although more quoted words follow in the sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from accordingto.attribution.candidate import Candidate
from accordingto.attribution.passage import Passage
from accordingto.model.span import Span, any_overlap

_MOST_WORDS = 6
"""Words between a content and the quoted words that go on with it: *and will face "charges"*."""


def with_partial_quotations(passage: Passage, candidates: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """The candidates of one paragraph, with contents led on to quoted words after *and*, *but* or *or*.

    *He said the envoy was "relieved of duty" and would face "trial".*
    """
    if not passage.quotations:
        return tuple(candidates)
    return tuple(_led_on(passage, candidate, candidates) for candidate in candidates)


def _led_on(passage: Passage, candidate: Candidate, candidates: Sequence[Candidate]) -> Candidate:
    if not candidate.cue or not candidate.content or candidate.cue[0].start > candidate.content[-1].start:
        return candidate
    last = candidate.content[-1]
    following = next((item.span for item in passage.quotations if item.span.start >= last.end), None)
    if following is None:
        return candidate
    gap = Span(last.end, following.start)
    if not leads_on(gap.of(passage.text)) or any(any_overlap(other.telling, (gap,)) for other in candidates):
        return candidate
    return replace(candidate, content=(*candidate.content[:-1], Span(last.start, following.end)))


def leads_on(gap: str) -> bool:
    """True for a few words with a conjunction first and no end of a sentence.

    >>> leads_on(" and will face "), leads_on(". And he called it "), leads_on(", he said, ")
    (True, False, False)
    """
    words = gap.replace(",", " ").split(None, _MOST_WORDS + 1)
    return 0 < len(words) <= _MOST_WORDS and words[0].lower() in {"and", "but", "or"} and not set(".!?;:") & set(gap)
