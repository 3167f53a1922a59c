"""PLOVER's contexts of an event: what the event's sentence is about, by words and phrases of the codebook."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Final

from spacy.strings import get_string_id
from spacy.tokens import Doc, Token

from accordingto.model.codebook import Codebook

_REACH: Final = 60
"""Tokens on either side of the trigger that count as its sentence."""

_NUMBERS: Final = "accordingto_numbers"
"""The key of a Doc's user data under which its words stand as numbers."""

_NONE: Final[frozenset[str]] = frozenset()


@dataclass(frozen=True, slots=True)
class _Tables:
    """Contexts by the number of a word, and phrases, as numbers, by that of their first word."""

    single: dict[int, frozenset[str]]
    phrases: dict[int, tuple[tuple[tuple[int, ...], frozenset[str]], ...]]


def contexts_of(head: Token, codebook: Codebook) -> tuple[str, ...]:
    """The contexts in the order of the codebook; often several, often none."""
    sentence = head.sent
    start, end = max(sentence.start, head.i - _REACH), min(sentence.end, head.i + _REACH)
    lowered, lemmas = (column[start:end] for column in _numbers(head.doc))
    tables = _tables(tuple(codebook.contexts.items()))
    found: set[str] = set()
    for number in {*lowered, *lemmas}:
        found |= tables.single.get(number, _NONE)
    for position, number in enumerate(lowered):
        for phrase, names in tables.phrases.get(number, ()):
            if lowered[position : position + len(phrase)] == phrase:
                found |= names
    return tuple(name for name in codebook.contexts if name in found)


def _numbers(doc: Doc) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """The numbers of the words as written in lower case, and of their lemmas, made once a paragraph."""
    if _NUMBERS not in doc.user_data:
        doc.user_data[_NUMBERS] = tuple(tuple(map(int, column)) for column in doc.to_array(["LOWER", "LEMMA"]).T)
    found: tuple[tuple[int, ...], tuple[int, ...]] = doc.user_data[_NUMBERS]
    return found


@cache
def _tables(contexts: tuple[tuple[str, frozenset[str]], ...]) -> _Tables:
    """A word is met as written, as a lemma, and with a plural's *s*."""
    single: dict[int, set[str]] = {}
    phrases: dict[int, list[tuple[tuple[int, ...], frozenset[str]]]] = {}
    for name, words in contexts:
        for word in words:
            parts = tuple(get_string_id(part) for part in word.replace("-", " - ").split())
            if len(parts) > 1:
                phrases.setdefault(parts[0], []).append((parts, frozenset({name})))
                continue
            for form in (word, f"{word}s", word.capitalize()):
                single.setdefault(get_string_id(form), set()).add(name)
    return _Tables(
        {number: frozenset(names) for number, names in single.items()},
        {number: tuple(rows) for number, rows in phrases.items()},
    )
