"""Event triggers, types, modes and contexts against sentences marked by hand, as in `gold/events`.

A row is `id`, `split` and the text, tab-separated; an event is marked as `[[words|TYPE|mode|context,context]]`, and a
sentence without marks tells of none. Events that share words with a mark find it. Only the `test` rows are scored: the
shipped classifier is trained on the others.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from accordingto.evaluation.report import Counts, Evaluation, Figure, f1, figure, precision, recall
from accordingto.model.event import EventMention
from accordingto.model.reading import Reading
from accordingto.model.span import Span, overlaps

TEST: Final = "test"
_MARK: Final = re.compile(r"\[\[([^\[\]|]+)\|([^\[\]|]*)\|([^\[\]|]*)\|([^\[\]|]*)\]\]")


@dataclass(frozen=True, slots=True)
class LabelledEvent:
    """One marked event: its words, type, mode (None: none of the type's) and contexts."""

    trigger: Span
    event_type: str
    mode: str | None
    contexts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LabelledSentence:
    """A sentence without its marks, and the events that they tell of."""

    id: str
    split: str
    text: str
    events: tuple[LabelledEvent, ...]


@dataclass(frozen=True, slots=True)
class _Found:
    """A sentence's marks, each with the event that found it, and how many events were read."""

    gold: LabelledSentence
    pairs: tuple[tuple[LabelledEvent, EventMention], ...]
    events: int


def evaluate_labelled_events(path: Path, code: Callable[[str], Reading], split: str = TEST) -> Evaluation:
    """The figures of a coder on one split of a file or folder of labelled sentences."""
    sentences = [one for one in read_labelled_sentences(path) if one.split == split]
    return summarise([(one, code(one.text).events) for one in sentences])


def summarise(readings: Sequence[tuple[LabelledSentence, Sequence[EventMention]]]) -> Evaluation:
    """The figures over sentences and the events that were read in them, with bootstrap intervals."""
    found = [_Found(gold, tuple(pairs(gold, events)), len(events)) for gold, events in readings]
    return Evaluation("labelled events", len(found), tuple(_figures(found)))


def read_labelled_sentences(path: Path) -> list[LabelledSentence]:
    """The sentences of a table, or of all tables of a folder, in order."""
    files = sorted(path.glob("*.tsv")) if path.is_dir() else [path]
    rows = [line.split("\t") for file in files for line in file.read_text(encoding="utf-8").splitlines()[1:]]
    return [LabelledSentence(row[0], row[1], *marked(row[2])) for row in rows if len(row) == 3]


def is_labelled(path: Path) -> bool:
    """True for a folder, and for a table with the heading of our own sentences."""
    if path.is_dir():
        return True
    with path.open(encoding="utf-8") as lines:
        return lines.readline().split() == ["id", "split", "text"]


def marked(text: str) -> tuple[str, tuple[LabelledEvent, ...]]:
    """The text without its marks, and the events that they tell of.

    >>> marked("They [[met|CONSULT||diplomatic]] twice.")[1][0].trigger
    Span(start=5, end=8)
    """
    plain, end, events = "", 0, list[LabelledEvent]()
    for match in _MARK.finditer(text):
        words, event_type, mode, contexts = match.groups()
        plain += text[end : match.start()]
        span = Span(len(plain), len(plain) + len(words))
        events.append(LabelledEvent(span, event_type, mode or None, tuple(filter(None, contexts.split(",")))))
        plain, end = plain + words, match.end()
    return plain + text[end:], tuple(events)


def pairs(gold: LabelledSentence, events: Sequence[EventMention]) -> Iterator[tuple[LabelledEvent, EventMention]]:
    """Each mark with the event at its words that agrees best; an event finds one mark."""
    free = list(events)
    for label in gold.events:
        here = [event for event in free if any(overlaps(span, label.trigger) for span in event.trigger)]
        if here:
            best = max(here, key=lambda event: (event.type == label.event_type, event.mode == label.mode))
            free.remove(best)
            yield label, best


def _figures(found: Sequence[_Found]) -> Iterator[Figure]:
    count = sum(len(one.gold.events) for one in found)
    for name, is_right in _QUESTIONS:
        for kind, measure in (("recall", recall), ("precision", precision)):
            yield figure(f"{name}, {kind}", found, lambda some, m=measure, r=is_right: m(_counts(some, r)), count)  # type: ignore[misc]  # a lambda's defaults have no types
    yield figure("modes right, of types right", found, _share(_is_type, _is_mode), count)
    yield figure("contexts, F1", found, lambda some: f1(_contexts(some)), count)
    empty = [one for one in found if not one.gold.events]
    yield figure("events in a sentence without one", empty, _mean_events, len(empty))
    yield figure("events a sentence", found, _mean_events, len(found))


def _is_found(_label: LabelledEvent, _event: EventMention) -> bool:
    return True


def _is_type(label: LabelledEvent, event: EventMention) -> bool:
    return label.event_type == event.type


def _is_mode(label: LabelledEvent, event: EventMention) -> bool:
    return _is_type(label, event) and label.mode == event.mode


_QUESTIONS: Final = (("trigger", _is_found), ("type", _is_type), ("type and mode", _is_mode))


def _counts(found: Sequence[_Found], is_right: Callable[[LabelledEvent, EventMention], bool]) -> Counts:
    hits = sum(is_right(label, event) for one in found for label, event in one.pairs)
    return Counts(hits, sum(one.events for one in found), sum(len(one.gold.events) for one in found))


def _contexts(found: Sequence[_Found]) -> Counts:
    """Of the marks that were found, the contexts."""
    pairs = [pair for one in found for pair in one.pairs]
    hits = sum(len(set(label.contexts) & set(event.contexts)) for label, event in pairs)
    return Counts(hits, sum(len(event.contexts) for _, event in pairs), sum(len(label.contexts) for label, _ in pairs))


def _share(
    among: Callable[[LabelledEvent, EventMention], bool], is_right: Callable[[LabelledEvent, EventMention], bool]
) -> Callable[[Sequence[_Found]], float]:
    def share(found: Sequence[_Found]) -> float:
        base = _counts(found, among).hits
        return _counts(found, is_right).hits / base if base else 0.0

    return share


def _mean_events(found: Sequence[_Found]) -> float:
    return sum(one.events for one in found) / len(found) if found else 0.0
