"""The reading room over a small store."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from playwright.sync_api import Browser
from tests.web.browser import a_browser
from tests.web.records import fill

from accordingto.store.open import open_store
from accordingto.store.store import Store
from accordingto.web.app import create_app


@pytest.fixture(scope="session")
def filled_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of a few invented reports, made once, to be copied."""
    path = tmp_path_factory.mktemp("room") / "record.db"
    store = open_store(str(path), create=True)
    fill(store)
    store.close()
    return path


@pytest.fixture
def room_store(filled_file: Path, tmp_path: Path) -> Iterator[Store]:
    """An open store of a few invented reports."""
    shutil.copy(filled_file, tmp_path / "room.db")
    store = open_store(str(tmp_path / "room.db"))
    yield store
    store.close()


@pytest.fixture
def room(room_store: Store) -> TestClient:
    """A visitor of the reading room over that store."""
    return TestClient(create_app(room_store), base_url="http://127.0.0.1")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Chromium, started once a file of tests; the tests are skipped where there is none."""
    with a_browser() as found:
        yield found
