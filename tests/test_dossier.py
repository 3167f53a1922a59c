"""What a store holds of one person or body."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from accordingto import recorder
from accordingto.dossier import Dossier, every_claim, find_dossier, part_of
from accordingto.reader import read
from accordingto.store.appearances import Part
from accordingto.store.open import open_store
from accordingto.store.sighting import Provenance
from accordingto.store.store import Store

REPORTS = [
    (date(2019, 3, 4), "Foreign Minister Anna Weber visited Oslo on Sunday. Weber met the union leader Jon Berg."),
    (
        date(2019, 3, 5),
        "Police arrested Anna Weber in Oslo on Monday, a spokesman said. “They shot at us,” Weber said.",
    ),
    (date(2019, 3, 9), "Karl Lund accused Jon Berg of fraud on Friday. Karl Berg visited Oslo on Thursday."),
]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    opened = open_store(str(tmp_path_factory.mktemp("dossier") / "record.db"), create=True)
    for day, text in REPORTS:
        reading = read(text, publisher="Harbour Post", published=day, reader="fast")
        recorder.add(opened, reading, recorder.sighting_of(reading.article, Provenance("test", "fast")))
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def weber(store: Store) -> Dossier:
    return find_dossier(store, "anna weber")


def test_it_goes_by_the_name_of_the_reports(weber: Dossier) -> None:
    assert weber.name == "Anna Weber"
    assert {each.party.name for each in weber.names} <= {"Anna Weber", "Weber"}


@pytest.mark.parametrize("part", list(Part))
def test_each_part_holds_as_many_claims_as_it_counts(store: Store, weber: Dossier, part: Part) -> None:
    claims = part_of(store, weber, part, limit=100).claims
    assert len(claims) == weber.counts[part]
    assert [claim.id for _, claim in every_claim(store, weber, [part])] == [claim.id for claim in claims]


def test_what_was_done_and_what_was_undergone(store: Store, weber: Dossier) -> None:
    did = {claim.type for claim in part_of(store, weber, Part.DID).claims}
    undergone = {claim.type for claim in part_of(store, weber, Part.DONE_TO).claims}
    assert "CONSULT" in did
    assert "COERCE" in undergone


def test_titles_come_from_the_reports_with_their_days(weber: Dossier) -> None:
    told = [each for each in weber.offices if each.source == "reports"]
    assert [(each.title.casefold(), each.start) for each in told] == [("foreign minister", date(2019, 3, 4))]


def test_a_surname_that_two_people_share_is_nobodys(store: Store) -> None:
    names = {each.party.name for each in find_dossier(store, "Jon Berg").names}
    assert "Karl Berg" not in names


def test_terms_of_office_come_from_the_tables(store: Store) -> None:
    known = [each for each in find_dossier(store, "Bill Clinton").offices if each.source == "tables"]
    assert [(each.title, each.country, each.start) for each in known] == [("president", "USA", date(1993, 1, 20))]


@pytest.mark.parametrize("name", ["", "   ", "!!!", "Nobody Atall", "%", "\x00", "x" * 5000, "' OR 1=1 --"])
def test_an_unknown_name_gives_an_empty_dossier(store: Store, name: str) -> None:
    found = find_dossier(store, name)
    assert (found.names, set(found.counts.values())) == ((), {0})
    assert part_of(store, found, Part.DID).claims == ()


def test_pages_follow_one_another(store: Store, weber: Dossier) -> None:
    first = part_of(store, weber, Part.DID, limit=1)
    assert first.next is not None
    second = part_of(store, weber, Part.DID, after=first.next, limit=1)
    assert first.claims != second.claims
