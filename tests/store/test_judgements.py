"""Links, decisions, families, incidents: what programs and people make of the claims."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from tests.store.conftest import START
from tests.store.reports import a_text, add

from accordingto.model.incident import Judgement, Link
from accordingto.store.groups import FamilyMember
from accordingto.store.store import Store

Ids = list[str]


@pytest.fixture
def ids(store: Store) -> Ids:
    """The ids of four claims of two reports, sorted."""
    for number in (1, 2):
        add(store, a_text(number))
    return sorted(claim.id for claim in store.claims_in_order())


def a_link(ids: Ids, left: int = 0, right: int = 1, **changes: object) -> Link:
    link = Link(ids[left], ids[right], Judgement.SAME, 0.9, "linker", "1.0", reasons=("one day", "one place"))
    return replace(link, **changes)  # type: ignore[arg-type]  # fields by name, of many types


def test_a_link_comes_back_with_the_moment_it_was_made(store: Store, ids: Ids) -> None:
    assert store.save_links([a_link(ids)]) == 1
    (found,) = store.links_of([ids[1]])
    assert found.made_at is not None
    assert found.made_at > START
    assert replace(found, made_at=None) == a_link(ids)


def test_a_moment_that_is_given_is_kept(store: Store, ids: Ids) -> None:
    moment = datetime(2012, 7, 11, 18, 30, tzinfo=UTC)
    store.save_links([a_link(ids, made_at=moment)])
    assert [link.made_at for link in store.links_of(ids)] == [moment]


def test_saving_a_link_again_adds_nothing(store: Store, ids: Ids) -> None:
    links = [a_link(ids), a_link(ids, 1, 2)]
    assert store.save_links(links) == 2
    assert store.save_links(links) == 0
    assert len(store.links_of(ids, withdrawn=True)) == 2


@pytest.mark.parametrize("change", [{"judgement": Judgement.DIFFERENT}, {"score": 0.2}, {"made_by": "1.1"}])
def test_a_later_link_takes_the_place_of_one_it_contradicts(store: Store, ids: Ids, change: dict[str, Any]) -> None:
    store.save_links([a_link(ids)])
    assert store.save_links([a_link(ids, **change)]) == 1
    assert [replace(link, made_at=None) for link in store.links_of(ids)] == [a_link(ids, **change)]
    old, _ = store.links_of(ids, withdrawn=True)
    assert old.withdrawn_at is not None


def test_a_person_and_a_program_may_both_judge_a_pair(store: Store, ids: Ids) -> None:
    store.save_links([a_link(ids), a_link(ids, judgement=Judgement.DIFFERENT, method="person", made_by="ana")])
    assert [link.method for link in store.links_of(ids)] == ["linker", "person"]


def test_a_withdrawn_link_stays_to_be_seen_and_can_be_made_again(store: Store, ids: Ids) -> None:
    store.save_links([a_link(ids)])
    assert store.withdraw_links([a_link(ids), a_link(ids, 2, 3)]) == 1
    assert store.withdraw_links([a_link(ids)]) == 0
    assert store.links_of(ids) == ()
    assert store.save_links([a_link(ids)]) == 1
    assert len(store.links_of(ids, withdrawn=True)) == 2


def test_a_link_to_a_claim_that_is_not_there_is_refused(store: Store, ids: Ids) -> None:
    with pytest.raises(Exception, match=r"(?i)foreign key"):
        store.save_links([replace(a_link(ids), right="zzzz")])


def test_a_decision_can_be_undone_once_and_stays(store: Store) -> None:
    merge = store.save_decision("ana", "merge", "incident-1", {"with": "incident-2"})
    split = store.save_decision("ben", "split", "incident-1", {"claims": ["a", "b"]})
    store.save_decision("ben", "accept", "incident-3", {})
    assert store.decisions("incident-1") == (merge, split)
    undone = store.undo_decision(merge.number)
    assert undone is not None
    assert (undone.person, undone.details, undone.undone_at is None) == ("ana", {"with": "incident-2"}, False)
    assert store.undo_decision(merge.number) is None
    assert store.undo_decision(99) is None
    assert store.decisions("incident-1") == (split,)
    assert store.decisions("incident-1", undone=True) == (undone, split)
    assert len(store.decisions()) == 2


def test_an_article_is_in_one_family(store: Store, ids: Ids) -> None:
    one, two = sorted(article.id for article in store.articles_in_order())
    store.save_families([FamilyMember(each, "first", "same words", "minhash 1") for each in (one, two)])
    store.save_families([FamilyMember(two, "second", "other agency", "minhash 2")])
    assert store.families_of([one, two])[two].family == "second"
    assert [member.article for member in store.family("first")] == [one]
    reports = store.reports([one, two, "gone"])
    assert [(report.family, report.reason) for report in reports.values()] == [
        ("first", "same words"),
        ("second", "other agency"),
    ]
    assert store.describe().families == 2


def test_a_claim_is_in_one_incident(store: Store, ids: Ids) -> None:
    store.save_incidents({"first": ids[:2], "second": ids[2:]})
    store.save_incidents({"second": [ids[1], *ids[2:]], "third": []})
    assert store.incidents_of(ids) == {ids[0]: "first", ids[1]: "second", ids[2]: "second", ids[3]: "second"}
    assert sorted(store.claims_of_incident("second")) == ids[1:]
    store.remove_from_incidents(ids[1:2])
    assert sorted(store.claims_of_incident("second")) == ids[2:]
    assert store.describe().incidents == 2
    store.clear_incidents()
    assert store.incidents_of(ids) == {}


def test_all_of_it_is_undone_together(store: Store, ids: Ids) -> None:
    with pytest.raises(ZeroDivisionError):
        _judge_and_break(store, ids)
    contents = store.describe()
    assert (contents.links, contents.incidents, contents.decisions) == (0, 0, 0)


def _judge_and_break(store: Store, ids: Ids) -> None:
    with store.transaction():
        store.save_links([a_link(ids)])
        store.save_incidents({"first": ids})
        store.save_decision("ana", "accept", ids[0], {})
        raise ZeroDivisionError
