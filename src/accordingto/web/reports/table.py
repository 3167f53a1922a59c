"""The claims of a report as a table."""

from __future__ import annotations

from typing import Final

from accordingto.model.reading import ReadClaim, Reading
from accordingto.model.span import hull
from accordingto.web.chains import chain_of
from accordingto.web.siblings import Cell, Table

COLUMNS: Final = (
    "claim",
    "event",
    "type",
    "mode",
    "trigger",
    "start",
    "end",
    "actors",
    "recipients",
    "place",
    "place_country",
    "when_start",
    "when_end",
    "according_to",
    "factuality",
    "commitment",
)


def claim_table(reading: Reading) -> Table:
    """A row a claim; offsets are code points, the chain runs from the report inwards."""
    return Table(COLUMNS, (_row(reading, claim) for claim in reading.claims))


def _row(reading: Reading, claim: ReadClaim) -> tuple[Cell, ...]:
    event, trigger = claim.event, hull(claim.event.trigger)
    place = reading.places_by_id.get(event.place or "")
    when = reading.times_by_id.get(event.when or "")
    return (
        claim.row.id,
        event.id,
        event.type,
        event.mode,
        claim.trigger,
        trigger.start,
        trigger.end,
        "; ".join(claim.actors),
        "; ".join(claim.recipients),
        place.name if place else None,
        place.country if place else None,
        str(when.start) if when and when.start else None,
        str(when.end) if when and when.end else None,
        " › ".join(strip.name for strip in chain_of(reading, claim.sources)),
        str(claim.factuality),
        claim.commitment,
    )
