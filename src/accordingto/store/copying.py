"""A whole store -> another place, as it was at one moment, while others go on writing."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Final

from sqlalchemy import Connection, select

from accordingto.model.errors import StoreError
from accordingto.store.engines import engine_of, shown
from accordingto.store.open import open_store
from accordingto.store.schema import TABLES
from accordingto.store.store import Store
from accordingto.store.transactions import writing
from accordingto.store.values import chunks

ROWS_AT_ONCE: Final = 1000


def back_up(store: Store, target: str) -> None:
    """Copy the store to a new file, or into an empty PostgreSQL database. Raises StoreError where something is there.

    From SQLite to a file the pages are copied by SQLite itself; otherwise row by row, in one transaction that sees one
    moment of the store. A PostgreSQL store in a file is an SQLite store like any other: its portable form.
    """
    source, to = store._session.engine, engine_of(target)
    both_files = source.dialect.name == to.dialect.name == "sqlite"
    if to.dialect.name == "sqlite" and Path(str(to.url.database)).exists():
        raise StoreError(f"There is a file at {shown(to)} already. Give a name that is free.")
    if both_files:
        _copy_pages(str(source.url.database), Path(str(to.url.database)))
        return
    made = open_store(target, create=True)
    with source.connect().execution_options(**_ONE_MOMENT[source.dialect.name]) as reading, writing(to) as connection:
        _copy_rows(reading, connection, made.name)
    made.close()


_ONE_MOMENT: Final = {"sqlite": {}, "postgresql": {"isolation_level": "REPEATABLE READ"}}
"""A transaction of SQLite sees one moment as it is."""


def _copy_pages(source: str, target: Path) -> None:
    """All pages in one step, so that no writer comes between; under another name until they are there."""
    partial = target.with_name(f"{target.name}.partial")
    partial.unlink(missing_ok=True)
    with closing(sqlite3.connect(source)) as reading, closing(sqlite3.connect(partial)) as writing_:
        reading.backup(writing_, pages=-1)
        writing_.execute("PRAGMA journal_mode = DELETE")  # one file, with no log beside it
    partial.rename(target)


def _copy_rows(source: Connection, target: Connection, name: str) -> None:
    if any(target.execute(select(table).limit(1)).first() is not None for table in TABLES):
        raise StoreError(f"{name} holds a store already. Give an empty database, or: accordingto store merge")
    for table in TABLES:
        rows = source.execute(select(table).order_by(*table.primary_key.columns), execution_options=_STREAMED)
        for chunk in chunks(rows.mappings(), ROWS_AT_ONCE):
            target.execute(table.insert(), [dict(row) for row in chunk])


_STREAMED: Final = {"yield_per": ROWS_AT_ONCE}
