"""What lists are read from: narrow columns, appearances, publishers, the version, on both databases."""

from __future__ import annotations

from datetime import date

from tests.store.reports import a_reading, a_text, claims_of, keys_of, sighting

from accordingto.model.reported import ReportedClaim
from accordingto.store.appearances import Part
from accordingto.store.store import Store


def filled(store: Store) -> tuple[ReportedClaim, ...]:
    """The claims of three reports, which are in the store now."""
    for number in range(3):
        reading = a_reading(a_text(number))
        claims = claims_of(reading)
        store.add_reading(reading, claims, keys_of(claims), sighting(f"/{number}.txt"))
    return tuple(store.claims_in_order())


def test_columns_say_what_the_claims_say(store: Store) -> None:
    claims = filled(store)
    columns = store.narrow_claims()
    assert len(columns) == len(claims)
    found = {claim.id: row for row, claim in enumerate(store.claims_numbered(columns.numbers.tolist()))}
    for claim in claims:
        row = found[claim.id]
        assert columns.columns["type"].values[columns.columns["type"].codes[row]] == claim.type
        assert columns.columns["article"].values[columns.columns["article"].codes[row]] == claim.article
        day = claim.when.start if claim.when else claim.published
        assert columns.first[row] == (day.toordinal() if day else 0)
        actors = columns.pairs["actor"]
        names = {actors.values[code] for at, code in zip(actors.rows, actors.codes, strict=True) if at == row}
        assert {name.casefold() for name in names} == {party.name.casefold() for party in claim.actors}


def test_numbers_lead_to_claims_and_back(store: Store) -> None:
    claims = filled(store)
    numbers = store.numbers_of(claim.id for claim in claims)
    assert [claim.id for claim in store.claims_numbered(numbers.values())] == list(numbers)


def test_appearances_are_those_of_the_claims(store: Store) -> None:
    claims = filled(store)
    party = next(party for claim in claims for party in claim.actors)
    word = party.name.split()[-1]
    ids = [each.id for each in store.parties_holding(word) if each.party.name == party.name]
    numbers = store.numbers_of(claim.id for claim in claims)
    did = {numbers[claim.id] for claim in claims if party.name in {each.name for each in claim.actors}}
    assert set(store.appearances_of(ids).parts[Part.DID]) == did
    assert store.appearances_of([]).parts[Part.SAID] == ()


def test_words_lead_to_articles(store: Store) -> None:
    claims = filled(store)
    word = next(each for each in claims[0].sentence.split() if len(each) > 4).strip(".,")
    assert store.article_numbers(word)
    assert store.article_numbers("xylophones") == frozenset()
    assert store.article_numbers("(!") is None


def test_publishers_and_days(store: Store) -> None:
    assert (store.publishers(), store.report_days()) == ((), (None, None))
    filled(store)
    assert sum(each.reports for each in store.publishers()) == 3
    days = [article.published for article in store.articles_in_order() if article.published]
    assert store.report_days() == ((min(days), max(days)) if days else (None, None))


def test_the_version_changes_with_what_is_added_and_decided(store: Store) -> None:
    versions = [store.version()]
    claims = filled(store)
    versions.append(store.version())
    decision = store.save_decision("Eva", "accept", claims[0].id, {})
    versions.append(store.version())
    store.undo_decision(decision.number)
    versions.append(store.version())
    assert len(set(versions)) == len(versions)
    assert store.version() == versions[-1]


def test_a_correction_stands_in_the_columns_until_it_is_undone(store: Store) -> None:
    claim = filled(store)[0]
    before = store.narrow_claims().columns["type"].values
    made = store.save_decision("Eva", "edit", claim.id, {"slot": "what", "value": {"type": "AID", "mode": None}})
    who: list[dict[str, object]] = [{"name": "The Harbour Guard", "kind": None, "country": "NOR", "sectors": []}]
    store.save_decision("Eva", "edit", claim.id, {"slot": "who", "value": who})
    when = {"start": "2001-02-03", "end": "2001-02-03", "precision": "day"}
    store.save_decision("Eva", "edit", claim.id, {"slot": "when", "value": when})
    columns = store.narrow_claims()
    assert "AID" in columns.columns["type"].values
    assert "The Harbour Guard" in columns.pairs["actor"].values
    assert date(2001, 2, 3).toordinal() in columns.first.tolist()
    store.undo_decision(made.number)
    assert set(store.narrow_claims().columns["type"].values) == set(before)
