"""A process that adds reports to a store and says of each that it did, until it is done or killed."""

from __future__ import annotations

import os
import sys
from multiprocessing import get_context
from multiprocessing.context import ForkServerContext, ForkServerProcess
from pathlib import Path

from tests.store.reports import a_reading, a_text, claims_of, keys_of, sighting

from accordingto.model.incident import Judgement, Link
from accordingto.store.open import open_store
from accordingto.store.store import Store

MODULE = "tests.store.adding"
ROOT = str(Path(__file__).parents[2])


def processes() -> ForkServerContext:
    """Where processes start fast: each is a copy of one in which all is imported. Only where systems can fork."""
    if ROOT not in sys.path:  # a server that another test started knows only what this process knows by now
        sys.path.insert(0, ROOT)
    context = get_context("forkserver")
    context.set_forkserver_preload([MODULE])
    return context


def start(where: str, numbers: range, said: Path) -> ForkServerProcess:
    """The process, which runs; what it says goes to the end of the file."""
    process = processes().Process(target=add_all, args=(where, numbers, str(said)))
    process.start()
    return process


def add_all(where: str, numbers: range, said: str) -> None:
    """Add the reports of these numbers, with a link between the claims of each, and say each number when it is in."""
    store = open_store(where, create=True)
    out = os.open(said, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    for number in numbers:
        add_one(store, number)
        os.write(out, f"{number}\n".encode())


def add_one(store: Store, number: int) -> None:
    """One report as the record adds it: all its rows, links and incidents in one transaction."""
    reading = a_reading(a_text(number))
    claims = claims_of(reading)
    here = sighting(f"/{number}.txt")
    if store.is_settled(reading.article, here):
        return
    left, right = sorted(claim.id for claim in claims)
    with store.transaction():
        store.add_reading(reading, claims, keys_of(claims), here)
        store.save_links([Link(left, right, Judgement.SAME, 0.9, "linker", "1.0")])
        store.save_incidents({f"incident-{number}": [left, right]})


def said_in(path: Path) -> set[int]:
    """The numbers that were said to be added."""
    return {int(line) for line in path.read_text().split()} if path.exists() else set()


def check(store: Store, said: set[int]) -> None:
    """Every report that was said to be added is there whole, every other there is whole too, and none twice."""
    texts = [article.text for article in store.articles_in_order()]
    assert len(texts) == len(set(texts))
    assert {a_text(number) for number in said} <= set(texts)
    claims = [claim.id for claim in store.claims_in_order()]
    assert len(claims) == 2 * len(texts)
    assert len(store.links_of(claims, withdrawn=True)) == len(texts)
    assert len(store.incidents_of(claims)) == len(claims)
    assert len(list(store.keys_in_order())) == 2 * len(claims)
    contents = store.describe()
    assert (contents.older_versions, contents.incidents) == (0, len(texts))
    assert all(store.reading(article.id) is not None for article in store.articles_in_order())
