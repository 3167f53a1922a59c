"""The file of a store before it is opened: nothing here changes a byte of it, whatever it is."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Final

from accordingto.model.errors import StoreError
from accordingto.store.schema import SCHEMA_TABLE

BUSY_SECONDS: Final = 30
"""How long a writer waits for another one, which holds the store for the milliseconds of one article."""

MAKE_ONE: Final = "Make one by adding reports: accordingto add reports/ --store {}"
_MOST_NAMED: Final = 5


def check_file(path: Path, *, create: bool) -> None:
    """Raises StoreError where the file holds no store and none may be made in it: it stays as it is."""
    if path.is_dir():
        raise StoreError(f"{path} is a folder. Give a file in it, such as {path / 'record.db'}.")
    if not path.parent.is_dir():
        raise StoreError(f"Cannot make {path}: there is no folder {path.parent}. Make it first.")
    if not path.exists():
        if not create:
            raise StoreError(f"There is no store at {path}. {MAKE_ONE.format(path)}")
        return
    tables = _tables_in(path)
    if SCHEMA_TABLE in tables:
        return
    if not create:
        raise StoreError(f"{path} holds no store. {MAKE_ONE.format(path)}")
    if tables:
        named = ", ".join(tables[:_MOST_NAMED]) + (" and more" if len(tables) > _MOST_NAMED else "")
        raise StoreError(f"{path} holds tables of another program: {named}. Give a file of its own.")


def may_write(path: Path) -> bool:
    """True where the file and, for the files that SQLite keeps beside it, its folder may be written."""
    return os.access(path if path.exists() else path.parent, os.W_OK) and os.access(path.parent, os.W_OK)


def connect_to_read(path: Path) -> sqlite3.Connection:
    """A connection that writes nothing; no other process writes a store without a log beside it, as on a disc.

    Where the folder may be written SQLite shares a lock with writers, so a store in use is read as it is then.
    """
    is_alone = not may_write(path) and not path.with_name(f"{path.name}-wal").exists()
    options = "mode=ro&immutable=1" if is_alone else "mode=ro"
    address = f"{path.absolute().as_uri()}?{options}"
    return sqlite3.connect(address, uri=True, timeout=BUSY_SECONDS, check_same_thread=False)


def _tables_in(path: Path) -> list[str]:
    """The names of the tables of the file, in order."""
    query = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name"
    try:
        with closing(connect_to_read(path)) as connection:
            return [name for (name,) in connection.execute(query)]
    except sqlite3.OperationalError as error:
        raise StoreError(f"{path} cannot be read: {error}. Is it whole, and may you read it?") from None
    except sqlite3.DatabaseError:
        raise StoreError(
            f"{path} is no store, nor any database of SQLite. Give the file that `accordingto add` made with --store, "
            "or for a new store a name that is not taken."
        ) from None
