"""Nouns of telling with a teller of their own, or none."""

from __future__ import annotations

import pytest
from tests.attribution.test_cited import chain_of
from tests.factories import a_parse

from accordingto.attribution.find import find_attributions
from accordingto.attribution.told_nouns import is_denied, is_subject
from accordingto.model.span import words_of


@pytest.mark.parametrize(
    ("report", "anchor", "chain"),
    [
        ("Rumours that the harbour had closed spread at once.", "closed", [""]),
        ("Claims that the harbour had closed have not been confirmed.", "closed", [""]),
        ("A clerk said reports that the harbour had closed were untrue.", "closed", ["", "A clerk"]),
        ("The claim by the weekly Ovo that the harbour had closed was dismissed.", "closed", ["the weekly Ovo"]),
    ],
)
def test_what_is_said_of_a_rumour_is_not_the_rumour(report: str, anchor: str, chain: list[str]) -> None:
    """The clause is told by whoever the noun names, else by nobody named, within who speaks of it."""
    assert chain_of(report, anchor) == chain


@pytest.mark.parametrize(
    ("report", "sources"),
    [
        ("The duke denied a report by the weekly Ovo that guards robbed a bank.", {"The duke", "the weekly Ovo"}),
        ("The duke dismissed a newspaper report that guards robbed a bank.", {"The duke", "newspaper"}),
        ("The duke denied reports that guards robbed a bank.", {"The duke"}),
    ],
)
def test_a_denied_report_is_told_by_who_made_it_and_by_who_denies_it(report: str, sources: set[str]) -> None:
    """Two tellings of the same words, neither within the other; a report that nobody named made is only denied."""
    found = [item for item in find_attributions(a_parse(report)) if item.content]
    assert {words_of(report, item.source) for item in found} == sources
    assert all(item.within is None for item in found)


@pytest.mark.parametrize(
    ("sentence", "number", "subject", "denied"),
    [
        ("The rumours have spread.", 1, True, False),
        ("His claim spread.", 1, False, False),
        ("They denied reports.", 2, False, True),
        ("They wrote reports.", 2, False, False),
    ],
)
def test_the_place_of_the_noun(sentence: str, number: int, *, subject: bool, denied: bool) -> None:
    """A possessor tells the noun that he stands before; only words of denial deny."""
    noun = a_parse(sentence).paragraphs[0].doc[number]
    assert (is_subject(noun), is_denied(noun)) == (subject, denied)
