"""A summary says what the incident says."""

from __future__ import annotations

from datetime import date

from tests.factories import a_claim

from accordingto.model.incident import Judgement, Link, Slot
from accordingto.model.reported import Count, Location, Party, Report
from accordingto.record.incidents import assemble_incident
from accordingto.record.summaries import summary_of

HOMS = Location("Homs", "SYR", 169577, 34.73, 36.72, "city")
FOUR = a_claim("Shells killed four in Homs.", id="a", article="one", place=HOMS, counts=(Count("killed", 4, 4),))
NINE = a_claim(
    "Shells killed nine.", id="b", article="two", counts=(Count("killed", 9, 9),), recipients=(Party("x", None, "LBN"),)
)
REPORTS = {
    "one": Report("one", "Harbour Post", "one", published=date(2012, 7, 11)),
    "two": Report("two", "Inland Mail", "two", published=date(2012, 7, 13)),
}


def a_link(score: float, method: str = "linking") -> Link:
    return Link("a", "b", Judgement.SAME, score, method, "1")


def test_a_summary_says_what_the_incident_says() -> None:
    incident = assemble_incident([FOUR, NINE], REPORTS)
    summary = summary_of(incident, [a_link(0.4), a_link(0.9)])
    assert (summary.id, summary.title, summary.types) == (incident.id, incident.title, incident.types)
    assert (summary.claims, summary.accounts, summary.counts) == (2, 2, incident.counts)
    assert summary.disputed == (Slot.HOW_MANY,)
    assert (summary.countries, summary.published_by) == (("LBN", "SYR"), ("Harbour Post", "Inland Mail"))
    assert (summary.first_report, summary.last_report) == (date(2012, 7, 11), date(2012, 7, 13))


def test_the_least_sure_link_is_the_one_nearest_to_even() -> None:
    incident = assemble_incident([FOUR, NINE], REPORTS)
    found = summary_of(incident, [a_link(0.1), a_link(0.6), a_link(0.95)])
    assert (found.least_sure, round(found.doubt, 6)) == (0.6, 0.8)


def test_what_a_person_linked_is_not_unsure() -> None:
    found = summary_of(assemble_incident([FOUR, NINE], REPORTS), [a_link(0.5, "person")])
    assert (found.least_sure, found.doubt) == (None, 0.0)
