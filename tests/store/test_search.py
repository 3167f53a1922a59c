"""Full-text and structured search."""

from __future__ import annotations

from datetime import date

import pytest
from tests.store.reports import a_claim, a_reading, sighting

from accordingto.model.reported import Hop, Location, Party, Period
from accordingto.model.when import TimePrecision
from accordingto.store.search import ClaimSearch
from accordingto.store.store import Store

SHELLED = "Rebels shelled the port authority of Aden. Twelve people were killed."
RESIGNED = "The minister resigned in Paris on Tuesday over a loan. The authority of the port was not asked."


@pytest.fixture
def filled(store: Store) -> Store:
    """Two reports: a shelling in Yemen, told by an official, and a resignation whose report has no place."""
    shelled = a_reading(SHELLED, publisher="Gulf Herald", title="Port shelled")
    one = a_claim(shelled.article, 0, hops=(Hop(Party("Ali Saleh", "person", "OMN")),))
    resigned = a_reading(RESIGNED, publisher="Le Phare", title="Out")
    other = a_claim(
        resigned.article,
        0,
        type="PERSONNEL",
        mode="resign",
        actors=(Party("Jean 100%_Petit", "person", "FRA"),),
        recipients=(),
        place=None,
        when=None,
        hops=(),
    )
    for reading, claim in ((shelled, one), (resigned, other)):
        store.add_reading(reading, [claim], {}, sighting(reading.article.title))
    return store


@pytest.mark.parametrize(
    ("words", "titles"),
    [
        ("shelling", ["Port shelled"]),
        ("SHELLED aden", ["Port shelled"]),
        ("port authority", ["Out", "Port shelled"]),
        ('"port authority"', ["Port shelled"]),
        ("minister aden", []),
        ("out", ["Out"]),
        ("", []),
        ('"', []),
        ("AND (", []),
        ("aden -", ["Port shelled"]),
        ("o'brien", []),
    ],
)
def test_articles_are_found_by_their_words(filled: Store, words: str, titles: list[str]) -> None:
    found = sorted(article.title or "" for article in filled.search_articles(words))
    if filled.name.startswith("postgresql") and words == "out":
        assert found == [], "PostgreSQL passes over words such as this"
        return
    assert found == titles


def test_the_words_are_shown_in_a_piece_of_the_report(filled: Store) -> None:
    (article,) = filled.search_articles("killed")
    assert "«killed»" in article.piece


@pytest.mark.parametrize(
    ("search", "types"),
    [
        (ClaimSearch(), ["PERSONNEL", "ASSAULT"]),
        (ClaimSearch(type="ASSAULT"), ["ASSAULT"]),
        (ClaimSearch(mode="resign"), ["PERSONNEL"]),
        (ClaimSearch(country="YEM"), ["ASSAULT"]),
        (ClaimSearch(country="FRA"), ["PERSONNEL"]),
        (ClaimSearch(country="OMN"), []),
        (ClaimSearch(since=date(2024, 5, 14)), ["PERSONNEL"]),
        (ClaimSearch(until=date(2024, 5, 13)), ["ASSAULT"]),
        (ClaimSearch(since=date(2024, 5, 13), until=date(2024, 5, 14)), ["PERSONNEL", "ASSAULT"]),
        (ClaimSearch(actor="REBELS"), ["ASSAULT"]),
        (ClaimSearch(actor="saleh"), ["ASSAULT"]),
        (ClaimSearch(actor="100%_p"), ["PERSONNEL"]),
        (ClaimSearch(actor="100_"), []),
        (ClaimSearch(publisher="gulf herald"), ["ASSAULT"]),
        (ClaimSearch(words="authority", type="ASSAULT"), ["ASSAULT"]),
        (ClaimSearch(words='"port authority"'), ["ASSAULT"]),
        (ClaimSearch(words="?"), ["PERSONNEL", "ASSAULT"]),
        (ClaimSearch(type="ASSAULT", publisher="Le Phare"), []),
    ],
)
def test_claims_are_found_by_what_they_say(filled: Store, search: ClaimSearch, types: list[str]) -> None:
    assert [claim.type for claim in filled.search_claims(search)] == types


def test_a_month_is_found_by_each_of_its_days(store: Store) -> None:
    reading = a_reading(SHELLED)
    may = Period(date(2024, 5, 1), date(2024, 5, 31), TimePrecision.MONTH)
    claim = a_claim(reading.article, 0, when=may, place=Location("Aden"))
    store.add_reading(reading, [claim], {}, sighting())
    assert store.search_claims(ClaimSearch(since=date(2024, 5, 20), until=date(2024, 5, 21))) == (claim,)
    assert store.search_claims(ClaimSearch(since=date(2024, 6, 1))) == ()


def test_an_older_version_is_not_found(store: Store) -> None:
    for text in (SHELLED, SHELLED.replace("Twelve", "Fourteen")):
        reading = a_reading(text)
        store.add_reading(reading, [a_claim(reading.article, 0)], {}, sighting("/port.txt"))
    assert [article.piece.count("Fourteen") for article in store.search_articles("aden")] == [1]
    assert len(store.search_claims(ClaimSearch())) == 1


def test_a_limit_is_kept(filled: Store) -> None:
    assert len(filled.search_claims(ClaimSearch(), limit=1)) == 1
    assert len(filled.search_articles("authority", limit=1)) == 1
