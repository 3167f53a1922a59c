"""Cues inside another's content: Reuters said *the ministry denied* that troops fired.

The sets that the light model learns from mark the outermost teller only, so it has weights of its own for these.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from accordingto.attribution.candidate import Candidate
from accordingto.attribution.cue_features import cue_features
from accordingto.attribution.cue_words import groups_of
from accordingto.attribution.cues import Cue, find_possible_cues
from accordingto.attribution.light_finder import propose
from accordingto.attribution.passage import Passage
from accordingto.attribution.weights import LightModel, probability, score
from accordingto.model.span import Span, any_covers, any_overlap

LEAST_PROBABILITY_NESTED = 0.6
"""On PolNeAR dev, which marks no nested ones, .6 costs .01 of full-match F1, and .8 costs .006."""

_TELLING = frozenset({"say", "show"})


def find_nested(passage: Passage, held_by: Sequence[Candidate], model: LightModel) -> Iterator[Candidate]:
    """Candidates for the words of telling that stand unquoted in the content of one of `held_by`."""
    contents = [span for candidate in held_by for span in candidate.content]
    cues = [span for candidate in held_by for span in candidate.cue]
    for cue in find_possible_cues(passage):
        start = passage.offset(cue.anchor)
        word = Span(start, start + len(cue.anchor))
        if is_telling(cue) and any_covers(contents, word) and not any_overlap(cues, (word,)):
            candidate = _nested(passage, cue, model)
            if candidate is not None:
                yield candidate


def is_telling(cue: Cue) -> bool:
    """True for words of saying and showing and for *according to*; what others think and want is left to events."""
    anchor = cue.anchor
    groups = groups_of(anchor.lemma_.lower(), anchor.pos_)
    return anchor.lower_ == "according" or not _TELLING.isdisjoint(groups)


def _nested(passage: Passage, cue: Cue, model: LightModel) -> Candidate | None:
    if passage.quotation_of(cue.anchor) is not None:
        return None
    likely = probability(score(model.nested, cue_features(passage, cue)))
    return propose(passage, cue, likely, model) if likely >= LEAST_PROBABILITY_NESTED else None
