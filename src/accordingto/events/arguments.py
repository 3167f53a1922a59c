"""The arguments of a verb: who does it and to whom, through passives, lists, control and relative clauses.

What stands with the verb is in `objects`, what another clause lends it in `lent_subjects`, the passive in `voice`.
"""

from __future__ import annotations

from spacy.tokens import Token

from accordingto.events.lent_subjects import lender_of
from accordingto.events.objects import (
    DEEPEST,
    agent_of,
    direct_object,
    gap_object,
    objects_of_preposition,
    own_subject,
)
from accordingto.events.voice import is_passive

__all__ = [
    "agent_of",
    "direct_object",
    "grammatical_subject",
    "is_passive",
    "logical_object",
    "logical_subject",
    "objects_of_preposition",
]


def logical_subject(verb: Token) -> Token | None:
    """The head of who does it; None where nobody is told: were shot by *rebels*, *rebels* shot."""
    return agent_of(verb) if is_passive(verb) else grammatical_subject(verb)


def logical_object(verb: Token) -> Token | None:
    """The head of who or what undergoes it: rebels shot *soldiers*, *soldiers* were shot."""
    if is_passive(verb):
        return grammatical_subject(verb)
    found = direct_object(verb)
    return found if found is not None else gap_object(verb)


def grammatical_subject(verb: Token) -> Token | None:
    """The head of the verb's subject, its own or one that a higher clause lends it."""
    clause = verb
    for _ in range(DEEPEST):
        found = own_subject(clause)
        if found is not None:
            return found
        lender = lender_of(clause)
        if lender is None or lender.subject is not None:
            return None if lender is None else lender.subject
        clause = lender.clause
    return None
