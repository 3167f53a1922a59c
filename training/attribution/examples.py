"""Windows of articles with the labels that the network learns."""

from __future__ import annotations

import random
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from training.attribution.corpus import Article, Marked, Spans

from accordingto.parse.windows import WINDOW_PIECES, Window, cut_windows, find_words
from accordingto.parse.wordpiece import WordPieces

OUTSIDE, BEGIN, INSIDE = 0, 1, 2
NONE, SOURCE, CONTENT = 0, 1, 2
IGNORED = -100
# Shorter windows than at reading time, at random, so that no paragraph always has the same neighbours.
SHORTEST_LIMIT = 160

Labels = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Example:
    """A window, the labels of its words for the three token heads, and of its words for each cue."""

    window: Window
    cue: Labels
    source: Labels
    content: Labels
    cues: tuple[tuple[int, int], ...]
    roles_of_cues: Labels  # [cues, words]


def make_examples(
    articles: Iterable[Article], vocabulary: WordPieces, chance: random.Random | None = None
) -> list[Example]:
    """The windows of all articles; with `chance` their size varies."""
    found = []
    for article in articles:
        limit = WINDOW_PIECES if chance is None else chance.randint(SHORTEST_LIMIT, WINDOW_PIECES)
        words = find_words(article.text, vocabulary)
        found += [_example(window, article.marked) for window in cut_windows(words, vocabulary, limit)]
    return found


def make_batches(examples: list[Example], pieces: int, chance: random.Random) -> list[list[Example]]:
    """Batches of windows of like length, each of at most `pieces` with its padding, in random order."""
    ordered = sorted(examples, key=lambda example: (len(example.window.pieces), chance.random()))
    batches: list[list[Example]] = [[]]
    for example in ordered:
        if (len(batches[-1]) + 1) * len(example.window.pieces) > pieces:
            batches.append([])
        batches[-1].append(example)
    chance.shuffle(batches)
    return [batch for batch in batches if batch]


def _example(window: Window, marked: tuple[Marked, ...]) -> Example:
    size = len(window.words)
    cue, source, content = (np.zeros(size, np.int64) for _ in range(3))
    cues, roles = [], []
    for attribution in marked:
        where = {role: _words_in(window, getattr(attribution, role)) for role in ("cue", "source", "content")}
        _mark(cue, where["cue"])
        _mark(source, where["source"])
        content[where["content"]] = 1
        if where["cue"]:
            cues.append((where["cue"][0], where["cue"][-1] + 1))
            roles.append(_roles(size, where))
    return Example(window, cue, source, content, tuple(cues), _stacked(roles, size))


def _stacked(roles: list[Labels], size: int) -> Labels:
    return np.stack(roles) if roles else np.zeros((0, size), np.int64)


def _roles(size: int, where: dict[str, list[int]]) -> Labels:
    labels = np.zeros(size, np.int64)
    labels[where["content"]] = CONTENT
    labels[where["source"]] = SOURCE
    labels[where["cue"]] = NONE
    return labels


def _words_in(window: Window, spans: Spans) -> list[int]:
    return [
        number
        for number, word in enumerate(window.words)
        if any(start < word.end and word.start < end for start, end in spans)
    ]


def _mark(labels: Labels, words: list[int]) -> None:
    for before, word in zip([-2, *words], words, strict=False):
        labels[word] = INSIDE if before == word - 1 else BEGIN
