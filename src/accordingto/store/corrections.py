"""What people corrected in claims, laid over them as they are read. The rows of the claims stay as they were."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, Final

from sqlalchemy import Connection, select

from accordingto.model.claim import Factuality
from accordingto.model.incident import Slot
from accordingto.model.reported import Count, Location, Party, Period, ReportedClaim
from accordingto.model.when import TimePrecision
from accordingto.store.among import IDS, among, listed
from accordingto.store.schema import decisions

EDITED: Final = "edit"
"""The kind of a person's decision that a slot of a claim holds something else."""

_STANDING: Final = (
    select(decisions.c.subject, decisions.c.details)
    .where(decisions.c.kind == EDITED, decisions.c.undone_at.is_(None), among(decisions.c.subject))
    .order_by(decisions.c.number)
)

Value = Any  # of JSON; which type depends on the slot
Claims = Sequence[ReportedClaim]


def corrected(connection: Connection, claims: Claims) -> tuple[ReportedClaim, ...]:
    """The claims with each standing correction in its slot, the last one made where there are several."""
    made: dict[str, list[tuple[Slot, Value]]] = {}
    for row in connection.execute(_STANDING, {IDS: listed(claim.id for claim in claims)}).all():
        made.setdefault(row.subject, []).append((Slot(row.details["slot"]), row.details["value"]))
    if not made:
        return tuple(claims)
    return tuple(_with(claim, made[claim.id]) if claim.id in made else claim for claim in claims)


def _with(claim: ReportedClaim, corrections: list[tuple[Slot, Value]]) -> ReportedClaim:
    for slot, value in corrections:
        claim = _PUT[slot](claim, value)
    return claim


def _put_when(claim: ReportedClaim, value: Value) -> ReportedClaim:
    start, end = date.fromisoformat(value["start"]), date.fromisoformat(value["end"])
    return replace(claim, when=Period(start, end, TimePrecision(value["precision"])))


def _party(value: Value) -> Party:
    return Party(value["name"], value["kind"], value["country"], tuple(value["sectors"]))


_PUT: Final[dict[Slot, Callable[[ReportedClaim, Value], ReportedClaim]]] = {
    Slot.WHETHER: lambda claim, value: replace(claim, factuality=Factuality(value)),
    Slot.WHAT: lambda claim, value: replace(claim, type=value["type"], mode=value["mode"]),
    Slot.WHO: lambda claim, value: replace(claim, actors=tuple(map(_party, value))),
    Slot.TO_WHOM: lambda claim, value: replace(claim, recipients=tuple(map(_party, value))),
    Slot.WHEN: _put_when,
    Slot.WHERE: lambda claim, value: replace(claim, place=Location(value["name"], value["country"])),
    Slot.HOW_MANY: lambda claim, value: replace(
        claim, counts=tuple(Count(each["kind"], each["low"], each["high"]) for each in value)
    ),
}
