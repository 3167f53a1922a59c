"""What was forgotten: rows that say that it was, and why, and nothing of what it said."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import select

from accordingto.store.schema import tombstones
from accordingto.store.store import Store
from accordingto.store.values import in_utc, insert, next_number


class TombstoneKind(StrEnum):
    """What was forgotten."""

    ARTICLE = "article"
    PERSON = "person"


@dataclass(frozen=True, slots=True)
class Tombstone:
    """`subject` is the id of an article, or the label that stands for a person; `marks` are hashes to know it again."""

    kind: TombstoneKind
    subject: str
    marks: tuple[str, ...]
    reason: str
    person: str
    salt: str | None = None
    forgotten_at: datetime | None = None


def save_tombstone(store: Store, tombstone: Tombstone) -> None:
    """Keep the tombstone, with the moment."""
    with store._session.writing() as connection:
        row: dict[str, Any] = {  # the values of a row have no common type
            "number": next_number(connection, tombstones),
            "kind": tombstone.kind.value,
            "subject": tombstone.subject,
            "marks": list(tombstone.marks),
            "salt": tombstone.salt,
            "reason": tombstone.reason,
            "person": tombstone.person,
            "forgotten_at": store._clock(),
        }
        insert(connection, tombstones, [row])


def tombstones_of(store: Store, kind: TombstoneKind) -> tuple[Tombstone, ...]:
    """All of that kind, in order."""
    query = select(tombstones).where(tombstones.c.kind == kind.value).order_by(tombstones.c.number)
    with store._session.reading() as connection:
        return tuple(
            Tombstone(kind, row.subject, tuple(row.marks), row.reason, row.person, row.salt, in_utc(row.forgotten_at))
            for row in connection.execute(query)
        )
