"""Links and the groups they hold: no order of arrival, undone by withdrawing, people before the model."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.factories import a_claim

from accordingto.model.incident import Judgement, Link
from accordingto.model.reported import Party, ReportedClaim
from accordingto.record.linking import PERSON, assemble, link_claims
from accordingto.record.stories_sketch import sketch_of_text

NOW = datetime(2012, 7, 12, tzinfo=UTC)
RUIZ, WEBER = Party("Ana Ruiz", "person"), Party("Karl Weber", "person")
WORDS = (
    ("Gunmen shot mayor Ana Ruiz at the fish market of Lorca.", "shot", RUIZ),
    ("The shooting of mayor Ana Ruiz at the fish market shook Lorca.", "shooting", RUIZ),
    ("Mayor Ana Ruiz was shot dead in Lorca, police said.", "shot", RUIZ),
    ("Gunmen shot farmer Karl Weber near Lorca in May.", "shot", WEBER),
    ("Lorca police arrested four smugglers.", "arrested", Party("four smugglers")),
)
CLAIMS = tuple(
    a_claim(words, trigger=trigger, recipients=(party,), type="COERCE" if trigger == "arrested" else "ASSAULT")
    for words, trigger, party in WORDS
)
SKETCHES = {claim.article: sketch_of_text(claim.article, claim.sentence) for claim in CLAIMS}
SHOT, SHOOTING, DEAD, FARMER, ARREST = CLAIMS


def a_link(left: ReportedClaim, right: ReportedClaim, judgement: Judgement, score: float, method: str) -> Link:
    first, second = sorted((left.id, right.id))
    return Link(first, second, judgement, score, method, "test")


def groups(links: tuple[Link, ...], claims: tuple[ReportedClaim, ...] = CLAIMS) -> set[frozenset[str]]:
    return {frozenset(claim.sentence for claim in group) for group in assemble(links, claims)}


def test_reports_of_one_shooting_are_one_group_and_the_others_are_alone() -> None:
    found = groups(link_claims(CLAIMS, (), SKETCHES))
    assert frozenset({SHOT.sentence, SHOOTING.sentence, DEAD.sentence}) in found
    assert frozenset({FARMER.sentence}) in found
    assert frozenset({ARREST.sentence}) in found


@settings(max_examples=25, deadline=None)
@given(st.permutations(CLAIMS), st.randoms(use_true_random=False))
def test_the_order_of_arrival_does_not_matter(arriving: list[ReportedClaim], chooser: random.Random) -> None:
    links: list[Link] = []
    for place, claim in enumerate(arriving):
        links += link_claims([claim], arriving[:place], SKETCHES)
    chooser.shuffle(links)
    at_once = link_claims(CLAIMS, (), SKETCHES)
    assert sorted(links, key=lambda link: (link.left, link.right)) == list(at_once)
    assert assemble(links, arriving) == assemble(at_once, CLAIMS)


def test_withdrawing_undoes_a_link() -> None:
    link = a_link(SHOT, ARREST, Judgement.SAME, 1.0, PERSON)
    assert groups((link,)) == groups((replace(link, withdrawn_at=NOW), link))
    assert groups((replace(link, withdrawn_at=NOW),)) == groups(())


@pytest.mark.parametrize("judgement", list(Judgement))
def test_what_people_say_goes_before_the_model(judgement: Judgement) -> None:
    """People join what the model would not, and part what it would join."""
    score = 0.9 if judgement is Judgement.DIFFERENT else 0.0
    learned = a_link(SHOT, DEAD, Judgement.SAME, score, "linking")
    said = a_link(SHOT, DEAD, judgement, 1.0, PERSON)
    together = any({SHOT.sentence, DEAD.sentence} <= group for group in groups((learned, said)))
    assert together == (judgement is Judgement.SAME)


def test_the_later_of_two_judgements_counts() -> None:
    first = replace(a_link(SHOT, DEAD, Judgement.SAME, 1.0, PERSON), made_at=NOW)
    later = replace(a_link(SHOT, DEAD, Judgement.DIFFERENT, 1.0, PERSON), made_at=NOW.replace(day=13))
    assert groups((later, first)) == groups(())


def test_a_veto_keeps_apart_also_through_a_third_claim() -> None:
    links = (
        a_link(SHOT, FARMER, Judgement.DIFFERENT, 0.0, "linking"),
        a_link(SHOT, DEAD, Judgement.SAME, 0.9, "linking"),
        a_link(DEAD, FARMER, Judgement.SAME, 0.9, "linking"),
    )
    assert not any({SHOT.sentence, FARMER.sentence} <= group for group in groups(links))


def test_claims_of_one_event_mention_are_together_without_a_link() -> None:
    denied = replace(SHOT, id="ffff", commitment=-3.0)
    assert [len(group) for group in assemble((), (SHOT, denied))] == [2]


def test_links_say_why() -> None:
    (link,) = link_claims([SHOT], [DEAD], SKETCHES)
    assert link.judgement is Judgement.SAME
    assert "both say “shot”" in link.reasons
    assert link.left < link.right


def test_an_article_already_linked_adds_nothing() -> None:
    assert link_claims([SHOT], [SHOT], SKETCHES) == ()
