"""The arguments of an event noun: whose act it is and against whom.

"Syria's dismissal of its ambassador", "the defection of a general", "talks between Iran and Turkey", "Israeli
airstrikes on Gaza"; with a light verb ("launched an attack") its subject acts.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from spacy.tokens import Token

from accordingto.events.arguments import (
    grammatical_subject,
    is_passive,
    logical_object,
    logical_subject,
    objects_of_preposition,
)
from accordingto.events.participants import is_actor, is_human, is_time
from accordingto.model.codebook import Codebook, Frame, Trigger

_OBJECT_RELATIONS: Final = frozenset({"dobj", "obj", "nsubjpass"})
_MODIFIERS: Final = frozenset({"amod", "compound", "nmod"})
_OWNING_NAMES: Final = frozenset({"GPE", "NORP", "ORG", "PERSON"})


@dataclass(frozen=True, slots=True)
class Roles:
    """The heads of an event's actors and recipients, and the light verb that carries its noun, if any."""

    actors: tuple[Token, ...] = ()
    recipients: tuple[Token, ...] = ()
    light_verb: Token | None = None


def roles_of_noun(noun: Token, row: Trigger, codebook: Codebook) -> Roles:
    """Who acts and on whom, by the noun's own phrase and by the light verb over it."""
    verb = light_verb_over(noun, codebook)
    own = _own_roles(noun, row)
    if verb is None:
        return own
    subject = logical_subject(verb)
    if verb.lemma_ in codebook.classes["undergo"]:
        return Roles(own.actors, own.recipients or _as_tuple(subject), verb)
    after = tuple(_after(verb, row.recipients))
    if verb.lemma_ in codebook.classes["occur"] and noun.dep_ == "nsubj":
        sides = tuple(_after(verb, ("between", "among", "with", "from", "by", "involving")))
        if row.frame is Frame.MUTUAL:
            return Roles(own.actors + sides, own.recipients + sides, verb)
        return Roles(own.actors or sides, own.recipients, verb)
    return Roles(own.actors or _as_tuple(subject), own.recipients or after, verb)


def light_verb_over(noun: Token, codebook: Codebook) -> Token | None:
    """The verb that only carries the noun: *launched* an attack, took part *in* a protest, talks *began*."""
    head = noun.head
    if noun.dep_ == "conj" and head.pos_ == "NOUN":
        return light_verb_over(head, codebook) if head.dep_ != "conj" else None
    if head.pos_ == "VERB" and noun.dep_ in _OBJECT_RELATIONS:
        return head if head.lemma_ in codebook.classes["give"] | codebook.classes["undergo"] else None
    if head.pos_ in {"VERB", "AUX"} and noun.dep_ == "nsubj" and not is_passive(head):
        return head if head.lemma_ in codebook.classes["occur"] else None
    if noun.dep_ == "pobj" and head.lower_ == "in" and head.head.lemma_ in {"participate", "engage", "take"}:
        return head.head
    return None


def owners_of(noun: Token) -> tuple[Token, ...]:
    """Whose the noun is: *Israel*'s decision, a call from *the EU*, an *Armenian* proposal."""
    possessors = tuple(child for child in noun.children if child.dep_ == "poss" and is_actor(child))
    if possessors:
        return possessors
    sources = tuple(token for token in _after(noun, ("by", "from", "of")) if is_actor(token))
    return sources or _named_modifiers(noun)


def _own_roles(noun: Token, row: Trigger) -> Roles:
    between = tuple(_after(noun, ("between", "among")))
    if row.frame is Frame.MUTUAL:
        sides = between + tuple(_after(noun, ("with", "involving"))) + _possessors(noun) + tuple(_after(noun, ("by",)))
        sides = sides or _named_modifiers(noun)
        return Roles(sides, sides)
    recipients = tuple(_after(noun, row.recipients))
    actors = tuple(_after(noun, ("by",)))
    of = tuple(token for token in _after(noun, ("of",)) if not is_time(token))
    possessors = _possessors(noun)
    if row.of_is_actor or row.frame is Frame.ALONE:
        return Roles(actors or possessors or of or _named_modifiers(noun), recipients)
    if possessors and not of and not recipients and not actors and is_human(possessors[0]):
        return Roles((), possessors)
    return Roles(actors or possessors or _named_modifiers(noun), recipients or of)


def _possessors(noun: Token) -> tuple[Token, ...]:
    return tuple(child for child in noun.children if child.dep_ == "poss" and not is_time(child))


def _named_modifiers(noun: Token) -> tuple[Token, ...]:
    """*Israeli* airstrikes, *US* sanctions, a *Taliban* attack."""
    return tuple(
        child
        for child in noun.lefts
        if child.dep_ in _MODIFIERS and child.ent_type_ in _OWNING_NAMES and child.pos_ in {"ADJ", "PROPN", "NOUN"}
    )


def _after(head: Token, prepositions: tuple[str, ...]) -> Iterator[Token]:
    """The heads after the first of these prepositions that the word has."""
    by_word = {
        child.lower_: child
        for child in reversed(list(head.children))
        if child.dep_ in {"prep", "agent", "dative", "prt"}
    }
    for word in prepositions:
        if word in by_word:
            found = [token for token in objects_of_preposition(by_word[word]) if not is_time(token)]
            if found:
                yield from found
                return


def _as_tuple(token: Token | None) -> tuple[Token, ...]:
    return () if token is None else (token,)


def roles_of_verb(verb: Token, row: Trigger, within_act: tuple[Token, ...]) -> Roles:
    """Who acts and on whom, by the frame of the row."""
    subject, thing = logical_subject(verb), logical_object(verb)
    if thing is not None and thing in within_act:
        thing = None
    if row.frame is Frame.RECEIVED:
        return Roles(tuple(_around(verb, within_act, ("from", "by", "at"))), _as_tuple(subject))
    if row.frame is Frame.UNDERGONE:
        return Roles((), _as_tuple(grammatical_subject(verb)))
    if row.frame is Frame.ALONE:
        return Roles(_as_tuple(subject), tuple(_around(verb, within_act, row.recipients)))
    if row.frame is Frame.MUTUAL:
        sides = _as_tuple(subject) + (_as_tuple(thing) if thing is not None and is_actor(thing) else ())
        sides += tuple(_around(verb, within_act, row.recipients))
        return Roles(sides, sides)
    recipients = _as_tuple(thing) or tuple(_around(verb, within_act, row.recipients))
    if not recipients:
        recipients = tuple(owner for noun in within_act for owner in owners_of(noun))
    return Roles(_as_tuple(subject), recipients)


def _around(verb: Token, within_act: tuple[Token, ...], prepositions: tuple[str, ...]) -> Iterator[Token]:
    """Phrases after the prepositions, with the act's own noun (sanctions *on Iran*) before those of the verb."""
    for noun in within_act:
        found = list(_after(noun, prepositions))
        if found:
            yield from found
            return
    yield from _after(verb, prepositions)
