"""What incidents are listed under, and how many under each value; only what changes is written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from typing import Final, NamedTuple

from sqlalchemy import Connection, and_, bindparam, delete, select
from sqlalchemy.dialects import postgresql, sqlite

from accordingto.store.among import IDS, among, listed
from accordingto.store.schema import facet_counts, incident_facets
from accordingto.store.values import insert, storable

Value = tuple[str, str]


class FacetRow(NamedTuple):
    """A row of `incident_facets`."""

    facet: str
    value: str
    newest: int
    incident: str
    by_dispute: int | None = None
    by_doubt: int | None = None


_ROWS: Final = select(*(incident_facets.c[name] for name in FacetRow._fields)).where(among(incident_facets.c.incident))


def replace_facets(connection: Connection, incidents: Iterable[str], rows: Collection[FacetRow]) -> None:
    """Make the rows of the incidents these, and keep the counts of values right."""
    wanted = {FacetRow(*(storable(field) for field in row)) for row in rows}
    found = _rows_of(connection, incidents)
    old, new = found - wanted, wanted - found
    _remove(connection, old)
    insert(connection, incident_facets, [row._asdict() for row in sorted(new, key=lambda row: row[:4])])
    change = Counter((row.facet, row.value) for row in new)
    change.subtract((row.facet, row.value) for row in old)
    _count(connection, {value: number for value, number in change.items() if number})


def counts_of(connection: Connection, facets: Iterable[str]) -> dict[Value, int]:
    """How many incidents are listed under each value of these facets."""
    query = select(facet_counts).where(facet_counts.c.facet.in_(list(facets)), facet_counts.c.incidents > 0)
    return {(row.facet, row.value): row.incidents for row in connection.execute(query)}


def count_of(connection: Connection, value: Value) -> int:
    """How many incidents are listed under the value of a facet."""
    query = select(facet_counts.c.incidents).where(facet_counts.c.facet == value[0], facet_counts.c.value == value[1])
    return connection.execute(query).scalar() or 0


def _rows_of(connection: Connection, incidents: Iterable[str]) -> set[FacetRow]:
    return {FacetRow(*row) for row in connection.execute(_ROWS, {IDS: listed(incidents)}).all()}


def _remove(connection: Connection, rows: Collection[FacetRow]) -> None:
    if rows:
        names = ("facet", "value", "newest", "incident")
        is_it = and_(*(incident_facets.c[name] == bindparam(f"_{name}") for name in names))
        connection.execute(
            delete(incident_facets).where(is_it), [{f"_{name}": getattr(row, name) for name in names} for row in rows]
        )


def _count(connection: Connection, change: dict[Value, int]) -> None:
    if not change:
        return
    statement = (sqlite if connection.dialect.name == "sqlite" else postgresql).insert(facet_counts)
    added = facet_counts.c.incidents + statement.excluded.incidents
    connection.execute(
        statement.on_conflict_do_update(index_elements=["facet", "value"], set_={"incidents": added}),
        [{"facet": facet, "value": value, "incidents": number} for (facet, value), number in sorted(change.items())],
    )
