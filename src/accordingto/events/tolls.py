"""Counts told apart from the act they count: "the death toll from the bombing rose to 27"."""

from __future__ import annotations

from typing import Final

from spacy.tokens import Token

from accordingto.events.objects import objects_after, objects_of_preposition

_COUNTING_NOUNS: Final = frozenset({"toll", "number", "count", "total"})
_REACHING: Final = frozenset({"to", "at"})
_RAISING: Final = frozenset({"bring", "raise", "push", "lift", "take"})


def toll_of(act: Token) -> Token | None:
    """The number that a toll of the act reaches; None where no toll is told.

    Of a noun "the death toll from the *bombing* rose to 27", "the *attack* brings the toll to 120"; of a verb "the
    number of people *killed* stands at 27".
    """
    if act.dep_ == "nsubj" and act.head.lemma_ in _RAISING:
        return _raised_to(act.head)
    noun = _counting_noun(act)
    if noun is None or noun.dep_ != "nsubj":
        return None
    for child in noun.head.children:
        if child.dep_ == "dobj" and child.tag_ == "CD":
            return child
        if child.dep_ == "prep" and child.lower_ in _REACHING:
            found = next(objects_of_preposition(child), None)
            if found is not None:
                return _number(found)
    return None


def _raised_to(verb: Token) -> Token | None:
    """The number that a toll is brought to: brought the toll to *120*, raised to *30* the number killed."""
    if not any(child.dep_ == "dobj" and child.lemma_ in _COUNTING_NOUNS for child in verb.children):
        return None
    found = next(objects_after(verb, _REACHING), None)
    return None if found is None else _number(found)


def _counting_noun(act: Token) -> Token | None:
    if act.pos_ == "NOUN" and act.dep_ == "pobj":
        noun = act.head.head
        return noun if noun.lemma_ == "toll" else None
    if act.dep_ == "acl" and act.head.dep_ == "pobj" and act.head.head.lower_ == "of":
        noun = act.head.head.head
        return noun if noun.lemma_ in _COUNTING_NOUNS else None
    return None


def _number(noun: Token) -> Token | None:
    if noun.tag_ == "CD":
        return noun
    return next((child for child in noun.lefts if child.tag_ == "CD"), None)
