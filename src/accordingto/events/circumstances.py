"""Where and when an event is said to be, in the words of its own clause."""

from __future__ import annotations

from typing import Final

from spacy.tokens import Token

from accordingto.events.arguments import objects_of_preposition
from accordingto.events.participants import is_time
from accordingto.events.phrases import phrase_of
from accordingto.model.span import Span
from accordingto.parse.parsed import span_of

_PLACE_PREPOSITIONS: Final = frozenset(
    {"in", "at", "near", "outside", "inside", "across", "around", "along", "on", "from", "to", "into", "over"}
)
_PLACE_NAMES: Final = frozenset({"GPE", "LOC", "FAC"})
_TEMPORAL_ADVERBS: Final = frozenset(
    {"yesterday", "today", "tomorrow", "overnight", "recently", "earlier", "tonight", "ago", "later"}
)
_LEAVING: Final = frozenset({"leave", "flee", "enter", "reach", "exit", "visit", "evacuate", "depart", "quit"})
_DEPTH = 3


def place_words(head: Token) -> Span | None:
    """The first place name in a locative phrase of the trigger's clause: shot in *central Kabul*, left *Oslo*."""
    if head.lemma_ in _LEAVING:
        for child in head.children:
            if child.dep_ == "dobj" and child.ent_type_ in _PLACE_NAMES:
                return _phrase_span(child)
    for token in _attached(head):
        if token.dep_ == "prep" and token.lower_ in _PLACE_PREPOSITIONS:
            for noun in objects_of_preposition(token):
                if noun.ent_type_ in _PLACE_NAMES:
                    return _phrase_span(noun)
                inner = _place_within(noun)
                if inner is not None:
                    return inner
    return None


def time_words(head: Token) -> Span | None:
    """The date, time or adverb of time in the trigger's clause: left *on Wednesday*."""
    for token in _attached(head):
        if token.ent_type_ in {"DATE", "TIME"}:
            return _entity_span(token)
        if token.dep_ == "prep":
            for noun in objects_of_preposition(token):
                if noun.ent_type_ in {"DATE", "TIME"}:
                    return _entity_span(noun)
        if token.lower_ in _TEMPORAL_ADVERBS or (
            token.dep_ == "npadvmod" and is_time(token) and token.lemma_ != "time"
        ):
            return _phrase_span(token)
    return None


def _attached(head: Token) -> list[Token]:
    """The trigger's own dependents, then, of a noun, those of the verb above it."""
    found = list(head.children)
    for child in head.children:
        if child.dep_ in {"dobj", "nsubjpass", "nsubj", "attr"}:
            found += [grandchild for grandchild in child.children if grandchild.dep_ == "prep"]
        if child.dep_ == "prep" and child.lower_ in {"for", "on", "during", "in", "at", "with"}:
            found += [part for noun in objects_of_preposition(child) for part in noun.children if part.dep_ == "prep"]
    if head.pos_ == "NOUN" and head.head.pos_ == "VERB" and head.dep_ in {"dobj", "nsubj", "nsubjpass"}:
        found += [child for child in head.head.children if child is not head]
    if head.pos_ == "VERB" and head.dep_ == "conj" and head.head.pos_ == "VERB":
        found += [child for child in head.head.children if child.i > head.i]
    return found


def _place_within(noun: Token, depth: int = 0) -> Span | None:
    """A place name further down the phrase: at a market *in Baghdad*, on the *Gaza* border."""
    if depth > _DEPTH:
        return None
    for child in noun.children:
        if child.ent_type_ in _PLACE_NAMES and child.dep_ in {"compound", "nmod", "poss", "pobj"}:
            return _phrase_span(child)
        if child.dep_ == "prep" and child.lower_ in {"in", "of", "near", "at", "on"}:
            for deeper in objects_of_preposition(child):
                if deeper.ent_type_ in _PLACE_NAMES:
                    return _phrase_span(deeper)
                found = _place_within(deeper, depth + 1)
                if found is not None:
                    return found
    return None


def _entity_span(token: Token) -> Span:
    """The whole date or time that the token is part of."""
    first = last = token
    while first.i > 0 and first.ent_iob_ == "I":
        first = first.nbor(-1)
    while last.i + 1 < len(last.doc) and last.nbor().ent_iob_ == "I":
        last = last.nbor()
    return Span(span_of(first).start, span_of(last).end)


def _phrase_span(noun: Token) -> Span:
    first, last = phrase_of(noun)
    return Span(span_of(first).start, span_of(last).end)
