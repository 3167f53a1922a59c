"""Saved questions: added and dropped, never changed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select, update

from accordingto.store.schema import tracks
from accordingto.store.store import Store
from accordingto.store.values import in_utc, insert, next_number


@dataclass(frozen=True, slots=True)
class StoredTrack:
    """A question by its name, who saved it and when."""

    name: str
    question: dict[str, Any]  # an object of JSON
    person: str
    saved_at: datetime


def save_track(store: Store, name: str, question: dict[str, Any], person: str) -> StoredTrack:
    """The track, which is in the store now; one of its name before is dropped."""
    with store._session.writing() as connection:
        moment = in_utc(store._clock())
        standing = (tracks.c.name == name) & tracks.c.dropped_at.is_(None)
        connection.execute(update(tracks).where(standing).values(dropped_at=moment))
        row = {"name": name, "question": question, "person": person, "saved_at": moment}
        insert(connection, tracks, [row | {"number": next_number(connection, tracks), "dropped_at": None}])
    return StoredTrack(name, question, person, moment)


def drop_track(store: Store, name: str) -> bool:
    """True where a track of that name stood, which is dropped now."""
    with store._session.writing() as connection:
        standing = (tracks.c.name == name) & tracks.c.dropped_at.is_(None)
        return connection.execute(update(tracks).where(standing).values(dropped_at=store._clock())).rowcount > 0


def tracks_of(store: Store) -> tuple[StoredTrack, ...]:
    """The tracks that stand, by name."""
    query = select(tracks).where(tracks.c.dropped_at.is_(None)).order_by(tracks.c.name)
    with store._session.reading() as connection:
        return tuple(
            StoredTrack(row.name, row.question, row.person, in_utc(row.saved_at)) for row in connection.execute(query)
        )
