"""Two cues of one source in a row, where the parse gave the second to the first one's content."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from accordingto.attribution.candidate import Candidate
from accordingto.attribution.passage import EDGE_MARKS, Passage
from accordingto.model.span import Span, covers, trim

_CONJUNCTION = re.compile(r"\b(?:and|but|or|then)(?:\s+\w+ly|\s+also|\s+then|\s+later|\s+even)?\s+\Z", re.IGNORECASE)
_LOOKED_AT = 40


def with_coordinated_cues(passage: Passage, candidates: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """The candidates of one paragraph, each content cut where the same source begins to tell something else.

    *The mayor said the road was open and denied that anyone had left*: the denial is no part of what he said.
    """
    return tuple(_cut(passage, candidate, candidates) for candidate in candidates)


def _cut(passage: Passage, candidate: Candidate, candidates: Sequence[Candidate]) -> Candidate:
    for other in candidates:
        if not candidate.source or other.source != candidate.source or not other.cue:
            continue
        for span in candidate.content:
            before = _before_conjunction(passage.text, span, other.cue[0])
            if before is not None and candidate.cue and candidate.cue[0].start < before.start:
                kept = tuple(piece for piece in candidate.content if piece.start < span.start)
                return replace(candidate, content=(*kept, before))
    return candidate


def _before_conjunction(text: str, content: Span, cue: Span) -> Span | None:
    """The content up to the conjunction before a cue in it; None where the cue is not so joined, or nothing is left."""
    if not covers(content, cue):
        return None
    found = _CONJUNCTION.search(text, max(content.start, cue.start - _LOOKED_AT), cue.start)
    if found is None:
        return None
    before = trim(text, Span(content.start, found.start()), EDGE_MARKS)
    return before if len(before) > 0 else None
