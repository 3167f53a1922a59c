"""Whose subject a verb without one of its own borrows: control, participles, verbs in a row, infinitives of nouns.

A rule answers with a noun, or with the clause whose subject is meant, so that the rules never call each other.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from spacy.tokens import Token

from accordingto.events.added_words import teller_who_adds
from accordingto.events.charges import lender_across_charge, named_by_charge
from accordingto.events.objects import (
    OBJECTS,
    OWN_SUBJECTS,
    TELLING,
    agent_of,
    direct_object,
    objects_after,
    objects_of_preposition,
    own_subject,
)
from accordingto.events.participants import is_actor
from accordingto.events.voice import is_passive

_SUBJECT_CONTROL: Final = frozenset({"promise", "vow", "threaten", "agree", "offer", "swear", "pledge"})
"""Verbs whose subject does what the infinitive says even where there is an object: she promised him *to leave*."""

_TURNED_TO: Final = frozenset({"call", "appeal", "urge", "press", "push", "lobby", "plead"})
_SENDING: Final = frozenset({"send", "deploy", "dispatch", "order", "mobilize", "mobilise", "train", "hire", "pay"})
"""Verbs whose infinitive looks like one of purpose: called on them *to leave*, sent men *to kill*."""

_OBJECT_CONTROL: Final = _TURNED_TO | _SENDING
_MEANT: Final = frozenset({"on", "upon", "to", "for", "with"})
_FOR_WHAT: Final = frozenset({"of", "from", "for", "into"})
_FELT: Final = frozenset({"disappointed", "dismayed", "angered", "appalled", "annoyed", "furious", "angry", "critical"})
_AT_WHOM: Final = frozenset({"in", "with", "at", "by", "of"})
_HOLDERS: Final = frozenset({"by", "from", "for"})
_GRANTING: Final = frozenset(
    {"confirm", "claim", "insist", "declare", "note", "explain", "acknowledge", "admit", "reveal"}
)
"""Verbs that tell, beside the plain ones, what stands before them."""

_HARMING: Final = frozenset({"kill", "injure", "wound", "maim", "destroy", "damage", "displace", "hurt"})
_MISHAPS: Final = frozenset(
    {"crash", "accident", "collision", "derailment", "explosion", "blast", "fire", "blaze", "flood", "earthquake",
     "quake", "storm", "landslide", "collapse", "sinking", "outbreak", "bombing", "shooting", "attack"}
)  # fmt: skip
_OWNING: Final = frozenset({"have", "begin", "launch", "start", "continue", "end", "adopt", "pursue", "resume"})


@dataclass(frozen=True, slots=True)
class Lender:
    """The noun that is the subject or, where there is none, the clause whose subject it is."""

    clause: Token
    subject: Token | None = None


def lender_of(verb: Token) -> Lender | None:
    """What lends a subject to a verb that has none of its own; None where nothing does."""
    relation, head = verb.dep_, verb.head
    if head is verb:
        return None
    if relation in {"xcomp", "ccomp"}:
        return _controller(verb, head)
    if relation in {"acomp", "oprd"}:
        return Lender(head)
    if relation in {"advcl", "conj", "dep", "parataxis"}:
        return _clause_beside(verb, head)
    if relation == "acl":
        return _lender_from_noun(verb, head)
    if relation == "relcl":
        return Lender(verb, head)
    if relation == "pcomp":
        return _across_preposition(head)
    return None


def _clause_beside(verb: Token, head: Token) -> Lender | None:
    """Verbs in a row and adverbial clauses: rebels *shelled* the town and fled, *fled* after shelling it."""
    if verb.dep_ == "advcl" and head.lemma_ in _OBJECT_CONTROL and _is_infinitive(verb):
        return _controller(verb, head)
    if _is_harm_of_what_was_done(verb, head):
        agent = agent_of(head)
        return None if agent is None else Lender(verb, agent)
    if verb.dep_ == "advcl" and (mishap := _mishap_before(verb, head)) is not None:
        return Lender(verb, mishap)
    if verb.dep_ in {"advcl", "conj"} and verb.i > head.i:
        told = (_told_before(head) or teller_who_adds(verb)) if verb.dep_ == "advcl" else None
        clause = told if told is not None else _teller_of_state(head)
        if clause is not None:
            return Lender(clause)
    if head.pos_ in {"VERB", "AUX"}:
        return Lender(head)
    return _beside_gerund(head) or _beside_place(verb, head)


def _is_harm_of_what_was_done(verb: Token, head: Token) -> bool:
    """True for what a passive brought about: a lorry was blown up (by rebels), *wounding* three; not the lorry does."""
    return verb.dep_ == "advcl" and verb.tag_ == "VBG" and verb.lemma_ in _HARMING and is_passive(head)


def _mishap_before(verb: Token, head: Token) -> Token | None:
    """What harms, of whom only a look at it is told: officials are looking into the *crash* of a ferry, killing six."""
    if verb.tag_ != "VBG" or verb.lemma_ not in _HARMING or verb.i < head.i or is_passive(head):
        return None
    nouns = [child for child in head.rights if child.dep_ in OBJECTS and child.i < verb.i]
    nouns += [noun for child in head.rights if child.dep_ == "prep" for noun in objects_of_preposition(child)]
    return next((noun for noun in reversed(nouns) if noun.lemma_.lower() in _MISHAPS and noun.i < verb.i), None)


def _beside_gerund(noun: Token) -> Lender | None:
    """The clause of a gerund that the tagger takes for a noun: was filmed *kicking* and slapping a guard."""
    if noun.pos_ != "NOUN" or not noun.lower_.endswith("ing"):
        return None
    clause = noun.head.head if noun.dep_ == "pobj" else noun.head
    return Lender(clause) if clause.pos_ == "VERB" and is_passive(clause) else None


def _beside_place(verb: Token, noun: Token) -> Lender | None:
    """The passive clause whose last noun a participle is joined to: was filmed at her home, *kicking* a guard."""
    if verb.tag_ != "VBG" or verb.dep_ != "conj" or noun.dep_ != "pobj" or verb.i < noun.i:
        return None
    clause = noun.head.head
    return Lender(clause) if clause.pos_ == "VERB" and is_passive(clause) else None


def _is_infinitive(verb: Token) -> bool:
    return verb.tag_ == "VB" and any(child.lower_ == "to" for child in verb.lefts)


def _told_before(verb: Token) -> Token | None:
    """The clause told before its verb of telling: rebels *seized* the base, officials said, killing two."""
    if verb.lemma_ not in TELLING | _GRANTING:
        return None
    return next((child for child in verb.lefts if child.dep_ == "ccomp"), None)


def _teller_of_state(verb: Token) -> Token | None:
    """The verb of telling whose clause only says what a thing is: *said* it was a threat and imposed sanctions."""
    if verb.lemma_ != "be" or verb.dep_ != "ccomp" or verb.head.lemma_ not in TELLING:
        return None
    subjects = (child for child in verb.lefts if child.dep_ in OWN_SUBJECTS)
    return verb.head if any(child.lower_ == "it" or not is_actor(child) for child in subjects) else None


def _controller(verb: Token, head: Token) -> Lender | None:
    """Who is meant to do what an infinitive says: urged *the army* to turn, *they* agreed to leave."""
    if head.pos_ not in {"VERB", "AUX"}:
        return _subject_of_adjective(head) if head.pos_ == "ADJ" else None
    if verb.dep_ == "ccomp" and verb.tag_ not in {"VB", "VBG", "VBN"}:
        return None
    if head.lemma_ in _SUBJECT_CONTROL or is_passive(head):
        return Lender(head)
    for child in head.children:
        if child.dep_ in OBJECTS and child.i < verb.i:
            return Lender(head) if _is_means(child, head) else Lender(head, child)
        if child.dep_ == "prep" and child.lower_ in _MEANT and child.i < verb.i:
            return Lender(head, next(objects_of_preposition(child), None))
    return Lender(head)


def _is_means(thing: Token, verb: Token) -> bool:
    """True for what is only a tool of whoever acts: used *a speech* to accuse Peru."""
    return verb.lemma_ in {"use", "take", "spend", "exploit"} and not is_actor(thing)


def _subject_of_adjective(adjective: Token) -> Lender | None:
    """Ready to leave: whoever is ready."""
    if adjective.dep_ in {"acomp", "oprd"} and adjective.head.pos_ in {"VERB", "AUX"}:
        return Lender(adjective.head)
    return Lender(adjective, adjective.head) if adjective.dep_ == "amod" else None


def _lender_from_noun(verb: Token, noun: Token) -> Lender | None:
    """Of a participle its noun (*troops* guarding it); of an infinitive whoever has the noun (*his* plan to go)."""
    if verb.tag_ in {"VBG", "VBN", "VBD"}:
        return Lender(verb, noun)
    for child in noun.children:
        if child.dep_ == "poss":
            return Lender(verb, child)
        if child.dep_ == "prep" and child.lower_ in _HOLDERS:
            return Lender(verb, next(objects_of_preposition(child), None))
    first = _first_of_list(noun)
    if first.dep_ in OBJECTS and first.head.pos_ == "VERB":
        return Lender(first.head)
    if first.dep_ == "pobj" and first.head.lower_ == "in" and first.head.head.pos_ == "VERB" and not is_actor(noun):
        return Lender(first.head.head)
    return None


def _first_of_list(noun: Token) -> Token:
    """The first of nouns in a row: *a post* and an interview to accuse Peru."""
    while noun.dep_ == "conj" and noun.head is not noun and noun.head.pos_ in {"NOUN", "PROPN"}:
        noun = noun.head
    return noun


def _across_preposition(preposition: Token) -> Lender | None:
    """After leaving: whoever the clause is about; accused *him* of lying: the accused."""
    head = preposition.head
    if head.pos_ not in {"VERB", "AUX"}:
        return _from_noun_before(preposition, head)
    blamed = _blamed(preposition, head)
    if blamed is not None:
        return Lender(head, blamed)
    takes_object = preposition.lower_ in _FOR_WHAT or (preposition.lower_ == "with" and head.lemma_ == "charge")
    if not takes_object:
        return Lender(head)
    undergoer = own_subject(head) if is_passive(head) else direct_object(head)
    named = None if undergoer is None else named_by_charge(undergoer)
    if named is not None:
        return Lender(head, named)
    if undergoer is not None and preposition.lower_ == "for" and not is_actor(undergoer):
        return Lender(head, next(objects_after(head, frozenset({"on", "against"})), None))
    return Lender(head) if undergoer is None or is_passive(head) else Lender(head, undergoer)


def _blamed(preposition: Token, felt: Token) -> Token | None:
    """With whom one is angry for what is done: is disappointed in *China* for selling oil."""
    if preposition.lower_ not in {"for", "over"} or felt.lower_ not in _FELT:
        return None
    return next((token for token in objects_after(felt, _AT_WHOM) if is_actor(token)), None)


def _from_noun_before(preposition: Token, noun: Token) -> Lender | None:
    """Charges of torture: the charged; *its* policy of deporting: whose policy; began a campaign of bombing."""
    if noun.pos_ != "NOUN" or preposition.lower_ not in {"of", "for", "including"}:
        return None
    charge = lender_across_charge(noun)
    if charge is not None:
        return Lender(charge) if charge.pos_ in {"VERB", "AUX"} else Lender(noun, charge)
    owner = next((child for child in noun.lefts if child.dep_ == "poss"), None)
    if owner is not None:
        return Lender(noun, owner)
    return Lender(noun.head) if noun.dep_ in OBJECTS and noun.head.lemma_ in _OWNING else None
