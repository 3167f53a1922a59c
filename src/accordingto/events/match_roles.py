"""Who acts and on whom for a match of the codebook, by its part of speech and its type."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from spacy.tokens import Token

from accordingto.events.matching import Match
from accordingto.events.nominals import roles_of_noun
from accordingto.events.participants import is_actor
from accordingto.events.roles import Roles, owners_of
from accordingto.events.verbals import roles_of_verb
from accordingto.model.codebook import Codebook, Trigger

_VERBAL_TYPES: Final = frozenset({"ACCUSE", "REJECT", "SUPPORT", "REQUEST", "CONCEDE", "AGREE", "THREATEN"})


def roles_of(match: Match, book: Codebook) -> Roles:
    """Who acts and on whom: *the envoy* condemned *Israel*'s raid."""
    head, row = match.head, match.trigger
    if head.pos_ == "NOUN":
        return roles_of_noun(head, row, book)
    roles = roles_of_verb(head, row, match.within_act)
    if row.event_type in _VERBAL_TYPES:
        recipients = tuple(owner for token in roles.recipients for owner in _owners_or_self(token, row, book))
        return Roles(tuple(_tellers(roles.actors)), recipients)
    return roles


def _tellers(actors: Iterable[Token]) -> Iterator[Token]:
    """Of a document whose it is: a *UN* report condemns, a resolution of *parliament* demands."""
    for actor in actors:
        yield from (actor,) if is_actor(actor) else owners_of(actor) or (actor,)


def _owners_or_self(token: Token, row: Trigger, book: Codebook) -> tuple[Token, ...]:
    """Of a decision its maker, of a person the person: condemned *Israel*'s raid; of a release that is asked nobody."""
    if is_actor(token):
        return (token,)
    if row.event_type != "REQUEST":
        return owners_of(token) or (token,)
    acts = book.nouns.get(token.lemma_.lower(), ())
    return owners_of(token) if not acts or acts[0].of_is_actor else ()
