"""The act whose place and day another one has too, because it is told in the same breath."""

from __future__ import annotations

from typing import Final

from spacy.tokens import Token

from accordingto.events.participants import is_actor, is_site, is_time
from accordingto.events.voice import is_passive

_SUBJECTS: Final = frozenset({"nsubj", "nsubjpass"})
_HARMED: Final = frozenset(
    {"kill", "injure", "wound", "hurt", "arrest", "detain", "abduct", "kidnap", "displace", "burn"}
)


def shared_act(verb: Token) -> Token | None:
    """The verb or noun told before whose place and day hold for this verb; None where it stands alone."""
    first = verb.head
    if verb.pos_ != "VERB" or first.i >= verb.i:
        return None
    if verb.dep_ == "relcl":
        return first if _is_act(first) and _has_subject(verb) else None
    if first.pos_ != "VERB":
        return None
    if verb.dep_ == "advcl":
        return first if _is_outcome(verb) else None
    if verb.dep_ != "conj" or (_has_subject(verb) and not _is_harm_told_after(verb)):
        return None
    return first


def _is_outcome(verb: Token) -> bool:
    """True for a participle after a comma: a bomb went off, *killing* four."""
    comma = next(iter(verb.subtree)).i - 1
    return verb.tag_ == "VBG" and not _has_subject(verb) and comma >= 0 and verb.doc[comma].text == ","


def _is_harm_told_after(verb: Token) -> bool:
    """True for those harmed in what was told first: villages were attacked and eleven people were *killed*."""
    return verb.lemma_ in _HARMED and is_passive(verb)


def _is_act(noun: Token) -> bool:
    """True for a noun of doing: the *blast* on Sunday that killed four; not the man, the mill or the day."""
    return noun.pos_ == "NOUN" and not (is_actor(noun) or is_site(noun) or is_time(noun))


def _has_subject(verb: Token) -> bool:
    return any(child.dep_ in _SUBJECTS for child in verb.lefts)
