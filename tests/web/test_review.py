"""Reviewing with forms alone: each answer is a decision in the store, at once visible, and can be undone."""

from __future__ import annotations

import re

import pytest
from fastapi.testclient import TestClient

from accordingto.store.store import Store


def token(page: str) -> str:
    found = re.search(r'name="csrf" value="([^"]+)"', page)
    assert found is not None
    return found.group(1)


def answer(room: TestClient, action: str, **fields: str) -> str:
    """The page after the answer."""
    given = {"csrf": token(room.get("/review").text), "action": action, "person": "Eva Lind", **fields}
    after = room.post("/review", data=given)
    assert after.status_code == 200, after.text
    return str(after.text)


def first_in(page: str) -> str:
    found = re.search(r'name="incident" value="([^"]+)"', page)
    assert found is not None
    return found.group(1)


def test_a_name_is_asked_once(room: TestClient) -> None:
    assert "Your name" in room.get("/review").text
    assert "Decided by <bdi>Eva Lind</bdi>" in answer(room, "name")
    assert "Your name" not in room.get("/review").text


def test_nobody_decides_without_a_name(room: TestClient, room_store: Store) -> None:
    page = room.get("/review").text
    given = {"csrf": token(page), "action": "accept", "incident": first_in(page)}
    assert room.post("/review", data=given).status_code == 400
    assert room_store.decisions() == ()


def test_accepting_takes_the_incident_off_the_queue_and_undoing_puts_it_back(
    room: TestClient, room_store: Store
) -> None:
    incident = first_in(room.get("/review").text)
    page = answer(room, "accept", incident=incident)
    assert "Decision 1: accept" in page
    assert [(each.kind, each.subject, each.person) for each in room_store.decisions()] == [
        ("accept", incident, "Eva Lind")
    ]
    assert incident not in re.findall(r'name="incident" value="([^"]+)"', page)
    answer(room, "undo", number="1")
    assert room_store.decisions() == ()
    assert first_in(room.get("/review").text) == incident


def test_splitting_is_at_once_visible(room: TestClient, room_store: Store) -> None:
    page = room.get("/review").text
    accounts = re.findall(r'name="account" value="([^"]+)"', page)
    before = room_store.describe().incidents
    answer(room, "split", incident=first_in(page), account=accounts[0])
    assert room_store.describe().incidents == before + 1
    assert f"{before + 1} incidents" in room.get("/").text


def test_merging_and_withdrawing(room: TestClient, room_store: Store) -> None:
    first = first_in(room.get("/review").text)
    other = next(each.id for each in room_store.incident_summaries().incidents if each.id != first)
    before = room_store.describe().incidents
    answer(room, "merge", incident=first, other=f"http://127.0.0.1/incident/{other}")
    assert room_store.describe().incidents == before - 1
    claim = next(room_store.claims_in_order()).id
    assert "withdraw" in answer(room, "withdraw", incident=first, claim=claim)
    assert room_store.incidents_of([claim]) == {}


@pytest.mark.parametrize(
    ("fields", "status"),
    [
        ({"action": "burn"}, 400),
        ({"action": "merge", "other": ""}, 400),
        ({"action": "withdraw", "claim": "none"}, 404),
        ({"action": "accept", "incident": "none"}, 404),
        ({"action": "undo", "number": "99"}, 404),
        ({"action": "undo", "number": "9" * 40}, 404),
        ({"action": "split", "incident": "\x00", "account": "x"}, 404),
        ({}, 400),
    ],
)
def test_what_cannot_be_decided_is_said(room: TestClient, fields: dict[str, str], status: int) -> None:
    given = {"csrf": token(room.get("/review").text), "person": "Eva", **fields}
    assert room.post("/review", data=given).status_code == status


@pytest.mark.parametrize("forged", ["", "0" * 64, "ü"])
def test_a_forged_form_is_refused(room: TestClient, room_store: Store, forged: str) -> None:
    page = room.get("/review").text
    given = {"csrf": forged, "action": "accept", "incident": first_in(page), "person": "Eva"}
    assert room.post("/review", data=given).status_code == 403
    assert room_store.decisions() == ()


def test_the_files_hold_the_decisions(room: TestClient) -> None:
    answer(room, "accept", incident=first_in(room.get("/review").text))
    assert [each["kind"] for each in room.get("/review.json").json()] == ["accept"]
    assert room.get("/review.csv").text.splitlines()[0] == "number,kind,subject,person,decided_at"


def test_a_correction_is_at_once_found(room: TestClient, room_store: Store) -> None:
    claim = next(each for each in room_store.claims_in_order() if each.type == "ASSAULT")
    answer(room, "edit", claim=claim.id, slot="what", words="PROTEST:riot")
    answer(room, "edit", claim=claim.id, slot="who", words="The Harbour Guard")
    answer(room, "edit", claim=claim.id, slot="when", words="2018-12-31")
    import time

    time.sleep(0.25)
    for query in ("type=PROTEST&mode=riot", "actor=harbour+guard", "until=2018-12-31"):
        assert [each["claim"] for each in room.get(f"/search.json?{query}").json()] == [claim.id], query
    answer(room, "undo", number="1")
    time.sleep(0.25)
    assert room.get("/search.json?type=PROTEST").json() == []


@pytest.mark.parametrize(("slot", "words"), [("colour", "red"), ("when", "soon"), ("what", "MURDER"), ("", "")])
def test_a_correction_that_means_nothing_is_refused(room: TestClient, room_store: Store, slot: str, words: str) -> None:
    claim = next(room_store.claims_in_order()).id
    given = {"csrf": token(room.get("/review").text), "person": "Eva", "action": "edit", "claim": claim}
    assert room.post("/review", data=given | {"slot": slot, "words": words}).status_code in {400, 404}
    assert room_store.decisions() == ()


def test_accounts_show_what_they_dispute(room: TestClient, room_store: Store) -> None:
    from accordingto.catalogue import find_incident

    page = room.get("/review").text
    incident = find_incident(room_store, first_in(page))
    assert incident.disputed
    told = [account.slots[slot] for account in incident.accounts for slot in incident.disputed if slot in account.slots]
    assert told
    assert all(f"<dd><bdi>{words}</bdi></dd>" in page for words in told)
