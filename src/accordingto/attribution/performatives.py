"""Acts done by saying so, inside a quotation: "I *call on* the army to leave", "We *condemn* the raid".

Whoever is quoted calls, condemns or promises by these very words, so they are an attribution of their own within the
quotation's.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from accordingto.attribution.candidate import Candidate
from accordingto.attribution.cue_words import performative_verbs
from accordingto.attribution.cues import cue_of
from accordingto.attribution.light_finder import candidate_of
from accordingto.attribution.passage import Passage
from accordingto.attribution.weights import LightModel

_PROBABILITY = 0.8
_FIRST_PERSONS = frozenset({"i", "we"})


def find_performatives(passage: Passage, model: LightModel) -> Iterator[Candidate]:
    """The candidates that performative verbs in the quotations of a paragraph make."""
    if not passage.quotations:
        return
    for token in passage.tokens:
        if is_performative(token) and passage.quotation_of(token) is not None:
            candidate = candidate_of(passage, cue_of(token), _PROBABILITY, model)
            if candidate.content and candidate.source:
                yield candidate


def is_performative(token: Token) -> bool:
    """True for a performative verb in the present tense with *I* or *we* for its subject: *I announce*."""
    if token.tag_ != "VBP" or token.lemma_ not in performative_verbs():
        return False
    children = list(token.children)
    first_person = any(child.dep_ == "nsubj" and child.lower_ in _FIRST_PERSONS for child in children)
    return first_person and not any(child.dep_ in {"aux", "neg", "mark"} for child in children)
