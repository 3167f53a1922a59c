"""Who claims go back to in the end."""

from __future__ import annotations

from tests.factories import a_claim

from accordingto.model.reported import Hop, Party, Report, ReportedClaim
from accordingto.record.origins import count_all, distinct_origins, why_collapsed

MINISTER = Party("Hoda Karam", "person", "EGY", ("GOV",))
OFFICIAL = Party("a security official", "person", "EGY")
REUTERS = Party("Reuters", "medium")


def told(article: str, *hops: Party) -> ReportedClaim:
    return a_claim(f"Troops fired, {article}.", article=article, hops=tuple(Hop(party) for party in hops))


def names(claims: list[ReportedClaim], *reports: Report) -> list[str]:
    return [origin.party.name for origin in distinct_origins(claims, {report.article: report for report in reports})]


A, B = Report("a", "The Herald", "a"), Report("b", "The Mail", "b")


def test_two_reports_in_their_own_voice_are_two_origins() -> None:
    assert names([told("a"), told("b")], A, B) == ["The Herald", "The Mail"]


def test_two_reports_that_credit_one_agency_are_one_origin() -> None:
    wired = Report("a", "The Herald", "a", ("Reuters",)), Report("b", "The Mail", "b", ("Reuters",))
    assert names([told("a"), told("b")], *wired) == ["Reuters"]


def test_copies_under_other_bylines_are_one_origin() -> None:
    copied = Report("b", "The Mail", "a", reason="80% of the words run as in the other")
    claims = [told("a"), told("b")]
    assert names(claims, A, copied) == ["The Herald"]
    assert why_collapsed(claims, {"a": A, "b": copied}) == (
        "2 reports go back to The Herald: The Herald, The Mail (80% of the words run as in the other)",
    )


def test_the_innermost_source_is_the_origin() -> None:
    assert names([told("a", MINISTER, REUTERS), told("b", MINISTER)], A, B) == ["Hoda Karam"]


def test_an_agency_quoted_and_an_agency_credited_are_one() -> None:
    credited = Report("b", "The Mail", "b", ("Reuters",))
    assert names([told("a", REUTERS), told("b")], A, credited) == ["Reuters"]


def test_unnamed_officials_of_two_reports_are_two_origins() -> None:
    assert len(names([told("a", OFFICIAL), told("b", OFFICIAL)], A, B)) == 2


def test_an_unnamed_official_in_two_copies_is_one_origin() -> None:
    copied = Report("b", "The Mail", "a")
    assert len(names([told("a", OFFICIAL), told("b", OFFICIAL)], A, copied)) == 1


def test_an_unnamed_official_whom_one_agency_heard_is_one_origin() -> None:
    assert len(names([told("a", OFFICIAL, REUTERS), told("b", OFFICIAL, REUTERS)], A, B)) == 1


def test_a_ministry_and_its_spokesman_are_one_origin() -> None:
    ministry = Party("the Interior Ministry", "organisation", "EGY", ("GOV",))
    spokesman = Party("Interior Ministry spokesman", "person", "EGY", ("GOV",))
    assert len(names([told("a", ministry), told("b", spokesman)], A, B)) == 1


def test_the_three_counts_differ() -> None:
    copied = Report("b", "The Mail", "a")
    counts = count_all([told("a", MINISTER), told("b", MINISTER), told("a")], {"a": A, "b": copied})
    assert (counts.reports, counts.publishers, counts.origins) == (2, 1, 2)
