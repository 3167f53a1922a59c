"""Adding, adding again, and new versions."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.store.reports import a_reading, a_text, add, claims_of, keys_of, sighting

from accordingto.model.article import Republication
from accordingto.model.reading import Reading
from accordingto.model.span import Span
from accordingto.store.sighting import AddStatus, Provenance
from accordingto.store.store import Store

HERE, THERE = "/reports/port.txt", "/copies/port.txt"
NEXT_PROGRAM = Provenance("1.1", "fast")


def test_what_was_added_comes_back_as_it_was(store: Store) -> None:
    reading = a_reading(a_text(1), title="Port shelled")
    claims = claims_of(reading)
    outcome = store.add_reading(reading, claims, keys_of(claims), sighting(HERE))
    assert outcome.status is AddStatus.NEW
    assert store.claims_of_article(outcome.article) == claims
    assert store.claims([claims[1].id, "no such id", claims[0].id]) == (claims[1], claims[0])
    assert store.reading(outcome.article) == reading.to_dict()
    article = store.article(outcome.article)
    assert article is not None
    assert (article.text, article.title, article.byline) == (reading.article.text, "Port shelled", ("A. Writer",))
    assert article.is_current
    assert article.raw_hash == "0" * 64


def test_an_article_comes_back_with_its_parts_and_what_it_came_from(store: Store) -> None:
    article = replace(
        a_reading(a_text(1), title="Port shelled").article,
        republished_from=(Republication("Reuters", Span(0, 6)), Republication("The Wire", None)),
    )
    store.add_reading(Reading(article), [], {}, sighting())
    assert store.original(article.id) == article
    assert store.original("gone") is None
    report = store.reports([article.id])[article.id]
    assert (report.family, report.credits, report.title) == (article.id, ("Reuters", "The Wire"), "Port shelled")


def test_adding_again_changes_nothing(store: Store) -> None:
    first = add(store, a_text(1), HERE)
    before = store.describe()
    again = add(store, a_text(1), HERE)
    assert (again.status, again.article) == (AddStatus.UNCHANGED, first.article)
    assert store.describe() == before


def test_a_changed_text_is_a_new_version_and_the_old_one_stays(store: Store) -> None:
    old = add(store, a_text(1), HERE)
    new = add(store, a_text(2), HERE)
    assert (new.status, new.replaced) == (AddStatus.NEW_VERSION, old.article)
    assert store.versions(HERE) == (old.article, new.article)
    assert [article.is_current for article in store.articles([old.article, new.article])] == [False, True]
    assert len(store.claims_of_article(old.article)) == 2
    assert store.claims_by_keys(["type:ASSAULT"]) == {
        "type:ASSAULT": tuple(reversed([claim.id for claim in store.claims_of_article(new.article)]))
    }


def test_a_text_that_comes_back_is_current_again(store: Store) -> None:
    old, new = add(store, a_text(1), HERE), add(store, a_text(2), HERE)
    back = add(store, a_text(1), HERE)
    assert (back.status, back.article, back.replaced) == (AddStatus.NEW_VERSION, old.article, new.article)
    assert store.versions(HERE) == (old.article, new.article, old.article)
    assert [article.id for article in store.articles_in_order()] == [old.article]
    assert {claim.article for claim in store.claims_in_order()} == {old.article}


def test_a_copy_elsewhere_keeps_an_article_current(store: Store) -> None:
    old = add(store, a_text(1), HERE)
    assert add(store, a_text(1), THERE).status is AddStatus.UNCHANGED
    add(store, a_text(2), HERE)
    assert [article.is_current for article in store.articles([old.article])] == [True]


def test_reports_without_an_address_are_never_versions_of_each_other(store: Store) -> None:
    assert [add(store, a_text(number)).status for number in (1, 2, 1)] == [
        AddStatus.NEW,
        AddStatus.NEW,
        AddStatus.UNCHANGED,
    ]
    assert store.describe().articles == 2


@pytest.mark.parametrize(
    ("text", "status"),
    [
        (a_text(1).replace("1 people", "3 people"), AddStatus.NEW_VERSION),
        ("The minister of finance resigned over a loan, his office said.", AddStatus.NEW),
    ],
)
def test_another_report_in_a_line_of_a_file_is_no_version(store: Store, text: str, status: AddStatus) -> None:
    old = add(store, a_text(1), "/reports/day.jsonl:7")
    assert add(store, text, "/reports/day.jsonl:7").status is status
    assert [article.is_current for article in store.articles([old.article])] == [status is AddStatus.NEW]
    assert add(store, text, "/reports/day.jsonl:7").status is AddStatus.UNCHANGED


def test_another_program_reads_again_and_its_claims_take_over(store: Store) -> None:
    reading = a_reading(a_text(1))
    claims = claims_of(reading, 3)
    store.add_reading(reading, claims[:2], keys_of(claims[:2]), sighting(HERE))
    outcome = store.add_reading(reading, claims[1:], {claims[1].id: ["new key"]}, sighting(HERE, NEXT_PROGRAM))
    assert outcome.status is AddStatus.READ_AGAIN
    assert store.claims_of_article(outcome.article) == claims[1:]
    assert {claim.id for claim in store.claims_in_order()} == {claim.id for claim in claims[1:]}
    assert store.claims([claims[0].id]) == claims[:1], "links on it still lead somewhere"
    assert store.claims_by_keys([f"claim:{claims[0].id}", f"claim:{claims[1].id}", "new key"]) == {
        "new key": (claims[1].id,)
    }


def test_what_is_settled_need_not_be_read(store: Store) -> None:
    article = a_reading(a_text(1)).article
    assert not store.is_settled(article, sighting(HERE))
    add(store, a_text(1), HERE)
    assert store.is_settled(article, sighting(HERE))
    assert not store.is_settled(article, sighting(THERE)), "a new address is to be noted"
    assert store.is_read(article, sighting(THERE)), "but nothing is to be read"
    assert not store.is_settled(article, sighting(HERE, NEXT_PROGRAM))


def test_an_error_within_a_transaction_leaves_nothing(store: Store) -> None:
    add(store, a_text(1))
    before = store.describe()
    with pytest.raises(ZeroDivisionError):
        _add_and_break(store)
    assert store.describe() == before


def _add_and_break(store: Store) -> None:
    with store.transaction():
        add(store, a_text(2))
        assert store.describe().articles == 2
        raise ZeroDivisionError


def test_an_article_that_does_not_fit_leaves_nothing_and_the_next_is_added(store: Store) -> None:
    reading = a_reading(a_text(1))
    claims = claims_of(reading)
    wrong = {claims[0].id: [None]}
    with pytest.raises(Exception, match=r"(?i)null"):
        store.add_reading(reading, claims, wrong, sighting(HERE))  # type: ignore[arg-type]  # what no caller may give
    assert store.describe().articles == 0
    assert add(store, a_text(1), HERE).status is AddStatus.NEW


@pytest.mark.parametrize(
    "text", ["Half a \ud83d character fired.", "A NUL \x00 fired.", "Ж💥 fired.", "%s :x ' \" fired."]
)
def test_any_text_is_stored_and_offsets_stay(store: Store, text: str) -> None:
    reading: Reading = a_reading(text, title=text)
    claims = claims_of(reading, 1)
    outcome = store.add_reading(reading, claims, {claims[0].id: [text]}, sighting(text))
    article = store.article(outcome.article)
    assert article is not None
    assert len(article.text) == len(text)
    assert store.reading(outcome.article) == reading.to_dict(), "the reading itself loses nothing"
    assert list(store.claims_by_keys([text]).values()) == [(claims[0].id,)]
    assert store.is_settled(reading.article, sighting(text))
    assert store.original(outcome.article) == reading.article, "nor does the article"
