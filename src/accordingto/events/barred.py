"""Acts that are only forbidden: the ban is the event, what it forbids is none."""

from __future__ import annotations

from typing import Final

from spacy.tokens import Token

_FORBID: Final = frozenset({"ban", "bar", "forbid", "prohibit", "outlaw", "debar", "preclude"})


def is_barred(word: Token) -> bool:
    """True for what a ban forbids: barred firms from *importing* timber, is forbidden to *leave*."""
    over = word.head
    if word.dep_ == "pcomp" and over.lower_ == "from":
        return _forbids(over.head) or (over.head.dep_ in {"dobj", "nsubjpass"} and _forbids(over.head.head))
    if word.dep_ == "dobj" and over is not word:
        return is_barred(over)
    if word.dep_ == "conj" and over.dep_ == "pcomp":
        return is_barred(over)
    return word.dep_ in {"xcomp", "ccomp"} and word.i > over.i and _forbids(over)


def _forbids(word: Token) -> bool:
    return word.pos_ in {"VERB", "NOUN"} and word.lemma_.lower() in _FORBID
