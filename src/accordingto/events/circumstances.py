"""Where and when an event is said to be, in the words of its own clause."""

from __future__ import annotations

from typing import Final

from spacy.tokens import Token

from accordingto.events.arguments import objects_of_preposition
from accordingto.events.participants import is_site, is_time
from accordingto.events.phrases import phrase_of
from accordingto.events.shared_acts import shared_act
from accordingto.model.span import Span
from accordingto.parse.parsed import span_of

_PLACE_PREPOSITIONS: Final = frozenset(
    {"in", "at", "near", "outside", "inside", "across", "around", "along", "on", "from", "to", "into", "over", "off"}
)
_SITTING: Final = frozenset({"in", "at", "near", "outside", "inside", "across", "around", "along", "off"})
"""Those of them after which a name is a place whatever the parser takes it for: seized *in* Lyon."""

_PLACE_NAMES: Final = frozenset({"GPE", "LOC", "FAC"})
_UNSURE_NAMES: Final = frozenset({"", "PERSON", "ORG", "PRODUCT"})
_SETTLEMENTS: Final = frozenset(
    {"village", "town", "city", "port", "province", "district", "region", "suburb", "neighborhood", "neighbourhood",
     "island", "hamlet", "township", "governorate", "valley", "capital", "municipality"}
)  # fmt: skip
_TEMPORAL_ADVERBS: Final = frozenset(
    {"yesterday", "today", "tomorrow", "overnight", "recently", "earlier", "tonight", "ago", "later"}
)
_LEAVING: Final = frozenset({"leave", "flee", "enter", "reach", "exit", "visit", "evacuate", "depart", "quit"})
_DIRECTIONS: Final = frozenset(
    {"north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest", "upstream", "downstream"}
)
_DEPTH = 3


def place_words(head: Token) -> Span | None:
    """The first place in a locative phrase of the trigger's clause: shot in *central Kabul*, left *Oslo*.

    A name of unknown kind (seized in *Lyon*) and the name of a village attacked count where no sure one is there.
    """
    found = _sure_place(head) or _likely_place(head)
    shared = None if found is not None else shared_act(head)
    if shared is None:
        return found
    return _sure_place(shared) if shared.pos_ == "NOUN" else place_words(shared)


def _sure_place(head: Token) -> Span | None:
    if head.lemma_ in _LEAVING:
        for child in head.children:
            if child.dep_ == "dobj" and child.ent_type_ in _PLACE_NAMES:
                return _phrase_span(child)
    for token in _attached(head):
        if (beside := _beside(token)) is not None:
            return _phrase_span(beside)
        if token.dep_ == "prep" and token.lower_ in _PLACE_PREPOSITIONS:
            for noun in objects_of_preposition(token):
                if noun.ent_type_ in _PLACE_NAMES and not (token.lower_ == "on" and noun.ent_type_ == "GPE"):
                    return _phrase_span(noun)
                inner = _place_within(noun)
                if inner is not None:
                    return inner
    return None


def _beside(word: Token) -> Token | None:
    """The place that a direction starts from: *west of Homs*, *on Tuesday west of Homs*."""
    if word.dep_ == "prep":
        return next((found for noun in objects_of_preposition(word) if (found := _beside(noun)) is not None), None)
    if word.lower_ not in _DIRECTIONS:
        return None
    names = (name for child in word.rights if child.lower_ == "of" for name in objects_of_preposition(child))
    return next((name for name in names if name.ent_type_ in _PLACE_NAMES or _may_name_place(name)), None)


def _likely_place(head: Token) -> Span | None:
    for token in _attached(head):
        if token.dep_ == "prep" and token.lower_ in _SITTING:
            for noun in objects_of_preposition(token):
                if _may_name_place(noun):
                    return _phrase_span(noun)
                if (name := _name_of_settlement(noun)) is not None:
                    return _phrase_span(name)
    things = (child for child in head.children if child.dep_ in {"dobj", "nsubjpass"})
    name = next((found for thing in things if (found := _name_of_settlement(thing)) is not None), None)
    return None if name is None else _phrase_span(name)


def _may_name_place(noun: Token) -> bool:
    """True for a capitalised name that the parser does not know for a place: Lyon; not for *the* Senate or the ABC."""
    if noun.pos_ not in {"PROPN", "NOUN"} or noun.is_upper:
        return False
    if not _is_in_date_after_it(noun) and (noun.ent_type_ not in _UNSURE_NAMES or is_time(noun)):
        return False
    return noun.is_title and not any(child.dep_ in {"det", "poss"} for child in noun.lefts)


def _is_in_date_after_it(name: Token) -> bool:
    """True for a name that the tagger takes into the date after it: in *Niger* on Monday."""
    if name.ent_type_ != "DATE" or name.pos_ != "PROPN" or name.i + 1 >= len(name.doc):
        return False
    after = name.nbor()
    return after.lower_ == "on" and after.ent_iob_ == "I"


def _name_of_settlement(noun: Token) -> Token | None:
    """The name of a village or town: the village of *Tarin*."""
    if noun.lemma_.lower() not in _SETTLEMENTS:
        return None
    names = (name for child in noun.rights if child.lower_ == "of" for name in objects_of_preposition(child))
    return next((name for name in names if name.ent_type_ in _PLACE_NAMES or _may_name_place(name)), None)


def time_words(head: Token) -> Span | None:
    """The date, time or adverb of time in the trigger's clause: left *on Wednesday*."""
    for token in _attached(head):
        if token.ent_type_ in {"DATE", "TIME"}:
            return _entity_span(token)
        if token.dep_ == "prep":
            for noun in objects_of_preposition(token):
                day = _day_before_direction(noun)
                if day.ent_type_ in {"DATE", "TIME"} and not _is_in_date_after_it(day):
                    return _entity_span(day)
        if token.lower_ in _TEMPORAL_ADVERBS or (
            token.dep_ == "npadvmod" and is_time(token) and token.lemma_ != "time"
        ):
            return _phrase_span(token)
    shared = shared_act(head)
    return None if shared is None else time_words(shared)


def _day_before_direction(noun: Token) -> Token:
    """The *Tuesday* of "on Tuesday west of Homs", which the parser takes for part of the direction."""
    if noun.lower_ not in _DIRECTIONS:
        return noun
    return next((child for child in noun.lefts if child.dep_ == "compound" and is_time(child)), noun)


def _attached(head: Token) -> list[Token]:
    """The trigger's own dependents, then, of a noun, those of the verb above it."""
    found = list(head.children)
    for child in head.children:
        if child.dep_ in {"dobj", "nsubjpass", "nsubj", "attr"}:
            found += [grandchild for grandchild in child.children if grandchild.dep_ == "prep"]
        if child.dep_ == "prep" and child.lower_ in {"for", "on", "during", "in", "at", "with"}:
            found += [part for noun in objects_of_preposition(child) for part in noun.children if part.dep_ == "prep"]
        if child.dep_ == "agent":
            found += [part for noun in objects_of_preposition(child) for part in noun.rights if part.lower_ in _SITTING]
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
        if child.ent_type_ in _PLACE_NAMES and child.dep_ in {"compound", "nmod", "pobj"}:
            return _phrase_span(child)
        if child.ent_type_ in _PLACE_NAMES and child.dep_ == "poss" and is_site(noun):
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
    while first.i > 0 and first.ent_iob_ == "I" and first.nbor(-1).lower_ != "on":
        first = first.nbor(-1)
    while last.i + 1 < len(last.doc) and last.nbor().ent_iob_ == "I":
        last = last.nbor()
    return Span(span_of(first).start, span_of(last).end)


def _phrase_span(noun: Token) -> Span:
    first, last = phrase_of(noun)
    return Span(span_of(first).start, span_of(last).end)
