"""The mode of an event: by its row of the codebook, else by the words of its clause."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, islice

from spacy.tokens import Token

from accordingto.events.arguments import logical_subject
from accordingto.events.matching import Match
from accordingto.model.codebook import Codebook

_OTHER_CLAUSES = frozenset({"relcl", "advcl", "parataxis", "conj", "ccomp", "xcomp", "acl"})
_WITH_COMPLEMENT = frozenset({"REQUEST", "REJECT", "THREATEN", "AGREE"})
_MOST_WORDS = 60


def mode_of(match: Match, codebook: Codebook) -> str | None:
    """The mode, or None where nothing tells it: shot (firearms), demanded *talks* (meet)."""
    if match.trigger.mode is not None:
        return match.trigger.mode
    return mode_by_words(match.head, match.trigger.event_type, codebook)


def mode_by_words(head: Token, event_type: str, codebook: Codebook) -> str | None:
    """The mode of the type that the words of the clause tell: demanded *talks* (meet)."""
    table = codebook.mode_words.get(event_type)
    if table is None:
        return None
    complement = event_type in _WITH_COMPLEMENT
    words = {word for token in clause_words(head, with_complement=complement) for word in (token.lower_, token.lemma_)}
    return next((mode for mode, marks in table if not marks.isdisjoint(words)), None)


def clause_words(head: Token, *, with_complement: bool = False) -> Iterator[Token]:
    """The words of the head's own clause, subject included; with what it asks or threatens where wanted."""
    subject = logical_subject(head) if head.pos_ == "VERB" else None
    lent = _below(subject, depth=0) if subject is not None and subject.head is not head else iter(())
    yield from islice(chain(_below(head, depth=0, with_complement=with_complement), lent), _MOST_WORDS)


def _is_complement(clause: Token) -> bool:
    """True for what is asked or refused, also after "for": called *for* the editor to be *released*."""
    if clause.dep_ == "advcl":
        return any(child.dep_ == "mark" and child.lower_ == "for" for child in clause.lefts)
    return clause.dep_ in {"ccomp", "xcomp", "acl"}


def _below(head: Token, *, depth: int, with_complement: bool = False) -> Iterator[Token]:
    yield head
    if depth > 6:
        return
    for child in head.children:
        if child.dep_ in _OTHER_CLAUSES and not (with_complement and _is_complement(child)):
            continue
        yield from _below(child, depth=depth + 1, with_complement=with_complement)
