"""What one store hands to another: its readings with where they were found, and what people decided."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select

from accordingto.store.decisions import Decision, decisions_on
from accordingto.store.schema import articles, decisions, readings, tombstones, tracks, versions
from accordingto.store.sighting import Provenance
from accordingto.store.store import Store
from accordingto.store.values import Row, in_utc, insert, next_number


@dataclass(frozen=True, slots=True)
class Carried:
    """One reading as it was stored: the object of the contract, what made it, and the hash of the file."""

    content: dict[str, Any]  # an object of JSON
    provenance: Provenance
    raw_hash: str | None


def readings_in_order(store: Store) -> Iterator[Carried]:
    """Every reading in the order of adding, older ones too, one in memory at once."""
    with store._session.reading() as connection:
        numbers = connection.execute(select(readings.c.number).order_by(readings.c.number)).scalars().all()
    query = select(readings, articles.c.raw_hash).join(articles, articles.c.id == readings.c.article)
    for number in numbers:
        with store._session.reading() as connection:
            row = connection.execute(query.where(readings.c.number == number)).one()
        provenance = Provenance(row.program, row.reader, dict(row.models))
        yield Carried(json.loads(row.content), provenance, row.raw_hash)


def sightings_in_order(store: Store) -> tuple[tuple[str, str], ...]:
    """Each article with an address that showed it, in the order in which they were found."""
    query = select(versions.c.article, versions.c.address).order_by(
        versions.c.added_at, versions.c.version, versions.c.address
    )
    with store._session.reading() as connection:
        return tuple((row.article, row.address) for row in connection.execute(query))


def carry_decision(store: Store, made: Decision) -> tuple[Decision, bool]:
    """The decision as it stands in this store now, and whether it is new here."""
    with store._session.writing() as connection:
        for known in decisions_on(connection, made.subject, undone=True):
            if _is_same(made, known):
                return known, False
        number = next_number(connection, decisions)
        row: Row = {
            "number": number,
            "person": made.person,
            "decided_at": made.decided_at,
            "kind": made.kind,
            "subject": made.subject,
            "details": made.details,
            "undone_at": made.undone_at,
        }
        insert(connection, decisions, [row])
    return Decision(**row), True


def carry_others(source: Store, target: Store) -> None:
    """Copy the tombstones and tracks that the target has not."""
    with source._session.reading() as reading, target._session.writing() as writing:
        for table, moment in ((tombstones, "forgotten_at"), (tracks, "saved_at")):
            known = [_content(dict(row), moment) for row in writing.execute(select(table)).mappings()]
            for row in reading.execute(select(table).order_by(table.c.number)).mappings():
                content = _content(dict(row), moment)
                if content not in known:
                    insert(writing, table, [content | {"number": next_number(writing, table)}])


def _content(row: Row, moment: str) -> Row:
    content = {name: value for name, value in row.items() if name != "number"}
    return content | {name: _moment(content[name]) for name in (moment, "dropped_at") if name in content}


def _moment(value: datetime | None) -> datetime | None:
    return None if value is None else in_utc(value)


def _is_same(left: Decision, right: Decision) -> bool:
    return (left.person, left.decided_at, left.kind, left.details) == (
        right.person,
        right.decided_at,
        right.kind,
        right.details,
    )
