"""Searches answered from the columns say what going through the claims one by one says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from accordingto import recorder
from accordingto.model.reported import ReportedClaim
from accordingto.reader import read
from accordingto.searching import Search, SearchIndex, from_query
from accordingto.store.open import open_store
from accordingto.store.sighting import Provenance
from accordingto.store.store import Store

REPORTS = [
    ("Harbour Post", date(2019, 3, 4), "Police arrested the union leader Jon Berg in Brenholm on Sunday."),
    ("Inland Mail", date(2019, 3, 5), "Police in Norway arrested Jon Berg in Oslo on Sunday, his lawyer said."),
    ("Inland Mail", date(2019, 3, 9), "Prime Minister Ana Ruiz visited Oslo on Friday and met King Harald."),
    ("Valley Times", date(2019, 4, 1), "Rebels shelled the town of Dara on Saturday, killing four, Ana Ruiz said."),
    ("Valley Times", date(2019, 4, 2), "The army denied that soldiers shot protesters in Damascus, Syria."),
]


def add(store: Store, publisher: str, published: date, text: str) -> None:
    reading = read(text, publisher=publisher, published=published, reader="fast")
    recorder.add(store, reading, recorder.sighting_of(reading.article, Provenance("test", "fast")))


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    opened = open_store(str(tmp_path_factory.mktemp("searching") / "record.db"), create=True)
    for report in REPORTS:
        add(opened, *report)
    yield opened
    opened.close()


def found(store: Store, query: str) -> tuple[ReportedClaim, ...]:
    page = SearchIndex(store).find(from_query(query))
    return tuple(store.claims_numbered(int(key) for key in page.keys))


@pytest.mark.parametrize(
    ("query", "fits"),
    [
        ("", lambda claim: True),
        ("type=COERCE", lambda claim: claim.type == "COERCE"),
        ("type=COERCE&type=CONSULT", lambda claim: claim.type in {"COERCE", "CONSULT"}),
        ("publisher=inland+mail", lambda claim: claim.publisher == "Inland Mail"),
        ("actor=police", lambda claim: any("police" in each.name.casefold() for each in claim.actors)),
        ("speaker=ruiz", lambda claim: any(hop.speaker and "Ruiz" in hop.speaker.name for hop in claim.hops)),
        ("words=Berg", lambda claim: "Berg" in claim.sentence),
        ("words=%28%21", lambda claim: True),
        ("since=2019-03-20", lambda claim: (claim.when.end if claim.when else claim.published) >= date(2019, 3, 20)),
        ("until=2019-03-03", lambda claim: (claim.when.start if claim.when else claim.published) <= date(2019, 3, 3)),
        ("factuality=denied", lambda claim: claim.factuality == "denied"),
        ("actor=nobody", lambda claim: False),
    ],
)
def test_it_finds_what_a_look_at_every_claim_finds(store: Store, query: str, fits: object) -> None:
    expected = {claim.id for claim in store.claims_in_order() if fits(claim)}  # type: ignore[operator]  # a lambda
    assert {claim.id for claim in found(store, query)} == expected


def test_counts_are_those_of_the_claims(store: Store) -> None:
    page = SearchIndex(store).find(Search())
    claims = tuple(store.claims_in_order())
    assert {value.shown: value.claims for value in page.facets["type"]} == Counter(claim.type for claim in claims)
    publishers = {value.shown: value.claims for value in page.facets["publisher"]}
    assert publishers == Counter(claim.publisher for claim in claims)


def test_a_ticked_facet_goes_on_counting_its_other_values(store: Store) -> None:
    page = SearchIndex(store).find(Search(type=("COERCE",)))
    counts = {value.shown: value for value in page.facets["type"]}
    assert counts["COERCE"].is_ticked
    assert not counts["CONSULT"].is_ticked
    assert counts["COERCE"].claims == page.total


def test_a_value_ticked_that_nothing_holds_stays_to_be_unticked(store: Store) -> None:
    page = SearchIndex(store).find(Search(publisher=("The Moon",)))
    assert (page.total, page.facets["publisher"][0].value, page.facets["publisher"][0].claims) == (0, "The Moon", 0)


@pytest.mark.parametrize("kind", ["claims", "incidents", "articles"])
def test_pages_follow_one_another_without_gap_or_double(store: Store, kind: str) -> None:
    index = SearchIndex(store)
    search = from_query(f"kind={kind}")
    everything = list(index.every_key(search))
    paged: list[int | str] = []
    after: int | None = None
    while True:
        query = f"kind={kind}" + (f"&after={after}" if after is not None else "")
        page = index.find(from_query(query), size=2)
        paged += page.keys
        after = page.next
        if after is None:
            break
    assert paged == everything
    assert len(set(paged)) == len(paged) == page.total


def test_the_counts_of_a_facet_are_what_a_click_on_it_finds(store: Store) -> None:
    index = SearchIndex(store)
    for facet, values in index.find(Search()).facets.items():
        for value in values:
            assert index.find(Search().with_value(facet, value.value)).claims == value.claims, (facet, value)


def test_disputed_claims_are_those_of_disputed_incidents(store: Store) -> None:
    disputed = {each.id for each in store.incident_summaries().incidents if each.disputed}
    claims = found(store, "disputed=1")
    incidents = store.incidents_of(claim.id for claim in claims)
    assert set(incidents.values()) == disputed


def test_what_is_added_is_found_at_once(tmp_path: Path) -> None:
    store = open_store(str(tmp_path / "record.db"), create=True)
    index = SearchIndex(store)
    assert index.find(Search()).total == 0
    add(store, *REPORTS[0])
    index._looked = 0.0
    assert index.find(Search()).total > 0
    store.close()
