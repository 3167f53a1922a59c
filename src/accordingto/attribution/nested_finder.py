"""Cues inside another's content: Reuters said *the ministry denied* that troops fired.

The sets that the light model learns from mark the outermost teller only, so it has weights of its own for these.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from accordingto.attribution.candidate import Candidate
from accordingto.attribution.cue_words import groups_of
from accordingto.attribution.cues import find_possible_anchors
from accordingto.attribution.light_finder import propose
from accordingto.attribution.passage import Passage
from accordingto.attribution.weights import LightModel
from accordingto.model.span import Span, any_covers, any_overlap

LEAST_PROBABILITY_NESTED = 0.6
"""On PolNeAR dev, which marks no nested ones, .6 costs .004 of full-match F1 (speech .007), .8 half of that."""

_TELLING = frozenset({"say", "show"})
_SPEAKER_AGAIN = frozenset({"i", "we", "he", "she"})


def find_nested(passage: Passage, held_by: Sequence[Candidate], model: LightModel) -> Iterator[Candidate]:
    """Candidates for the words of telling that stand unquoted in the content of one of `held_by`."""
    contents = [span for candidate in held_by for span in candidate.content]
    cues = [span for candidate in held_by for span in candidate.cue]
    for anchor in filter(is_telling, find_possible_anchors(passage)):
        start = passage.offset(anchor)
        word = Span(start, start + len(anchor))
        if any_covers(contents, word) and not any_overlap(cues, (word,)) and passage.quotation_of(anchor) is None:
            candidate = propose(passage, anchor, model, weights=model.nested, least=LEAST_PROBABILITY_NESTED)
            if candidate is not None and not is_own_word(passage, candidate):
                yield candidate


def is_own_word(passage: Passage, candidate: Candidate) -> bool:
    """True where the speaker tells of their own telling, which is no hop more: she said *she had told* the court …"""
    return "".join(span.of(passage.text) for span in candidate.source).lower() in _SPEAKER_AGAIN


def is_telling(anchor: Token) -> bool:
    """True for words of saying and showing and for *according to*; what others think and want is left to events."""
    groups = groups_of(anchor.lemma_.lower(), anchor.pos_)
    return anchor.lower_ == "according" or not _TELLING.isdisjoint(groups)
