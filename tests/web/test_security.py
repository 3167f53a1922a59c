"""The door: who comes in, under which name, with how much, and what is on everything that goes out."""

from __future__ import annotations

import pytest
from fastapi.testclient import TestClient

from accordingto.store.store import Store
from accordingto.web.app import create_app
from accordingto.web.safe_text import visible
from accordingto.web.security import HEADERS, is_safe_host
from accordingto.web.settings import Settings

TOKEN = "a token of the test"


@pytest.fixture
def guarded(room_store: Store) -> TestClient:
    app = create_app(room_store, Settings(host="192.0.2.7", token=TOKEN))
    return TestClient(app, base_url="http://192.0.2.7:8642", follow_redirects=False)


@pytest.mark.parametrize("path", ["/", "/index.json", "/nowhere", "/static/room.css", "/search?words=x", "/docs"])
def test_every_answer_tells_the_browser_what_it_may_not_do(room: TestClient, path: str) -> None:
    headers = room.get(path).headers
    assert {name: headers[name] for name in HEADERS} == HEADERS


def test_no_page_may_run_what_stands_in_it() -> None:
    policy = HEADERS["Content-Security-Policy"]
    assert "unsafe" not in policy
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("127.0.0.1:8642", 200),
        ("localhost", 200),
        ("[::1]:8642", 200),
        ("evil.example", 421),
        ("127.0.0.1.evil.example", 421),
        ("", 421),
        ("localhost.evil.example:8642", 421),
    ],
)
def test_a_name_of_someone_else_is_not_answered(room: TestClient, host: str, status: int) -> None:
    assert room.get("/", headers={"Host": host}).status_code == status


def test_a_name_that_was_asked_for_is_answered() -> None:
    assert is_safe_host("archive.example:80", ("archive.example",))


def test_without_the_token_nobody_comes_in(guarded: TestClient) -> None:
    for path in ("/", "/index.json", "/static/room.css", "/?token=", "/?token=wrong", "/?token=%ff"):
        assert guarded.get(path).status_code == 401, path


def test_the_token_is_asked_for_once_and_leaves_the_address(guarded: TestClient) -> None:
    answer = guarded.get("/search", params={"words": "Dara", "token": TOKEN})
    assert (answer.status_code, answer.headers["location"]) == (303, "/search?words=Dara")
    assert TOKEN not in answer.headers["set-cookie"]
    assert "HttpOnly; SameSite=Strict" in answer.headers["set-cookie"]
    assert guarded.get("/").status_code == 200


def test_a_redirect_stays_on_the_site(guarded: TestClient) -> None:
    answer = guarded.get("//evil.example/", params={"token": TOKEN})
    assert not answer.headers["location"].startswith("//")


def test_a_cookie_made_up_is_no_entry(guarded: TestClient) -> None:
    assert guarded.get("/", headers={"Cookie": f"accordingto_entry={TOKEN}"}).status_code == 401


@pytest.mark.parametrize(
    "headers",
    [{"Origin": "http://evil.example"}, {"Sec-Fetch-Site": "cross-site"}, {"Sec-Fetch-Site": "same-site"}],
)
def test_a_form_from_elsewhere_is_refused(room: TestClient, headers: dict[str, str]) -> None:
    assert room.post("/review", headers=headers).status_code == 403


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/search?words=" + "a" * 501, 414),
        ("/search?" + "&".join("a=b" for _ in range(3_000)), 414),
        ("/report/" + "a" * 1_001, 414),
        ("/static/../app.py", 404),
        ("/static/%2e%2e/app.py", 404),
        ("/static/..%5capp.py", 404),
        ("/incident/%00", 404),
        ("/incident/%ED%A0%80", 404),
        ("/report/'%20OR%201=1", 404),
        ("/report/x/0", 400),
        ("/report/x/99999999999999999999", 400),
    ],
)
def test_an_address_that_is_meant_to_harm_does_none(room: TestClient, path: str, status: int) -> None:
    assert room.get(path).status_code == status


def test_a_body_that_is_too_large_is_refused(room: TestClient) -> None:
    assert room.post("/review", content=b"a" * 70_000).status_code == 413


def test_a_body_without_a_length_is_cut_off(room: TestClient) -> None:
    assert room.post("/review", content=(b"a" * 10_000 for _ in range(10))).status_code >= 400


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("a\x00b", "a⟨U+0000⟩b"),
        ("\x7f", "⟨U+007F⟩"),
        ("\u202eabc", "⟨U+202E⟩abc"),
        ("half \ud83d", "half ⟨U+D83D⟩"),
        ("line\nand\ttab", "line\nand\ttab"),
        ("שלום ü 😀", "שלום ü 😀"),
    ],
)
def test_what_cannot_be_seen_is_shown(text: str, seen: str) -> None:
    assert visible(text) == seen
