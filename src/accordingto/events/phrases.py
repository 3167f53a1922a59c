"""The words of a participant: its noun phrase, its name in apposition, the members of a list."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from spacy.tokens import Token

from accordingto.events.participants import ACTING_NAMES, is_human, is_noun_for_people

_LEFT_OUT: Final = frozenset(
    {"relcl", "acl", "appos", "punct", "cc", "conj", "advcl", "parataxis", "dep", "ccomp", "preconj"}
)
_TITLE_HEADS: Final = frozenset(
    {"minister", "secretary", "envoy", "ambassador", "commissioner", "representative", "attorney"}
)
_KEPT_PREPOSITIONS: Final = frozenset({"of"})
_MODIFYING: Final = frozenset({"amod", "compound", "nmod"})
_NOMINAL: Final = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ"})
_LONGEST_LIST: Final = 40
"""Members of a list after which no more are taken."""
_DEEPEST_PHRASE: Final = 8
_MARKS: Final = frozenset({"``", "''", ",", ":", "-LRB-", "HYPH"})
_PART_OF_TITLE: Final = frozenset({"for", "to"})


def with_conjuncts(head: Token) -> Iterator[Token]:
    """The head of a noun phrase and of those joined to it: *rebels* and *soldiers* are two."""
    waiting = [head]
    for _ in range(_LONGEST_LIST):
        if not waiting:
            return
        current = waiting.pop()
        yield current
        waiting += [child for child in current.children if child.dep_ == "conj" and child.pos_ in _NOMINAL]


def named(head: Token) -> Token:
    """The name in apposition to a description, else the head itself: a commander, Gen. *Tlass*."""
    if head.pos_ == "PROPN":
        return head
    for child in head.children:
        if _is_apposed_name(child):
            return child
    return _next_apposed_name(head) if is_noun_for_people(head) else head


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
    if head.dep_ in _MODIFYING:
        first = _start_of_name(first)
    while first.i < head.i and first.tag_ in _MARKS:
        first = first.nbor()
    return first, last


def _start_of_name(token: Token) -> Token:
    """The first word of a name that stands before a noun as several modifiers: *Saudi* Arabian airstrikes."""
    while token.i > 0 and token.ent_iob_ == "I":
        token = token.nbor(-1)
    return token


def pieces_of(head: Token, first: Token, last: Token) -> list[tuple[Token, Token]]:
    """The phrase in two where two names share it: *Nigerian* and *British forces*, *Ann Low* and *Speaker Bird*."""
    for token in head.doc[first.i : head.i]:
        if token.lower_ == "and" and token.i > first.i and _joins_names(token):
            return [(first, token.nbor(-1)), (token.nbor(), last)]
    return [(first, last)]


def _joins_names(conjunction: Token) -> bool:
    before, after = conjunction.nbor(-1), conjunction.nbor()
    return conjunction.ent_type_ == "" and before.ent_type_ in ACTING_NAMES and after.text[0].isupper()


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


def _belongs(child: Token, head: Token) -> bool:
    if child.dep_ == "case":
        return False
    if child.dep_ in _LEFT_OUT:
        return child.dep_ == "punct" and child.lower_ == "-"
    if child.i < head.i:
        return child.dep_ != "prep" and child.tag_ != "WRB"
    if child.dep_ == "prep":
        if head.ent_type_ in {"GPE", "LOC"} and child.ent_type_ == "":
            return False
        return child.lower_ in _KEPT_PREPOSITIONS or (
            child.lower_ in _PART_OF_TITLE and head.lemma_.lower() in _TITLE_HEADS
        )
    return child.dep_ in {"compound", "nummod", "nmod", "poss"} and child.i - head.i < 3


def _end_of(child: Token, depth: int) -> Token:
    """The last token of what follows the head: of a phrase after "of" only its own noun phrase."""
    if child.dep_ != "prep":
        return child
    objects = [grandchild for grandchild in child.children if grandchild.dep_ == "pobj"]
    return phrase_of(objects[0], depth + 1)[1] if objects and depth < _DEEPEST_PHRASE else child.head


def _position(token: Token) -> int:
    return token.i
