"""When an attribution that was read counts as one that was marked: by words, one to one.

A word is a run of letters and digits or a single other character. Contents match where they share at least half of
the words that either has; sources where the head word of one lies in the other; cues where they share a word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from accordingto.model.resources import load_toml
from accordingto.model.span import Spans

LEAST_OVERLAP = 0.5
"""Intersection over union of the words of two contents from which they are one."""

_WORD = re.compile(r"\w+|[^\w\s]")
_APOSTROPHES = frozenset({"’", "'"})
_ENDS_THE_PHRASE = frozenset(load_toml("attribution_scorer.toml")["ends_phrase"].split())
"""The head of a noun phrase is looked for before the first of these."""

WordSet = frozenset[int]


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text, and for each code point in one the word's number."""

    words: tuple[str, ...]
    number_at: dict[int, int]

    def of(self, spans: Spans) -> WordSet:
        """The numbers of the words that the spans touch."""
        offsets = (offset for span in spans for offset in range(span.start, span.end))
        return frozenset(self.number_at[offset] for offset in offsets if offset in self.number_at)

    def is_word(self, number: int) -> bool:
        """True for letters and digits, False for punctuation."""
        return self.words[number][0].isalnum() or self.words[number][0] == "_"

    def without_marks(self, numbers: WordSet) -> WordSet:
        """Those that are letters and digits."""
        return frozenset(filter(self.is_word, numbers))


@dataclass(frozen=True, slots=True)
class Roles:
    """The words of each role of one attribution."""

    source: WordSet
    cue: WordSet
    content: WordSet


@dataclass(frozen=True, slots=True)
class Match:
    """A marked and a read attribution, by number, with the same content; whether source and cue match too."""

    marked: int
    read: int
    source: bool
    cue: bool


@dataclass(frozen=True, slots=True)
class _Pair:
    match: Match
    overlap: float

    @property
    def rank(self) -> tuple[int, float, int, int]:
        """The best pairs first: by roles that match, then by overlap, then by place."""
        match = self.match
        return (-(match.source + match.cue), -self.overlap, match.marked, match.read)


def words_of_text(text: str) -> Words:
    """The words of a text, numbered."""
    words: list[str] = []
    number_at: dict[int, int] = {}
    for number, found in enumerate(_WORD.finditer(text)):
        words.append(found.group())
        number_at.update(dict.fromkeys(range(*found.span()), number))
    return Words(tuple(words), number_at)


def find_matches(words: Words, marked: Sequence[Roles], read: Sequence[Roles]) -> list[Match]:
    """The best one-to-one matches, greedily: those with more matching roles first."""
    matches: list[Match] = []
    for pair in sorted(_pairs(words, marked, read), key=lambda pair: pair.rank):
        if all(pair.match.marked != match.marked and pair.match.read != match.read for match in matches):
            matches.append(pair.match)
    return matches


def head_of_source(words: Words, source: WordSet) -> int | None:
    """The last word of the first noun phrase of a source, by its surface alone; None for no source."""
    phrase: list[int] = []
    for number in sorted(source):
        word = words.words[number].lower()
        if word in _APOSTROPHES or (phrase and _is_possessive_s(words, number)):
            continue
        if word in _ENDS_THE_PHRASE:
            if phrase:
                break
        elif words.is_word(number):
            phrase.append(number)
    return phrase[-1] if phrase else min(source, default=None)


def is_same_source(words: Words, marked: WordSet, read: WordSet) -> bool:
    """True where the head read lies in the source marked, or the other way round in a source not much longer."""
    if not marked or not read:
        return not marked and not read
    long = len(read) > 2 * len(marked) + 5
    return head_of_source(words, read) in marked or (head_of_source(words, marked) in read and not long)


def _pairs(words: Words, marked: Sequence[Roles], read: Sequence[Roles]) -> Iterator[_Pair]:
    for left, gold in enumerate(marked):
        for right, own in enumerate(read):
            overlap = _overlap(words, gold, own)
            if overlap >= LEAST_OVERLAP:
                cue = bool(gold.cue & own.cue) or not (gold.cue or own.cue)
                yield _Pair(Match(left, right, is_same_source(words, gold.source, own.source), cue), overlap)


def _overlap(words: Words, gold: Roles, own: Roles) -> float:
    """Intersection over union of the contents; where neither has one, whether the cues share a word."""
    if not gold.content and not own.content:
        return 1.0 if gold.cue & own.cue else 0.0
    left, right = words.without_marks(gold.content), words.without_marks(own.content)
    if not left and not right:
        left, right = gold.content, own.content
    return len(left & right) / len(left | right)


def _is_possessive_s(words: Words, number: int) -> bool:
    return words.words[number].lower() == "s" and number > 0 and words.words[number - 1] in _APOSTROPHES
