"""Proposals of marked articles with their features, and whether each is right: what the confidence is fitted on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from training.attribution.corpus import Article, Marked, Spans

from accordingto.attribution.confidence import Features, features_of
from accordingto.attribution.proposals import Proposal, find_proposals
from accordingto.parse.encoder import EncodedWindow, Encoder

ALIKE = 0.5
LONGER_SOURCE = 2
LONGER_SOURCE_WORDS = 5
Words = frozenset[int]


@dataclass(frozen=True, slots=True)
class Row:
    """One proposal: its article, its features, and whether it is a marked attribution in full."""

    article: str
    features: Features
    right: bool


def make_rows(articles: list[Article], encoder: Encoder) -> Iterator[Row]:
    """The rows of all articles."""
    for article in articles:
        for window in encoder.encode(article.text):
            yield from _rows_of(article, window, encoder)


def _rows_of(article: Article, window: EncodedWindow, encoder: Encoder) -> Iterator[Row]:
    proposals = find_proposals(window, encoder.tag)
    if not proposals:
        return
    gold = [_of_marked(marked, window) for marked in article.marked]
    for proposal, features in zip(proposals, features_of(window, proposals), strict=True):
        own = _of_proposal(proposal, window)
        yield Row(article.name, features, any(is_right(own, each) for each in gold))


def is_right(proposed: tuple[Words, Words, Words], marked: tuple[Words, Words, Words]) -> bool:
    """True where contents are half alike, cues share a word, and sources share one or are both absent."""
    (source, cue, content), (gold_source, gold_cue, gold_content) = proposed, marked
    either = content | gold_content
    alike = bool(either) and len(content & gold_content) / len(either) >= ALIKE
    return alike and bool(cue & gold_cue) and _same_source(source, gold_source)


def _same_source(source: Words, gold: Words) -> bool:
    if not source or not gold:
        return not source and not gold
    return bool(source & gold) and len(source) <= LONGER_SOURCE * len(gold) + LONGER_SOURCE_WORDS


def _of_marked(marked: Marked, window: EncodedWindow) -> tuple[Words, Words, Words]:
    return (
        _words_in(window, marked.source),
        _words_in(window, marked.cue),
        _words_in(window, marked.content),
    )


def _of_proposal(proposal: Proposal, window: EncodedWindow) -> tuple[Words, Words, Words]:
    words = window.window.words
    source = range(*proposal.source) if proposal.source else range(0)
    content = [number for number in range(len(words)) if proposal.content[number]]
    return (
        frozenset(words[number].start for number in source),
        frozenset(words[number].start for number in range(*proposal.cue)),
        frozenset(words[number].start for number in content),
    )


def _words_in(window: EncodedWindow, spans: Spans) -> Words:
    return frozenset(
        word.start for word in window.window.words if any(start < word.end and word.start < end for start, end in spans)
    )
