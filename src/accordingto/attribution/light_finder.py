"""Candidates by the light model: linear weights over the parse, a few milliseconds an article."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from accordingto.attribution.candidate import Candidate
from accordingto.attribution.choice_features import best_of, content_choice_features, source_choice_features
from accordingto.attribution.contents import content_options
from accordingto.attribution.cue_features import clause_features, word_features
from accordingto.attribution.cues import Cue, cue_of, find_possible_anchors, quoted_person
from accordingto.attribution.passage import Passage
from accordingto.attribution.sources import source_options
from accordingto.attribution.weights import LightModel, Weights, probability, score
from accordingto.model.span import Span

LEAST_PROBABILITY = 0.45
"""Below it a word is no cue. Tuned on PolNeAR dev; from .40 to .50 full-match F1 stays within .002."""

CERTAIN = 0.95
"""The probability given to cues that a rule finds."""
LEAST_ALONE = -1.8
"""Log odds of the word alone below which its clause is not looked at: half of the words, no F1 on PolNeAR dev."""


def find_candidates(passage: Passage, model: LightModel) -> Iterator[Candidate]:
    """The candidates of one paragraph: each word that is likely a cue, with its best content and source."""
    for anchor in find_possible_anchors(passage):
        candidate = propose(passage, anchor, model, weights=model.cue, least=LEAST_PROBABILITY)
        if candidate is not None:
            yield candidate


def propose(passage: Passage, anchor: Token, model: LightModel, *, weights: Weights, least: float) -> Candidate | None:
    """The candidate of a word, or None where its probability as a cue by `weights` is under `least`."""
    quoted = quoted_person(anchor)
    if quoted is not None:
        candidate = candidate_of(passage, cue_of(anchor), CERTAIN, model)
        return replace(candidate, source=(passage.span(quoted.left_edge, quoted.right_edge),))
    alone = score(weights, word_features(anchor))
    if alone < LEAST_ALONE:
        return None
    cue = cue_of(anchor)
    likely = probability(alone + score(weights, clause_features(passage, cue)))
    return candidate_of(passage, cue, likely, model) if likely >= least else None


def candidate_of(passage: Passage, cue: Cue, likely: float, model: LightModel) -> Candidate:
    """The candidate that a cue makes, with its best content and source."""
    contents = content_options(passage, cue)
    ratings = [score(model.content, names) for names in content_choice_features(passage, cue, contents)]
    content = best_of(contents, ratings) if contents else ()
    sources = source_options(passage, cue, content)
    rows = source_choice_features(passage, cue, sources, content)
    source = best_of(sources, [score(model.source, names) for names in rows])
    words = Span(passage.offset(cue.first), passage.offset(cue.last) + len(cue.last))
    return Candidate(source, (words,), content, likely)
