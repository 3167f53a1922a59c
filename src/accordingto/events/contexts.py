"""PLOVER's contexts of an event: what the event's sentence is about, by words and phrases of the codebook."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Final

from spacy.tokens import Token

from accordingto.model.codebook import Codebook

_REACH: Final = 60
"""Tokens on either side of the trigger that count as its sentence."""


def contexts_of(head: Token, codebook: Codebook) -> tuple[str, ...]:
    """The contexts in the order of the codebook; often several, often none."""
    sentence = list(_around(head))
    by_word, phrase_starts = _tables(id(codebook), tuple((name, words) for name, words in codebook.contexts.items()))
    found: set[str] = set()
    lowered = [token.lower_ for token in sentence]
    for position, token in enumerate(sentence):
        for word in {token.lemma_.lower(), lowered[position], lowered[position].removesuffix("s")}:
            found |= by_word.get(word, frozenset())
        for phrase, names in phrase_starts.get(lowered[position], ()):
            if tuple(lowered[position : position + len(phrase)]) == phrase:
                found |= names
    return tuple(name for name in codebook.contexts if name in found)


def _around(head: Token) -> Iterator[Token]:
    """The words of the head's sentence, of a very long one those nearest to it."""
    sentence = head.sent
    yield from head.doc[max(sentence.start, head.i - _REACH) : min(sentence.end, head.i + _REACH)]


@cache
def _tables(
    _key: int, contexts: tuple[tuple[str, frozenset[str]], ...]
) -> tuple[dict[str, frozenset[str]], dict[str, tuple[tuple[tuple[str, ...], frozenset[str]], ...]]]:
    """Contexts by single word, and phrases by their first word."""
    single: dict[str, set[str]] = {}
    phrases: dict[tuple[str, ...], set[str]] = {}
    for name, words in contexts:
        for word in words:
            parts = tuple(word.replace("-", " - ").split())
            if len(parts) == 1:
                single.setdefault(word, set()).add(name)
            else:
                phrases.setdefault(parts, set()).add(name)
    starts: dict[str, list[tuple[tuple[str, ...], frozenset[str]]]] = {}
    for phrase, names in phrases.items():
        starts.setdefault(phrase[0], []).append((phrase, frozenset(names)))
    return (
        {word: frozenset(names) for word, names in single.items()},
        {word: tuple(rows) for word, rows in starts.items()},
    )
