"""Who is cited, and who cites them."""

from __future__ import annotations

import pytest
from tests.factories import a_parse, the_span

from accordingto.attribution.cited import is_teller
from accordingto.attribution.find import find_attributions
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
