"""Attributions and events with the ids of the entities, places and times that their words point to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from accordingto.model.attribution import Attribution, Channel
from accordingto.model.event import EventMention, Participant, Quantity
from accordingto.model.span import Span, Spans, hull

LookUp = Callable[[Span], str | None]
"""From words to the id of what they point to; None where they point to nothing known."""


@dataclass(frozen=True, slots=True)
class LookUps:
    """What the words of an article point to."""

    entity_of: LookUp
    place_of: LookUp
    time_of: LookUp


def attach_to_attribution(attribution: Attribution, ids: LookUps) -> Attribution:
    """The attribution with its speaker and the entities of its channels."""
    return replace(
        attribution,
        speaker=_speaker(attribution.source, ids),
        channel=tuple(Channel(channel.span, ids.entity_of(channel.span)) for channel in attribution.channel),
    )


def attach_to_event(event: EventMention, ids: LookUps) -> EventMention:
    """The event with its participants' entities, its place and its time."""
    return replace(
        event,
        actors=tuple(_participant(actor, ids) for actor in event.actors),
        recipients=tuple(_participant(recipient, ids) for recipient in event.recipients),
        place=ids.place_of(event.place_words) if event.place_words is not None else None,
        when=_time(event.time_words, ids),
        quantities=tuple(_quantity(quantity, ids) for quantity in event.quantities),
    )


def _quantity(quantity: Quantity, ids: LookUps) -> Quantity:
    return replace(quantity, as_of=_time(quantity.as_of_words, ids), since=_time(quantity.since_words, ids))


def _time(words: Span | None, ids: LookUps) -> str | None:
    return None if words is None else ids.time_of(words)


def _participant(participant: Participant, ids: LookUps) -> Participant:
    return Participant(participant.span, ids.entity_of(participant.span))


def _speaker(source: Spans, ids: LookUps) -> str | None:
    """The entity of the first piece of the source that points to one, else of the source as a whole."""
    if not source:
        return None
    found = (ids.entity_of(span) for span in (*source, hull(source)))
    return next((entity for entity in found if entity is not None), None)
