"""The proposals of the training sentences as rows to learn from: feature names, and the labels that are right.

PLV marks one pair of actors and one root a sentence, not the trigger. The proposal whose participants best overlap the
pair takes the root; where that leaves a choice, one that the codebook codes so. A root that is two of our types, PLV's
YIELD, makes both right. The other proposals of PLV keep what the codebook makes of them, at a low weight. In our own
sentences every event is marked: a proposal without a mark is none.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final
from zlib import crc32

from accordingto.evaluation.events import MarkedSentence, overlaps_of, root_of_code
from accordingto.evaluation.labelled_events import LabelledEvent, LabelledSentence
from accordingto.events.classifier import NO_EVENT
from accordingto.events.context_features import context_features
from accordingto.events.find import event_of
from accordingto.events.judged import Judged, Observer, mode_hints
from accordingto.events.modes import mode_of
from accordingto.events.proposals import Origin, Proposal, propose
from accordingto.events.topic import topic_of
from accordingto.ingest.plain_text import article_from_text
from accordingto.model.codebook import load_codebook
from accordingto.model.event import EventMention
from accordingto.model.span import overlaps
from accordingto.parse.language_model import load_language_model
from accordingto.parse.parsed import ParsedArticle, parse_article

FOLDS: Final = 5
UNMARKED_WEIGHT: Final = 0.3
"""What a proposal of PLV without the marked pair counts; .1 to .6 lie within .017 of root accuracy."""
NO_EVENT_WEIGHT: Final = 0.5
"""What a proposal of our sentences without a mark counts, so that precision and recall of types are near each other."""
UNCODED_WEIGHT: Final = 0.3
"""What a copy of a marked proposal counts that hides what the codebook says of it: it stands for words unknown."""
CODE_MARKS: Final = ("code", "row=", "may=", "lemma", "origin", "conditions")
"""Beginnings of the names of features that tell what the codebook says, and the lemma."""
CODED_NEWS_WEIGHT: Final = 0.3
UNCODED_NEWS_WEIGHT: Final = 0.2
"""What proposals of news articles without marks count: what the codebook codes, and what it does not."""
UNCODED_NEWS_STEP: Final = 3
"""One in so many of the latter is learned from, at so many times the weight: half the time of training."""
_AS_OPEN: Final = (f"origin={Origin.OPEN}", "code=", f"code= {Origin.OPEN}")


@dataclass(frozen=True, slots=True)
class Example:
    """A proposal of a sentence with its features and, had it no classifier, its event."""

    proposal: Proposal
    event: EventMention
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One row to learn from: any of `labels` is right. `fold` is that of its sentence."""

    names: tuple[str, ...]
    labels: tuple[str, ...]
    weight: float
    fold: int


def parsed_of(text: str) -> ParsedArticle:
    """A sentence or an article, parsed."""
    return parse_article(article_from_text(text), load_language_model())


def fold_of(text: str) -> int:
    """The fold of a sentence; equal sentences are in one fold."""
    return crc32(text.encode()) % FOLDS


def seen_in(parsed: ParsedArticle) -> list[Example]:
    """All proposals of a sentence with what the classifier reads of them."""
    book = load_codebook()
    topic, observer = topic_of(parsed, book), Observer(book)
    found = []
    for paragraph in parsed.paragraphs:
        for proposal in propose(paragraph, topic, book):
            match = proposal.coded.match
            event = event_of(parsed, Judged(proposal.coded, mode_of(match, book), 1.0), book)
            found.append(Example(proposal, event, observer.see(proposal)))
    return found


def rows_of_marked(gold: MarkedSentence, seen: Sequence[Example], labels: Sequence[str]) -> Iterator[Row]:
    """PLV's rows for the choice of a type; `labels` are all types."""
    fold, best = fold_of(gold.sentence), _best_of(gold, seen)
    for one in seen:
        if one is best:
            right = tuple(label for label in labels if root_of_code(label, None) == gold.root)
            yield Row(one.names, right, 1.0, fold)
            if one.proposal.origin is not Origin.OPEN:
                yield Row(without_code(one.names), right, UNCODED_WEIGHT, fold)
        else:
            coded = one.event.type if one.proposal.origin is Origin.CODED else NO_EVENT
            yield Row(one.names, (coded,), UNMARKED_WEIGHT, fold)


def rows_of_news(text: str) -> Iterator[Row]:
    """The rows of an article without marks: what the codebook codes, and no event elsewhere.

    They teach how rare events are among the words of the news, which no set of chosen sentences shows. A few of the
    words without a row do tell of events; at their weight the marked sentences outvote them.
    """
    fold = fold_of(text)
    for place, one in enumerate(seen_in(parsed_of(text))):
        if one.proposal.origin is Origin.CODED:
            yield Row(one.names, (one.event.type,), CODED_NEWS_WEIGHT, fold)
        elif place % UNCODED_NEWS_STEP == 0:
            yield Row(one.names, (NO_EVENT,), UNCODED_NEWS_WEIGHT * UNCODED_NEWS_STEP, fold)


def rows_of_labelled(gold: LabelledSentence, seen: Sequence[Example]) -> Iterator[Row]:
    """The rows of one of our sentences for the choice of a type."""
    fold, marks = fold_of(gold.text), marks_of(gold, seen)
    for one, mark in zip(seen, marks, strict=True):
        if mark is not None:
            yield Row(one.names, (mark.event_type,), 1.0, fold)
        elif not any(_is_at(one.event, label) for label in gold.events):
            yield Row(one.names, (NO_EVENT,), NO_EVENT_WEIGHT, fold)


def mode_rows(gold: LabelledSentence, seen: Sequence[Example]) -> Iterator[Row]:
    """The rows of one of our sentences for the choice of a mode; a label is the type and the mode."""
    book = load_codebook()
    for one, mark in zip(seen, marks_of(gold, seen), strict=True):
        if mark is not None and book.types[mark.event_type].modes:
            hints = mode_hints(one.proposal.coded.match, mark.event_type, book)
            label = f"{mark.event_type}:{mark.mode or ''}"
            yield Row((*one.names, *hints), (label,), 1.0, fold_of(gold.text))


def context_rows(gold: LabelledSentence, seen: Sequence[Example]) -> Iterator[Row]:
    """The rows of one of our sentences for its events' contexts: every label is right, and no other is."""
    book = load_codebook()
    for one, mark in zip(seen, marks_of(gold, seen), strict=True):
        if mark is not None:
            names = context_features(one.proposal.coded.match.head, mark.event_type, mark.mode, book)
            yield Row(names, mark.contexts, 1.0, fold_of(gold.text))


def marks_of(gold: LabelledSentence, seen: Sequence[Example]) -> list[LabelledEvent | None]:
    """For each proposal the mark that it is the best proposal for, or None."""
    found: list[LabelledEvent | None] = [None] * len(seen)
    for label in gold.events:
        here = [place for place, one in enumerate(seen) if found[place] is None and _is_at(one.event, label)]
        if here:
            found[max(here, key=lambda place: _agreement(seen[place], label))] = label
    return found


def without_code(names: Iterable[str]) -> tuple[str, ...]:
    """The features of the same words, had the codebook no row for them."""
    return (*(name for name in names if not name.startswith(CODE_MARKS)), *_AS_OPEN)


def _best_of(gold: MarkedSentence, seen: Sequence[Example]) -> Example | None:
    return max(seen, key=lambda one: _closeness(gold, one), default=None)


def _closeness(gold: MarkedSentence, one: Example) -> float:
    """How well a proposal fits the marked pair; the codebook's saying so is worth six tenths of one side."""
    overlap, between = overlaps_of(gold, one.event, gold.sentence)
    says_so = root_of_code(one.event.type, one.event.mode) == gold.root
    return overlap + 0.6 * says_so + 0.15 * between - 0.2 * (one.proposal.origin is not Origin.CODED)


def _is_at(event: EventMention, label: LabelledEvent) -> bool:
    return any(overlaps(span, label.trigger) for span in event.trigger)


def _agreement(one: Example, label: LabelledEvent) -> tuple[bool, int, int]:
    """Best is one of the mark's type, then one the codebook codes, then the one with most of the mark's words."""
    shared = sum(min(span.end, label.trigger.end) - max(span.start, label.trigger.start) for span in one.event.trigger)
    return one.event.type == label.event_type, -list(Origin).index(one.proposal.origin), shared
