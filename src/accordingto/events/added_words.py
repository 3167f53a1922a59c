"""What a teller adds in a participle: the party *said* nine were held, accusing the army of terror."""

from __future__ import annotations

from typing import Final

from spacy.tokens import Token

from accordingto.events.objects import TELLING
from accordingto.events.voice import is_passive

_ADDING: Final = frozenset(
    {"accuse", "blame", "call", "condemn", "criticise", "criticize", "demand", "denounce", "deny", "reject", "urge",
     "warn", "threaten", "vow", "promise", "pledge", "praise", "thank", "describe", "insist"}
)  # fmt: skip


def teller_who_adds(verb: Token) -> Token | None:
    """The verb of telling that a participle of telling goes on, though the parser hangs it on the passive told.

    "The party *said* nine were held, accusing the army of terror": nobody held accuses.
    """
    if verb.tag_ != "VBG" or verb.dep_ != "advcl" or verb.lemma_ not in _ADDING:
        return None
    told, teller = verb.head, verb.head.head
    is_told_after = told.dep_ == "ccomp" and teller.lemma_ in TELLING and told.i > teller.i
    return teller if is_told_after and is_passive(told) else None
