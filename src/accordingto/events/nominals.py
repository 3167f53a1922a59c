"""The arguments of an event noun: whose act it is and against whom.

"Syria's dismissal of its ambassador", "the defection of a general", "talks between Iran and Turkey", "Israeli
airstrikes on Gaza"; with a light verb ("launched an attack") its subject acts.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from spacy.tokens import Token

from accordingto.events.arguments import is_passive, logical_object, logical_subject, objects_of_preposition
from accordingto.events.laid_to import laid_to
from accordingto.events.participants import is_actor, is_human, is_site, is_time
from accordingto.events.roles import Roles, as_tuple, heads_after, named_modifiers
from accordingto.model.codebook import Codebook, Frame, Trigger

_CHARGING: Final = frozenset({"charge", "accuse", "suspect", "convict", "acquit", "indict"})
_OBJECT_RELATIONS: Final = frozenset({"dobj", "obj", "nsubjpass"})


def roles_of_noun(noun: Token, row: Trigger, codebook: Codebook) -> Roles:
    """Who acts and on whom, by the noun's own phrase and by the light verb over it."""
    verb = light_verb_over(noun, codebook)
    own = _own_roles(noun, row)
    if verb is None:
        return own
    subject = logical_subject(verb)
    if verb.lemma_ in codebook.classes["undergo"]:
        doers = own.actors or tuple(_senders(verb)) or tuple(_senders(noun))
        return Roles(doers, own.recipients or as_tuple(subject), verb)
    after = tuple(
        token for token in heads_after(verb, row.recipients) if token is not noun and noun not in token.subtree
    )
    if verb.lemma_ in codebook.classes["occur"] and noun.dep_ == "nsubj":
        sides = tuple(heads_after(verb, ("between", "among", "with", "from", "by", "involving")))
        if row.frame is Frame.MUTUAL:
            return Roles(own.actors + sides, own.recipients + sides, verb)
        return Roles(own.actors or sides, own.recipients, verb)
    if row.frame is Frame.MUTUAL and not own.actors:
        return Roles(as_tuple(subject) + own.recipients, as_tuple(subject) + own.recipients, verb)
    return Roles(own.actors or as_tuple(subject), own.recipients or after, verb)


def _senders(word: Token) -> Iterator[Token]:
    """From whom or by whom something comes: received *from the ministry* a threat, an inquiry *from the office*."""
    return (token for token in heads_after(word, ("by", "from")) if is_actor(token) or is_site(token))


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


def _own_roles(noun: Token, row: Trigger) -> Roles:
    between = tuple(heads_after(noun, ("between", "among")))
    if row.frame is Frame.MUTUAL:
        return _sides_of(noun, between)
    actors = tuple(heads_after(noun, ("by",)))
    recipients = tuple(heads_after(noun, row.recipients)) or tuple(_behind(actors, row))
    of = tuple(token for token in _of(noun) if not is_time(token))
    possessors = _possessors(noun)
    if row.of_is_actor or row.frame is Frame.ALONE:
        return Roles(actors or possessors or of or named_modifiers(noun), recipients)
    is_one = noun.tag_ != "NNS"
    undergoes = row.possessor_undergoes and is_one and bool(possessors) and not (of or recipients or actors)
    if undergoes and _can_undergo(possessors[0]):
        return Roles((), possessors)
    laid = laid_to(noun)
    doers = actors or laid or possessors or named_modifiers(noun) or _charged(noun) or _behind_it(noun)
    return Roles(doers, tuple(token for token in recipients if token not in laid) or of)


def _sides_of(noun: Token, between: tuple[Token, ...]) -> Roles:
    """All sides of talks; where only those are told *with* whom it was, nobody acts on another of them."""
    partners = tuple(heads_after(noun, ("with", "involving")))
    owners = between + _possessors(noun) + tuple(heads_after(noun, ("by",)))
    if partners and not owners:
        owners = named_modifiers(noun)
        return Roles(owners + partners, owners + partners) if owners else Roles((), partners)
    sides = owners + partners or named_modifiers(noun)
    return Roles(sides, sides)


def _of(noun: Token) -> Iterator[Token]:
    """Whose or whom, also where the parser gives it to the place before: a visit to the Gulf *of the envoy*."""
    yield from heads_after(noun, ("of",))
    for preposition in noun.rights:
        for place in objects_of_preposition(preposition) if preposition.lower_ in {"to", "in", "on"} else ():
            if place.ent_type_ in {"GPE", "LOC"} and place.ent_iob_ and place.i + 1 < len(place.doc):
                after = place.nbor()
                yield from heads_after(place, ("of",)) if after.lower_ == "of" and after.ent_type_ == "" else ()


def _charged(noun: Token) -> tuple[Token, ...]:
    """Whose act it would be that somebody is charged with: *a man* was charged with the murder of his sister."""
    over = noun.head.head
    if noun.dep_ != "pobj" or noun.head.lower_ not in {"with", "of"} or over.lemma_ not in _CHARGING:
        return ()
    return as_tuple(logical_object(over))


def _behind_it(noun: Token) -> tuple[Token, ...]:
    """Who is said to be behind the act: *the brigade* was behind the attack."""
    over = noun.head.head
    if noun.dep_ != "pobj" or noun.head.lower_ != "behind" or over.lemma_ != "be":
        return ()
    return as_tuple(logical_subject(over))


def _can_undergo(possessor: Token) -> bool:
    """True for people and for names of no known kind: *Berg*'s overthrow; not for *Peru*'s arrest of an aide."""
    if is_human(possessor):
        return True
    return possessor.pos_ == "PROPN" and possessor.ent_type_ not in {"GPE", "ORG"}


def _behind(actors: tuple[Token, ...], row: Trigger) -> Iterator[Token]:
    """The recipient where the parser hangs it on the actor: an attack by rebels *on a convoy*."""
    aimed = tuple(word for word in row.recipients if word in {"on", "against", "at"})
    for actor in actors:
        yield from heads_after(actor, aimed)


def _possessors(noun: Token) -> tuple[Token, ...]:
    return tuple(child for child in noun.children if child.dep_ == "poss" and not is_time(child))
