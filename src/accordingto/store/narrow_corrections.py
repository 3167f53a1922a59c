"""What people corrected, put into the narrow rows before they become columns, as it is laid over whole claims."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from sqlalchemy import Connection, select

from accordingto.model.incident import Slot
from accordingto.store.claim_rows import ACTOR, RECIPIENT
from accordingto.store.corrections import EDITED
from accordingto.store.schema import claims, decisions

Row = Sequence[Any]  # cells of many types

TYPE, MODE, FACTUALITY, COUNTRY, FIRST, LAST = 2, 3, 4, 5, 6, 7
"""Where they stand in a narrow row of a claim."""
_ROLES: Final = {Slot.WHO: ACTOR, Slot.TO_WHOM: RECIPIENT}


@dataclass(frozen=True, slots=True)
class Corrections:
    """Cells by the claim's number, and participants (name and country) by the claim's number and their role."""

    cells: dict[int, dict[int, Any]] = field(default_factory=dict)
    participants: dict[tuple[int, str], list[tuple[str, str | None]]] = field(default_factory=dict)


def corrections_of(connection: Connection) -> Corrections:
    """All that stand, the last one made where there are several of a slot."""
    found = Corrections()
    query = select(claims.c.number, decisions.c.details).join(claims, claims.c.id == decisions.c.subject)
    query = query.where(decisions.c.kind == EDITED, decisions.c.undone_at.is_(None)).order_by(decisions.c.number)
    for number, details in connection.execute(query):
        slot, value = Slot(details["slot"]), details["value"]
        if slot in _ROLES:
            found.participants[number, _ROLES[slot]] = [(each["name"], each["country"]) for each in value]
        else:
            found.cells.setdefault(number, {}).update(_cells(slot, value))
    return found


def corrected_claims(rows: Sequence[Row], found: Corrections) -> Sequence[Row]:
    """The narrow rows with the cells that were corrected."""
    if not found.cells:
        return rows
    return [_with(row, found.cells[row[0]]) if row[0] in found.cells else row for row in rows]


def corrected_participants(
    rows: Sequence[Row], parties: Sequence[Row], found: Corrections
) -> tuple[list[Row], list[Row]]:
    """The rows of participants and those of parties, in which corrected ones stand under ids of their own."""
    kept = [row for row in rows if (row[0], row[1]) not in found.participants] if found.participants else list(rows)
    named: dict[tuple[str, str | None], str] = {}
    for (claim, role), names in found.participants.items():
        for name in names:
            kept.append((claim, role, named.setdefault(name, f"corrected {len(named)}")))
    return kept, [*parties, *((id_, *name) for name, id_ in named.items())]


def _with(row: Row, cells: dict[int, Any]) -> Row:
    return [cells.get(place, cell) for place, cell in enumerate(row)]


def _cells(slot: Slot, value: Any) -> dict[int, Any]:  # of JSON; which type depends on the slot
    if slot is Slot.WHAT:
        return {TYPE: value["type"], MODE: value["mode"]}
    if slot is Slot.WHETHER:
        return {FACTUALITY: value}
    if slot is Slot.WHEN:
        return {FIRST: value["start"], LAST: value["end"]}
    return {COUNTRY: value["country"]} if slot is Slot.WHERE else {}
