"""Which words of a report play which role, for which cards."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from accordingto.model.reading import Reading
from accordingto.model.span import Span, hull

Cards = Mapping[str, tuple[int, ...]]
"""The numbers of the cards that an event or an attribution, by its id, has to do with."""


class MarkRole(StrEnum):
    """What words do. Where several fall on the same words the later here is drawn on top."""

    CONTENT = "content"
    PLACE = "place"
    TIME = "time"
    SOURCE = "source"
    ACTOR = "actor"
    RECIPIENT = "recipient"
    CUE = "cue"
    TRIGGER = "trigger"


@dataclass(frozen=True, slots=True)
class Mark:
    """Words with a role; `event` is the event whose trigger they are."""

    span: Span
    role: MarkRole
    cards: tuple[int, ...] = ()
    event: str | None = None


def marks_of(reading: Reading, cards: Cards, within: Span) -> list[Mark]:
    """The marks that share a code point with the stretch of text, in the order of their starts."""
    every = (*_of_attributions(reading, cards), *_of_events(reading, cards), *_of_mentions(reading))
    inside = (mark for mark in every if mark.span.start < within.end and within.start < mark.span.end)
    return sorted(inside, key=lambda mark: (mark.span, mark.role))


def start_of(spans: Iterable[Iterable[Span]]) -> int | None:
    """Where the first of the groups of spans that is not empty starts."""
    return next((hull(group).start for group in map(tuple, spans) if group), None)


def _of_attributions(reading: Reading, cards: Cards) -> Iterator[Mark]:
    for each in reading.attributions:
        numbers = cards.get(each.id, ())
        roles = ((MarkRole.SOURCE, each.source), (MarkRole.CUE, each.cue), (MarkRole.CONTENT, each.content))
        yield from (Mark(span, role, numbers) for role, spans in roles for span in spans)


def _of_events(reading: Reading, cards: Cards) -> Iterator[Mark]:
    for event in reading.events:
        numbers = cards.get(event.id, ())
        yield from (Mark(span, MarkRole.TRIGGER, numbers, event.id) for span in event.trigger)
        yield from (Mark(each.span, MarkRole.ACTOR, numbers) for each in event.actors)
        yield from (Mark(each.span, MarkRole.RECIPIENT, numbers) for each in event.recipients)


def _of_mentions(reading: Reading) -> Iterator[Mark]:
    yield from (Mark(span, MarkRole.PLACE) for place in reading.places for span in place.mentions)
    yield from (Mark(span, MarkRole.TIME) for when in reading.times for span in when.mentions)
