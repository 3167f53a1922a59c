"""Of whom a count is, as of when, and since when: "brings the toll to 120 *soldiers* since *March*"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from spacy.tokens import Token

from accordingto.events.objects import OBJECTS, objects_after, objects_of_preposition
from accordingto.events.participants import is_human, is_time
from accordingto.events.phrases import phrase_of
from accordingto.model.event import Quantity
from accordingto.model.span import Span
from accordingto.parse.parsed import span_of

_SAYS_NOTHING: Final = frozenset({"people", "person", "other", "dead", "victim", "casualty", "death", "total"})
_DESCRIBING: Final = frozenset({"amod", "compound", "nmod"})
_CARRIED: Final = frozenset({"nsubj", "nsubjpass", *OBJECTS})


def with_details(quantity: Quantity, counted: Token, act: Token) -> Quantity:
    """The count with the words for whom it counts, as of when, and since when it was counted."""
    clause = _clause_of(counted, act)
    return replace(
        quantity,
        of=_whom(counted),
        as_of_words=next(_days_as_of(clause, is_toll=clause is not act), None),
        since_words=next((_whole(noun) for noun in objects_after(clause, frozenset({"since"}))), None),
    )


def _whom(counted: Token) -> Span | None:
    """Those counted, where the noun says more than that they are people: 12 *Kurdish fighters*, dozens of *nurses*."""
    noun = counted.head if counted.dep_ == "nummod" else counted
    noun = next(objects_after(noun, frozenset({"of"})), noun)
    if noun.pos_ not in {"NOUN", "PROPN"} or noun.lemma_.lower() in _SAYS_NOTHING or not is_human(noun):
        return None
    before = [
        child
        for child in noun.lefts
        if child.dep_ in _DESCRIBING and not child.like_num and child.lower_ not in {"many", "more", "least", "other"}
    ]
    return Span(span_of(min((*before, noun), key=lambda token: token.i)).start, span_of(noun).end)


def _clause_of(counted: Token, act: Token) -> Token:
    """The verb that tells of the count: of a toll the verb over it (*rose* to 27), else the act or the verb over it."""
    for token in counted.ancestors:
        if token.pos_ == "VERB" and token.dep_ != "prep":
            return act if token in act.subtree else token
    if act.pos_ == "NOUN" and act.dep_ in _CARRIED:
        return act.head
    return act


def _days_as_of(clause: Token, *, is_toll: bool) -> Iterator[Span]:
    """*As of Tuesday* 45 had been killed; of a toll also *by Sunday*."""
    for child in clause.children:
        if child.dep_ != "prep":
            continue
        if child.lower_ == "as":
            yield from (_whole(noun) for noun in objects_after(child, frozenset({"of"})) if is_time(noun))
        if child.lower_ == "by" and is_toll:
            yield from (_whole(noun) for noun in objects_of_preposition(child) if is_time(noun))


def _whole(noun: Token) -> Span:
    first, last = phrase_of(noun)
    return Span(span_of(first).start, span_of(last).end)
