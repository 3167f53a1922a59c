"""Search, dossiers, sources and the front page: what they show, their files, and what a hostile address gets."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from accordingto.export.formats import FORMATS
from accordingto.store.store import Store
from accordingto.web import claim_list
from accordingto.web.pages import search, sources


def rows(room: TestClient, path: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(room.get(path).text)))


def test_the_front_page_says_what_the_store_holds(room: TestClient) -> None:
    page = room.get("/").text
    assert "5 reports of" in page
    assert "2019-03-04" in page
    assert "2019-03-07" in page
    assert "Most disputed" in page


@pytest.mark.parametrize("query", ["", "type=ASSAULT", "publisher=Harbour+Post", "kind=incidents", "kind=articles"])
def test_the_files_hold_all_that_the_page_counts(room: TestClient, query: str) -> None:
    objects = room.get(f"/search.json?{query}").json()
    lines = rows(room, f"/search.csv?{query}")
    assert len(objects) == len(lines) > 0
    total = f"{len(lines)} "
    assert f'role="status">{total}' in room.get(f"/search?{query}").text


def test_a_file_has_all_pages(room: TestClient, monkeypatch: pytest.MonkeyPatch, room_store: Store) -> None:
    from accordingto.searching import index

    everything = rows(room, "/search.csv")
    monkeypatch.setattr(index, "PAGE_SIZE", 1)
    assert len(everything) == room_store.describe().claims
    assert rows(room, "/search.csv?after=1") == everything


def test_the_facets_of_the_page_lead_to_what_they_count(room: TestClient) -> None:
    assert 'href="/search?type=ASSAULT"' in room.get("/search").text
    assert all(row["type"] == "ASSAULT" for row in rows(room, "/search.csv?type=ASSAULT"))


def test_a_dossier_shows_acts_names_and_offices(room: TestClient) -> None:
    page = room.get("/actor/Ana%20Ruiz").text
    assert "<h1><bdi>Ana Ruiz</bdi></h1>" in page
    assert "foreign minister" in page.casefold()
    header, *claims = room.get("/actor/Ana%20Ruiz.json").json()
    assert header["format"] == "accordingto.dossier/1"
    assert len(claims) == sum(header["counts"].values()) == len(rows(room, "/actor/Ana%20Ruiz.csv"))
    assert {claim["part"] for claim in claims} >= {"did"}


def test_one_part_of_a_dossier(room: TestClient) -> None:
    parts = {row["part"] for row in rows(room, "/actor/Ana%20Ruiz.csv?part=did")}
    assert parts == {"did"}
    assert room.get("/actor/Ana%20Ruiz?part=will").status_code == 400


def test_a_name_with_a_slash_has_a_dossier(room: TestClient) -> None:
    assert room.get("/actor/and%2For").status_code == 200
    assert (
        room.get("/actor", params={"name": "and/or"}, follow_redirects=False).headers["location"] == "/actor/and%2For"
    )


def test_nobody_of_that_name_is_said(room: TestClient) -> None:
    assert "Nobody of that name" in room.get("/actor/Nobody%20Atall").text


def test_publishers_and_speakers_are_counted(room: TestClient) -> None:
    found = rows(room, "/sources.csv")
    assert {row["name"]: row["reports"] for row in found if row["kind"] == "publisher"}["Harbour Post"] == "2"
    assert "Harbour Post" in room.get("/sources").text


def test_reports_cannot_write_markup(room: TestClient) -> None:
    for path in ("/", "/search", "/sources", "/search?kind=articles", "/actor/%3Cscript%3E"):
        page = room.get(path).text
        assert "<script>alert" not in page
        assert "<b>King" not in page


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/search?type=MURDER", "There is no type"),
        ("/search?colour=red", "There is no parameter"),
        ("/search?since=soon", "is no day"),
        ("/search?after=x", "no key of a page"),
        ("/search.json?country=Syria", "no country"),
    ],
)
def test_an_address_that_means_nothing_says_why(room: TestClient, path: str, words: str) -> None:
    answer = room.get(path)
    assert (answer.status_code, words in answer.text.replace("&#39;", "'")) == (400, True)


HOSTILE = [
    "%00", "%ED%A0%80", "%F0%9F", "99999999999999999999999999", "-1", "%E2%80%AE", "'%20OR%201=1--", "%25", "_", "*",
    "NEAR(", '"', '""', "a" * 400, "..%2F..%2Fetc%2Fpasswd", "{{7*7}}", "%0d%0aSet-Cookie:x=1", "٣", "+", "%20",
]  # fmt: skip
PLACES = [
    "/search?words={}", "/search?actor={}", "/search?type={}", "/search?since={}", "/search?after={}", "/search?{}=1",
    "/search.csv?speaker={}", "/search.json?publisher={}", "/actor/{}", "/actor/{}.json", "/actor/x?after={}",
    "/actor/x?part={}", "/review?after={}", "/review?done={}", "/actor?name={}", "/search?kind={}",
]  # fmt: skip


@pytest.mark.parametrize("place", PLACES)
def test_hostile_values_never_break_a_page(room: TestClient, place: str) -> None:
    for value in HOSTILE:
        answer = room.get(place.format(value), follow_redirects=False)
        assert answer.status_code < 500, (place, value)
        assert "set-cookie:x" not in str(answer.headers).casefold()


def test_what_the_browser_has_is_not_sent_again(room: TestClient) -> None:
    first = room.get("/search")
    tag = first.headers["etag"]
    again = room.get("/search", headers={"If-None-Match": tag})
    assert (again.status_code, again.content) == (304, b"")
    assert room.get("/search?type=ASSAULT").headers["etag"] != tag


def test_a_page_changes_with_the_store(room: TestClient, room_store: Store) -> None:
    tag = room.get("/").headers["etag"]
    room_store.save_decision("Eva", "accept", "x", {})
    import time

    time.sleep(0.06)
    assert room.get("/", headers={"If-None-Match": tag}).status_code == 200


def test_names_that_differ_in_case_alone_are_counted_together(room_store: Store) -> None:
    from accordingto.store import narrow

    column = narrow._folded(["We", "Jon Berg", "we", "WE"])
    assert (column.values, column.codes.tolist()) == (("We", "Jon Berg"), [0, 1, 0, 0])


def test_words_of_a_claim_stand_apart(room: TestClient) -> None:
    acts = re.findall(r'<p class="act">(.*?)</p>', room.get("/search").text, re.DOTALL)
    told = [" ".join(re.sub(r"<[^>]+>", "", act).split()) for act in acts]
    assert any(re.search(r"\w in \w", each) for each in told), told
    assert not any(re.search(r"\)(in|on)\b|\w→|→\w", each) for each in told), told


def test_the_words_of_the_event_are_marked(room: TestClient) -> None:
    assert "<mark>shelled</mark>" in room.get("/search?type=ASSAULT").text


@pytest.mark.parametrize("name", list(FORMATS))
def test_a_search_is_exported_in_every_format(room: TestClient, name: str) -> None:
    answer = room.get(f"/search/export?type=ASSAULT&format={name}")
    assert answer.status_code == 200
    assert len(answer.content) > 0


def test_an_export_holds_exactly_what_the_search_finds(room: TestClient) -> None:
    for query in ("", "type=ASSAULT", "publisher=Harbour+Post", "kind=incidents&type=COERCE", "after=1"):
        found = {row["claim"] for row in rows(room, f"/search.csv?{query.replace('kind=incidents&', '')}")}
        exported = rows(room, f"/search/export?format=claims-csv&{query}")
        assert {next(iter(row.values())) for row in exported} == found, query


def test_a_format_that_is_none_is_said(room: TestClient) -> None:
    assert room.get("/search/export?format=xls").status_code == 400


def test_every_column_of_the_lists_is_documented() -> None:
    page = (Path(__file__).parents[2] / "docs" / "how-to" / "search-and-review.md").read_text(encoding="utf-8")
    for column in (*claim_list.COLUMNS, *search.INCIDENT_COLUMNS, *search.ARTICLE_COLUMNS, *sources.COLUMNS):
        assert f"`{column}`" in page, column
