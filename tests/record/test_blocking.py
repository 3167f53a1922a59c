"""Claims that may be one incident share keys; others do not, and no claim has many."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from tests.factories import a_claim

from accordingto.model.reported import Location, Party, ReportedClaim
from accordingto.record.blocking import keys_of, search_keys_of, search_story_keys_of, story_keys_of
from accordingto.record.stories_sketch import sketch_of_text

DAY = date(2012, 7, 11)
HOMS = Location("Homs", "SYR", 169577, 34.73, 36.72, "city")
FARES = Party("Nawaf Fares", "person", "SYR")


def meet(left: ReportedClaim, right: ReportedClaim) -> bool:
    """Whether each finds the other, whichever came first."""
    found = bool(set(keys_of(left)) & set(search_keys_of(right)))
    assert found == bool(set(keys_of(right)) & set(search_keys_of(left)))
    return found


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (a_claim("Troops shelled a village.", place=HOMS), a_claim("Shells hit the town.", place=HOMS)),
        (a_claim("He was killed.", recipients=(FARES,)), a_claim("Rebels shot him.", recipients=(Party("Fares"),))),
        (
            a_claim("Fares defected to Qatar, Zebari says.", type="REALIGN"),
            a_claim("Zebari: Qatar now host to the dismissed envoy.", type="PERSONNEL"),
        ),
    ],
)
def test_claims_of_one_incident_meet(left: ReportedClaim, right: ReportedClaim) -> None:
    assert meet(left, right)


@pytest.mark.parametrize("days", [0, 1, 6, 7])
def test_reports_some_days_apart_meet(days: int) -> None:
    left = a_claim("Troops shelled a village.", place=HOMS)
    assert meet(left, a_claim("Shells hit the town.", place=HOMS, published=DAY + timedelta(days)))


def test_the_same_words_a_year_later_do_not_meet() -> None:
    left = a_claim("Troops shelled a village.", place=HOMS)
    assert not meet(left, a_claim("Troops shelled a village again.", place=HOMS, published=DAY + timedelta(365)))


def test_undated_claims_meet_dated_ones_under_two_names_and_an_act() -> None:
    dated = a_claim("Zebari told Annan of a raid.", trigger="raid")
    assert meet(dated, a_claim("A raid, Zebari warned Annan.", trigger="raid", published=None))


def test_claims_without_a_day_meet() -> None:
    left = a_claim("Zebari told Annan of a raid.", trigger="raid", published=None)
    assert meet(left, a_claim("A raid, Zebari warned Annan.", trigger="raid", published=None))


def test_two_claims_with_days_a_year_apart_do_not_meet_under_two_names_and_an_act() -> None:
    left = a_claim("Zebari told Annan of a raid.", trigger="raid")
    assert not meet(left, a_claim("A raid, Zebari warned Annan.", trigger="raid", published=DAY + timedelta(365)))


def test_a_claim_has_few_keys() -> None:
    claim = a_claim("Zebari, Annan, Fares, Tlass and Hamadeh met in Doha.", place=HOMS, actors=(FARES,) * 9)
    assert len(keys_of(claim)) <= 30
    assert len(search_keys_of(claim)) <= 90


def test_keys_do_not_depend_on_the_id_of_the_claim() -> None:
    assert keys_of(a_claim("Rebels fled.", id="a")) == keys_of(a_claim("Rebels fled.", id="b"))


def test_reports_of_one_story_meet_and_others_do_not() -> None:
    storm = sketch_of_text("a", "Storm Hedda tore the roof off the ferry terminal at Marsala.")
    again = sketch_of_text("b", "At Marsala the ferry terminal lost its roof to storm Hedda.")
    vote = sketch_of_text("c", "Parliament in Tallinn approved the budget of Mart Kask.")
    asked = set(search_story_keys_of(storm, DAY))
    assert asked & set(story_keys_of(again, DAY + timedelta(2)))
    assert not asked & set(story_keys_of(vote, DAY))


@pytest.mark.parametrize("day", [DAY, None])
@pytest.mark.parametrize("other", [DAY, None])
def test_reports_of_one_story_meet_with_or_without_a_day(day: date | None, other: date | None) -> None:
    storm = sketch_of_text("a", "Storm Hedda tore the roof off the ferry terminal at Marsala.")
    again = sketch_of_text("b", "At Marsala the ferry terminal lost its roof to storm Hedda.")
    assert set(search_story_keys_of(storm, day)) & set(story_keys_of(again, other))
    assert set(search_story_keys_of(again, other)) & set(story_keys_of(storm, day))
