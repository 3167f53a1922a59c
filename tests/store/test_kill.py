"""Killed while adding: the store opens, nothing is lost that was said to be added, nothing is there twice.

`make test-kill` does it a hundred times; the everyday run, twenty.
"""

from __future__ import annotations

import os
import random
import sqlite3
import sys
import time
from pathlib import Path

import pytest
from tests.store.adding import check, said_in, start
from tests.store.conftest import an_empty_database

from accordingto.store.open import open_store

KILLS = int(os.environ.get("KILLS", "20"))
REPORTS = range(400)

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL on this system")


@pytest.mark.parametrize("seed", range(KILLS))
def test_killed_at_any_moment(tmp_path_factory: pytest.TempPathFactory, seed: int) -> None:
    """Four kills go to one store, so that adding goes on from where it was cut off."""
    folder = tmp_path_factory.getbasetemp() / f"killed-{seed // 4}"
    folder.mkdir(exist_ok=True)
    _kill(str(folder / "record.db"), folder / "said", seed)
    with sqlite3.connect(folder / "record.db") as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []


def test_killed_on_postgresql(server: str, tmp_path: Path) -> None:
    where = an_empty_database(server)
    for seed in range(max(4, KILLS // 5)):
        _kill(where, tmp_path / "said", seed)


def _kill(where: str, said: Path, seed: int) -> None:
    """Every fourth kill is while the store is made or opened, the others while reports are added."""
    before = said_in(said)
    process = start(where, REPORTS, said)
    while seed % 4 and process.is_alive() and said_in(said) == before:
        time.sleep(0.005)
    time.sleep(random.Random(seed).uniform(0, 0.2))
    process.kill()
    process.join()
    assert said_in(said) > before or not seed % 4
    store = open_store(where, create=True)
    with store.transaction():  # a server may take a moment to notice that the process is gone
        check(store, said_in(said))
    store.close()
