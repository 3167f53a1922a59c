"""What is not the report."""

from __future__ import annotations

import pytest

from accordingto.ingest.boilerplate import find_tail, is_agency_credit, is_boilerplate
from accordingto.model.span import Span


@pytest.mark.parametrize(
    "paragraph",
    [
        "This article is from the archive of our partner The Harbour Post.",
        "This story was originally published by The Harbour Post on July 3.",
        "A version of this article appeared in print in The Harbour Post.",
        "Reprinted with permission from the Harbour Post.",
        "(Reporting by Ann Hale in Cairo; Editing by Bo Ruiz)",
        "Reporting by Ann Hale; additional reporting by Cy Dunn; editing by Bo Ruiz",
        "Ann Hale and Bo Ruiz contributed to this report.",
        "Ann Hale reported from Cairo.",
        "Ann Hale contributed from Cairo.",
        "Ann Hale and Bo Ruiz contributed from Cairo and Tunis.",
        "Soldiers guard the bridge on Monday (Getty)",
        "Soldiers guard the bridge on Monday. (Photo: Ann Hale, Harbour)",
        "Getty Images Soldiers guard the bridge on Monday",
        "With reporting by Ann Hale.",
        "Copyright 2021 Harbour Media. All rights reserved.",
        "© 2021 Harbour Media",
        "(This story has not been edited by Harbour staff and is auto-generated from a feed.)",
        "This article has been updated to add the ministry's answer.",
        "Correction: An earlier version of this article gave a wrong date.",
        "We want to hear what you think about this article. Submit a letter to the editor.",
        "Got a news tip? Write to us.",
        "Ann Hale can be reached at ann@example.org.",
        "Sign up for our morning newsletter.",
        "Subscribe to the podcast.",
        "Read more: Ferry sinks in the strait",
        "Read more about the ferry here.",
        "Related articles",
        "Click here to see the pictures.",
        "Watch the full interview above.",
        "ADVERTISEMENT",
        "Story continues below advertisement",
        "Follow Ann Hale on Twitter: @annhale",
        "Like us on Facebook",
        "Share Tweet Email Print",
        "Facebook Twitter WhatsApp",
        "FILE - In this May 2 file photo, soldiers guard the bridge.",
        "Image copyright Getty Images",
        "Soldiers guard the bridge on Monday. REUTERS/Ann Hale",
        "Ann Hale / Harbour Pool via AP",
        "Reuters",
        "(AFP, dpa)",
        "___",
        "* * *",
        "https://example.org/story",
        "The views expressed here are the author’s own.",
    ],
)
def test_notices_and_credits_are_boilerplate(paragraph: str) -> None:
    assert is_boilerplate(paragraph, Span(0, len(paragraph)))


@pytest.mark.parametrize(
    "paragraph",
    [
        "The archive of our partner was burnt on Monday, the museum said.",
        "He read more than a hundred letters before he resigned.",
        "“Read more of the law,” the judge told him.",
        "Reuters now reports that the envoy is in Qatar.",
        "Two men died. The writers Ann Hale and Bo Ruiz contributed to this report.",
        "The agency contributed to the report of the commission.",
        "The two agencies contributed from Paris.",
        "Follow-up talks are to begin on Tuesday, the ministry said.",
        "Related charges against the general were dropped.",
        "Share prices fell by a tenth after the coup.",
        "Reporting by the commission showed that 40 people had died.",
        "Copyright law is to change, the minister said.",
        "Sign language was used at the rally in the square, police said.",
        "Watch groups said that the vote was fair.",
        "Subscribers to the service, run by the army, fell to 400.",
        "Correction officers went on strike in three prisons.",
        "Advertisements for the ruling party filled the square.",
        "Photos showed soldiers at the bridge.",
        "File cabinets were found in the ambassador's garden.",
        "The two agencies, AP and Reuters, had asked for the file.",
        "",
    ],
)
def test_reports_are_not_boilerplate(paragraph: str) -> None:
    assert not is_boilerplate(paragraph, Span(0, len(paragraph)))


@pytest.mark.parametrize(
    ("paragraph", "tail"),
    [
        ("Troops fired. (Reporting by Ann Hale; editing by Bo Ruiz)", "(Reporting by Ann Hale; editing by Bo Ruiz)"),
        ("“Go,” he said. Reporting by Ann Hale.", "Reporting by Ann Hale."),
        ("Troops fired. Read more: Ferry sinks", "Read more: Ferry sinks"),
        ("Troops fired. — AFP", "— AFP"),
        ("Troops fired. (AP)", "(AP)"),
        ("Troops fired. Ann Hale contributed to this report.", "Ann Hale contributed to this report."),
        (
            "Troops fired. Ann B. Hale in St. Ives and Bo Ruiz in Washington, D.C., contributed to this report.",
            "Ann B. Hale in St. Ives and Bo Ruiz in Washington, D.C., contributed to this report.",
        ),
        (
            "Troops fired, he said. Ann Hale can be reached at ann@example.org.",
            "Ann Hale can be reached at ann@example.org.",
        ),
        ("Troops fired. Sign up for our newsletter.", "Sign up for our newsletter."),
        ("Troops fired. The minister read more of the law.", None),
        ("Troops fired (AP said so).", None),
        ("Troops fired.", None),
    ],
)
def test_a_credit_after_a_finished_sentence_is_cut_off(paragraph: str, tail: str | None) -> None:
    found = find_tail(paragraph, Span(0, len(paragraph)))
    assert (found.of(paragraph) if found else None) == tail


@pytest.mark.parametrize(
    ("words", "expected"),
    [("Reuters", True), ("AP, AFP and dpa", True), ("ab/cd (AFP, dpa)", True), ("AP said", False), ("ap", False)],
)
def test_names_of_agencies_alone_are_a_credit(words: str, expected: bool) -> None:
    assert is_agency_credit(words) is expected
