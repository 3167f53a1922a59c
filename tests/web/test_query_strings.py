"""Query strings of the reading room: valid ones, broken. The server may refuse one, and never fails on it."""

from __future__ import annotations

from fastapi.testclient import TestClient
from hypothesis import strategies as st
from tests.fuzz.mutating import many, mutated

from accordingto.store.store import Store
from accordingto.web.app import create_app

QUERIES = (
    b"q=berg&type=ASSAULT&country=SYR&from=2019-03-01&to=2019-03-31&page=2&order=disputed",
    b"q=%22the+army%22+OR+fired*&limit=10", b"type=ASSAULT&type=REALIGN&q=", b"after=abc&lang=en&publisher=The+Post",
)  # fmt: skip


def test_no_query_string_breaks_a_page(room_store: Store) -> None:
    app = create_app(room_store)
    room = TestClient(app, base_url="http://127.0.0.1")
    paths = sorted(path for path, asked in app.openapi()["paths"].items() if "get" in asked and "{" not in path)
    assert len(paths) > 5

    @many(st.tuples(st.sampled_from(paths), mutated(QUERIES)))
    def ask(asked: tuple[str, bytes]) -> None:
        path, query = asked
        answer = room.get(path, params=query.decode("latin-1"))
        assert answer.status_code < 500, asked

    ask()
