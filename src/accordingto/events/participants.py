"""Who can act or be acted on, and the words of a participant."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Final

from spacy.tokens import Token

from accordingto.model.resources import load_toml

_ACTING_NAMES: Final = frozenset({"PERSON", "ORG", "GPE", "NORP"})
_PLACE_NAMES: Final = frozenset({"GPE", "LOC", "FAC"})
_OTHER_NAMES: Final = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "ORDINAL", "EVENT", "LAW", "LANGUAGE"})
_PERSONAL: Final = frozenset(
    {
        "he",
        "him",
        "she",
        "her",
        "they",
        "them",
        "we",
        "us",
        "i",
        "me",
        "you",
        "who",
        "whom",
        "himself",
        "themselves",
        "his",
        "their",
        "our",
        "my",
        "your",
        "whose",
    }
)
_TIME_NOUNS: Final = frozenset(
    {"day", "week", "month", "year", "hour", "minute", "night", "morning", "evening", "afternoon", "weekend", "time",
     "moment", "today", "yesterday", "tomorrow", "decade", "century", "dawn", "dusk", "midnight", "noon"}
)  # fmt: skip
_LEFT_OUT: Final = frozenset(
    {"relcl", "acl", "appos", "punct", "cc", "conj", "advcl", "parataxis", "dep", "ccomp", "preconj"}
)
_TITLE_HEADS: Final = frozenset(
    {"minister", "secretary", "envoy", "ambassador", "commissioner", "representative", "attorney"}
)
_KEPT_PREPOSITIONS: Final = frozenset({"of"})
_NOMINAL: Final = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ"})
_LONGEST_LIST: Final = 40
"""Members of a list after which no more are taken."""

_DEEPEST_PHRASE: Final = 8
_MARKS: Final = frozenset({"``", "''", ",", ":", "-LRB-", "HYPH"})
_POINTING: Final = frozenset({"what", "there", "this", "that", "which", "whatever"})
_PART_OF_TITLE: Final = frozenset({"for", "to"})


def is_human(token: Token) -> bool:
    """True for words for people: *rebels*, *she*, *Annan*."""
    if token.ent_type_ in {"PERSON", "NORP"} or token.lower_ in _PERSONAL:
        return True
    if token.ent_type_ in _OTHER_NAMES:
        return False
    if token.tag_ == "CD" or token.tag_ in {"NNP", "NNPS"}:
        return token.ent_type_ in {"", "CARDINAL"} and (token.tag_ == "CD" or _noun(token) in _people())
    if _noun(token) in _people():
        return (token.tag_ != "DT" and token.pos_ != "ADJ") or _stands_for_people(token)
    return False


def is_actor(token: Token) -> bool:
    """True for people, states and organisations: *the ministry*, *Turkey*, *gunmen*."""
    return (
        token.ent_type_ in _ACTING_NAMES
        or is_human(token)
        or (token.ent_type_ not in _OTHER_NAMES and _noun(token) in _bodies())
        or token.lower_ in {"it", "its", "which", "that"}
        or (_is_capitalised(token) and token.ent_type_ not in _OTHER_NAMES)
    )


def _stands_for_people(quantifier: Token) -> bool:
    """True for some of the *rebels* and for *many* alone, not for some of the *charges*."""
    for child in quantifier.children:
        if child.dep_ == "prep" and child.lower_ == "of":
            return any(part.dep_ == "pobj" and is_human(part) for part in child.children)
    return True


def _is_capitalised(token: Token) -> bool:
    """True for names, also where the tagger takes the last word for a plain noun: Rural *Aid*."""
    if token.pos_ == "PROPN":
        return True
    return token.pos_ == "NOUN" and token.is_title and not token.is_sent_start


def is_state(token: Token) -> bool:
    """True for names of countries and towns, and words for them."""
    return token.ent_type_ in {"GPE", "LOC"} or token.lemma_ in {"country", "nation", "state", "government"}


def is_site(token: Token) -> bool:
    """True for places and buildings, by name or noun: *Aleppo*, the *bridge*."""
    return token.ent_type_ in _PLACE_NAMES or (token.ent_type_ not in _OTHER_NAMES and _noun(token) in _places())


def is_time(token: Token) -> bool:
    """True for dates and times of day: on *Wednesday*."""
    return token.ent_type_ in {"DATE", "TIME"} or token.lemma_.lower() in _TIME_NOUNS


def with_conjuncts(head: Token) -> Iterator[Token]:
    """The head of a noun phrase and of those joined to it: *rebels* and *soldiers* are two."""
    waiting = [head]
    for _ in range(_LONGEST_LIST):
        if not waiting:
            return
        current = waiting.pop()
        yield current
        waiting += [child for child in current.children if child.dep_ == "conj" and child.pos_ in _NOMINAL]


def pieces_of(head: Token, first: Token, last: Token) -> list[tuple[Token, Token]]:
    """The phrase in two where two names share it: *Nigerian* and *British forces*, *Ann Low* and *Speaker Bird*."""
    for token in head.doc[first.i : head.i]:
        if token.lower_ == "and" and token.i > first.i and _joins_names(token):
            return [(first, token.nbor(-1)), (token.nbor(), last)]
    return [(first, last)]


def _joins_names(conjunction: Token) -> bool:
    before, after = conjunction.nbor(-1), conjunction.nbor()
    return conjunction.ent_type_ == "" and before.ent_type_ in _ACTING_NAMES and after.text[0].isupper()


def can_take_part(head: Token) -> bool:
    """False for times, sums of money, verbs and words that only point: *what*, *this*."""
    return not (
        is_time(head)
        or head.ent_type_ in {"MONEY", "PERCENT", "QUANTITY"}
        or head.pos_ in {"VERB", "AUX", "ADV"}
        or head.lower_ in _POINTING
    )


def named(head: Token) -> Token:
    """The name in apposition to a description, else the head itself: a commander, Gen. *Tlass*."""
    if head.pos_ == "PROPN":
        return head
    for child in head.children:
        if _is_apposed_name(child):
            return child
    return _next_apposed_name(head) if _noun(head) in _people() else head


def _is_apposed_name(token: Token) -> bool:
    return token.dep_ == "appos" and token.pos_ == "PROPN" and token.ent_type_ in {"PERSON", "ORG"}


def _next_apposed_name(head: Token) -> Token:
    """The person named right after the phrase, where the parser gave the name to the act: a *captain, X*."""
    comma = phrase_of(head)[1].i + 1
    if comma + 1 >= len(head.doc) or head.doc[comma].lower_ != ",":
        return head
    for token in head.doc[comma + 1 : comma + 6]:
        if _is_apposed_name(token) and token.ent_type_ == "PERSON" and not is_human(token.head):
            return token
    return head


def phrase_of(head: Token, depth: int = 0) -> tuple[Token, Token]:
    """The first and last token of the noun phrase, without clauses, appositions and other members of a list.

    "Iraqi Foreign Minister Hoshyar Zebari", "members of the council".
    """
    if head.tag_ in {"PRP", "PRP$", "WP", "WDT"}:
        return head, head
    first = last = head
    for child in head.children:
        if not _belongs(child, head):
            continue
        if child.i < head.i:
            first = min(first, child.left_edge, key=_position)
        else:
            last = max(last, _end_of(child, depth), key=_position)
    while first.i < head.i and first.tag_ in _MARKS:
        first = first.nbor()
    return first, last


def _belongs(child: Token, head: Token) -> bool:
    if child.dep_ == "case":
        return False
    if child.dep_ in _LEFT_OUT:
        return child.dep_ == "punct" and child.lower_ == "-"
    if child.i < head.i:
        return child.dep_ != "prep"
    if child.dep_ == "prep":
        return child.lower_ in _KEPT_PREPOSITIONS or (
            child.lower_ in _PART_OF_TITLE and head.lemma_.lower() in _TITLE_HEADS
        )
    return child.dep_ in {"compound", "nummod", "nmod", "amod", "poss"} and child.i - head.i < 3


def _end_of(child: Token, depth: int) -> Token:
    """The last token of what follows the head: of a phrase after "of" only its own noun phrase."""
    if child.dep_ != "prep":
        return child
    objects = [grandchild for grandchild in child.children if grandchild.dep_ == "pobj"]
    return phrase_of(objects[0], depth + 1)[1] if objects and depth < _DEEPEST_PHRASE else child.head


def _position(token: Token) -> int:
    return token.i


def _noun(token: Token) -> str:
    return token.lemma_.lower()


@cache
def _people() -> frozenset[str]:
    return frozenset(load_toml("participant_nouns.toml")["people"])


@cache
def _places() -> frozenset[str]:
    return frozenset(load_toml("participant_nouns.toml")["places"])


@cache
def _bodies() -> frozenset[str]:
    return frozenset(load_toml("participant_nouns.toml")["bodies"])
