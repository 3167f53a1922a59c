"""The JSON Lines contract: one object a reading, "accordingto.reading/1".

Optional things are null or empty, never left out; spans are `[start, end]` in code points of `article.text`.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, partial
from importlib.metadata import version
from typing import TYPE_CHECKING, Any

from accordingto.model.article import Article
from accordingto.model.attribution import Anonymity, Attribution
from accordingto.model.entity import Entity
from accordingto.model.event import EventMention, Participant, Quantity
from accordingto.model.place import Place
from accordingto.model.span import Span
from accordingto.model.when import When

if TYPE_CHECKING:
    from accordingto.model.reading import Reading

_own_version = cache(partial(version, "accordingto"))
"""The version of this program, which is looked for on the disk once."""

READING_FORMAT = "accordingto.reading/1"

Row = dict[str, Any]  # a JSON object: values of many types


def reading_to_dict(reading: Reading) -> Row:
    """The whole reading as one JSON object."""
    return {
        "format": READING_FORMAT,
        "article": article_to_dict(reading.article),
        "attributions": [_attribution(attribution) for attribution in reading.attributions],
        "events": [_event(event) for event in reading.events],
        "claims": [
            {
                "id": claim.id,
                "event": claim.event,
                "chain": list(claim.chain),
                "factuality": claim.factuality,
                "commitment": claim.commitment,
            }
            for claim in reading.claim_rows
        ],
        "entities": [_entity(entity) for entity in reading.entities],
        "places": [_place(place) for place in reading.places],
        "times": [_when(when) for when in reading.times],
        "notes": list(reading.notes),
        "provenance": {"accordingto": _own_version(), "models": dict(reading.models)},
    }


def article_to_dict(article: Article) -> Row:
    """The article of a reading in the form of the contract."""
    return {
        "id": article.id,
        "path": article.path,
        "url": article.url,
        "title": article.title,
        "publisher": article.publisher,
        "published": article.published.isoformat() if article.published else None,
        "byline": list(article.byline),
        "language": article.language,
        "text": article.text,
        "parts": [{"role": part.role, "span": _span(part.span)} for part in article.parts],
        "republished_from": [
            {"publisher": earlier.publisher, "span": _optional_span(earlier.span)}
            for earlier in article.republished_from
        ],
    }


def _attribution(attribution: Attribution) -> Row:
    return {
        "id": attribution.id,
        "source": _spans(attribution.source),
        "cue": _spans(attribution.cue),
        "content": _spans(attribution.content),
        "form": attribution.form,
        "within": attribution.within,
        "speaker": attribution.speaker,
        "channel": [{"entity": channel.entity, "span": _span(channel.span)} for channel in attribution.channel],
        "score": attribution.score,
        "act": attribution.act,
        "source_kind": attribution.source_kind,
        "standpoint": attribution.standpoint,
        "anonymity": _anonymity(attribution.anonymity),
    }


def _anonymity(anonymity: Anonymity | None) -> Row | None:
    if anonymity is None:
        return None
    return {"described": _spans(anonymity.described), "reason": _optional_span(anonymity.reason)}


def _event(event: EventMention) -> Row:
    return {
        "id": event.id,
        "trigger": _spans(event.trigger),
        "type": event.type,
        "mode": event.mode,
        "contexts": list(event.contexts),
        "actors": [_participant(actor) for actor in event.actors],
        "recipients": [_participant(recipient) for recipient in event.recipients],
        "place": event.place,
        "when": event.when,
        "quantities": [_quantity(quantity) for quantity in event.quantities],
        "score": event.score,
    }


def _quantity(quantity: Quantity) -> Row:
    return {
        "kind": quantity.kind,
        "low": quantity.low,
        "high": quantity.high,
        "span": _span(quantity.span),
        "of": _optional_span(quantity.of),
        "as_of": quantity.as_of,
        "since": quantity.since,
    }


def _participant(participant: Participant) -> Row:
    return {"entity": participant.entity, "span": _span(participant.span)}


def _entity(entity: Entity) -> Row:
    return {
        "id": entity.id,
        "name": entity.name,
        "kind": entity.kind,
        "country": entity.country,
        "sectors": list(entity.sectors),
        "roles": [
            {"title": role.title, "country": role.country, "span": _optional_span(role.span)} for role in entity.roles
        ],
        "mentions": _spans(entity.mentions),
    }


def _place(place: Place) -> Row:
    return {
        "id": place.id,
        "name": place.name,
        "country": place.country,
        "latitude": place.latitude,
        "longitude": place.longitude,
        "geonameid": place.geonameid,
        "precision": place.precision,
        "mentions": _spans(place.mentions),
    }


def _when(when: When) -> Row:
    return {
        "id": when.id,
        "start": when.start.isoformat() if when.start else None,
        "end": when.end.isoformat() if when.end else None,
        "precision": when.precision,
        "mentions": _spans(when.mentions),
    }


def _span(span: Span) -> list[int]:
    return [span.start, span.end]


def _spans(spans: Iterable[Span]) -> list[list[int]]:
    return [_span(span) for span in spans]


def _optional_span(span: Span | None) -> list[int] | None:
    return None if span is None else _span(span)
