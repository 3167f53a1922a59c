"""Corrections lie over claims, decisions stand when an article is read again, and all of it can be undone."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.store.news import add, fill, groups_of, incident_by, reading_by

from accordingto import reviewing
from accordingto.catalogue import find_incident
from accordingto.keeping import check_store
from accordingto.model.claim import claim_id
from accordingto.model.errors import InputError
from accordingto.model.incident import Slot
from accordingto.model.reading import Reading
from accordingto.store.store import Store


@pytest.fixture
def filled(store: Store) -> Store:
    fill(store)
    return store


def read_otherwise(publisher: str) -> Reading:
    """The report as another reader may read it: the same words, and other ids of events and claims."""
    reading = reading_by(publisher)
    events = tuple(replace(event, id=f"{event.id[:-4]}feed") for event in reading.events)
    ids = {old.id: new.id for old, new in zip(reading.events, events, strict=True)}
    rows = tuple(
        replace(row, event=ids[row.event], id=claim_id(ids[row.event], row.chain)) for row in reading.claim_rows
    )
    return replace(reading, events=events, claim_rows=rows)


def claim_by(store: Store, publisher: str, type_: str | None = None) -> str:
    return next(
        claim.id
        for claim in store.claims_in_order()
        if claim.publisher == publisher and (type_ is None or claim.type == type_)
    )


@pytest.mark.parametrize(
    ("slot", "words", "shown"),
    [
        (Slot.WHAT, "PERSONNEL:dismiss", "PERSONNEL:dismiss"),
        (Slot.WHO, "Jon Bergh", "Jon Bergh"),
        (Slot.WHEN, "2019-03-01", "2019-03-01"),
        (Slot.WHERE, "Oslo", "Oslo"),
        (Slot.HOW_MANY, "3 injured", "3 injured"),
        (Slot.WHETHER, "denied", "denied"),
    ],
)
def test_a_correction_lies_over_the_claim_until_it_is_undone(filled: Store, slot: Slot, words: str, shown: str) -> None:
    claim = claim_by(filled, "Harbour Post")
    before, groups = filled.claims([claim]), groups_of(filled)
    decision = reviewing.edit(filled, claim, slot, words, "Rita")
    incident = find_incident(filled, filled.incidents_of([claim])[claim])
    account = next(each for each in incident.accounts if claim in {one.id for one in each.claims})
    assert account.slots[slot] == shown
    assert check_store(filled) == ()
    reviewing.undo(filled, decision.number)
    assert filled.claims([claim]) == before
    assert groups_of(filled) == groups
    assert check_store(filled) == ()


@pytest.mark.parametrize(
    ("slot", "words", "message"),
    [
        (Slot.WHAT, "DANCE", "no event type"),
        (Slot.WHAT, "ASSAULT:waltz", "no mode of ASSAULT"),
        (Slot.WHEN, "Tuesday", "no day"),
        (Slot.WHEN, "2019-02-30", "no day"),
        (Slot.HOW_MANY, "many", "no count"),
        (Slot.WHETHER, "perhaps", "no factuality"),
        (Slot.WHERE, " ", "name of a place"),
    ],
)
def test_what_cannot_stand_in_a_slot_is_said(filled: Store, slot: Slot, words: str, message: str) -> None:
    with pytest.raises(InputError, match=message):
        reviewing.edit(filled, claim_by(filled, "Harbour Post"), slot, words, "Rita")
    assert filled.decisions() == ()


def test_reading_again_leaves_no_claim_of_the_older_reading_in_an_incident(filled: Store) -> None:
    sizes = sorted(map(len, groups_of(filled)))
    assert add(filled, read_otherwise("Harbour Post"), reader="accurate").outcome.status == "read again"
    assert sorted(map(len, groups_of(filled))) == sizes
    assert check_store(filled) == ()


def test_a_merge_stands_when_an_article_is_read_again(filled: Store) -> None:
    decision = reviewing.merge(filled, incident_by(filled, "Harbour Post"), incident_by(filled, "Valley Times"), "Rita")
    merged = sorted(map(len, groups_of(filled)))
    add(filled, read_otherwise("Valley Times"), reader="accurate")
    assert sorted(map(len, groups_of(filled))) == merged
    assert {each.person for each in filled.decisions()} == {"Rita"}
    reviewing.undo(filled, decision.number)
    assert filled.decisions() == ()
    assert len(groups_of(filled)) > len(merged)
    assert check_store(filled) == ()


def test_a_split_stands_when_an_article_is_read_again(filled: Store) -> None:
    incident = find_incident(filled, incident_by(filled, "Inland Mail"))
    assert len(incident.accounts) == 2
    reviewing.split(filled, incident.id, incident.accounts[1].id, "Rita")
    apart = sorted(map(len, groups_of(filled)))
    add(filled, read_otherwise("Inland Mail"), reader="accurate")
    assert sorted(map(len, groups_of(filled))) == apart
    assert check_store(filled) == ()


def test_withdrawn_corrected_and_accepted_stay_so_when_an_article_is_read_again(filled: Store) -> None:
    reviewing.withdraw(filled, claim_by(filled, "Coast Courier"), "Rita")
    reviewing.edit(filled, claim_by(filled, "Valley Times"), Slot.WHERE, "Darna", "Rita")
    reviewing.accept(filled, incident_by(filled, "Harbour Post"), "Rita")
    left = {claim for group in groups_of(filled) for claim in group}
    for publisher in ("Coast Courier", "Valley Times", "Harbour Post"):
        add(filled, read_otherwise(publisher), reader="accurate")
    assert len({claim for group in groups_of(filled) for claim in group}) == len(left)
    assert "Darna" in {claim.place.name for claim in filled.claims_in_order() if claim.place}
    accepted = {each.subject for each in filled.decisions(kind="accept")}
    assert incident_by(filled, "Harbour Post") in accepted
    assert check_store(filled) == ()


def test_reading_a_third_time_by_the_first_reader_makes_no_decision_twice(filled: Store) -> None:
    reviewing.withdraw(filled, claim_by(filled, "Harbour Post"), "Rita")
    add(filled, read_otherwise("Harbour Post"), reader="accurate")
    add(filled, reading_by("Harbour Post"), program="newer")
    withdrawn = [each.subject for each in filled.decisions(kind="withdraw")]
    assert len(withdrawn) == len(set(withdrawn)) == 2
    assert check_store(filled) == ()
