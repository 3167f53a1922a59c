"""Who claims go back to in the end."""

from __future__ import annotations

from dataclasses import replace

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
    after = replace(told("a", MINISTER), start=told("a").start + 1)
    counts = count_all([after, told("b", MINISTER), told("a")], {"a": A, "b": copied})
    assert (counts.reports, counts.publishers, counts.origins) == (2, 1, 2)


def test_one_mention_told_by_a_source_and_taken_as_given_is_the_sources() -> None:
    """ "The ministry regretted that talks had been suspended": the paper adds nothing of its own."""
    assert len(names([told("a", MINISTER), told("a")], A)) == 1


def test_a_copy_that_cut_the_credit_off_goes_back_to_the_agency() -> None:
    wired, trimmed = Report("a", "The Herald", "a", ("Reuters",)), Report("b", "The Mail", "a")
    assert names([told("a"), told("b")], wired, trimmed) == ["Reuters"]


def test_one_publisher_in_its_own_voice_twice_is_one_origin() -> None:
    assert names([told("a"), told("b")], A, Report("b", "The Herald", "b")) == ["The Herald"]


def test_what_follows_a_telling_with_a_source_is_that_source_s() -> None:
    follows = a_claim("The gunmen fired from a car.", article="a", start=80)
    assert names([told("a", OFFICIAL), follows], A) == ["a security official"]


def test_what_a_report_tells_before_it_names_a_source_is_its_own() -> None:
    later = a_claim("Troops fired, the minister said.", article="a", start=80, hops=(Hop(MINISTER),))
    assert names([told("a"), later], A) == ["Hoda Karam", "The Herald"]


def test_the_holder_of_an_office_is_one_origin_for_two_reports() -> None:
    governor = Party("the governor", "person")
    assert len(names([told("a", governor), told("b", governor)], A, B)) == 1


def test_a_minister_and_the_name_of_the_minister_are_one_origin() -> None:
    office, name = Party("the interior minister", "person"), Party("Jorge Quispe", "person")
    named = a_claim("The minister, Jorge Quispe, said troops fired.", article="b", hops=(Hop(name),))
    assert names([told("a", office), named], A, B) == ["Jorge Quispe"]
