"""The queries of the how-to page run over real shards and their links."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from accordingto.cli.main import run

duckdb = pytest.importorskip("duckdb")
PAGE = Path(__file__).parents[2] / "docs" / "how-to" / "read-an-archive-on-many-machines.md"
QUERIES = re.findall(r"```sql\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
REPORTS = (
    "The ambassador to Norway, Jon Berg, defected on Sunday, the opposition said.",
    "Jon Berg, the ambassador to Norway, defected on Sunday and asked for asylum in Oslo.",
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Holds reports, one of them empty, and the shards and links that were made of them."""
    made = tmp_path_factory.mktemp("archive")
    (made / "reports").mkdir()
    for number, text in enumerate((*REPORTS, "")):
        (made / "reports" / f"{number}.txt").write_text(text, encoding="utf-8")
    shards = str(made / "shards")
    assert run(["shards", "read", str(made / "reports"), "--out", shards, "--reader", "fast"]) == 3
    assert run(["shards", "link", shards]) == 0
    return made


def test_the_page_has_queries() -> None:
    assert len(QUERIES) == 4


@pytest.mark.parametrize("query", QUERIES)
def test_a_query_of_the_page_finds_something(query: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    assert duckdb.sql(query).fetchall()


def test_articles_and_failures_are_counted(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    assert sum(row[1] for row in duckdb.sql(QUERIES[0]).fetchall()) == 3
    assert sum(row[2] for row in duckdb.sql(QUERIES[0]).fetchall()) == 1
