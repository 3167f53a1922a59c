"""Every route of the reading room, on a small store."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from accordingto.store.open import open_store
from accordingto.web.app import create_app


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[TestClient]:
    store = open_store(str(tmp_path / "record.db"), create=True)
    yield TestClient(create_app(store), base_url="http://127.0.0.1")
    store.close()


@pytest.mark.parametrize("path", ["/", "/index.json", "/index.csv", "/docs", "/openapi.json", "/static/room.css"])
def test_an_empty_store_has_pages(empty: TestClient, path: str) -> None:
    assert empty.get(path).status_code == 200


@pytest.mark.parametrize("path", ["/incident/none", "/report/none", "/nowhere", "/incident/none.json"])
def test_what_is_not_there_is_said_so(empty: TestClient, path: str) -> None:
    assert empty.get(path).status_code == 404


@pytest.mark.parametrize("path", ["/", "/search", "/search.csv", "/index.json", "/static/room.css", "/nowhere"])
def test_a_head_request_is_answered_as_get_without_the_body(room: TestClient, path: str) -> None:
    got, head = room.get(path), room.head(path)
    assert (head.status_code, head.content) == (got.status_code, b"")
    assert head.headers["content-type"] == got.headers["content-type"]
