"""To whom an act told by a noun is laid: blamed *rebels* for the attack, the attack was attributed to *rebels*."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from spacy.tokens import Token

from accordingto.events.arguments import logical_object, logical_subject, objects_of_preposition
from accordingto.events.objects import OBJECTS
from accordingto.events.participants import is_actor

_LAYING: Final = frozenset({"blame", "attribute", "ascribe", "pin", "lay", "trace"})
"""Verbs whose object is the act and whose *on* or *to* names the doer."""

_ON_WHOM: Final = frozenset({"on", "upon", "to"})
_BLAMING: Final = frozenset({"blame", "fault", "condemn", "denounce"})
_TAKING: Final = frozenset({"claim", "admit", "accept", "take", "acknowledge", "assume", "bear", "have", "confess"})
_SHARES: Final = frozenset({"responsibility", "involvement", "role", "part", "hand", "guilt"})
_ANSWERING: Final = frozenset({"responsible", "accountable", "guilty"})
_TELLING_WHOSE: Final = frozenset({"for", "of", "in"})


def laid_to(act: Token) -> tuple[Token, ...]:
    """The heads of those to whom the clause lays the act; none where it lays it to nobody."""
    laying = _laying_verb(act)
    if laying is not None:
        return tuple(_after_laying(laying, act))
    preposition = act.head
    if act.dep_ != "pobj" or preposition.lower_ not in _TELLING_WHOSE:
        return ()
    answers = _answerable(preposition.head)
    return () if answers is None or _is_nobody(answers) else (answers,)


def _laying_verb(act: Token) -> Token | None:
    """The verb that lays it: blamed *the attack* on them, *the attack*, blamed on them, ..."""
    if act.head.lemma_ in _LAYING and act.dep_ in OBJECTS | {"nsubjpass"}:
        return act.head
    return next((child for child in act.rights if child.dep_ == "acl" and child.lemma_ in _LAYING), None)


def _after_laying(verb: Token, act: Token) -> Iterator[Token]:
    """Who stands last after *on* or *to*, also where the parser hangs it on the act's own phrase."""
    stretch = [*verb.rights, *(child for child in act.subtree if child.i > act.i)]
    after = [child for child in stretch if child.lower_ in _ON_WHOM and child.i > act.i]
    for preposition in sorted(after, key=lambda token: -token.i)[:1]:
        yield from (token for token in objects_of_preposition(preposition) if is_actor(token))


def _answerable(over: Token) -> Token | None:
    """Who answers: blamed *rebels* for it; *rebels* are responsible for it; *rebels* claimed responsibility for it."""
    if over.lemma_ in _BLAMING:
        blamed = logical_object(over)
        return blamed if blamed is not None and is_actor(blamed) else None
    if over.lower_ in _ANSWERING:
        return _held_responsible(over)
    if over.lower_ in _SHARES and over.dep_ in OBJECTS and over.head.lemma_ in _TAKING:
        return logical_subject(over.head)
    return None


def _held_responsible(adjective: Token) -> Token | None:
    """Who is responsible: *the brigade* is; Kenya holds *al-Shabab* so."""
    own = next((child for child in adjective.lefts if child.dep_ in {"nsubj", "nsubjpass"}), None)
    if own is not None:
        return own
    if adjective.dep_ == "amod" and adjective.i > adjective.head.i:
        return adjective.head
    if adjective.head.lemma_ == "hold":
        return logical_object(adjective.head)
    return logical_subject(adjective.head) if adjective.dep_ in {"acomp", "oprd"} else None


def _is_nobody(noun: Token) -> bool:
    """True for *no group* (has claimed it), *nobody*."""
    return noun.lower_ in {"nobody", "none"} or any(child.lower_ in {"no", "neither"} for child in noun.lefts)
