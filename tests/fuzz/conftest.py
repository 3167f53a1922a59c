"""A store to break commands on."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.web.records import fill

from accordingto.store.open import open_store


@pytest.fixture(scope="session")
def filled_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of a few invented reports, made once, to be copied."""
    path = tmp_path_factory.mktemp("broken") / "record.db"
    store = open_store(str(path), create=True)
    fill(store)
    store.close()
    return path
