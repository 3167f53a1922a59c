"""Reports that want to harm who reads them come out as text."""

from __future__ import annotations

import re

import pytest
from fastapi.testclient import TestClient
from tests.web.hostile import OVERRIDE, SCRIPT, TEXT, a_reading, add, an_article

from accordingto.model.reading import Reading
from accordingto.store.store import Store
from accordingto.web.addresses import PAGE_CHARACTERS

_TAG = re.compile(r"<(script|style|img|iframe|object|svg onload)\b[^>]*>")


@pytest.fixture
def hostile(room_store: Store) -> str:
    return add(room_store, a_reading(an_article(TEXT)))


@pytest.mark.parametrize("path", ["/", "/contents", "/search?words=guards", "/sources", "/search?kind=articles"])
def test_lists_hold_no_tag_of_a_report(room: TestClient, hostile: str, path: str) -> None:
    assert_harmless(room.get(path).text)


def test_the_report_and_its_incident_hold_no_tag_of_it(room: TestClient, room_store: Store, hostile: str) -> None:
    page = room.get(f"/report/{hostile}").text
    assert_harmless(page)
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "{{7*7}}" in page
    claim = room_store.claims_of_article(hostile)[0].id
    incident = room.get(f"/incident/{room_store.incidents_of([claim])[claim]}")
    assert incident.status_code == 200
    assert_harmless(incident.text)


def test_what_turns_the_text_around_is_seen(room: TestClient, hostile: str) -> None:
    page = room.get(f"/report/{hostile}").text
    for sign in ("⟨U+0000⟩", "⟨U+202E⟩", "⟨U+2066⟩", "⟨U+FEFF⟩", "⟨U+001B⟩"):
        assert sign in page


@pytest.mark.parametrize("ending", ["json", "csv"])
def test_the_files_of_the_report_come_whole(room: TestClient, hostile: str, ending: str) -> None:
    answer = room.get(f"/report/{hostile}.{ending}")
    assert answer.status_code == 200
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert "text/html" not in answer.headers["content-type"]


def test_five_megabytes_without_a_space_open_page_by_page(room: TestClient, room_store: Store) -> None:
    report = add(room_store, Reading(an_article("x" * 5_000_000)))
    pages = -(-5_000_000 // PAGE_CHARACTERS)
    for path in (f"/report/{report}", f"/report/{report}/{pages}"):
        answer = room.get(path)
        assert answer.status_code == 200
        assert f"of {pages}" in answer.text
        assert len(answer.text) < 3 * PAGE_CHARACTERS
    assert room.get(f"/report/{report}/{pages + 1}").status_code == 404


def test_a_report_of_control_characters_alone_opens(room: TestClient, room_store: Store) -> None:
    report = add(room_store, Reading(an_article("\x00\u202e" * 20_000)))
    assert room.get(f"/report/{report}").status_code == 200


def test_a_report_without_words_title_or_publisher_opens(room: TestClient, room_store: Store) -> None:
    report = add(room_store, Reading(an_article("", None, None)))
    assert "This report holds no words." in room.get(f"/report/{report}").text


def assert_harmless(page: str) -> None:
    """Every tag that could run or hide something is ours: a script or picture has an address of this site."""
    assert SCRIPT not in page
    assert OVERRIDE not in page
    assert "\x00" not in page
    assert [tag.group() for tag in _TAG.finditer(page) if 'src="/static/' not in tag.group()] == []
