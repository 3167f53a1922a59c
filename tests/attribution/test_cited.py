"""Who is cited, and who cites them."""

from __future__ import annotations

import pytest
from tests.factories import a_parse, the_span

from accordingto.attribution.candidate import Candidate
from accordingto.attribution.cited import is_teller, with_cited
from accordingto.attribution.find import find_attributions
from accordingto.attribution.passage import Passage, passages_of
from accordingto.model.attribution import Attribution
from accordingto.model.span import any_covers, words_of


def chain_of(report: str, anchor: str) -> list[str]:
    """The sources of the innermost attribution that holds the anchor, from it outward."""
    parsed = a_parse(report)
    found = {item.id: item for item in find_attributions(parsed)}
    holders = [item for item in found.values() if any_covers(item.content, the_span(parsed.article, anchor))]
    outer = {item.within for item in holders}
    inner = min((item for item in holders if item.id not in outer), key=lambda item: sum(map(len, item.content)))
    chain: list[Attribution] = [inner]
    while chain[-1].within is not None:
        chain.append(found[chain[-1].within])
    return [words_of(report, item.source) for item in chain]


@pytest.mark.parametrize(
    ("report", "anchor", "chain"),
    [
        ("Reuters said the bank had closed, citing two clerks.", "closed", ["two clerks", "Reuters"]),
        ("The bank has closed, Reuters said, citing two clerks.", "closed", ["two clerks", "Reuters"]),
        ("Reuters, citing two clerks, said that the bank had closed.", "closed", ["two clerks", "Reuters"]),
        ("Citing local media, the embassy said that the bank had closed.", "closed", ["local media", "the embassy"]),
        ("Fishermen, quoted by Reuters, said the port had closed.", "closed", ["Fishermen", "Reuters"]),
        (
            "The mayor was quoted by Reuters as saying that the port had closed.",
            "closed",
            ["The mayor", "Reuters"],
        ),
        ("The port has closed, Reuters quoted the mayor as saying.", "closed", ["the mayor", "Reuters"]),
        ("The mayor was quoted as saying that the port had closed.", "closed", ["The mayor"]),
        (
            "The port has closed, Reuters reported, citing Bloomberg, which quoted a guard.",
            "closed",
            ["a guard", "Bloomberg", "Reuters"],
        ),
    ],
)
def test_the_cited_one_tells_and_the_citing_one_passes_it_on(report: str, anchor: str, chain: list[str]) -> None:
    """From the words outward: who is cited, then who cites."""
    assert chain_of(report, anchor) == chain


def candidates_of(report: str, *told: tuple[str, str, str]) -> tuple[Passage, list[Candidate]]:
    """The report's passage and candidates of (source, cue, content), told by their words."""
    parsed = a_parse(report)
    spans = [[(the_span(parsed.article, words),) for words in roles] for roles in told]
    return next(iter(passages_of(parsed))), [Candidate(source, cue, content) for source, cue, content in spans]


def test_a_source_that_a_finder_broke_is_made_whole() -> None:
    """State radio tells it all, not the state."""
    report = "State radio, citing a clerk, reported that the bank had closed."
    told = ("State", "reported", "that the bank had closed")
    found = with_cited(*candidates_of(report, told))
    assert [words_of(report, item.source) for item in found] == ["State radio", "a clerk"]


def test_who_is_quoted_tells_where_a_finder_took_the_medium_for_both() -> None:
    """The subject of *said* is the source, whatever source the finder gave."""
    report = "Fishermen, quoted by the daily Ovo, said the port had closed."
    told = ("by the daily Ovo", "said", "the port had closed")
    found = with_cited(*candidates_of(report, told))
    assert [words_of(report, item.source) for item in found] == ["Fishermen", "the daily Ovo"]


def test_a_reason_that_is_cited_tells_nothing() -> None:
    """Only those who can tell are sources."""
    assert chain_of("Reuters said the mayor had left, citing poor health.", "left") == ["Reuters"]


@pytest.mark.parametrize(
    ("sentence", "number", "expected"),
    [("Two guards left.", 1, True), ("The reports were old.", 1, True), ("Health concerns grew.", 1, False)],
)
def test_people_and_documents_can_tell(sentence: str, number: int, *, expected: bool) -> None:
    """A noun that can stand for a source."""
    assert is_teller(a_parse(sentence).paragraphs[0].doc[number]) is expected
