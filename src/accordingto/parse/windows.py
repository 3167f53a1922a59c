"""A text cut into words, and its words into windows that an encoder reads in one go.

A window is a run of whole paragraphs of at most `limit` word pieces; a paragraph longer than that is cut, at a
sentence's end where there is one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from accordingto.parse.looks import SYMBOL, look, quoted_flags, shape_of
from accordingto.parse.wordpiece import WordPieces

WORD = re.compile(r"\w+|[^\w\s]")
# BERT-like encoders of this size were fine-tuned on 256 pieces; two of them mark the start and the end.
WINDOW_PIECES = 256
MARKS = 2
SENTENCE_ENDS = frozenset(".!?")
SEPARATORS = frozenset(",;")


@dataclass(frozen=True, slots=True)
class Word:
    """One word or symbol: where it stands, its paragraph, pieces and look, what it does in a sentence."""

    start: int
    end: int
    paragraph: int
    pieces: tuple[int, ...]
    look: int
    ends_sentence: bool
    is_separator: bool


@dataclass(frozen=True, slots=True)
class Window:
    """Words read together. `pieces` has the marks, `looks` goes with it, `firsts` is where each word begins in it."""

    words: tuple[Word, ...]
    pieces: tuple[int, ...]
    looks: tuple[int, ...]
    firsts: tuple[int, ...]


def find_words(text: str, vocabulary: WordPieces) -> list[Word]:
    """Every word and symbol of the text, numbered by paragraph (a line with a word on it)."""
    found: list[Word] = []
    for number, matches in enumerate(_paragraphs(text)):
        found += _paragraph_words(number, matches, vocabulary)
    return found


def cut_windows(words: Iterable[Word], vocabulary: WordPieces, limit: int = WINDOW_PIECES) -> Iterator[Window]:
    """Windows of whole paragraphs, in order, that hold every word once."""
    held: list[Word] = []
    size = 0
    for passage in _passages(words, limit - MARKS):
        weight = _weight(passage)
        if held and size + weight > limit - MARKS:
            yield _window(held, vocabulary)
            held, size = [], 0
        held += passage
        size += weight
    if held:
        yield _window(held, vocabulary)


def _paragraphs(text: str) -> Iterator[list[re.Match[str]]]:
    held: list[re.Match[str]] = []
    for match in WORD.finditer(text):
        if held and "\n" in text[held[-1].end() : match.start()]:
            yield held
            held = []
        held.append(match)
    if held:
        yield held


def _paragraph_words(number: int, matches: list[re.Match[str]], vocabulary: WordPieces) -> Iterator[Word]:
    written = [match.group() for match in matches]
    touching = [after.start() == before.end() for before, after in pairwise(matches)]
    flags = quoted_flags(written, [False, *touching])
    for match, word, quoted in zip(matches, written, flags, strict=True):
        yield Word(
            start=match.start(),
            end=match.end(),
            paragraph=number,
            pieces=vocabulary.of(word),
            look=look(shape_of(word), opens_paragraph=match is matches[0], quoted=quoted),
            ends_sentence=word in SENTENCE_ENDS,
            is_separator=word in SEPARATORS,
        )


def _passages(words: Iterable[Word], limit: int) -> Iterator[list[Word]]:
    """Paragraphs, the long ones cut to at most `limit` pieces."""
    passage: list[Word] = []
    size = 0
    for word in words:
        if passage and word.paragraph != passage[-1].paragraph:
            yield passage
            passage, size = [], 0
        while passage and size + len(word.pieces) > limit:
            cut = _best_cut(passage)
            yield passage[:cut]
            passage = passage[cut:]
            size = _weight(passage)
        passage.append(word)
        size += len(word.pieces)
    if passage:
        yield passage


def _best_cut(passage: list[Word]) -> int:
    """The place after the last full stop in the passage's second half, else its end."""
    for index in range(len(passage) - 1, len(passage) // 2, -1):
        if passage[index].ends_sentence:
            return index + 1
    return len(passage)


def _weight(passage: list[Word]) -> int:
    return sum(len(word.pieces) for word in passage)


def _window(words: list[Word], vocabulary: WordPieces) -> Window:
    mark = look(SYMBOL, opens_paragraph=False, quoted=False)
    pieces, looks, firsts = [vocabulary.start], [mark], []
    for word in words:
        firsts.append(len(pieces))
        pieces += word.pieces
        looks += [word.look] * len(word.pieces)
    return Window(tuple(words), (*pieces, vocabulary.end), (*looks, mark), tuple(firsts))
