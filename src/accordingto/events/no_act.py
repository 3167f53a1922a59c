"""Words that tell of no act whatever the judge makes of them: nature's work, silence, what is only asked."""

from __future__ import annotations

from typing import Final

from spacy.tokens import Token

from accordingto.events.arguments import logical_subject
from accordingto.events.barred import is_barred
from accordingto.events.roles import Coded
from accordingto.model.codebook import Codebook

_TALK: Final = frozenset(
    {"comment", "say", "elaborate", "disclose", "specify", "identify", "answer", "confirm", "respond", "react", "reply"}
)
_ASKED: Final = frozenset({"who", "whom", "what", "which"})
_HARMFUL: Final = frozenset({"ASSAULT", "COERCE", "MOBILIZE", ""})
"""Types of harm and force, and the type of a word without a row."""


def is_no_act(coded: Coded, book: Codebook) -> bool:
    """True for what tells of no act of anybody's: a ban's content, a *storm* that kills, refusing to *respond*."""
    head = coded.roles.light_verb or coded.match.head
    return is_barred(head) or is_silence(head) or is_asked(head) or is_natural(coded, book)


def is_silence(verb: Token) -> bool:
    """True for saying or doing nothing when asked: *declined* to comment, *refused* to respond."""
    if verb.lemma_ not in {"decline", "refuse"}:
        return False
    return any(child.dep_ == "xcomp" and child.lemma_ in _TALK for child in verb.rights)


def is_asked(verb: Token) -> bool:
    """True where a question within the sentence asks who it was: had no word of who was *shot*."""
    if verb.dep_ not in {"pcomp", "ccomp"}:
        return False
    return any(child.lower_ in _ASKED and child.dep_ in {"nsubj", "nsubjpass"} for child in verb.lefts)


def is_natural(coded: Coded, book: Codebook) -> bool:
    """True where weather, sickness or an animal does it: a *typhoon* killed forty, *locusts* invaded the valley."""
    if coded.match.trigger.event_type not in _HARMFUL or coded.match.head.pos_ != "VERB":
        return False
    subject = logical_subject(coded.match.head)
    doers = coded.roles.actors or (() if subject is None else (subject,))
    return bool(doers) and all(_is_force_of_nature(token, book) for token in doers)


def _is_force_of_nature(token: Token, book: Codebook) -> bool:
    """True for a word of mishap or an animal, also before its name: *Typhoon* Amihan."""
    words = (token, *(child for child in token.lefts if child.dep_ == "compound"))
    nature = book.classes["nature"]
    return any(word.lemma_.lower() in nature or word.lower_ in nature for word in words)
