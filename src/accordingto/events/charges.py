"""Who is meant by a charge: "filed charges against *guards* for beating him", "indicted *a boy* on counts of theft"."""

from __future__ import annotations

from typing import Final

from spacy.tokens import Token

from accordingto.events.objects import OBJECTS, direct_object, objects_after
from accordingto.events.participants import is_actor
from accordingto.events.voice import is_passive

_CHARGES: Final = frozenset(
    {"charge", "count", "account", "suspicion", "accusation", "allegation", "indictment", "conviction"}
)
_AGAINST: Final = frozenset({"against", "on"})
_MET: Final = frozenset({"face", "deny", "fight", "await"})
_CLIMB: Final = 6
"""Steps from a charge up to the verb of charging: on *charges* including *assault* for punching."""


def named_by_charge(charge: Token) -> Token | None:
    """Whom a charge or penalty names itself: charges against *guards*, sanctions on *Chile*."""
    if is_actor(charge):
        return None
    return next((token for token in objects_after(charge, _AGAINST) if is_actor(token)), None)


def lender_across_charge(noun: Token) -> Token | None:
    """The charged, or the clause that the charged is the subject of; None where the noun is part of no charge.

    *He* faces charges of theft; charged *him* on counts including assault for punching a guard.
    """
    named = named_by_charge(noun)
    if named is not None:
        return named
    if noun.dep_ in OBJECTS and noun.head.lemma_ in _MET:
        return noun.head
    chain = _upward(noun)
    if chain is None or not any(token.lemma_.lower() in _CHARGES for token in chain):
        return None
    return _charged_by(chain[-1])


def _upward(noun: Token) -> list[Token] | None:
    """The words from a noun after a preposition up to the verb over it; None where no verb is near."""
    chain = [noun]
    while len(chain) <= _CLIMB and chain[-1].head is not chain[-1] and chain[-1].dep_ in {"pobj", "prep", "conj"}:
        chain.append(chain[-1].head)
        if chain[-1].pos_ == "VERB" and chain[-1].dep_ != "prep":
            return chain
    return None


def _charged_by(verb: Token) -> Token | None:
    """The object of a verb of charging; of a passive, or of a verb without an object, the clause itself."""
    if is_passive(verb):
        return verb
    found = direct_object(verb)
    if found is None:
        return verb
    return found if is_actor(found) else None
