"""Candidates by the light model: linear weights over the parse, a few milliseconds an article."""

from __future__ import annotations

from collections.abc import Iterator

from accordingto.attribution.candidate import Candidate
from accordingto.attribution.choice_features import best_of, content_choice_features, source_choice_features
from accordingto.attribution.contents import content_options
from accordingto.attribution.cue_features import cue_features
from accordingto.attribution.cues import Cue, find_possible_cues
from accordingto.attribution.passage import Passage
from accordingto.attribution.sources import source_options
from accordingto.attribution.weights import LightModel, probability, score
from accordingto.model.span import Span

LEAST_PROBABILITY = 0.45
"""Below it a word is no cue. Tuned on PolNeAR dev; from .35 to .50 full-match F1 stays within .004."""


def find_candidates(passage: Passage, model: LightModel) -> Iterator[Candidate]:
    """The candidates of one paragraph: each word that is likely a cue, with its best content and source."""
    for cue in find_possible_cues(passage):
        likely = probability(score(model.cue, cue_features(passage, cue)))
        if likely >= LEAST_PROBABILITY:
            yield propose(passage, cue, likely, model)


def propose(passage: Passage, cue: Cue, likely: float, model: LightModel) -> Candidate:
    """The candidate that a cue makes, with its best content and source."""
    contents = content_options(passage, cue)
    ratings = [score(model.content, names) for names in content_choice_features(passage, cue, contents)]
    content = best_of(contents, ratings) if contents else ()
    sources = source_options(passage, cue, content)
    rows = source_choice_features(passage, cue, sources, content)
    source = best_of(sources, [score(model.source, names) for names in rows])
    words = Span(passage.offset(cue.first), passage.offset(cue.last) + len(cue.last))
    return Candidate(source, (words,), content, likely)
