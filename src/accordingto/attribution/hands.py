"""The hands that passed a document on: a statement *carried by Reuters*, a tape *released by the court*.

Who wrote a document is part of its description; who carried, released or saw it is a step of the chain of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Token

from accordingto.attribution.candidate import Candidate
from accordingto.attribution.cue_words import groups_of
from accordingto.attribution.media import channel_words, is_document, is_medium, is_platform
from accordingto.attribution.passage import Passage
from accordingto.model.span import Span

_CLAUSES = frozenset({"acl", "relcl", "appos"})
_THROUGH = frozenset({"on", "in", "by", "through", "via", "to"})


@dataclass(frozen=True, slots=True)
class Handed:
    """A document's own words, and the hands that it went through, in order."""

    words: Span
    hands: tuple[Span, ...]


def handed(passage: Passage, document: Token, words: Span) -> Handed:
    """The words of a document parted from those of its hands; as they are where it has none."""
    clauses = list(_clauses_of_hands(document))
    if not clauses:
        return Handed(words, ())
    first = min(clause.left_edge.i for clause, _ in clauses)
    hands = tuple(passage.span(hand.left_edge, _last_of(hand)) for _, hand in clauses)
    if first <= document.i:
        return Handed(words, hands)
    return Handed(passage.span(document.left_edge, document.doc[first - 1]), hands)


def with_handed_sources(passage: Passage, candidates: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """The candidates, the documents among their sources parted from their hands, which become channels."""
    return tuple(_parted(passage, candidate) for candidate in candidates)


def is_handed_on(document: Token) -> bool:
    """True for a document with a hand: a tape *seen by Reuters*."""
    return any(True for _ in _clauses_of_hands(document))


def is_spoken(noun: Token) -> bool:
    """True for acts of speech that are no document of their own: *remarks* carried by Reuters are only Reuters's."""
    return noun.lemma_.lower() in channel_words("spoken")


def _parted(passage: Passage, candidate: Candidate) -> Candidate:
    head = passage.head_of(candidate.source[0]) if len(candidate.source) == 1 else None
    if head is None or not (is_document(head) or "document" in groups_of(head.lemma_.lower(), head.pos_)):
        return candidate
    parted = handed(passage, head, candidate.source[0])
    if not parted.hands:
        return candidate
    return replace(candidate, source=(parted.words,), channels=(*candidate.channels, *parted.hands))


def _clauses_of_hands(document: Token) -> Iterator[tuple[Token, Token]]:
    """Participles and relative clauses under a document that tell a hand, with the hand's head."""
    for token in document.subtree:
        if token.tag_ != "VBN" or token.dep_ not in _CLAUSES or token.i < document.i:
            continue
        if token.lemma_ in channel_words("handing_verbs"):
            hand = next(_hands_of(token), None)
            if hand is not None:
                yield token, hand


def _hands_of(verb: Token) -> Iterator[Token]:
    """Who or what the document passed through: seen *by Reuters*, posted on *Telegram*; not posted on Monday."""
    for preposition in verb.rights:
        for noun in preposition.children:
            if noun.dep_ != "pobj" or preposition.lower_ not in _THROUGH:
                continue
            if preposition.lower_ == "by" or is_medium(noun) or is_platform(noun):
                yield noun


def _last_of(head: Token) -> Token:
    last = head
    for child in head.rights:
        if child.dep_ in {"acl", "relcl", "advcl", "punct"}:
            break
        last = child.right_edge
    return last
