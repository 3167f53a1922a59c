"""PLOVER's contexts of an event: what the event's sentence is about, by words and phrases of the codebook."""

from __future__ import annotations

from functools import cache
from typing import Final

from spacy.tokens import Span as TokenSpan

from accordingto.model.codebook import Codebook

_LONGEST_PHRASE: Final = 4


def contexts_of(sentence: TokenSpan, codebook: Codebook) -> tuple[str, ...]:
    """The contexts in the order of the codebook; often several, often none."""
    by_word, phrase_starts = _tables(id(codebook), tuple((name, words) for name, words in codebook.contexts.items()))
    found: set[str] = set()
    lowered = [token.lower_ for token in sentence]
    for position, token in enumerate(sentence):
        for word in {token.lemma_.lower(), lowered[position]}:
            found |= by_word.get(word, frozenset())
        for phrase, names in phrase_starts.get(lowered[position], ()):
            if tuple(lowered[position : position + len(phrase)]) == phrase:
                found |= names
    return tuple(name for name in codebook.contexts if name in found)


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
