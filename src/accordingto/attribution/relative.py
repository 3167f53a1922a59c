"""Contents of relative clauses: six ships *that officials say are leaking*; the host clause is not what they say."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Token

from accordingto.attribution.candidate import Candidate
from accordingto.attribution.cue_words import groups_of
from accordingto.attribution.passage import Passage
from accordingto.model.span import Span

_RELATIVES = frozenset({"that", "which", "who"})


def with_relative_contents(passage: Passage, candidates: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """The candidates of one paragraph, contents around a relative clause narrowed to the noun that it tells about."""
    return tuple(_narrowed(passage, candidate) for candidate in candidates)


def _narrowed(passage: Passage, candidate: Candidate) -> Candidate:
    if len(candidate.source) != 1 or len(candidate.cue) != 1 or len(candidate.content) != 2:
        return candidate
    verb = passage.head_of(candidate.cue[0])
    if verb is None or verb.dep_ != "relcl" or groups_of(verb.lemma_, verb.pos_)[:1] not in {("say",), ("think",)}:
        return candidate
    before, after = candidate.content
    noun, relative = verb.head, _relative_before(passage, candidate)
    start = passage.offset(noun.left_edge)
    if relative is None or not before.start < start < before.end or not candidate.cue[0].end <= after.start:
        return candidate
    return replace(candidate, content=(Span(start, passage.offset(relative) + len(relative)), after))


def _relative_before(passage: Passage, candidate: Candidate) -> Token | None:
    """The *that* right before the source; None where the clause does not begin so."""
    source = passage.head_of(candidate.source[0])
    if source is None or source.left_edge.i == 0:
        return None
    before = source.doc[source.left_edge.i - 1]
    return before if before.lower_ in _RELATIVES else None
