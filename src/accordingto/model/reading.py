"""What reading one article yields: its attributions, events and claims, and the things they point to."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from accordingto.model.article import Article
from accordingto.model.attribution import Attribution
from accordingto.model.claim import Claim, Factuality
from accordingto.model.contract import reading_to_dict
from accordingto.model.entity import Entity
from accordingto.model.event import EventMention, Participant
from accordingto.model.place import Place
from accordingto.model.span import words_of
from accordingto.model.when import When


@dataclass(frozen=True)
class Reading:
    """One article and everything read in it. `notes` say, for people, why something was not read.

    Iterate over `claims` for the record: each knows its event, its sources and its words.
    """

    article: Article
    attributions: tuple[Attribution, ...] = ()
    events: tuple[EventMention, ...] = ()
    claim_rows: tuple[Claim, ...] = ()
    entities: tuple[Entity, ...] = ()
    places: tuple[Place, ...] = ()
    times: tuple[When, ...] = ()
    notes: tuple[str, ...] = ()
    models: dict[str, str] = field(default_factory=dict)

    @cached_property
    def claims(self) -> tuple[ReadClaim, ...]:
        """The claims in the order of their events, each with the reading behind it."""
        return tuple(ReadClaim(self, claim) for claim in self.claim_rows)

    @cached_property
    def attributions_by_id(self) -> dict[str, Attribution]:
        return {attribution.id: attribution for attribution in self.attributions}

    @cached_property
    def events_by_id(self) -> dict[str, EventMention]:
        return {event.id: event for event in self.events}

    @cached_property
    def entities_by_id(self) -> dict[str, Entity]:
        return {entity.id: entity for entity in self.entities}

    @cached_property
    def places_by_id(self) -> dict[str, Place]:
        return {place.id: place for place in self.places}

    @cached_property
    def times_by_id(self) -> dict[str, When]:
        return {when.id: when for when in self.times}

    def to_dict(self) -> dict[str, Any]:  # a JSON object: values of many types
        """The reading as the object of the JSON Lines contract, "accordingto.reading/1"."""
        return reading_to_dict(self)

    def __repr__(self) -> str:
        title = self.article.title or self.article.path or self.article.text[:60].strip()
        counts = f"{len(self.attributions)} attributions, {len(self.events)} events, {len(self.claim_rows)} claims"
        lines = [f"<Reading of {title!r}: {counts}>", *(f"  {claim}" for claim in self.claims)]
        return "\n".join(lines)


@dataclass(frozen=True)
class ReadClaim:
    """A claim with the reading behind it, so that everything it rests on is one attribute away."""

    reading: Reading
    row: Claim

    @property
    def event(self) -> EventMention:
        return self.reading.events_by_id[self.row.event]

    @property
    def sources(self) -> tuple[Attribution, ...]:
        """The chain of attributions, nearest the event first; empty where the publisher vouches."""
        return tuple(self.reading.attributions_by_id[link] for link in self.row.chain)

    @property
    def speakers(self) -> tuple[str | None, ...]:
        """A name for each link of the chain: the entity's, else the source's words, else None."""
        return tuple(self._speaker(attribution) for attribution in self.sources)

    @property
    def factuality(self) -> Factuality:
        return self.row.factuality

    @property
    def commitment(self) -> float:
        return self.row.commitment

    @property
    def quotation(self) -> str | None:
        """The words the nearest source is given, or None in the article's own voice."""
        return words_of(self.reading.article.text, self.sources[0].content) if self.sources else None

    @property
    def trigger(self) -> str:
        return words_of(self.reading.article.text, self.event.trigger)

    @property
    def actors(self) -> tuple[str, ...]:
        return tuple(self._name(participant) for participant in self.event.actors)

    @property
    def recipients(self) -> tuple[str, ...]:
        return tuple(self._name(participant) for participant in self.event.recipients)

    @property
    def according_to(self) -> str:
        """The chain for people, nearest first: "Hoshyar Zebari, according to Reuters"."""
        if not self.sources:
            return f"{self.reading.article.publisher or 'the article'} (own voice)"
        return ", according to ".join(name or "an unnamed source" for name in self.speakers)

    def _name(self, participant: Participant) -> str:
        entity = self.reading.entities_by_id.get(participant.entity or "")
        return entity.name if entity else participant.span.of(self.reading.article.text)

    def _speaker(self, attribution: Attribution) -> str | None:
        entity = self.reading.entities_by_id.get(attribution.speaker or "")
        if entity:
            return entity.name
        return words_of(self.reading.article.text, attribution.source) if attribution.source else None

    def __str__(self) -> str:
        who = ", ".join(self.actors) or "?"
        whom = f" → {', '.join(self.recipients)}" if self.recipients else ""
        code = ":".join(filter(None, (self.event.type, self.event.mode)))
        return f"{who} [{code} “{self.trigger}”]{whom}: {self.factuality}, according to {self.according_to}"
