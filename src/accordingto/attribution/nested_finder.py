"""Cues inside another's content: Reuters said *the ministry denied* that troops fired.

The sets that the light model learns from mark the outermost teller only, so it has weights of its own for these.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Token

from accordingto.attribution.candidate import Candidate
from accordingto.attribution.cue_words import groups_of
from accordingto.attribution.cues import find_possible_anchors
from accordingto.attribution.light_finder import propose
from accordingto.attribution.media import is_medium_source
from accordingto.attribution.passage import Passage
from accordingto.attribution.weights import LightModel
from accordingto.model.span import Span, any_covers, any_overlap, covers

LEAST_PROBABILITY_NESTED = 0.65
"""PolNeAR dev marks no nested ones: all of them together cost .004 of full-match F1 there (speech .006) at .65, .002 at
.8, where our own chains lose .017."""

_TELLING = frozenset({"say", "show"})
_ACCUSING = frozenset({"accuse", "blame", "threaten", "promise", "vow", "pledge", "condemn", "denounce"})
_SPEAKER_AGAIN = frozenset({"i", "we", "he", "she"})
_TELLS_BY_INFINITIVE = frozenset({"decline", "refuse", "continue", "go", "appear", "seem"})
"""Verbs whose infinitive is told, or its refusal: the army declined *to say*, the bank went on *to deny*."""


def find_nested(passage: Passage, held_by: Sequence[Candidate], model: LightModel) -> Iterator[Candidate]:
    """Candidates for the words of telling that stand unquoted in the content of one of `held_by`."""
    contents = [span for candidate in held_by for span in candidate.content]
    cues = [span for candidate in held_by for span in candidate.cue]
    passed_on = [span for candidate in held_by if _is_passed_on(passage, candidate) for span in candidate.content]
    for anchor in find_possible_anchors(passage):
        if not is_telling(anchor) and not (_is_urging(anchor) and any_covers(passed_on, _word(passage, anchor))):
            continue
        word = _word(passage, anchor)
        if is_yet_to_be_told(anchor) or passage.quotation_of(anchor) is not None:
            continue
        if any_covers(contents, word) and not any_overlap(cues, (word,)):
            candidate = propose(passage, anchor, model, weights=model.nested, least=LEAST_PROBABILITY_NESTED)
            if candidate is None or is_own_word(passage, candidate):
                continue
            if candidate.source or anchor.pos_ == "VERB":  # *the allegations* of nobody are a topic, not a telling
                yield _clipped(candidate, contents)


def _clipped(candidate: Candidate, contents: Sequence[Span]) -> Candidate:
    """The candidate without what runs on beyond the content that holds it: the mayor said *it fell*, Vedo reported."""
    cue = candidate.cue[0]
    holders = [span for span in contents if covers(span, cue)]
    ends = min((span.end for span in holders if span.start <= cue.start), default=None)
    kept = tuple(
        Span(span.start, min(span.end, ends)) if ends is not None and span.start < ends else span
        for span in candidate.content
    )
    return replace(candidate, content=kept)


def is_own_word(passage: Passage, candidate: Candidate) -> bool:
    """True where the speaker tells of their own telling, which is no hop more: she said *she had told* the court …"""
    return "".join(span.of(passage.text) for span in candidate.source).lower() in _SPEAKER_AGAIN


def _is_urging(anchor: Token) -> bool:
    """True for demands and accusations with their own subject: local radio said *residents had accused* the army."""
    if anchor.pos_ != "VERB" or not any(child.dep_ == "nsubj" for child in anchor.lefts):
        return False
    return "demand" in groups_of(anchor.lemma_.lower(), "VERB") or anchor.lemma_ in _ACCUSING


def _is_passed_on(passage: Passage, candidate: Candidate) -> bool:
    head = passage.head_of(candidate.source[0]) if candidate.source else None
    return head is not None and is_medium_source(head)


def _word(passage: Passage, token: Token) -> Span:
    start = passage.offset(token)
    return Span(start, start + len(token))


def is_yet_to_be_told(anchor: Token) -> bool:
    """True for what is only wished or to come: they waited for the bank *to say* …, the army *will announce* a truce.

    Nobody has told that yet. What would *not* be said counts as declined, which is told.
    """
    if anchor.tag_ != "VB" or any(child.dep_ == "neg" for child in anchor.children):
        return False
    if any(child.tag_ == "TO" for child in anchor.lefts):
        return anchor.dep_ != "xcomp" or anchor.head.lemma_ not in _TELLS_BY_INFINITIVE
    return any(child.tag_ == "MD" for child in anchor.lefts)


def is_telling(anchor: Token) -> bool:
    """True for words of saying and showing and for *according to*; what others think and want is left to events."""
    groups = groups_of(anchor.lemma_.lower(), anchor.pos_)
    return anchor.lower_ == "according" or not _TELLING.isdisjoint(groups)
