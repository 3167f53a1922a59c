"""Candidates by key, and going through the store in order."""

from __future__ import annotations

import sqlite3
from itertools import groupby

import pytest
from tests.store.reports import a_claim, a_reading, a_text, add, sighting

from accordingto.store.keys import KEYS_AT_ONCE
from accordingto.store.store import Store


def test_many_keys_are_looked_up_and_only_those_that_hold_something_come_back(store: Store) -> None:
    reading = a_reading(a_text(1))
    claims = [a_claim(reading.article, number) for number in range(2 * KEYS_AT_ONCE + 3)]
    store.add_reading(reading, claims, {claim.id: [claim.id, "all"] for claim in claims}, sighting())
    found = store.claims_by_keys([claim.id for claim in claims] + ["none", "all"], limit=3 * KEYS_AT_ONCE)
    assert {key: ids for key, ids in found.items() if key != "all"} == {claim.id: (claim.id,) for claim in claims}
    assert found["all"] == tuple(claim.id for claim in reversed(claims))


def test_a_key_that_many_claims_share_gives_the_latest(store: Store) -> None:
    for number in range(4):
        add(store, a_text(number))
    everything = store.claims_by_keys(["type:ASSAULT"])["type:ASSAULT"]
    assert len(everything) == 8
    assert store.claims_by_keys(["type:ASSAULT"], limit=3) == {"type:ASSAULT": everything[:3]}


def test_articles_are_found_by_their_keys(store: Store) -> None:
    one, two = (add(store, a_text(number)).article for number in (1, 2))
    assert store.articles_under(["band:1", "band:2"]) == {one: 1, two: 1}
    assert store.articles_under(["band:1"], limit=1) == {two: 1}


def test_the_index_is_used_and_nothing_is_scanned(store: Store) -> None:
    if store.name.startswith("postgresql"):
        return  # on tables as small as these a server may well scan
    with sqlite3.connect(store.name) as connection:
        plan = connection.execute(
            "EXPLAIN QUERY PLAN SELECT id FROM claim_keys WHERE key = 'x' AND is_current ORDER BY claim DESC LIMIT 9"
        ).fetchall()
    assert [row[3] for row in plan] == ["SEARCH claim_keys USING PRIMARY KEY (key=?)"]


def test_going_through_gives_all_in_order(store: Store) -> None:
    texts = [a_text(number) for number in range(5)]
    for text in texts:
        add(store, text)
    assert [article.text for article in store.articles_in_order()] == texts
    claims = [claim.id for claim in store.claims_in_order()]
    assert claims == sorted(claims)
    assert len(set(claims)) == 10
    keys = list(store.keys_in_order())
    assert len(keys) == 20
    assert [key for key, _ in groupby(key for key, _ in keys)] == sorted({key for key, _ in keys})


def test_pages_follow_each_other(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(5):
        add(store, a_text(number))
    everything = list(store.claims_in_order()), list(store.articles_in_order())
    monkeypatch.setattr("accordingto.store.stored.PAGE", 3)
    assert (list(store.claims_in_order()), list(store.articles_in_order())) == everything
