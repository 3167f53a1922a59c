"""One act of telling as a finder proposes it, before quotations, form, nesting and channel are settled."""

from __future__ import annotations

from dataclasses import dataclass

from accordingto.model.span import Span, Spans, hull, overlaps


@dataclass(frozen=True, slots=True)
class Candidate:
    """Source, cue and content words; any role may be empty, not all. `probability` is the finder's own.

    `channels` are those that the finder knows of; `passed_on_by` is the cue of whoever tells the same content on:
    Reuters *said*, citing an aide, that …
    """

    source: Spans
    cue: Spans
    content: Spans
    probability: float = 1.0
    channels: Spans = ()
    passed_on_by: Spans = ()

    @property
    def spans(self) -> Spans:
        """The spans of all roles."""
        return (*self.source, *self.cue, *self.content)

    @property
    def telling(self) -> Spans:
        """The spans of source and cue: who tells, without what is told."""
        return (*self.source, *self.cue)


def in_order(candidates: tuple[Candidate, ...]) -> tuple[Candidate, ...]:
    """The candidates in the order of the text, the wider first where two begin together."""
    return tuple(sorted(candidates, key=lambda candidate: (hull(candidate.spans).start, -hull(candidate.spans).end)))


def touches(candidate: Candidate, span: Span) -> bool:
    """True where any role of the candidate shares a code point with the span."""
    return any(overlaps(own, span) for own in candidate.spans)
