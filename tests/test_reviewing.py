"""Decisions of people on incidents: they stand above what is learned, they stay, and they can be undone."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from accordingto import catalogue, recorder, reviewing
from accordingto.model.errors import InputError
from accordingto.reader import read
from accordingto.store.open import open_store
from accordingto.store.search import ClaimSearch
from accordingto.store.sighting import Provenance
from accordingto.store.store import Store

DAY = date(2019, 3, 4)
REPORTS = {
    "Harbour Post": "Police arrested the union leader Jon Berg in Brenholm on Sunday.",
    "Inland Mail": "Prime Minister Ana Ruiz visited Oslo on Friday and met King Harald.",
    "Valley Times": "Rebels shelled the town of Dara on Saturday, killing four people, a doctor said.",
}


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = open_store(str(tmp_path / "record.db"), create=True)
    for publisher, text in REPORTS.items():
        reading = read(text, publisher=publisher, published=DAY, reader="fast")
        sighting = recorder.sighting_of(reading.article, Provenance("test", "fast"))
        recorder.add(opened, reading, sighting)
    yield opened
    opened.close()


def ids(store: Store) -> list[str]:
    return sorted(each.id for each in catalogue.find_incidents(store, ClaimSearch()))


def of_publisher(store: Store, publisher: str) -> str:
    return next(catalogue.find_incidents(store, ClaimSearch(publisher=publisher))).id


def test_merged_incidents_are_one_and_apart_again_once_undone(store: Store) -> None:
    before = ids(store)
    left, right = of_publisher(store, "Harbour Post"), of_publisher(store, "Inland Mail")
    decision = reviewing.merge(store, left, right, "Rita")
    merged = catalogue.find_incident(store, of_publisher(store, "Inland Mail"))
    assert {report.publisher for report in merged.reports} == {"Harbour Post", "Inland Mail"}
    reviewing.undo(store, decision.number)
    assert ids(store) == before


def test_an_account_that_is_split_off_is_an_incident_of_its_own(store: Store) -> None:
    left, right = of_publisher(store, "Harbour Post"), of_publisher(store, "Valley Times")
    reviewing.merge(store, left, right, "Rita")
    merged = catalogue.find_incident(store, of_publisher(store, "Valley Times"))
    assert len(merged.accounts) > 1
    number = len(ids(store))
    reviewing.split(store, merged.id, merged.accounts[-1].id, "Rita")
    assert len(ids(store)) == number + 1


def test_a_withdrawn_claim_is_in_no_incident_and_comes_back_once_undone(store: Store) -> None:
    incident = catalogue.find_incident(store, of_publisher(store, "Harbour Post"))
    claim = incident.claims[0]
    decision = reviewing.withdraw(store, claim.id, "Rita")
    assert claim.id not in store.incidents_of([claim.id])
    reviewing.undo(store, decision.number)
    assert store.incidents_of([claim.id]) == {claim.id: incident.id}


def test_decisions_stay_with_who_made_them(store: Store) -> None:
    decision = reviewing.accept(store, of_publisher(store, "Harbour Post"), "Rita")
    reviewing.undo(store, decision.number)
    kept = store.decisions(undone=True)
    assert [(each.person, each.kind, each.undone_at is not None) for each in kept] == [("Rita", "accept", True)]


def test_an_accepted_incident_leaves_the_queue(store: Store) -> None:
    left, right = of_publisher(store, "Harbour Post"), of_publisher(store, "Inland Mail")
    reviewing.merge(store, left, right, "Rita")
    merged = of_publisher(store, "Inland Mail")
    assert merged in [queued.incident.id for queued in reviewing.review_queue(store)]
    reviewing.accept(store, merged, "Rita")
    assert merged not in [queued.incident.id for queued in reviewing.review_queue(store)]


def test_what_cannot_be_decided_is_said_in_words(store: Store) -> None:
    incident = of_publisher(store, "Harbour Post")
    with pytest.raises(InputError, match="one incident already"):
        reviewing.merge(store, incident, incident, "Rita")
    with pytest.raises(InputError, match="no incident"):
        reviewing.accept(store, "nothing", "Rita")
    with pytest.raises(InputError, match="no standing decision"):
        reviewing.undo(store, 99)
