"""Claims of one incident sorted into accounts, and the incident made of them."""

from __future__ import annotations

import random
from datetime import date

import pytest
from tests.factories import a_claim

from accordingto.model.claim import Factuality
from accordingto.model.incident import Incident, Slot
from accordingto.model.reported import Count, Hop, Location, Party, Report, ReportedClaim
from accordingto.record.incidents import assemble_incident

FARES = Party("Nawaf Fares", "person", "SYR", ("GOV",))
MINISTRY = Party("the foreign ministry", "organisation", "SYR", ("GOV",))
HERALD = a_claim("The ambassador has defected.", article="a", type="REALIGN", mode="defect", actors=(FARES,))
MINISTRY_SAYS = a_claim(
    "He was dismissed.", article="a", type="PERSONNEL", mode="dismiss", recipients=(FARES,), hops=(Hop(MINISTRY),)
)
MAIL = a_claim(
    "Fares defected.",
    article="b",
    publisher="The Mail",
    type="REALIGN",
    mode="defect",
    actors=(Party("Fares", "person"),),
)
REPORTS = {
    "a": Report("a", "The Herald", "a"),
    "b": Report("b", "The Mail", "b"),
    "c": Report("c", "The Post", "c"),
}


def incident(*claims: ReportedClaim) -> Incident:
    return assemble_incident(claims, REPORTS)


def test_two_accounts_with_their_holders() -> None:
    found = incident(HERALD, MINISTRY_SAYS, MAIL)
    assert found.disputed == (Slot.WHAT,)
    assert [sorted(holder.name for holder in account.holders) for account in found.accounts] == [
        ["The Herald", "The Mail"],
        ["the foreign ministry"],
    ]
    assert [account.slots[Slot.WHAT] for account in found.accounts] == ["REALIGN:defect", "PERSONNEL:dismiss"]
    assert [account.counts.origins for account in found.accounts] == [2, 1]


def test_claims_that_agree_are_one_account() -> None:
    assert len(incident(HERALD, MAIL).accounts) == 1


def test_tolls_that_differ_are_two_accounts() -> None:
    twelve = a_claim("Twelve died.", article="a", counts=(Count("killed", 12, 12),))
    fifteen = a_claim("Fifteen died.", article="b", counts=(Count("killed", 15, 15),))
    found = incident(twelve, fifteen)
    assert found.disputed == (Slot.HOW_MANY,)
    assert {account.slots[Slot.HOW_MANY] for account in found.accounts} == {"12 killed", "15 killed"}


def test_who_changes_their_mind_is_said() -> None:
    denied = a_claim("No one fired.", article="a", factuality=Factuality.DENIED, hops=(Hop(MINISTRY),))
    confirmed = a_claim("Troops fired.", article="b", published=date(2012, 7, 12), hops=(Hop(MINISTRY),))
    found = incident(denied, confirmed)
    assert found.changes == ("the foreign ministry: denied: “fired” (2012-07-11), then happened: “fired” (2012-07-12)",)


def test_the_order_of_claims_does_not_matter() -> None:
    place = Location("Homs", "SYR", 169577, 34.73, 36.71, "city")
    claims = [HERALD, MINISTRY_SAYS, MAIL, a_claim("He left his post.", article="c", place=place)]
    expected = incident(*claims)
    for seed in range(10):
        shuffled = random.Random(seed).sample(claims, len(claims))  # an order, no secret
        assert incident(*shuffled) == expected


def test_an_incident_without_claims_is_refused() -> None:
    with pytest.raises(ValueError, match="at least one claim"):
        incident()
