"""Opening: what is made, what is refused, and in which words."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import inspect, text
from tests.store.conftest import an_empty_database
from tests.store.reports import a_text, add

from accordingto.model.errors import InstallationError, StoreError
from accordingto.store.engines import engine_of
from accordingto.store.migrate import _MIGRATIONS
from accordingto.store.open import open_store
from accordingto.store.schema import LATEST_SCHEMA, SCHEMA_TABLE, TABLES, metadata
from accordingto.store.transactions import reading, writing


def test_a_store_is_made_and_opened_again(where: str) -> None:
    made = open_store(where, create=True)
    add(made, a_text(1))
    made.close()
    again = open_store(where)
    assert again.describe().articles == 1
    again.close()


def test_the_migrations_make_the_schema(where: str) -> None:
    open_store(where, create=True).close()
    with reading(engine_of(where)) as connection:
        options = {"version_table": SCHEMA_TABLE, "compare_type": True, "include_object": _is_ours}
        assert compare_metadata(MigrationContext.configure(connection, opts=options), metadata) == []
        foreign = {(table.name, key.parent.name, key.target_fullname) for table in TABLES for key in table.foreign_keys}
        found = {
            (table.name, key["constrained_columns"][0], f"{key['referred_table']}.{key['referred_columns'][0]}")
            for table in TABLES
            for key in inspect(connection).get_foreign_keys(table.name)
        }
        assert found == foreign


def _is_ours(item: object, name: str | None, kind: str, reflected: bool, compare_to: object) -> bool:
    """The full-text index is made by hand, for each kind of database in its own way."""
    is_search = (name or "").startswith("articles_fts") or name in {"searched", "ix_articles_searched"}
    return not (reflected and is_search)


def test_the_latest_schema_is_the_newest_migration() -> None:
    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS))
    assert ScriptDirectory.from_config(config).get_heads() == [LATEST_SCHEMA]


def test_an_older_store_is_brought_up_and_can_go_back(where: str) -> None:
    made = open_store(where, create=True)
    add(made, a_text(1))
    made.close()
    with writing(engine_of(where)) as connection:
        config = Config()
        config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
        config.attributes["connection"] = connection
        command.downgrade(config, "0001")
        assert "incident_summaries" not in inspect(connection).get_table_names()
    again = open_store(where)
    assert (again.describe().articles, again.count_incidents().incidents) == (1, 0)
    again.close()


def test_every_table_is_listed() -> None:
    assert {table.name for table in TABLES} == set(metadata.tables)


def test_a_store_of_a_newer_program_is_refused(where: str) -> None:
    open_store(where, create=True).close()
    with writing(engine_of(where)) as connection:
        connection.execute(text(f"UPDATE {SCHEMA_TABLE} SET version_num = '9999'"))
    with pytest.raises(StoreError, match=r"written by a newer accordingto: its schema is '9999'.*Upgrade: pip"):
        open_store(where)


def test_without_create_nothing_is_made(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=r"There is no store at .*gone\.db\. Make one .*: accordingto add"):
        open_store(str(tmp_path / "gone.db"))
    assert not list(tmp_path.iterdir())


def test_an_empty_database_holds_no_store(server: str) -> None:
    with pytest.raises(StoreError, match="holds no store"):
        open_store(an_empty_database(server))


def test_an_empty_file_becomes_a_store(tmp_path: Path) -> None:
    path = tmp_path / "record.db"
    path.touch()
    open_store(str(path), create=True).close()
    assert path.stat().st_size > 0


def test_a_file_of_another_kind_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "letter.txt"
    path.write_text("Troops fired on the crowd. " * 50)
    with pytest.raises(StoreError, match=r"letter\.txt is no store, nor any database of SQLite\. Give the file"):
        open_store(str(path), create=True)
    assert path.read_text() == "Troops fired on the crowd. " * 50


def test_tables_of_another_program_are_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "blog.db"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE articles (id INTEGER PRIMARY KEY)")
    with pytest.raises(StoreError, match="holds tables of another program: articles"):
        open_store(str(path), create=True)


@pytest.mark.parametrize("create", [True, False])
@pytest.mark.parametrize("table", ["articles", "recipes"])
def test_a_database_of_another_program_keeps_its_bytes(tmp_path: Path, table: str, *, create: bool) -> None:
    path = tmp_path / "blog.db"
    with sqlite3.connect(path) as connection:
        connection.execute(f"CREATE TABLE {table} (id INTEGER PRIMARY KEY)")
    before = path.read_bytes()
    with pytest.raises(StoreError, match=r"tables of another program|holds no store"):
        open_store(str(path), create=create)
    assert (path.read_bytes(), [each.name for each in tmp_path.iterdir()]) == (before, ["blog.db"])


def test_what_may_not_be_written_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "record.db"
    made = open_store(str(path), create=True)
    add(made, a_text(1))
    made.close()
    before = path.read_bytes()
    monkeypatch.setattr("accordingto.store.files.os.access", lambda *_: False)
    opened = open_store(str(path))
    assert opened.describe().articles == 1
    with pytest.raises(StoreError, match=r"record\.db may only be read"):
        add(opened, a_text(2))
    opened.close()
    assert (path.read_bytes(), [each.name for each in tmp_path.iterdir()]) == (before, ["record.db"])


def test_a_store_in_use_is_read_without_the_right_to_write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = str(tmp_path / "record.db")
    writer = open_store(path, create=True)
    add(writer, a_text(1))
    monkeypatch.setattr("accordingto.store.files.os.access", lambda *_: False)
    opened = open_store(path)
    add(writer, a_text(2))
    assert opened.describe().articles == 2
    opened.close()
    writer.close()


@pytest.mark.parametrize(
    ("where", "message"),
    [
        ("mysql://reader@localhost/record", "Cannot keep a store in 'mysql'"),
        ("postgresql://:bad port/x:y", "Cannot read|could not|failed"),
        ("://", "Cannot read"),
        ("missing/folder/record.db", "there is no folder"),
        (".", "is a folder"),
        ("postgresql://reader:secret@127.0.0.1:1/record", r"postgresql://reader:\*\*\*@127\.0\.0\.1:1/record: conn"),
    ],
)
def test_what_is_no_store_is_said(where: str, message: str) -> None:
    with pytest.raises(StoreError, match=message) as told:
        open_store(where, create=True)
    assert "secret" not in str(told.value)


def test_without_psycopg_it_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("accordingto.store.engines.find_spec", lambda name: None)
    with pytest.raises(InstallationError, match=r"accordingto\[postgres\]"):
        open_store("postgresql://localhost/record")


def test_an_sqlite_store_is_safe_and_searchable(tmp_path: Path) -> None:
    path = tmp_path / "a % store.db"
    open_store(f"sqlite:///{path}", create=True).close()
    with sqlite3.connect(path) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        (made_by,) = connection.execute("SELECT sql FROM sqlite_master WHERE name = 'articles_fts'").fetchone()
        assert 'content="articles"' in made_by, "Datasette finds the index by this"
    with reading(engine_of(str(path))) as connection_:
        assert connection_.execute(text("PRAGMA foreign_keys")).scalar() == 1
        assert connection_.execute(text("PRAGMA synchronous")).scalar() == 2


def test_opening_a_store_of_this_schema_needs_no_alembic(tmp_path: Path) -> None:
    path = str(tmp_path / "record.db")
    open_store(path, create=True).close()
    code = (
        f"import sys; from accordingto.store.open import open_store as o; o({path!r}); print('alembic' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "False\n"
