"""Which connection a step of a store runs on: the open transaction's, or one of its own."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from sqlalchemy import Connection, Engine

from accordingto.store import transactions
from accordingto.store.recent import RecentClaims


class Session:
    """The connections of one store. A transaction belongs to the thread that opened it."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self.recent = RecentClaims()
        self._open: ContextVar[Connection | None] = ContextVar("open", default=None)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """The open transaction's connection, else one for reading."""
        current = self._open.get()
        if current is not None:
            yield current
            return
        with transactions.reading(self.engine) as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """The open transaction's connection, else that of one which ends with the block."""
        current = self._open.get()
        if current is not None:
            yield current
            return
        with transactions.writing(self.engine) as connection:
            token = self._open.set(connection)
            try:
                yield connection
            except BaseException:
                self.recent.clear()
                raise
            finally:
                self._open.reset(token)
