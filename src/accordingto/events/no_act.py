"""Words that tell of no act whatever the judge makes of them: nature's work, silence, what is only asked."""

from __future__ import annotations

from typing import Final

from spacy.tokens import Token

from accordingto.events.arguments import logical_object, logical_subject
from accordingto.events.barred import is_barred
from accordingto.events.objects import objects_after
from accordingto.events.participants import is_actor
from accordingto.events.roles import Coded
from accordingto.model.codebook import Codebook

_TALK: Final = frozenset(
    {"comment", "say", "elaborate", "disclose", "specify", "identify", "answer", "confirm", "respond", "react", "reply"}
)
_ASKED: Final = frozenset({"who", "whom", "what", "which"})
_INFORMATION: Final = frozenset(
    {"name", "figure", "statement", "report", "video", "footage", "photo", "photograph", "picture", "detail", "data",
     "document", "result", "image", "tape", "album", "film", "identity", "information", "list", "transcript", "finding",
     "survey", "study", "recording", "comment", "explanation", "version", "trailer", "song"}
)  # fmt: skip
_ACCIDENTS: Final = frozenset({"accident", "crash", "collision", "mishap", "derailment", "wreck"})
_ENTITLEMENTS: Final = frozenset({"right", "power", "authority", "ability", "capability", "capacity", "mandate"})
_HOLDING: Final = frozenset({"have", "hold", "give", "grant", "lack", "retain", "enjoy", "be", "include"})
_HARMFUL: Final = frozenset({"ASSAULT", "COERCE", "MOBILIZE", ""})
"""Types of harm and force, and the type of a word without a row."""


def is_no_act(coded: Coded, book: Codebook) -> bool:
    """True for what tells of no act of anybody's: a ban's content, a *storm* that kills, refusing to *respond*."""
    head = coded.roles.light_verb or coded.match.head
    if is_barred(head) or is_silence(head) or is_asked(head) or is_of_information(head):
        return True
    if is_entitled(head) or is_ring(coded.match.head) or is_outcome_of_accident(head):
        return True
    return is_idle(coded.match.head) or is_natural(coded, book) or is_accidental(coded)


def is_silence(verb: Token) -> bool:
    """True for saying or doing nothing when asked: *declined* to comment, *refused* to respond."""
    if verb.lemma_ not in {"decline", "refuse"}:
        return False
    return any(child.dep_ == "xcomp" and child.lemma_ in _TALK for child in verb.rights)


def is_entitled(verb: Token) -> bool:
    """True for what one only may or can do by rule: has the right to *dismiss* judges; not used its right to."""
    first = verb.head if verb.dep_ == "conj" and verb.tag_ == "VB" else verb
    noun = first.head
    if first.dep_ not in {"acl", "relcl"} or first.tag_ != "VB" or noun.lemma_ not in _ENTITLEMENTS:
        return False
    return noun.dep_ in {"dobj", "attr"} and noun.head.lemma_ in _HOLDING


def is_ring(noun: Token) -> bool:
    """True for calls that ask for nothing: received *calls* about a fight; not calls for calm or on the army."""
    if noun.lemma_ != "call" or noun.pos_ != "NOUN":
        return False
    return any(child.lower_ in {"about", "reporting", "from", "saying"} for child in noun.rights) and not any(
        child.lower_ in {"for", "on", "to"} or child.tag_ == "VB" for child in noun.rights
    )


def is_of_information(verb: Token) -> bool:
    """True for making words known, or not: *released* the names, could not *provide* details; and for *backing* up."""
    if verb.lemma_ == "back" and any(child.dep_ == "prt" and child.lower_ == "up" for child in verb.rights):
        return logical_object(verb) is None
    thing = logical_object(verb)
    if thing is None or thing.lemma_.lower() not in _INFORMATION:
        return False
    if verb.lemma_ == "release":
        return True
    return verb.lemma_ in {"provide", "give", "offer"} and any(child.dep_ == "neg" for child in verb.lefts)


def is_idle(verb: Token) -> bool:
    """True for set phrases and for what goes by itself: *took* note, took place; the barn *burned* down."""
    thing = logical_object(verb)
    if verb.lemma_ == "take":
        return thing is not None and thing.lemma_ in {"note", "place", "care", "time", "shape", "advantage"}
    if verb.lemma_ != "burn" or thing is not None:
        return False
    subject = logical_subject(verb)
    return subject is not None and not is_actor(subject)


def is_accidental(coded: Coded) -> bool:
    """True for harm that is called an accident: *shot* his father in a hunting accident."""
    if coded.match.trigger.event_type not in _HARMFUL:
        return False
    verb = coded.match.head
    after = list(objects_after(verb, frozenset({"in", "by"})))
    after += [noun for child in verb.rights if child.dep_ == "conj" for noun in objects_after(child, frozenset({"in"}))]
    return any(noun.lemma_.lower() in _ACCIDENTS for noun in after)


def is_outcome_of_accident(verb: Token) -> bool:
    """True for what an accident told before did: are looking into the crash of a plane, *killing* ten.

    An accident that killed in a clause of its own is left to the judge: it may be what one side says it was.
    """
    if verb.tag_ != "VBG" or verb.dep_ != "advcl":
        return False
    subject = logical_subject(verb)
    return subject is not None and subject.lemma_.lower() in _ACCIDENTS


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
    return bool(doers) and all(_is_force_of_nature(_whole(token), book) for token in doers)


def _whole(token: Token) -> Token:
    """The noun that the parser should have given a relative clause to: a *quake* on an island that killed ten."""
    if token.dep_ != "pobj" or token.pos_ not in {"NOUN", "PROPN"} or token.head.head.pos_ != "NOUN":
        return token
    return token.head.head


def _is_force_of_nature(token: Token, book: Codebook) -> bool:
    """True for a word of mishap or an animal, also before its name: *Typhoon* Amihan."""
    words = (token, *(child for child in token.lefts if child.dep_ == "compound"))
    nature = book.classes["nature"]
    return any(word.lemma_.lower() in nature or word.lower_ in nature for word in words)
