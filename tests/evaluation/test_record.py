"""Marked sets of reports that disagree held against hand-built readings."""

from __future__ import annotations

from datetime import date

from tests.factories import an_article, the_span

from accordingto.evaluation.marked_disputes import MarkedAccount, MarkedClaim, MarkedIncident, MarkedSet
from accordingto.evaluation.record import judge
from accordingto.model.article import Article
from accordingto.model.claim import Claim, Factuality
from accordingto.model.event import EventMention, Quantity
from accordingto.model.incident import Slot
from accordingto.model.place import Place, PlacePrecision
from accordingto.model.reading import Reading
from accordingto.model.when import TimePrecision, When

FIRST = an_article("A bomb killed 12 people in Baquba on Tuesday.", published=date(2014, 7, 16), publisher="The Herald")
SECOND = an_article("A bomb killed 20 people in Baquba on Tuesday.", published=date(2014, 7, 16), publisher="The Mail")
TOLLS = {FIRST.id: 12, SECOND.id: 20}


def a_reading(article: Article) -> Reading:
    """One killing by a bomb in Baquba on 15 July, in the report's own voice, with the report's toll."""
    toll = TOLLS[article.id]
    killed = Quantity("killed", toll, toll, the_span(article, str(toll)))
    event = EventMention(
        id=f"event of {article.id}",
        trigger=(the_span(article, "killed"),),
        type="ASSAULT",
        mode="explosives",
        place="baquba",
        when="tuesday",
        quantities=(killed,),
    )
    return Reading(
        article,
        events=(event,),
        claim_rows=(Claim(f"claim of {article.id}", event.id, (), Factuality.HAPPENED, 3.0),),
        places=(Place("baquba", "Baquba", "IRQ", 33.75, 44.64, 97990, PlacePrecision.CITY, ()),),
        times=(When("tuesday", date(2014, 7, 15), date(2014, 7, 15), TimePrecision.DAY, ()),),
    )


def an_account(article: Article) -> MarkedAccount:
    return MarkedAccount((MarkedClaim(article.id, the_span(article, "killed"), ""),), origins=1)


def a_set(*incidents: MarkedIncident) -> MarkedSet:
    return MarkedSet("tolls", "one bomb, two tolls", (FIRST, SECOND), incidents)


def test_two_tolls_of_one_bomb_are_two_accounts_of_one_origin_each() -> None:
    marked = MarkedIncident((an_account(FIRST), an_account(SECOND)), frozenset({Slot.HOW_MANY}))
    judged = judge(a_set(marked), a_reading)
    assert (judged.accounts, judged.origins, judged.disputed) == ((1, 1), (1, 1), (1,))
    assert judged.merges == ()


def test_an_account_that_holds_another_s_claim_is_wrong() -> None:
    both = MarkedAccount((*an_account(FIRST).claims, *an_account(SECOND).claims), origins=2)
    judged = judge(a_set(MarkedIncident((both,), frozenset())), a_reading)
    assert (judged.accounts, judged.origins, judged.disputed) == ((0,), (0,), (0,))


def test_two_marked_incidents_of_which_we_made_one_are_a_false_merge() -> None:
    apart = [MarkedIncident((an_account(article),), frozenset()) for article in (FIRST, SECOND)]
    assert judge(a_set(*apart), a_reading).merges == ("tolls: incidents 1 and 2 became one",)


def test_a_claim_that_was_not_read_is_in_no_account() -> None:
    unread = MarkedAccount((MarkedClaim(FIRST.id, the_span(FIRST, "bomb"), ""),), origins=1)
    judged = judge(a_set(MarkedIncident((unread,), frozenset())), a_reading)
    assert (judged.accounts, judged.found) == ((0,), (0,))
