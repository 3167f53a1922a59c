"""Whether a match tells of an event at all: the guards against over-coding."""

from __future__ import annotations

from typing import Final

from spacy.tokens import Token

from accordingto.events.matching import Match
from accordingto.events.nominals import Roles
from accordingto.events.participants import is_actor, is_site

_BODILY: Final = frozenset({"ASSAULT"})


def is_event(match: Match, roles: Roles) -> bool:
    """True where someone in public life takes part and the words can mean what the codebook says."""
    if not _has_participant(roles):
        return False
    return not (match.trigger.event_type in _BODILY and _is_figurative(match, roles))


def _has_participant(roles: Roles) -> bool:
    return any(is_actor(token) or is_site(token) for token in (*roles.actors, *roles.recipients))


def _is_figurative(match: Match, roles: Roles) -> bool:
    """True for violence that is none: fought *corruption*, killed the *bill*."""
    if match.head.pos_ == "NOUN" or not roles.recipients:
        return False
    return not any(_can_be_hurt(token) for token in roles.recipients)


def _can_be_hurt(token: Token) -> bool:
    return is_actor(token) or is_site(token) or token.pos_ in {"PROPN", "NUM", "PRON"} or token.ent_type_ == "CARDINAL"
