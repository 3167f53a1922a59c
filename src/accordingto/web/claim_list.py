"""Claims as rows of a table and as objects, the same on every page that lists them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Final

from accordingto.model.reported import Count, Party, ReportedClaim
from accordingto.store.store import Store
from accordingto.store.values import chunks
from accordingto.web.siblings import Cell
from accordingto.web.words import according_to

COLUMNS: Final = (
    "claim", "incident", "report", "publisher", "published", "title", "type", "mode", "factuality", "commitment",
    "actors", "recipients", "according_to", "place", "country", "latitude", "longitude", "place_precision",
    "first_day", "last_day", "day_precision", "counts", "trigger", "sentence", "start", "score",
)  # fmt: skip
SEPARATOR: Final = " | "
CHUNK: Final = 500

Listed = tuple[ReportedClaim, str | None]


def with_incidents(store: Store, claims: Iterable[ReportedClaim]) -> Iterator[Listed]:
    """Each claim with the incident that it belongs to, some hundreds in memory at once."""
    for chunk in chunks(claims, CHUNK):
        incidents = store.incidents_of(claim.id for claim in chunk)
        yield from ((claim, incidents.get(claim.id)) for claim in chunk)


def row_of(listed: Listed) -> tuple[Cell, ...]:
    """The claim as a row of `COLUMNS`."""
    claim, incident = listed
    place, when = claim.place, claim.when
    return (
        claim.id, incident, claim.article, claim.publisher, _day(claim.published), claim.title,
        claim.type, claim.mode, str(claim.factuality), claim.commitment,
        _names(claim.actors), _names(claim.recipients), according_to(claim),
        *((place.name, place.country, place.latitude, place.longitude, place.precision) if place else (None,) * 5),
        *((_day(when.start), _day(when.end), str(when.precision)) if when else (None,) * 3),
        SEPARATOR.join(map(_count, claim.counts)), claim.trigger, claim.sentence, claim.start, claim.score,
    )  # fmt: skip


def object_of(listed: Listed) -> dict[str, Any]:  # a JSON object: values of many types
    """The claim as an object with the columns' names; lists of names are lists."""
    claim, _ = listed
    found = dict(zip(COLUMNS, row_of(listed), strict=True))
    chain = [hop.speaker.name if hop.speaker else None for hop in claim.hops]
    lists = {"actors": [each.name for each in claim.actors], "recipients": [each.name for each in claim.recipients]}
    counts = [{"kind": each.kind, "low": each.low, "high": each.high} for each in claim.counts]
    return found | lists | {"chain": chain, "counts": counts}


def _names(parties: Iterable[Party]) -> str:
    return SEPARATOR.join(party.name for party in parties)


def _day(value: object) -> str | None:
    return None if value is None else str(value)


def _count(count: Count) -> str:
    low, high = ("?" if bound is None else str(bound) for bound in (count.low, count.high))
    return f"{low} {count.kind}" if low == high else f"{low}-{high} {count.kind}"
