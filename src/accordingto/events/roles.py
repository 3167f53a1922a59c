"""Who takes part in an event, as heads of noun phrases, and what a noun's own phrase says of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from spacy.tokens import Token

from accordingto.events.arguments import objects_of_preposition
from accordingto.events.matching import Match
from accordingto.events.participants import is_actor, is_site, is_time

DEEDS: Final = frozenset({"ASSAULT", "COERCE", "PROTEST"})
"""Types whose act is often told by a verb of harm, with the act itself as its subject: the *raid* killed two."""

_MODIFIERS: Final = frozenset({"amod", "compound", "nmod"})
_OWNING_NAMES: Final = frozenset({"GPE", "NORP", "ORG", "PERSON"})
_WEAK: Final = frozenset({"for", "with", "to", "in", "into", "from", "about", "over", "as", "of"})
"""Prepositions that bring things as often as people: a charge *for* fraud, agreed *to* a plan."""

_OWNED: Final = frozenset({"for", "to", "with", "in"})
"""Those of them after which it counts whose the thing is."""


@dataclass(frozen=True, slots=True)
class Roles:
    """The heads of an event's actors and recipients, and the light verb that carries its noun, if any."""

    actors: tuple[Token, ...] = ()
    recipients: tuple[Token, ...] = ()
    light_verb: Token | None = None


@dataclass(frozen=True, slots=True)
class Coded:
    """A match and who takes part in it."""

    match: Match
    roles: Roles


def owners_of(noun: Token) -> tuple[Token, ...]:
    """Whose the noun is: *Israel*'s decision, a call from *the EU*, an *Armenian* proposal."""
    possessors = tuple(child for child in noun.children if child.dep_ == "poss" and is_actor(child))
    if possessors:
        return possessors
    sources = tuple(token for token in heads_after(noun, ("by", "from", "of")) if is_actor(token))
    return sources or named_modifiers(noun)


def named_modifiers(noun: Token) -> tuple[Token, ...]:
    """*Israeli* airstrikes, *US* sanctions, a *Taliban* attack."""
    return tuple(
        child
        for child in noun.lefts
        if child.dep_ in _MODIFIERS
        and child.ent_type_ in _OWNING_NAMES
        and _can_own(child)
        and child.nbor().ent_iob_ != "I"
    )


def heads_after(head: Token, prepositions: tuple[str, ...]) -> Iterator[Token]:
    """The heads after the first of these prepositions that the word has."""
    by_word = {
        child.lower_: child
        for child in reversed(list(head.children))
        if child.dep_ in {"prep", "agent", "dative", "prt"}
    }
    for word in prepositions:
        if word in by_word:
            found = [one for token in objects_of_preposition(by_word[word]) for one in _participants_after(token, word)]
            if found:
                yield from found
                return


def as_tuple(token: Token | None) -> tuple[Token, ...]:
    """The token as the only one, or none."""
    return () if token is None else (token,)


def _can_own(name: Token) -> bool:
    """True for the *US* strike and the *Israeli* raid, not for the *Cologne* attacks: a town says where."""
    if not name.text[0].isupper():
        return False
    return name.ent_type_ != "GPE" or name.text.isupper() or name.pos_ == "ADJ"


def _participants_after(token: Token, preposition: str) -> tuple[Token, ...]:
    """The noun after a preposition, or whose it is where it is no participant: respect for *Iran*'s borders."""
    if _can_follow(token, preposition):
        return (token,)
    owners = owners_of(token) if preposition in _OWNED else ()
    return tuple(owner for owner in owners if owner.tag_ != "PRP$")


def _can_follow(token: Token, preposition: str) -> bool:
    if is_time(token):
        return False
    if token.lower_ == "those":
        return any(child.dep_ in {"acl", "relcl"} for child in token.rights)
    return preposition not in _WEAK or is_actor(token) or is_site(token) or token.pos_ in {"PROPN", "NUM", "PRON"}
