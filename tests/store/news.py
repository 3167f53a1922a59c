"""Short reports of our own that were read once (news.jsonl), and stores filled with them as `add` fills them."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

from accordingto import recorder
from accordingto.model.contract_reading import reading_from_dict
from accordingto.model.reading import Reading
from accordingto.store.sighting import Provenance
from accordingto.store.store import Store

PUBLISHERS = ("Harbour Post", "Inland Mail", "Valley Times", "Coast Courier")


@cache
def readings() -> tuple[Reading, ...]:
    """One of each publisher, and of the Valley Times six more, with other numbers of dead."""
    lines = (Path(__file__).parent / "news.jsonl").read_text(encoding="utf-8").splitlines()
    return tuple(reading_from_dict(json.loads(line)) for line in lines)


def reading_by(publisher: str, version: int = 0) -> Reading:
    return [reading for reading in readings() if reading.article.publisher == publisher][version]


def add(store: Store, reading: Reading, *, reader: str = "fast", program: str = "test") -> recorder.Recorded:
    return recorder.add(store, reading, recorder.sighting_of(reading.article, Provenance(program, reader)))


def fill(store: Store, *publishers: str) -> None:
    """Add the reports of these publishers, or of all."""
    for publisher in publishers or PUBLISHERS:
        add(store, reading_by(publisher))


def groups_of(store: Store) -> set[frozenset[str]]:
    """The incidents, each as the ids of its claims."""
    return {frozenset(store.claims_of_incident(incident)) for incident in store.incidents_in_order()}


def incident_by(store: Store, publisher: str) -> str:
    """The first incident that the publisher's report tells of."""
    claims = [claim.id for claim in store.claims_in_order() if claim.publisher == publisher]
    return sorted(store.incidents_of(claims).values())[0]
