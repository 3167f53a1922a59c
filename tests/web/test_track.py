"""Tracks: a question is kept with a form, its page shows the incidents that answer it in order of time."""

from __future__ import annotations

import pytest
from fastapi.testclient import TestClient
from tests.web.test_review import token

from accordingto.store.store import Store
from accordingto.tracking import Question, incidents_on, question_of, save_question
from accordingto.web.pages.track import answers_to


def keep(room: TestClient, **fields: str) -> int:
    given = {"csrf": token(room.get("/tracks").text), "person": "Eva Lind", **fields}
    return int(room.post("/tracks", data=given).status_code)


def test_a_question_is_kept_and_answered(room: TestClient, room_store: Store) -> None:
    assert keep(room, name="Shelling / Dara", type="assault", country="syr") == 200
    assert question_of(room_store, "Shelling / Dara") == Question(type="ASSAULT", country="SYR")
    page = room.get("/track/Shelling%20%2F%20Dara").text
    assert "Type: ASSAULT, Country of the place: SYR" in page
    rows = room.get("/track/Shelling%20%2F%20Dara.json").json()
    assert rows
    assert all("ASSAULT" in row["types"] for row in rows)
    assert len(room.get("/track/Shelling%20%2F%20Dara.csv").text.splitlines()) == len(rows) + 1
    assert "Shelling / Dara" in room.get("/tracks").text


@pytest.mark.parametrize(
    "question",
    [
        Question(type="ASSAULT"),
        Question(actor="rebels"),
        Question(country="SYR", actor="rebels"),
        Question(actor_sector="REB"),
        Question(recipient="berg", type="COERCE"),
        Question(place="dara"),
        Question(disputed=True),
        Question(type="AID"),
    ],
)
def test_it_shows_the_incidents_that_track_show_lists(room_store: Store, question: Question) -> None:
    save_question(room_store, "q", question, "Eva")
    assert {each.id for each in answers_to(room_store, question)} == {
        each.id for each in incidents_on(room_store, question)
    }


@pytest.mark.parametrize(
    "fields",
    [{"name": ""}, {"name": "x"}, {"name": "x", "type": "MURDER"}, {"name": "x", "country": "Syria"},
     {"name": "x", "since": "soon"}],
)  # fmt: skip
def test_a_question_that_means_nothing_is_refused(room: TestClient, fields: dict[str, str]) -> None:
    assert keep(room, **fields) == 400


def test_a_search_can_be_kept(room: TestClient) -> None:
    assert 'href="/tracks?type=ASSAULT&amp;actor=rebels#save"' in room.get("/search?type=ASSAULT&actor=rebels").text
    assert 'value="ASSAULT"' in room.get("/tracks?type=ASSAULT&actor=rebels").text


def test_a_track_that_is_not_there(room: TestClient) -> None:
    assert room.get("/track/none").status_code == 404
