"""Where a cue may stand: the words that could tell that someone tells, thinks, wants or judges."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from accordingto.attribution.cue_words import cue_groups
from accordingto.attribution.passage import Passage

_VERB_GROUP = frozenset({"aux", "auxpass", "neg", "advmod", "prt"})
_QUOTING = frozenset({"quote", "cite", "report", "hear", "record"})
_SENSED = frozenset({"hear", "see", "show"})
_SAYING = frozenset({"say", "tell"})
_LABEL_WORDS = 8
"""A speaker's label before a colon ("MINISTER OF HEALTH:") is at most this long."""


@dataclass(frozen=True, slots=True)
class Cue:
    """A possible cue: the word it hangs on, and the first and last token of its group."""

    anchor: Token
    first: Token
    last: Token


def find_possible_anchors(passage: Passage) -> Iterator[Token]:
    """Every verb, and every noun, adjective, adverb, "according" and colon that a cue may hang on."""
    return filter(is_possible_cue, passage.tokens)


def cue_of(anchor: Token) -> Cue:
    """The cue that hangs on a word, with the words of its group."""
    return Cue(anchor, *verb_group(anchor))


def is_possible_cue(token: Token) -> bool:
    """True for verbs, for words of the cue list, for *according* and for the colon after a speaker's label."""
    word_class = token.pos_
    if token.lower_ == "according":
        return True
    if word_class == "VERB":
        return token.dep_ not in {"aux", "auxpass"} and not is_quoted_as_saying(token)
    if word_class in {"NOUN", "ADJ", "ADV"}:
        return token.lemma_.lower() in cue_groups(word_class)
    return is_label_colon(token)


def is_quoted_as_saying(token: Token) -> bool:
    """True for the passive that only leads to a cue: the envoy was *quoted* as saying troops had left."""
    return _says_as(token) and any(child.dep_ == "nsubjpass" for child in token.lefts)


def quoted_person(token: Token) -> Token | None:
    """Who says it, for a verb under *quoted as* or *heard*: quoted *the envoy* as saying; None for any other verb."""
    if token.dep_ == "xcomp" and token.tag_ == "VBG" and token.lemma_ in _SAYING and token.head.lemma_ in _SENSED:
        return next((child for child in token.head.lefts if child.dep_ == "nsubjpass"), None)
    if token.dep_ != "pcomp" or token.tag_ != "VBG" or not _says_as(token.head.head):
        return None
    people = (child for child in token.head.head.children if child.dep_ in {"nsubjpass", "dobj"})
    return next(people, None)


def _says_as(token: Token) -> bool:
    if token.lemma_ not in _QUOTING:
        return False
    as_what = (child for child in token.rights if child.lower_ == "as" and child.dep_ == "prep")
    return any(inner.dep_ == "pcomp" and inner.tag_ == "VBG" for child in as_what for inner in child.children)


def is_label_colon(token: Token) -> bool:
    """True for the colon after a speaker's label at the start of a paragraph: *THE MINISTER:* We did not."""
    if token.lower_ != ":" or not 0 < token.i <= _LABEL_WORDS:
        return False
    return all(before.pos_ != "VERB" for before in token.doc[: token.i])


def verb_group(anchor: Token) -> tuple[Token, Token]:
    """The first and last token of the words that go with a cue: *could not say*, *pointed out*, *according to*."""
    if anchor.lower_ == "according":
        return anchor, _right_neighbour(anchor, "to")
    first = last = anchor
    doc = anchor.doc
    while first.i > 0 and doc[first.i - 1].head == anchor and doc[first.i - 1].dep_ in _VERB_GROUP:
        first = doc[first.i - 1]
    while last.i + 1 < len(doc) and doc[last.i + 1].head == anchor and doc[last.i + 1].dep_ == "prt":
        last = doc[last.i + 1]
    return first, last


def _right_neighbour(token: Token, word: str) -> Token:
    index = token.i + 1
    return token.doc[index] if index < len(token.doc) and token.doc[index].lower_ == word else token
