"""Two cues of one source in a row, where the parse gave the second to the first one's content."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from accordingto.attribution.candidate import Candidate
from accordingto.attribution.cue_words import groups_of
from accordingto.attribution.passage import EDGE_MARKS, Passage
from accordingto.attribution.quotations import quotation_at
from accordingto.model.span import Span, covers, trim

_CONJUNCTION = re.compile(r"\b(?:and|but|or|then)(?:\s+\w+ly|\s+also|\s+then|\s+later|\s+even)?\s+\Z", re.IGNORECASE)
_LOOKED_AT = 40
_FEW = 4
"""Words between a source and its cue: the rebels *have since* said."""
_AGAINST = re.compile(r",\s+(?:but|while|whereas|although|though)\s+\Z", re.IGNORECASE)


def with_coordinated_cues(passage: Passage, candidates: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """The candidates of one paragraph, each content cut where the same source begins to tell something else.

    *The mayor said the road was open and denied that anyone had left*: the denial is no part of what he said.
    """
    return tuple(_cut(passage, candidate, candidates) for candidate in candidates)


def _cut(passage: Passage, candidate: Candidate, candidates: Sequence[Candidate]) -> Candidate:
    for other in candidates:
        if not candidate.source or not other.source or not other.cue:
            continue
        for span in candidate.content:
            before = _before(passage, span, candidate, other)
            if before is not None and candidate.cue and candidate.cue[0].start < before.start:
                kept = tuple(piece for piece in candidate.content if piece.start < span.start)
                return replace(candidate, content=(*kept, before))
    return candidate


def _before(passage: Passage, span: Span, candidate: Candidate, other: Candidate) -> Span | None:
    if other.source == candidate.source:
        return _before_conjunction(passage.text, span, other.cue[0])
    return _before_other_side(passage, span, other)


def _before_other_side(passage: Passage, content: Span, other: Candidate) -> Span | None:
    """*The envoy said talks went well, while the rebels said they had ended*: their part is not his."""
    source, cue = other.source[0], other.cue[0]
    if not (content.start < source.start < cue.start < content.end) or len(_gap(passage, source, cue).split()) > _FEW:
        return None
    verb = passage.head_of(cue)
    if verb is None or verb.pos_ != "VERB" or "say" not in groups_of(verb.lemma_, "VERB"):
        return None
    found = _AGAINST.search(passage.text, max(content.start, source.start - _LOOKED_AT), source.start)
    if found is None or quotation_at(passage.quotations, source.start) is not None:
        return None
    before = trim(passage.text, Span(content.start, found.start()), EDGE_MARKS)
    return before if len(before) > 0 else None


def _gap(passage: Passage, source: Span, cue: Span) -> str:
    return passage.text[source.end : cue.start]


def _before_conjunction(text: str, content: Span, cue: Span) -> Span | None:
    """The content up to the conjunction before a cue in it; None where the cue is not so joined, or nothing is left."""
    if not covers(content, cue):
        return None
    found = _CONJUNCTION.search(text, max(content.start, cue.start - _LOOKED_AT), cue.start)
    if found is None:
        return None
    before = trim(text, Span(content.start, found.start()), EDGE_MARKS)
    return before if len(before) > 0 else None
