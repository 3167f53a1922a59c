"""Incidents by their summaries: pages, counts and facets, each from an index."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy import text
from tests.store.reports import a_claim, a_reading, sighting

from accordingto.model.errors import InputError
from accordingto.model.incident import Counts, Slot
from accordingto.model.reported import Location
from accordingto.model.summary import IncidentOrder, IncidentSummary
from accordingto.store.engines import engine_of
from accordingto.store.incident_search import IncidentCount, IncidentSearch
from accordingto.store.store import Store
from accordingto.store.transactions import reading

DAY = date(2024, 5, 1)
PORT = Location("Aden", "YEM", 415189, 12.78, 45.04, "city")
SHELLING = IncidentSummary(
    "shelling", "the rebels · heavy-weapons · Aden", "Shells fell.", ("ASSAULT",), Counts(3, 2, 2), 4, 2,
    modes=("heavy-weapons",), countries=("SAU", "YEM"), published_by=("Gulf Herald",), disputed=(Slot.WHO, Slot.WHEN),
    first_day=DAY, last_day=DAY, first_report=DAY, last_report=DAY + timedelta(2), place=PORT, least_sure=0.9,
)  # fmt: skip
VISIT = IncidentSummary(
    "visit", "the minister · visit", "He came.", ("CONSULT", "MOVE"), Counts(2, 2, 2), 2, 1, countries=("YEM",),
    published_by=("Le Phare",), first_day=DAY + timedelta(9), last_day=DAY + timedelta(12), least_sure=0.55,
)  # fmt: skip
ALONE = IncidentSummary("alone", "a march", "They marched.", ("PROTEST",), Counts(1, 1, 1), 1, 1, first_report=DAY)
UNDATED = IncidentSummary("undated", "a vow", "She vowed.", ("ASSAULT",), Counts(1, 1, 1), 1, 1)


@pytest.fixture
def filled(store: Store) -> Store:
    store.save_summaries([SHELLING, VISIT, ALONE, UNDATED])
    return store


def ids(store: Store, **wanted: object) -> list[str]:
    order = IncidentOrder(str(wanted.pop("order", "newest")))
    search = IncidentSearch(**wanted)  # type: ignore[arg-type]  # fields by name, of many types
    return [each.id for each in store.incident_summaries(search, order=order).incidents]


def test_a_summary_comes_back_as_it_was(filled: Store) -> None:
    assert filled.summaries(["visit", "gone", "shelling"]) == (VISIT, SHELLING)


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ({}, ["visit", "shelling", "alone", "undated"]),
        ({"order": "disputed"}, ["shelling", "visit"]),
        ({"order": "uncertain"}, ["visit", "shelling"]),
        ({"type": "ASSAULT"}, ["shelling", "undated"]),
        ({"type": "MOVE"}, ["visit"]),
        ({"mode": "heavy-weapons"}, ["shelling"]),
        ({"country": "YEM"}, ["visit", "shelling"]),
        ({"country": "YEM", "type": "ASSAULT"}, ["shelling"]),
        ({"country": "YEM", "order": "uncertain"}, ["visit", "shelling"]),
        ({"publisher": "gulf HERALD"}, ["shelling"]),
        ({"year": 2024}, ["visit", "shelling", "alone"]),
        ({"year": 2023}, []),
        ({"disputed": "any"}, ["shelling"]),
        ({"disputed": "who"}, ["shelling"]),
        ({"disputed": "where"}, []),
        ({"since": DAY + timedelta(1)}, ["visit"]),
        ({"since": DAY + timedelta(11)}, ["visit"]),
        ({"since": DAY + timedelta(13)}, []),
        ({"until": DAY}, ["shelling", "alone"]),
        ({"several": True}, ["visit", "shelling"]),
        ({"to_review": True}, ["visit", "shelling"]),
    ],
)
def test_incidents_are_found_in_order(filled: Store, wanted: dict[str, object], found: list[str]) -> None:
    got = ids(filled, **wanted)
    assert got == found if "order" in wanted or "alone" not in found else sorted(got) == sorted(found)
    search = IncidentSearch(**{name: value for name, value in wanted.items() if name != "order"})  # type: ignore[arg-type]
    if "order" not in wanted:
        assert filled.count_incidents(search) == IncidentCount(len(found))


def test_what_somebody_accepted_needs_no_review(filled: Store) -> None:
    decision = filled.save_decision("Rita", "accept", "visit", {})
    assert ids(filled, to_review=True) == ["shelling"]
    assert filled.decided_on(["visit", "shelling"], "accept") == {"visit"}
    filled.undo_decision(decision.number)
    assert ids(filled, to_review=True) == ["visit", "shelling"]
    assert filled.decisions(kind="accept") == ()


@pytest.mark.parametrize("order", list(IncidentOrder))
def test_pages_follow_each_other_without_gap(store: Store, order: IncidentOrder) -> None:
    made = [
        replace(VISIT, id=f"{number:03}", first_day=DAY + timedelta(number % 3), least_sure=0.5 + number % 4 / 10)
        for number in range(25)
    ]
    store.save_summaries(made)
    found: list[str] = []
    after: str | None = None
    while True:
        page = store.incident_summaries(order=order, limit=7, after=after)
        found += [each.id for each in page.incidents]
        after = page.next
        if after is None:
            break
    assert sorted(found) == [each.id for each in made]


def test_facets_count_the_incidents_of_each_value(filled: Store) -> None:
    found = filled.count_facets()
    assert found.type == (("ASSAULT", 2), ("CONSULT", 1), ("MOVE", 1), ("PROTEST", 1))
    assert (found.country, found.year, found.is_exact) == ((("YEM", 2), ("SAU", 1)), (("2024", 3),), True)
    assert filled.count_facets(IncidentSearch(type="ASSAULT")).country == (("SAU", 1), ("YEM", 1))


def test_a_summary_that_is_written_again_or_gone_is_counted_once(filled: Store) -> None:
    filled.save_summaries([replace(SHELLING, types=("PROTEST",), disputed=())], gone=["visit"])
    assert ids(filled) == ["shelling", "alone", "undated"] or ids(filled) == ["alone", "shelling", "undated"]
    assert filled.count_facets().type == (("PROTEST", 2), ("ASSAULT", 1))
    assert (filled.count_facets().disputed, filled.count_incidents().incidents) == ((), 3)


def test_words_and_names_lead_to_the_incidents_of_the_claims(store: Store) -> None:
    made = a_reading("Rebels shelled the port authority of Aden.", title="Port shelled")
    claim = a_claim(made.article, 0)
    store.add_reading(made, [claim], {}, sighting("/port.txt"))
    store.save_incidents({"shelling": [claim.id]})
    store.save_summaries([SHELLING, VISIT])
    assert ids(store, words="authority") == ids(store, actor="ali saleh") == ["shelling"]
    assert ids(store, words="authority", country="SAU") == ["shelling"]
    assert ids(store, words="authority", type="MOVE") == ids(store, words="minister") == ids(store, actor="petit") == []


def test_a_place_in_the_list_that_no_page_gave_is_refused(filled: Store) -> None:
    with pytest.raises(InputError, match="Cannot go on after 'x'"):
        filled.incident_summaries(after="x")


@pytest.mark.parametrize("rank", ["newest", "by_dispute", "by_doubt"])
def test_a_list_is_read_from_an_index(filled: Store, rank: str) -> None:
    """No page sorts, and none goes through all incidents."""
    if filled.name.startswith("postgresql"):
        pytest.skip("the plan of a small table says nothing there")
    only = "" if rank == "newest" else f"AND {rank} IS NOT NULL"
    listed = f"facet = 'type' AND value = 'ASSAULT' {only} AND ({rank}, incident) < (700000, 'x')"
    query = f"SELECT incident FROM incident_facets WHERE {listed} ORDER BY {rank} DESC, incident DESC LIMIT 10"
    with reading(engine_of(filled.name)) as connection:
        plan = " ".join(row.detail for row in connection.execute(text(f"EXPLAIN QUERY PLAN {query}")))
    assert "SEARCH incident_facets" in plan
    assert "TEMP B-TREE" not in plan
