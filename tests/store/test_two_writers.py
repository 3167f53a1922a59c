"""Two processes that add the same reports at once: as if one had."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.store.adding import add_one, check, said_in, start

from accordingto.model.errors import StoreError
from accordingto.store.engines import engine_of
from accordingto.store.open import open_store
from accordingto.store.transactions import writing

REPORTS = range(30)


def test_two_processes_add_the_same_reports(where: str, tmp_path: Path) -> None:
    """Both find no store and make it; one goes up and the other down, so that they meet."""
    adding = [start(where, numbers, tmp_path / "said") for numbers in (REPORTS, REPORTS[::-1])]
    for process in adding:
        process.join()
    assert [process.exitcode for process in adding] == [0, 0]
    store = open_store(where)
    check(store, said_in(tmp_path / "said"))
    assert store.describe().articles == len(REPORTS)
    alone = open_store(str(tmp_path / "alone.db"), create=True)
    for number in REPORTS:
        add_one(alone, number)
    assert list(store.claims_in_order()) == list(alone.claims_in_order())
    assert store.describe() == alone.describe()
    store.close()
    alone.close()


def test_a_store_that_another_holds_is_waited_for_and_then_given_up(
    where: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_store(where, create=True).close()
    monkeypatch.setattr("accordingto.store.engines.BUSY_SECONDS", 1)
    monkeypatch.setattr("accordingto.store.transactions.WRITE_TRIES", 2)
    store = open_store(where)
    with writing(engine_of(where)), pytest.raises(StoreError, match="held by another process"):
        add_one(store, 1)
    add_one(store, 1)
    assert store.describe().articles == 1
    store.close()


def test_readers_do_not_wait_for_a_writer(where: str) -> None:
    store = open_store(where, create=True)
    add_one(store, 1)
    with writing(engine_of(where)):
        assert store.describe().articles == 1
    store.close()
