"""FILE|URL -> an engine whose connections are set up as the store needs them."""

from __future__ import annotations

import json
import time
from importlib.util import find_spec
from pathlib import Path
from sqlite3 import Connection as SQLiteConnection
from sqlite3 import OperationalError
from typing import Any, Final

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError

from accordingto.model.errors import InstallationError, StoreError
from accordingto.store.files import BUSY_SECONDS, connect_to_read, may_write

WRITING: Final = "writing"
"""The option of a connection whose transaction takes the writers' lock at its start."""

_WAL_TRIES: Final = 50
_POSTGRESQL: Final = frozenset({"postgres", "postgresql", "postgresql+psycopg"})
_WRITERS_LOCK: Final = 7_236_671_005  # any number that other programs on the server are unlikely to use


def engine_of(where: str) -> Engine:
    """The engine for a file, or for the URL of a PostgreSQL database. Raises StoreError where it is neither.

    Nothing is opened yet, and no file made.
    """
    if "://" not in where:
        return _sqlite_engine(Path(where))
    try:
        url = make_url(where)
    except (ArgumentError, ValueError):
        raise StoreError(f"Cannot read {where!r} as the address of a store. {_FORMS}") from None
    if url.drivername in _POSTGRESQL:
        return _postgresql_engine(url.set(drivername="postgresql+psycopg"))
    if url.drivername == "sqlite" and url.database:
        return _sqlite_engine(Path(url.database))
    raise StoreError(f"Cannot keep a store in {url.drivername!r}. {_FORMS}")


_FORMS: Final = "Give a file, such as record.db, or a database, such as postgresql://name:password@host/database."


def shown(engine: Engine) -> str:
    """The store's address for people, without a password."""
    if engine.dialect.name == "sqlite":
        return str(engine.url.database)
    return engine.url.set(drivername="postgresql").render_as_string(hide_password=True)


def _sqlite_engine(path: Path) -> Engine:
    url = URL.create("sqlite+pysqlite", database=str(path.absolute()))
    if may_write(path):
        engine = create_engine(url, connect_args={"timeout": BUSY_SECONDS}, json_deserializer=_from_json)
        event.listen(engine, "connect", _set_up)
    else:
        engine = create_engine(url, creator=lambda: connect_to_read(path), json_deserializer=_from_json)
        event.listen(engine, "connect", _set_up_to_read)
    event.listen(engine, "begin", _begin_in_sqlite)
    return engine


def _from_json(text: str) -> Any:  # a value of JSON
    """The value; most lists of a claim are empty, which is told ten times as fast."""
    return [] if text == "[]" else json.loads(text)


def _set_up(connection: SQLiteConnection, _record: object) -> None:
    """Transactions are begun by us; a commit is on the disk when it returns; 64 MiB of pages are kept in memory."""
    _set_up_to_read(connection, _record)
    _use_write_ahead_log(connection)
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA synchronous = FULL")


def _set_up_to_read(connection: SQLiteConnection, _record: object) -> None:
    connection.isolation_level = None
    connection.execute("PRAGMA cache_size = -65536")


def _use_write_ahead_log(connection: SQLiteConnection) -> None:
    """Readers and one writer at once. The switch of a new file does not wait for another process's, so we do."""
    for tries in range(_WAL_TRIES):
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except OperationalError as error:
            if "locked" not in str(error) or tries == _WAL_TRIES - 1:
                raise
            time.sleep(0.1)
        else:
            return


def _begin_in_sqlite(connection: Connection) -> None:
    is_writing = connection.get_execution_options().get(WRITING, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if is_writing else "BEGIN")


def _postgresql_engine(url: URL) -> Engine:
    if find_spec("psycopg") is None:
        raise InstallationError(
            "Cannot open a PostgreSQL store: psycopg is not installed. Install it: pip install 'accordingto[postgres]'"
        )
    engine = create_engine(url)
    event.listen(engine, "begin", _begin_in_postgresql)
    return engine


def _begin_in_postgresql(connection: Connection) -> None:
    """Writers come one after another, so that each finds candidates among all that was added before."""
    if connection.get_execution_options().get(WRITING, False):
        connection.exec_driver_sql(f"SET LOCAL lock_timeout = '{BUSY_SECONDS}s'")
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_WRITERS_LOCK})")
