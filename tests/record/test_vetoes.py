"""Rules by name: what keeps claims apart, and what joins them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from tests.factories import a_claim

from accordingto.model.reported import Hop, Location, Party, Period, ReportedClaim
from accordingto.model.when import TimePrecision
from accordingto.record.vetoes import veto

BASRA = Location("Basra", "IRQ", 99532, 30.51, 47.78, "city")
MOSUL = Location("Mosul", "IRQ", 99072, 36.34, 43.13, "city")
MARCH = Period(date(2012, 3, 1), date(2012, 3, 31), TimePrecision.MONTH)
IRAQ = Location("Iraq", "IRQ", 99237, 33.0, 44.0, "country")


def on(day: int, precision: TimePrecision = TimePrecision.DAY) -> Period:
    return Period(date(2012, 7, day), date(2012, 7, day), precision)


def person(name: str) -> Party:
    return Party(name, "person")


def arrest(*names: str) -> ReportedClaim:
    return a_claim(f"arrested {names}", type="COERCE", recipients=tuple(person(name) for name in names))


def defection(*names: str) -> ReportedClaim:
    return a_claim(f"defected {names}", type="REALIGN", actors=tuple(person(name) for name in names))


def march(who: str, day: int) -> ReportedClaim:
    return a_claim(f"{who} marched", type="PROTEST", mode="demo", actors=(Party(who, "group"),), when=on(day))


def burning(what: str, start: int, speaker: str | None = None) -> ReportedClaim:
    hops = (Hop(person(speaker)),) if speaker else ()
    return a_claim(f"{what} was burned", recipients=(Party(what),), article="one", start=start, lemma="burn", hops=hops)


def at_arrest(who: str, place: Location) -> ReportedClaim:
    return a_claim("arrested", type="COERCE", recipients=(person(who),), place=place, when=on(3))


BLAST = "A blast hit a market."
ARMY = Party("the army", None, "SYR", ("MIL",))
REBELS = Party("rebels", None, "SYR", ("REB",))


@pytest.mark.parametrize(
    ("left", "right", "why"),
    [
        (a_claim(BLAST, when=on(1)), a_claim(BLAST, when=on(11)), "other date: 10 days apart"),
        (a_claim(BLAST, when=on(11)), a_claim(BLAST, when=MARCH), "other date: 102 days apart"),
        (a_claim(BLAST, when=on(11)), a_claim(BLAST, when=on(29)), None),  # a day after the report is misread
        (a_claim(BLAST, when=on(3)), a_claim(BLAST, when=on(5)), None),  # papers differ by days
        (a_claim(BLAST, when=on(3)), a_claim(BLAST, when=on(1, TimePrecision.MONTH)), None),
        (a_claim(BLAST, place=BASRA), a_claim(BLAST, place=MOSUL), "other place: 780 km apart"),
        (a_claim(BLAST, place=BASRA), a_claim(BLAST, place=IRAQ), None),  # a country is no town
        (a_claim(BLAST, place=BASRA), a_claim(BLAST, place=replace(MOSUL, name="Basra")), None),  # one name, read twice
        (a_claim("left", type="MOVE", place=BASRA), a_claim("came", type="MOVE", place=MOSUL), None),
        (arrest("Ana Ruiz"), arrest("Karl Weber"), "other victim: Ana Ruiz, Karl Weber"),
        (arrest("Ana Ruiz"), arrest("Ruiz"), None),
        (arrest("Karim Saleh"), arrest("Nadia Saleh"), "other victim: Karim Saleh, Nadia Saleh"),  # namesakes
        (arrest("Jean Claude Saleh"), arrest("Claude Saleh"), None),
        (arrest("Ana Ruiz"), arrest("A local teacher"), None),  # a description may be anyone
        (arrest("Ana Ruiz", "Karl Weber"), arrest("Karl Weber"), None),
        (march("bakers", 3), march("sailors", 5), "others on another day: bakers, sailors"),
        (march("bakers", 3), march("sailors", 3), None),  # one march of both
        (march("bakers", 3), march("protesters", 5), None),  # bakers may be the protesters
        (march("bakers", 3), march("Striking bakers", 5), None),
        (at_arrest("Ana Ruiz", BASRA), at_arrest("Ana Ruiz", MOSUL), None),  # one person, one day: where is in dispute
        (at_arrest("a teacher", BASRA), at_arrest("a teacher", MOSUL), "other place: 780 km apart"),
        (defection("Nawaf Fares"), defection("Manaf Tlass"), "other doer: Manaf Tlass, Nawaf Fares"),
        (defection("Nawaf Fares"), defection("Fares"), None),
        (defection("Nawaf Fares"), defection("the ambassador"), None),  # a description may be anyone
        (a_claim(BLAST, actors=(ARMY,)), a_claim(BLAST, actors=(REBELS,)), None),  # who did it is in dispute
        (a_claim("She kicked"), a_claim("was arrested", type="COERCE"), "other kind of act: arrested, kicked"),
        (a_claim("They attacked"), a_claim("in an attack", type="COERCE"), None),  # one word, coded in two ways
        (burning("a clinic", 3), burning("a hospital", 90), "one more in the same report: a clinic, a hospital"),
        (burning("a clinic", 3), burning("the building", 90), None),
        (burning("Clinic", 3), burning("a hospital", 90), None),  # a headline brings nothing in
        (burning("a clinic", 3, "Ana Ruiz"), burning("a hospital", 90, "Karl Weber"), None),  # of two speakers
    ],
)
def test_what_keeps_two_claims_apart(left: ReportedClaim, right: ReportedClaim, why: str | None) -> None:
    found = veto(left, right), veto(right, left)
    if why is not None and "km" in why:
        assert all(each is not None and each.startswith("other place") for each in found)
    else:
        assert found == (why, why)
