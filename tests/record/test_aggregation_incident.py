"""One row for an incident of our own reports, by name; and what each report says in a slot."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from tests.factories import a_claim

from accordingto.model.claim import Factuality
from accordingto.model.errors import OptionError
from accordingto.model.incident import Incident, Slot
from accordingto.model.reported import Count, Location, Party, Period, Report, ReportedClaim
from accordingto.model.when import TimePrecision
from accordingto.record.aggregation import Aggregation
from accordingto.record.aggregation_counts import Estimate
from accordingto.record.aggregation_incident import AggregatedIncident, aggregate_incident, kinds_counted
from accordingto.record.aggregation_values import report_counts, slot_values
from accordingto.record.disagreement_slots import diagnose_slot
from accordingto.record.incidents import assemble_incident

HAFEN = Location("Hafen", "RUR", 7, precision="city")
RURITANIA = Location("Ruritania", "RUR", 1, precision="country")
FIRST = Period(date(2012, 7, 9), date(2012, 7, 9), TimePrecision.DAY)
THAT_WEEK = Period(date(2012, 7, 9), date(2012, 7, 15), TimePrecision.WEEK)
GUARD = Party("the Blue Guard", "organisation")
GUNMEN = Party("gunmen", "group")

HERALD = a_claim(
    "Guards shot four.", article="a", mode="firearms", actors=(GUARD,), place=HAFEN, when=FIRST,
    counts=(Count("killed", 4, 4),),
)  # fmt: skip
MAIL = a_claim(
    "Gunmen killed nine.", article="b", actors=(GUNMEN,), place=RURITANIA, when=THAT_WEEK,
    counts=(Count("killed", 9, None),),
)  # fmt: skip
POST = a_claim("Gunmen attacked.", article="c", actors=(GUNMEN,), place=HAFEN, counts=(Count("killed", 4, 4),))


def incident(*claims: ReportedClaim, **families: str) -> Incident:
    articles = dict.fromkeys(claim.article for claim in claims)
    return assemble_incident(claims, {each: Report(each, each, families.get(each, each)) for each in articles})


def by(name: str, *claims: ReportedClaim) -> AggregatedIncident:
    return aggregate_incident(incident(*claims), name)


@pytest.mark.parametrize(
    ("name", "what", "who", "where", "end", "toll"),
    [
        ("conservative", "ASSAULT", "gunmen", "Ruritania", date(2012, 7, 15), Estimate("killed", 4, 4, 4)),
        ("representative", "ASSAULT", "gunmen", "Hafen", date(2012, 7, 9), Estimate("killed", 4, 4, 4)),
        ("informative", "ASSAULT:firearms", "the Blue Guard", "Hafen", date(2012, 7, 9), Estimate("killed", 9, 9, 9)),
    ],
)
def test_three_reports_by_each_name(name: str, what: str, who: str, where: str, end: date, toll: Estimate) -> None:
    found = by(name, HERALD, MAIL, POST)
    assert (found.what, found.who, found.where, found.start, found.end) == (what, who, where, date(2012, 7, 9), end)
    assert found.how_many == (toll,)
    assert (found.rows, found.whether, found.to_whom) == (3, Factuality.HAPPENED, None)


@pytest.mark.parametrize("name", list(Aggregation))
def test_silence_is_no_value(name: Aggregation) -> None:
    silent = [a_claim(f"Shots fell {words}.", article=words) for words in ("early", "late")]
    found = by(name, HERALD, *silent)
    assert (found.who, found.where, found.undecided) == ("the Blue Guard", "Hafen", ())


def test_a_tie_is_undecided_and_unknown() -> None:
    rebels = a_claim("Rebels attacked.", article="b", actors=(Party("the Green Front", "organisation"),))
    guards = a_claim("Guards attacked.", article="a", actors=(GUARD,))
    found = by("representative", rebels, guards)
    assert (found.who, found.undecided) == (None, (Slot.WHO,))


def test_the_firmer_claim_breaks_a_tie() -> None:
    rebels = a_claim(
        "Rebels attacked.", article="b", actors=(Party("the Green Front", "organisation"),), commitment=1.0
    )
    guards = a_claim("Guards attacked.", article="a", actors=(GUARD,))
    assert by("representative", rebels, guards).who == "the Blue Guard"


def test_an_event_never_ends_before_it_starts() -> None:
    later = replace(
        HERALD, id="later", article="b", when=Period(date(2012, 7, 20), date(2012, 7, 20), TimePrecision.DAY)
    )
    for name in Aggregation:
        found = by(name, HERALD, later)
        assert found.start is None or (found.end is not None and found.start <= found.end)
    assert by("representative", HERALD, later).undecided == (Slot.WHEN,)


def test_a_report_counts_once_however_often_it_says_a_thing() -> None:
    again = [replace(MAIL, id=f"again {number}") for number in range(3)]
    found = by("representative", HERALD, POST, *again)
    assert (found.rows, found.where) == (3, "Hafen")


def test_the_most_specific_claim_speaks_for_a_report() -> None:
    vague = a_claim("Gunmen struck.", article="a", actors=(GUNMEN,))
    assert by("representative", HERALD, vague).who == "the Blue Guard"


def test_copies_of_a_dispatch_can_count_once() -> None:
    copies = [replace(MAIL, id=f"copy {outlet}", article=outlet) for outlet in ("d", "e")]
    told = incident(HERALD, POST, MAIL, *copies, b="b", d="b", e="b")
    assert aggregate_incident(told, "representative").where == "Ruritania"
    once = aggregate_incident(told, "representative", copies_once=True)
    assert (once.where, once.rows) == ("Hafen", 3)
    assert len(report_counts(told, "killed", copies_once=True)) == 3


def test_one_party_under_two_spellings_is_one_value() -> None:
    fares = a_claim("Fares defected.", article="a", actors=(Party("Fares", "person"),))
    nawaf = a_claim("Nawaf Fares defected.", article="b", actors=(Party("Nawaf Fares", "person"),))
    assert by("representative", fares, nawaf).who == "Nawaf Fares"


def test_a_name_is_closer_than_a_bare_description() -> None:
    named = a_claim("Weber attacked.", article="a", actors=(Party("Anna Weber", "person"),))
    bare = a_claim("People attacked.", article="b", actors=(Party("people", "person"),))
    assert by("informative", named, bare).who == "Anna Weber"
    assert by("conservative", named, bare).who == "people"


def test_kinds_that_are_counted() -> None:
    assert kinds_counted(incident(HERALD, a_claim("Two hurt.", article="z", counts=(Count("injured", 2, 2),)))) == (
        "injured",
        "killed",
    )


def test_an_unknown_name_is_an_error() -> None:
    with pytest.raises(OptionError, match="median"):
        by("median", HERALD)


def test_values_of_a_slot_and_their_disagreement() -> None:
    told = incident(HERALD, MAIL, POST)
    assert slot_values(told, Slot.WHERE) == ["Hafen", "Ruritania", "Hafen"]
    assert slot_values(told, Slot.HOW_MANY) == [4, 9, 4]
    assert slot_values(told, Slot.HOW_MANY, kind="injured") == [None, None, None]
    found = diagnose_slot([told, incident(HERALD)], Slot.HOW_MANY)
    assert (found.share, found.mean_range) == (0.5, 2.5)
