"""Transactions: many readers, one writer at a time, and errors of the database told as the store's."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DatabaseError, OperationalError

from accordingto.model.errors import StoreError
from accordingto.store.engines import WRITING, shown
from accordingto.store.files import BUSY_SECONDS

WRITE_TRIES: Final = 4
"""Times that a writer waits for the lock before it gives up: two minutes in all."""

_WAITED: Final = ("locked", "busy", "lock timeout")


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """A connection that sees the store as it is now, and goes on seeing it so."""
    with _told(engine), engine.begin() as connection:
        yield connection


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """The connection of the one writer. All is committed at the end, or nothing where an error leaves the block."""
    with _told(engine), engine.connect().execution_options(**{WRITING: True}) as connection:
        _take_the_lock(connection, engine)
        try:
            yield connection
        except BaseException:
            connection.rollback()
            raise
        connection.commit()


def _take_the_lock(connection: Connection, engine: Engine) -> None:
    for _ in range(WRITE_TRIES):
        try:
            connection.begin()
        except OperationalError as error:
            connection.rollback()
            if not any(words in str(error) for words in _WAITED):
                raise
        else:
            return
    seconds = WRITE_TRIES * BUSY_SECONDS
    raise StoreError(f"{shown(engine)} was held by another process for {seconds} seconds. Try again when it is done.")


@contextmanager
def _told(engine: Engine) -> Iterator[None]:
    """What goes wrong with the store as a whole becomes a StoreError; a row that does not fit stays what it is."""
    try:
        yield
    except DatabaseError as error:
        if type(error) in {DatabaseError, OperationalError}:
            raise StoreError(_in_words(_first_line(error), shown(engine))) from error
        raise


def _in_words(reason: str, name: str) -> str:
    if "readonly database" in reason:
        return (
            f"{name} may only be read: the file, its folder or the disk is write-protected. Copy it to where you may "
            "write, or get the right to write it."
        )
    return f"{name}: {reason}"


def _first_line(error: DatabaseError) -> str:
    return (str(error.orig).strip().splitlines() or ["unknown error of the database"])[0]
