"""The arguments of an event verb: who acts and on whom, by the frame of its row in the codebook."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from accordingto.events.arguments import (
    grammatical_subject,
    is_passive,
    logical_object,
    logical_subject,
    objects_of_preposition,
)
from accordingto.events.laid_to import laid_to
from accordingto.events.participants import is_actor, is_site, is_time
from accordingto.events.roles import Roles, as_tuple, heads_after, owners_of
from accordingto.model.codebook import Frame, Trigger, load_codebook

_MEETING = ("with", "on", "against", "to", "from")
_TEXTS = frozenset(
    {"statement", "letter", "message", "tweet", "communique", "petition", "post", "speech", "address", "remark"}
)


def roles_of_verb(verb: Token, row: Trigger, within_act: tuple[Token, ...]) -> Roles:
    """Who acts and on whom, by the frame of the row."""
    if is_state_of_mind(verb, row):
        return Roles(as_tuple(grammatical_subject(verb)), tuple(_around(verb, within_act, row.recipients)))
    subject, thing = _doer(verb), logical_object(verb)
    if row.event_type == "ACCUSE" and thing is not None and (laid := laid_to(thing)):
        return Roles(as_tuple(subject), laid)
    if thing is not None and thing in within_act:
        thing = None
    if row.frame is Frame.RECEIVED:
        return Roles(tuple(_around(verb, within_act, ("from", "by", "at"))), as_tuple(subject))
    if row.frame is Frame.UNDERGONE:
        return Roles((), as_tuple(grammatical_subject(verb)))
    if row.frame is Frame.ALONE:
        return Roles(as_tuple(subject or _noun_before(verb)), tuple(_around(verb, within_act, row.recipients)))
    if row.frame is Frame.MUTUAL:
        sides = as_tuple(subject) + (as_tuple(thing) if thing is not None and is_actor(thing) else ())
        sides += tuple(_around(verb, within_act, row.recipients))
        return Roles(sides, sides)
    if row.frame is Frame.TRANSFER:
        taker = tuple(_around(verb, within_act, row.recipients)) or as_tuple(_dative(verb)) or _taker_within(verb, row)
        return Roles(as_tuple(subject), taker or as_tuple(thing))
    recipients = (
        as_tuple(thing)
        or as_tuple(_dative(verb) if within_act else None)
        or _counted_object(verb)
        or _counted_result(within_act)
        or tuple(_around(verb, within_act, row.recipients))
    )
    if not recipients:
        owners = (owner for noun in within_act for owner in owners_of(noun))
        recipients = tuple(owner for owner in owners if owner.tag_ != "PRP$" or row.event_type == "REJECT")
    if not recipients and within_act:
        recipients = _met_by_act(verb, within_act, subject)
    return Roles(as_tuple(subject), recipients)


def _met_by_act(verb: Token, within_act: tuple[Token, ...], subject: Token | None) -> tuple[Token, ...]:
    """Whom an act told by a verb and its noun meets: a meeting *with the mediator*, set fire *to two police posts*."""
    after = (token for word in (*within_act, verb) for token in heads_after(word, _MEETING))
    others = (token for token in after if token is not subject and not is_time(token))
    return as_tuple(next((token for token in others if is_actor(token) or is_site(token)), None))


def _doer(verb: Token) -> Token | None:
    """Who does it; of a passive not the place where: attacked by *the cathedral*."""
    subject = logical_subject(verb)
    if subject is not None and is_passive(verb) and is_site(subject) and not is_actor(subject):
        return None
    return subject if subject is None else _maker_of_rule(subject)


def _noun_before(verb: Token) -> Token | None:
    """Who does what cannot be undergone, where the parser takes the past for a participle: *thousands* protested."""
    if verb.dep_ != "acl" or verb.tag_ != "VBN" or verb.head.i != verb.i - 1:
        return None
    return verb.head


def _maker_of_rule(subject: Token) -> Token:
    """Of a rule or a text whoever makes it: *parliament* passed a law banning the party."""
    made = load_codebook().classes["rule"] | _TEXTS
    if subject.lemma_ not in made or subject.dep_ not in {"dobj", "nsubjpass"}:
        return subject
    return logical_subject(subject.head) or subject


def is_state_of_mind(word: Token, row: Trigger) -> bool:
    """True for adjectives and participles used as such: is *ready* to help, is *committed* to peace."""
    return (
        row.lemma == word.lower_ and word.tag_ in {"JJ", "VBN", "VBD"} and row.lemma != word.lemma_
    ) or word.pos_ == "ADJ"


def _counted_result(within_act: tuple[Token, ...]) -> tuple[Token, ...]:
    """The count that stands for those it befell: left *six* dead."""
    return tuple(
        child for token in within_act if token.pos_ == "ADJ" for child in token.lefts if child.dep_ == "nummod"
    )


def _counted_object(verb: Token) -> tuple[Token, ...]:
    """The object that the parser hangs on a word of its count: killed *between* ten and twenty *soldiers*."""
    for child in verb.rights:
        if child.dep_ == "prep" and child.lower_ in {"between", "about", "over", "around"} and child.i == verb.i + 1:
            return tuple(
                token for token in objects_of_preposition(child) if any(part.dep_ == "nummod" for part in token.lefts)
            )
    return ()


def _taker_within(verb: Token, row: Trigger) -> tuple[Token, ...]:
    """The taker where the parser hangs it on the thing: sent a team of experts *to Chad*."""
    thing = logical_object(verb)
    if thing is None:
        return ()
    parts = (thing, *(noun for child in thing.rights if child.lower_ == "of" for noun in objects_of_preposition(child)))
    return next((found for part in parts if (found := tuple(heads_after(part, row.recipients)))), ())


def _dative(verb: Token) -> Token | None:
    """Who is given something: gave *the rebels* weapons."""
    for child in verb.children:
        if child.dep_ == "dative":
            return child if child.pos_ != "ADP" else next(objects_of_preposition(child), None)
    return None


def _around(verb: Token, within_act: tuple[Token, ...], prepositions: tuple[str, ...]) -> Iterator[Token]:
    """Phrases after the prepositions, with the act's own noun (sanctions *on Iran*) before those of the verb."""
    described = [child for noun in within_act for child in noun.rights if child.dep_ == "acl"]
    for word in (*within_act, *described):
        found = list(heads_after(word, prepositions))
        if found:
            yield from found
            return
    without_agent = tuple(word for word in prepositions if word != "by") if is_passive(verb) else prepositions
    yield from heads_after(verb, without_agent)
