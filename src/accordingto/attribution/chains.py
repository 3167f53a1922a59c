"""Several sources for one content: who told whom, settled between *X said …* and *…, according to Y* of one sentence.

A medium passes on what others say, so of a ministry and a news agency the agency is the outer one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from accordingto.attribution.candidate import Candidate
from accordingto.attribution.media import is_medium_source
from accordingto.attribution.passage import Passage
from accordingto.model.span import Span, Spans, any_covers, any_overlap, hull, merge, subtract, trim

_EDGES = " \t\r\n\u00a0,;.—–"


def with_chains(passage: Passage, candidates: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """The candidates of one paragraph, with the contents of *according to* and its neighbours put inside each other."""
    chained = list(candidates)
    for index, according in enumerate(candidates):
        if not is_according(passage, according):
            continue
        for other, telling in enumerate(candidates):
            if other != index and _share_content(according, telling) and not is_according(passage, telling):
                chained[index], chained[other] = _in_order(passage, according, telling)
    return tuple(chained)


def is_according(passage: Passage, candidate: Candidate) -> bool:
    """True for *according to* a source."""
    return any(span.of(passage.text).lower().startswith("according") for span in candidate.cue)


def _in_order(passage: Passage, according: Candidate, telling: Candidate) -> tuple[Candidate, Candidate]:
    according_passes_on, telling_passes_on = _is_passed_on(passage, according), _is_passed_on(passage, telling)
    if telling_passes_on and not according_passes_on:
        return _within(passage, according, telling)
    if according_passes_on or any_covers(according.content, telling.cue[0]):
        outer, inner = _around(passage, according, telling)
        return outer, inner
    return according, telling


def _within(passage: Passage, inner: Candidate, outer: Candidate) -> tuple[Candidate, Candidate]:
    """*Reuters says troops left, according to the minister*: the minister told Reuters."""
    own = _without(passage, _shared(inner, outer), inner.telling)
    whole = _joined(passage, (*outer.content, *inner.telling))
    return replace(inner, content=own), replace(outer, content=_without(passage, whole, outer.telling))


def _around(passage: Passage, outer: Candidate, inner: Candidate) -> tuple[Candidate, Candidate]:
    """*The ministry says troops left, according to Reuters*: Reuters tells what the ministry says."""
    whole = _joined(passage, (*outer.content, *inner.spans))
    own = _without(passage, inner.content, outer.telling)
    return replace(outer, content=_without(passage, whole, outer.telling)), replace(inner, content=own)


def _shared(inner: Candidate, outer: Candidate) -> Spans:
    """The part of the inner one's content that the outer one tells too."""
    return outer.content if any_covers(inner.content, outer.cue[0]) else inner.content


def _share_content(according: Candidate, telling: Candidate) -> bool:
    return bool(telling.cue) and bool(according.content) and any_overlap(according.content, telling.content)


def _is_passed_on(passage: Passage, candidate: Candidate) -> bool:
    head = passage.head_of(candidate.source[0]) if candidate.source else None
    return head is not None and is_medium_source(head)


def _joined(passage: Passage, spans: Spans) -> Spans:
    """One span over all, where only white space, marks or a few words are between; they are of one sentence."""
    return (hull(span for span in spans if passage.start <= span.start < passage.paragraph.span.end),)


def _without(passage: Passage, spans: Spans, hole: Spans) -> Spans:
    rest = subtract(merge(spans), (hull(hole),) if hole else ())
    return tuple(span for span in (_trimmed(passage, span) for span in rest) if len(span) > 1)


def _trimmed(passage: Passage, span: Span) -> Span:
    return trim(passage.text, span, _EDGES)
