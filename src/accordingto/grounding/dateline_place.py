"""The dateline's city as the place of what the lead tells in the report's own voice, where nothing speaks against it.

"LIMA, Peru (ANS) - Police arrested two editors on Monday": in Lima. A speaker's place is not the event's place, so
what somebody only tells has none from here, and neither has an act of, or on, another country's people or a lead that
names a place in another country.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from accordingto.grounding.places import place_of
from accordingto.model.article import Article, PartRole
from accordingto.model.attribution import Attribution
from accordingto.model.entity import Entity
from accordingto.model.event import EventMention
from accordingto.model.place import Place, PlacePrecision
from accordingto.model.span import Span, any_covers, any_overlap

_ELSEWHERE: Final = frozenset({"MOVE", "CONSULT", "AID", "COOPERATE"})
"""Types whose place is as often where somebody goes as where the report was written."""

_POINTS: Final = frozenset({PlacePrecision.CITY, PlacePrecision.SITE})


@dataclass(frozen=True, slots=True)
class Grounded:
    """What an article's words were found to point to."""

    places: tuple[Place, ...]
    entities: tuple[Entity, ...]


def with_dateline_place(
    article: Article, events: Sequence[EventMention], attributions: Sequence[Attribution], grounded: Grounded
) -> tuple[EventMention, ...]:
    """The events, those of the lead that name no place of their own at the dateline's; `place_words` stay None."""
    dateline, lead = _dateline_and_lead(article)
    if dateline is None or lead is None:
        return tuple(events)
    place = _city_of(dateline, grounded.places)
    if place is None or _names_another_country(lead, place, grounded.places):
        return tuple(events)
    told = tuple(span for attribution in attributions for span in attribution.content)
    foreign = {one.id for one in grounded.entities if one.country not in {None, place.country}}
    return tuple(
        replace(event, place=place.id)
        if _happens_there(event, lead, told) and not foreign & _participants(event)
        else event
        for event in events
    )


def _participants(event: EventMention) -> set[str | None]:
    return {participant.entity for participant in (*event.actors, *event.recipients)}


def _dateline_and_lead(article: Article) -> tuple[Span | None, Span | None]:
    """The dateline and the paragraph that it stands before; None for what is not there."""
    parts = sorted(article.parts, key=lambda part: part.span)
    for position, part in enumerate(parts):
        if part.role is PartRole.DATELINE:
            after = (later.span for later in parts[position + 1 :] if later.role is PartRole.BODY)
            return part.span, next(after, None)
    return None, None


def _city_of(dateline: Span, places: Sequence[Place]) -> Place | None:
    identity = place_of(tuple(places), dateline)
    found = next((place for place in places if place.id == identity), None)
    return found if found is not None and found.precision in _POINTS else None


def _names_another_country(lead: Span, place: Place, places: Sequence[Place]) -> bool:
    """True where the lead names a place that is not in the dateline's country: GENEVA - Rebels *in Mali* …"""
    others = (other for other in places if other.country is None or other.country != place.country)
    return any(any_overlap(other.mentions, (lead,)) for other in others)


def _happens_there(event: EventMention, lead: Span, told: tuple[Span, ...]) -> bool:
    trigger = event.trigger[0]
    if event.place is not None or event.place_words is not None or event.type in _ELSEWHERE:
        return False
    return any_covers((lead,), trigger) and not any_covers(told, trigger)
