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
    told = verb.head
    if verb.tag_ != "VBG" or verb.dep_ != "advcl" or verb.lemma_ not in _ADDING or told.dep_ != "ccomp":
        return None
    return told.head if told.head.lemma_ in TELLING and told.i > told.head.i and is_passive(told) else None
