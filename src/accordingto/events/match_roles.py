"""Who acts and on whom for a match of the codebook, by its part of speech and its type."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from spacy.tokens import Token

from accordingto.events.matching import Match
from accordingto.events.nominals import roles_of_noun
from accordingto.events.objects import objects_after
from accordingto.events.participants import is_actor, is_site
from accordingto.events.roles import DEEDS, Roles, heads_after, owners_of
from accordingto.events.verbals import roles_of_verb
from accordingto.model.codebook import Codebook, Trigger, load_codebook

_VERBAL_TYPES: Final = frozenset({"ACCUSE", "REJECT", "SUPPORT", "REQUEST", "CONCEDE", "AGREE", "THREATEN"})
_BODILY: Final = frozenset({"ASSAULT"})
"""Types whose recipient may be a thing, which is then destroyed."""

_NAMED_OR_POINTING: Final = frozenset({"PROPN", "PRON", "NUM"})


def roles_of(match: Match, book: Codebook) -> Roles:
    """Who acts and on whom: *the envoy* condemned *Israel*'s raid."""
    head, row = match.head, match.trigger
    roles = roles_of_noun(head, row, book) if head.pos_ == "NOUN" else roles_of_verb(head, row, match.within_act)
    if head.pos_ != "NOUN" and row.event_type in _VERBAL_TYPES:
        recipients = tuple(owner for token in roles.recipients for owner in _owners_or_self(token, row, book))
        roles = Roles(tuple(_tellers(roles.actors)), recipients)
    if row.event_type not in DEEDS:
        roles = without_acts(roles, book)
    forces = _moved_forces(roles, book) if row.event_type == "MOBILIZE" and head.pos_ == "VERB" else ()
    if forces:
        places = tuple(token for token in heads_after(head, row.recipients) if is_actor(token) or is_site(token))
        return Roles(roles.actors or forces, places, roles.light_verb)
    if row.event_type in _BODILY:
        return roles
    return replace(roles, recipients=tuple(one for token in roles.recipients for one in _acted_on(token)))


def _acted_on(token: Token) -> tuple[Token, ...]:
    """The recipient where it is somebody or somewhere, else whose it is: at *Peru*'s policy."""
    counted = next(objects_after(token, frozenset({"of"})), None) if _only_counts(token) else token
    if counted is not None and (is_actor(counted) or is_site(counted) or counted.pos_ in _NAMED_OR_POINTING):
        return (token,)
    if counted is None or any(child.lower_ == "those" for child in (token, counted)):
        return (token,)
    return tuple(owner for owner in owners_of(counted) if is_actor(owner))


def _moved_forces(roles: Roles, book: Codebook) -> tuple[Token, ...]:
    """Forces that are moved, who are nobody's recipients: Syria sent *troops* into Lebanon, which is."""
    return tuple(token for token in roles.recipients if token.lemma_.lower() in book.classes["forces"])


def without_acts(roles: Roles, book: Codebook) -> Roles:
    """The same with whose they are in the place of acts that are said to act."""
    return replace(roles, actors=tuple(doer for actor in roles.actors for doer in _doers(actor, book)))


def _doers(actor: Token, book: Codebook) -> tuple[Token, ...]:
    """Of an act that is said to act whose it is: *Chad*'s offer ended the siege; of a fight that broke out nobody."""
    if actor.pos_ != "NOUN" or is_actor(actor) or actor.lemma_.lower() not in book.nouns:
        return (actor,)
    return tuple(owner for owner in owners_of(actor) if is_actor(owner))


def _only_counts(token: Token) -> bool:
    """True for a word of number before "of": *dozens* of thefts."""
    if token.lemma_.lower() not in load_codebook().classes["measure"] and token.tag_ != "CD":
        return False
    return any(True for _ in objects_after(token, frozenset({"of"})))


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
