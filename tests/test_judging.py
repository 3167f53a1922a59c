"""Adding links claims and puts incidents together, whatever the order in which reports come."""

from __future__ import annotations

from datetime import date
from itertools import permutations
from pathlib import Path

import pytest

from accordingto import catalogue, recorder
from accordingto.model.reading import Reading
from accordingto.reader import read
from accordingto.record.assemble import assemble_record
from accordingto.store.open import open_store
from accordingto.store.search import ClaimSearch
from accordingto.store.sighting import Provenance
from accordingto.store.store import Store

DAY = date(2019, 3, 4)
REPORTS = {
    "Harbour Post": "The ambassador to Norway, Jon Berg, defected on Sunday, the opposition said.",
    "Inland Mail": "The foreign ministry dismissed Jon Berg, its ambassador to Norway, on Sunday.",
    "Valley Times": "Jon Berg, the ambassador to Norway, defected on Sunday and asked for asylum in Oslo.",
}
PROVENANCE = Provenance("test", "fast")


@pytest.fixture(scope="module")
def readings() -> tuple[Reading, ...]:
    return tuple(read(text, publisher=name, published=DAY, reader="fast") for name, text in REPORTS.items())


def filled(path: Path, readings: tuple[Reading, ...]) -> Store:
    store = open_store(str(path), create=True)
    for reading in readings:
        recorder.add(store, reading, recorder.sighting_of(reading.article, PROVENANCE))
    return store


def incidents(store: Store) -> set[tuple[str, frozenset[str]]]:
    found = catalogue.find_incidents(store, ClaimSearch())
    return {(each.id, frozenset(claim.id for claim in each.claims)) for each in found}


def test_the_order_of_arrival_does_not_matter(tmp_path: Path, readings: tuple[Reading, ...]) -> None:
    stores = [filled(tmp_path / f"{n}.db", order) for n, order in enumerate(permutations(readings))]
    found = [incidents(store) for store in stores]
    for store in stores:
        store.close()
    assert all(each == found[0] for each in found)


def test_a_store_holds_what_is_assembled_in_memory(tmp_path: Path, readings: tuple[Reading, ...]) -> None:
    store = filled(tmp_path / "record.db", readings)
    in_memory = {(each.id, frozenset(claim.id for claim in each.claims)) for each in assemble_record(readings)}
    assert incidents(store) == in_memory
    store.close()


def test_three_reports_of_one_departure_are_one_incident(tmp_path: Path, readings: tuple[Reading, ...]) -> None:
    store = filled(tmp_path / "record.db", readings)
    departure = max(catalogue.find_incidents(store, ClaimSearch()), key=lambda each: each.counts.reports)
    store.close()
    assert departure.counts.reports == len(REPORTS)
    assert {"REALIGN", "PERSONNEL"} <= set(departure.types)


def test_a_report_that_is_replaced_leaves_its_incidents(tmp_path: Path) -> None:
    store = open_store(str(tmp_path / "record.db"), create=True)
    for text in ("Jon Berg resigned on Sunday.", "Rain fell on Sunday in all of the country."):
        reading = read(text, url="https://example.org/berg", publisher="Harbour Post", published=DAY, reader="fast")
        recorder.add(store, reading, recorder.sighting_of(reading.article, PROVENANCE))
    assert not any("RETREAT" in each.types for each in catalogue.find_incidents(store, ClaimSearch()))
    store.close()


def test_a_timeline_tells_what_a_person_did_and_underwent(tmp_path: Path, readings: tuple[Reading, ...]) -> None:
    store = filled(tmp_path / "record.db", readings)
    moments = catalogue.timeline_of_actor(store, "Berg")
    store.close()
    assert {"did", "was done to"} <= {moment.part for moment in moments}
