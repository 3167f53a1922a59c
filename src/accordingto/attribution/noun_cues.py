"""Nouns that carry a told clause: a *warning* that the dam would break, their *claim* that nobody was hurt."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from accordingto.attribution.candidate import Candidate
from accordingto.attribution.cue_words import groups_of
from accordingto.attribution.cues import cue_of
from accordingto.attribution.light_finder import candidate_of
from accordingto.attribution.passage import Passage
from accordingto.attribution.weights import LightModel
from accordingto.model.span import Span, any_overlap

_PROBABILITY = 0.6
"""On PolNeAR train, of such nouns outside any content, 154 of 213 are cues."""

_CARRYING = frozenset({"say", "think", "want", "promise"})


def find_noun_cues(passage: Passage, found: Sequence[Candidate], model: LightModel) -> Iterator[Candidate]:
    """Candidates for nouns with a that-clause that stand in no part of those found already."""
    taken = [span for candidate in found for span in candidate.spans]
    for token in passage.tokens:
        if not carries_a_clause(token):
            continue
        start = passage.offset(token)
        if not any_overlap(taken, (Span(start, start + len(token)),)):
            yield candidate_of(passage, cue_of(token), _PROBABILITY, model)


def carries_a_clause(token: Token) -> bool:
    """True for a noun of telling or thinking with a clause after *that* which has a subject of its own."""
    if token.pos_ != "NOUN" or _CARRYING.isdisjoint(groups_of(token.lemma_.lower(), "NOUN")):
        return False
    return told_clause_of(token) is not None


def told_clause_of(noun: Token) -> Token | None:
    """The head of the clause after *that* which has a subject of its own: the claim that troops *fired*."""
    clauses = (child for child in noun.rights if child.dep_ in {"acl", "ccomp", "relcl"})
    return next((clause for clause in clauses if _is_told(clause)), None)


def _is_told(clause: Token) -> bool:
    children = list(clause.children)
    opened = any(child.lower_ == "that" and child.dep_ == "mark" for child in children)
    return opened and any(child.dep_ in {"nsubj", "nsubjpass", "expl"} for child in children)
