"""Checking, copying and merging stores, and steps of the schema up and down."""

from __future__ import annotations

import sqlite3
import threading
from pathlib import Path

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import inspect, text
from tests.store.conftest import an_empty_database, empty
from tests.store.news import add, fill, groups_of, incident_by, reading_by

from accordingto import reviewing
from accordingto.cli.main import run
from accordingto.keeping import check_store, merge_stores
from accordingto.model.contract_reading import reading_from_dict
from accordingto.model.errors import StoreError
from accordingto.store.copying import back_up
from accordingto.store.engines import engine_of
from accordingto.store.migrate import _MIGRATIONS, found_schema
from accordingto.store.open import open_store
from accordingto.store.schema import LATEST_SCHEMA, TABLES
from accordingto.store.store import Store
from accordingto.store.transactions import reading, writing


@pytest.fixture
def filled(store: Store) -> Store:
    fill(store)
    return store


def damage(store: Store, statement: str) -> None:
    """Change a row behind the store's back, where need be without its references."""
    engine = store._session.engine
    if engine.dialect.name == "sqlite":
        with sqlite3.connect(str(engine.url.database)) as connection:
            connection.execute("PRAGMA foreign_keys = OFF")
            connection.execute(statement)
        connection.close()
        return
    with writing(engine) as changing:
        changing.execute(text("SET LOCAL session_replication_role = replica"))
        changing.execute(text(statement))


def test_a_store_that_was_added_to_is_well(filled: Store) -> None:
    assert check_store(filled) == ()


@pytest.mark.parametrize(
    ("statement", "check"),
    [
        ("UPDATE claims SET reading = 99 WHERE number = 1", "references"),
        ("UPDATE articles SET text_hash = 'x' WHERE number = 1", "hashes"),
        ("UPDATE articles SET publisher = 'Other' WHERE number = 1", "hashes"),
        ("UPDATE parties SET name = 'Other' WHERE name LIKE '%Berg%'", "hashes"),
        ("UPDATE readings SET content = replace(content, '\"events\": [', '\"events\": [[0, 9999],')", "offsets"),
        ("UPDATE readings SET content = '{' WHERE number = 1", "readings"),
        ("UPDATE claims SET start = start + 1 WHERE number = 1", "offsets"),
        ("UPDATE claims SET is_current = NOT is_current WHERE number = 1", "is_current"),
        ("UPDATE incident_claims SET incident = 'elsewhere'", "incidents"),
        ("DELETE FROM incident_claims", "summaries"),
        ("UPDATE facet_counts SET incidents = incidents + 1", "summaries"),
        (
            "INSERT INTO families (article, family, reason, made_by) SELECT id, id, '', '' FROM articles LIMIT 1",
            "families",
        ),
    ],
)
def test_what_is_wrong_is_named(filled: Store, statement: str, check: str) -> None:
    damage(filled, statement)
    assert check in {fault.check for fault in check_store(filled)}


def test_a_full_text_index_that_lags_behind_is_named(tmp_path: Path) -> None:
    store = open_store(str(tmp_path / "record.db"), create=True)
    fill(store, "Harbour Post")
    damage(
        store,
        "INSERT INTO articles_fts(articles_fts, rowid, title, text) SELECT 'delete', number, title, text FROM articles",
    )
    assert [fault.check for fault in check_store(store)] == ["full-text index"]
    store.close()


def test_a_reading_comes_back_from_the_store_as_it_went_in(filled: Store) -> None:
    for article in filled.articles_in_order():
        content = filled.reading(article.id)
        assert content is not None
        assert reading_from_dict(content).to_dict() == content


def test_a_backup_is_the_store(filled: Store, tmp_path: Path) -> None:
    """The same rows, on SQLite and from PostgreSQL; and nothing is written over."""
    target = tmp_path / "copy.db"
    back_up(filled, str(target))
    copy = open_store(str(target))
    assert check_store(copy) == ()
    assert list(copy.claims_in_order()) == list(filled.claims_in_order())
    assert copy.describe() == filled.describe()
    assert [each.id for each in copy.search_articles("ambassador")]
    copy.close()
    with pytest.raises(StoreError, match=r"There is a file at .* already"):
        back_up(filled, str(target))


def test_a_backup_goes_back_into_postgresql(server: str, tmp_path: Path) -> None:
    store = open_store(str(tmp_path / "record.db"), create=True)
    fill(store)
    where = an_empty_database(server)
    back_up(store, where)
    copy = open_store(where)
    assert check_store(copy) == ()
    assert list(copy.claims_in_order()) == list(store.claims_in_order())
    with pytest.raises(StoreError, match="holds a store already"):
        back_up(store, where)
    copy.close()
    store.close()
    empty(where)


def test_a_backup_while_another_writes_is_whole(store: Store, tmp_path: Path) -> None:
    fill(store)
    stop = threading.Event()

    def write() -> None:
        version = 0
        while not stop.is_set():
            version = (version + 1) % 7
            add(store, reading_by("Valley Times", version), program=f"test {version}")

    writer = threading.Thread(target=write)
    writer.start()
    try:
        for number in range(3):
            back_up(store, str(tmp_path / f"{number}.db"))
    finally:
        stop.set()
        writer.join()
    for number in range(3):
        copy = open_store(str(tmp_path / f"{number}.db"))
        assert check_store(copy) == ()
        copy.close()


def test_merging_is_as_if_all_had_been_added_to_one(store: Store, tmp_path: Path) -> None:
    fill(store, "Harbour Post", "Valley Times")
    other = open_store(str(tmp_path / "other.db"), create=True)
    fill(other, "Inland Mail", "Coast Courier", "Harbour Post")
    alone = open_store(str(tmp_path / "alone.db"), create=True)
    fill(alone)
    assert merge_stores(store, other) == 2
    assert list(store.claims_in_order()) == list(alone.claims_in_order())
    assert groups_of(store) == groups_of(alone)
    assert check_store(store) == ()
    assert merge_stores(store, other) == 0
    other.close()
    alone.close()


def test_merging_keeps_versions(store: Store, tmp_path: Path) -> None:
    other = open_store(str(tmp_path / "other.db"), create=True)
    for version in (0, 1):
        add(other, reading_by("Valley Times", version))
    merge_stores(store, other)
    address = "https://valley.example/1"
    assert store.versions(address) == other.versions(address)
    assert len(store.versions(address)) == 2
    assert store.describe().older_versions == 1
    other.close()


def test_merging_carries_decisions_once(store: Store, tmp_path: Path) -> None:
    fill(store, "Harbour Post")
    other = open_store(str(tmp_path / "other.db"), create=True)
    fill(other)
    left, right = incident_by(other, "Valley Times"), incident_by(other, "Coast Courier")
    reviewing.merge(other, left, right, "Rita")
    merge_stores(store, other)
    merge_stores(store, other)
    assert groups_of(store) == groups_of(other)
    assert [(each.person, each.kind) for each in store.decisions()] == [("Rita", "merge")]
    assert check_store(store) == ()
    other.close()


def test_the_schema_goes_down_and_up_again(where: str) -> None:
    """Down to the first schema and up, and what the reports say is as it was; down to nothing, and nothing is left."""
    store = open_store(where, create=True)
    fill(store)
    before = list(store.claims_in_order())
    store.close()
    _go(where, "0001", down=True)
    again = open_store(where)
    assert list(again.claims_in_order()) == before
    again.close()
    _go(where, "base", down=True)
    with reading(engine_of(where)) as connection:
        left = set(inspect(connection).get_table_names())
    assert left & {table.name for table in TABLES} == set()
    _go(where, LATEST_SCHEMA)
    with reading(engine_of(where)) as connection:
        assert found_schema(connection) == LATEST_SCHEMA


def _go(where: str, revision: str, *, down: bool = False) -> None:
    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
    with writing(engine_of(where)) as connection:
        config.attributes["connection"] = connection
        (command.downgrade if down else command.upgrade)(config, revision)


def test_the_commands(filled: Store, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    where = filled._session.engine.url.render_as_string(hide_password=False)
    address = str(tmp_path / "record.db") if where.startswith("sqlite") else where.replace("+psycopg", "")
    assert run(["store", "check", "--store", address]) == 0
    assert "All is well: 4 articles" in capsys.readouterr().err
    assert run(["store", "backup", str(tmp_path / "copy.db"), "--store", address]) == 0
    assert run(["store", "merge", address, str(tmp_path / "copy.db")]) == 0
    assert "0 new articles" in capsys.readouterr().err
    damage(filled, "UPDATE articles SET text_hash = 'x' WHERE number = 1")
    assert run(["store", "check", "--store", address]) == 1
    assert "hashes: article" in capsys.readouterr().out
