"""Processes that write to a store and read from it at once, for the load test."""

from __future__ import annotations

import os
import random
import time
from dataclasses import replace
from pathlib import Path

from tests.store.news import reading_by

from accordingto import recorder
from accordingto.catalogue import find_incidents
from accordingto.model.claim import claim_id
from accordingto.model.reading import Reading
from accordingto.store.open import open_store
from accordingto.store.search import ClaimSearch
from accordingto.store.sighting import Provenance


def numbered(number: int) -> Reading:
    """A report like one of ours, with a number of its own: other ids, and every seventh the like of another."""
    base = reading_by("Valley Times", number % 7)
    article = replace(
        base.article, text=f"{base.article.text} Report {number}.", url=f"https://valley.example/{number}"
    )
    events = tuple(replace(event, id=f"{event.id}-{number}") for event in base.events)
    ids = {old.id: new.id for old, new in zip(base.events, events, strict=True)}
    rows = tuple(replace(row, event=ids[row.event], id=claim_id(ids[row.event], row.chain)) for row in base.claim_rows)
    return replace(base, article=article, events=events, claim_rows=rows)


def write(where: str, said: str, seed: int, seconds: float) -> None:
    """Add reports until the time is up; half of the numbers come from another writer too."""
    store = open_store(where)
    out = os.open(said, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    number, end = 0, time.monotonic() + seconds
    while time.monotonic() < end:
        number += 1
        mine = number if seed % 2 else number + seed * 1_000_000
        reading = numbered(mine)
        recorder.add(store, reading, recorder.sighting_of(reading.article, Provenance("load", "fast")))
        os.write(out, f"{mine}\n".encode())
    store.close()


def read(where: str, said: str, seed: int, seconds: float) -> None:
    """Look things up until the time is up; what is there must be whole."""
    store = open_store(where)
    out = os.open(said, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    chance, end = random.Random(seed), time.monotonic() + seconds
    while time.monotonic() < end:
        started = time.monotonic()
        found = list(find_incidents(store, ClaimSearch(type="ASSAULT"), limit=3))
        assert all(incident.accounts and incident.reports for incident in found)
        store.search_articles(f"Report {chance.randrange(1, 200)}", limit=5)
        os.write(out, f"{time.monotonic() - started:.4f}\n".encode())
    store.close()


def lines_in(path: Path) -> list[str]:
    return path.read_text().split() if path.exists() else []
