"""What a relative pronoun takes up: the thing right before it, never a day, nor for "which" a person."""

from __future__ import annotations

from collections.abc import Iterable

from accordingto.grounding.actors import look_up
from accordingto.grounding.agent_nouns import agent_noun
from accordingto.grounding.atoms import fold
from accordingto.grounding.discourse import Track
from accordingto.grounding.drafts import Draft, Gender
from accordingto.grounding.time_words import time_tokens
from accordingto.model.entity import EntityKind
from accordingto.model.mention import Mention, MentionForm

MOST_LETTERS_PASSED = 40
"""Code points between what is passed over and what is taken instead: *the law* passed in May, which."""

_JOINTS = " ,\u00a0—–-"
_BREAKS = frozenset('.;:"“”()')
_TIME_KINDS = frozenset("MAWUTySz")
_PEOPLE = frozenset({EntityKind.PERSON, EntityKind.GROUP})
_NOBODIES = frozenset({EntityKind.PLACE, EntityKind.COUNTRY, EntityKind.DOCUMENT})
_OF_PEOPLE = frozenset({"who", "whom"})
_PERSONAL = frozenset({Gender.HE, Gender.SHE, Gender.PERSON})


def antecedent(pronoun: Mention, text: str, near: Iterable[Track]) -> Draft | None:
    """What stands right before the pronoun: *the minister, who* resigned; the law passed in May, *which* bans it.

    Before "who" a thing is passed over for people: *nurses* in the camp, who said so.
    """
    limit, word, passed = pronoun.span.start, pronoun.span.of(text).lower(), False
    doubtful: Draft | None = None
    for track in near:
        between = text[track.last.span.end : limit]
        if track.last.span.end > limit or track.last.sentence != pronoun.sentence:
            continue
        if between.strip(_JOINTS) and not (passed and _is_short(between)):
            return doubtful
        if not is_time(track.last, text) and _can_be(word, track, text):
            if word not in _OF_PEOPLE or not _is_thing(track.draft):
                return track.draft
            doubtful = doubtful or track.draft
        limit, passed = track.last.span.start, True
    return doubtful


def is_time(mention: Mention, text: str) -> bool:
    """True for a description of a day or a longer time: *September*, last *year*."""
    tokens = time_tokens(text, mention.head.start, mention.head.end)
    return mention.form is MentionForm.NOMINAL and bool(tokens) and tokens[0].kind in _TIME_KINDS


def _can_be(word: str, track: Track, text: str) -> bool:
    """True unless "which" would be people, or "who" a country, a place or a paper."""
    if word == "which":
        return not _is_people(track.last, text)
    if word in _OF_PEOPLE:
        return track.draft.kind not in _NOBODIES or track.draft.gender in _PERSONAL
    return True


def _is_thing(draft: Draft) -> bool:
    """True for what nothing shows to be people: *the camp*, and no *crew*."""
    return draft.kind is EntityKind.UNKNOWN and draft.gender is Gender.IT


def _is_people(mention: Mention, text: str) -> bool:
    if mention.form is not MentionForm.NOMINAL:
        return False
    noun = agent_noun((fold(mention.head.of(text)),))
    return noun.kind is EntityKind.PERSON if noun is not None else look_up(mention.span.of(text)).kind in _PEOPLE


def _is_short(between: str) -> bool:
    return len(between) <= MOST_LETTERS_PASSED and not _BREAKS & set(between)
