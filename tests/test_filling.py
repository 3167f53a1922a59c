"""A store that the bench fills holds the rows that adding would write."""

from __future__ import annotations

import random
import sys
from importlib import import_module
from pathlib import Path

import pytest
from sqlalchemy import select

from accordingto import recorder
from accordingto.store.engines import engine_of
from accordingto.store.open import open_store
from accordingto.store.schema import TABLES
from accordingto.store.transactions import reading

BENCH = str(Path(__file__).parent.parent / "bench")
SAME = ("readings", "articles", "parties", "claims", "participants", "counts", "hops", "claim_keys", "article_keys")


@pytest.fixture(scope="module")
def stores(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, str]:
    """Of forty invented reports: one store filled, one to which they were added."""
    sys.path.insert(0, BENCH)
    try:
        filling, invented = import_module("fill_store"), import_module("invented")
    finally:
        sys.path.remove(BENCH)
    filled, added = (str(tmp_path_factory.mktemp(name) / "record.db") for name in ("filled", "added"))
    one = open_store(filled, create=True)
    filling.fill(one, invented.invented_reports(random.Random(1)), 120, random.Random(1))
    number = one.describe().articles
    one.close()
    other = open_store(added, create=True)
    reports = invented.invented_reports(random.Random(1))
    for _ in range(number):
        made = next(reports)[0]
        recorder.add(other, made, recorder.sighting_of(made.article, filling.PROVENANCE))
    other.close()
    return filled, added


@pytest.mark.parametrize("name", [*SAME, "article_sketches"])
def test_filling_writes_the_rows_of_adding(stores: tuple[str, str], name: str) -> None:
    table = next(table for table in TABLES if table.name == name)
    kept = [column for column in table.columns if column.name != "added_at"]
    rows = []
    for where in stores:
        with reading(engine_of(where)) as connection:
            rows.append([tuple(map(str, row)) for row in connection.execute(select(*kept))])
    assert sorted(rows[0]) == sorted(rows[1])
    assert rows[0]


def test_filling_joins_about_what_linking_joins(stores: tuple[str, str]) -> None:
    found = []
    for where in stores:
        store = open_store(where)
        found.append(store.count_incidents().incidents)
        store.close()
    assert abs(found[0] - found[1]) <= 0.15 * found[1]
