"""FILE|URL -> a store, made or brought to the newest schema where need be."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Connection

from accordingto.model.errors import StoreError
from accordingto.store.engines import engine_of, shown
from accordingto.store.files import MAKE_ONE, check_file
from accordingto.store.migrate import found_schema, is_known, migrate, tables_of_others
from accordingto.store.schema import LATEST_SCHEMA
from accordingto.store.store import Clock, Store
from accordingto.store.transactions import reading, writing


def now() -> datetime:
    """The time by the system's clock, in UTC."""
    return datetime.now(UTC)


def open_store(where: str, *, clock: Clock = now, create: bool = False) -> Store:
    """The store in a file or at the URL of a PostgreSQL database, brought to the newest schema.

    `create` makes a store where there is none. Raises StoreError where there is none and `create` is not given, and
    where a newer program or another one wrote it, which stays as it is; InstallationError where psycopg is needed and
    missing. A file that may not be written is opened to be read: what would write to it raises StoreError.
    """
    engine = engine_of(where)
    if engine.dialect.name == "sqlite":
        check_file(Path(str(engine.url.database)), create=create)
    with reading(engine) as connection:
        found = found_schema(connection)
    if found != LATEST_SCHEMA:
        with writing(engine) as connection:
            _bring_up(connection, shown(engine), create=create)
    return Store(engine, clock)


def _bring_up(connection: Connection, name: str, *, create: bool) -> None:
    """Under the writers' lock: another process may have done it since we looked."""
    found = found_schema(connection)
    if found is None and not create:
        raise StoreError(f"{name} holds no store. {MAKE_ONE.format(name)}")
    if found is not None and not is_known(found):
        raise StoreError(
            f"{name} was written by a newer accordingto: its schema is {found!r}, this program knows up to "
            f"{LATEST_SCHEMA!r}. Upgrade: pip install --upgrade accordingto"
        )
    others = tables_of_others(connection) if found is None else ()
    if others:
        raise StoreError(f"{name} holds tables of another program: {', '.join(others)}. Give a database of its own.")
    migrate(connection)
