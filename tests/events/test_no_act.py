"""What is no act stays out, whatever a judge would make of it."""

from __future__ import annotations

import pytest
from tests.factories import a_parse

from accordingto.events.proposals import propose
from accordingto.events.topic import topic_of
from accordingto.model.codebook import load_codebook


def proposed(text: str) -> set[str]:
    parsed, book = a_parse(text), load_codebook()
    found = propose(parsed.paragraphs[0], topic_of(parsed, book), book)
    return {one.coded.match.head.text for one in found}


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Typhoon Amelia killed forty people in Luzon.", "killed"),
        ("Locusts invaded eleven districts.", "invaded"),
        ("The soldiers refused to respond.", "refused"),
        ("The police have not released the names of the officers.", "released"),
        ("The clinic could not provide details.", "provide"),
        ("The boy started backing up.", "backing"),
        ("The witnesses took note of the number.", "took"),
        ("Within a week the barn burned to the ground.", "burned"),
        ("He shot his father in a hunting accident.", "shot"),
        ("A quake on the island that killed ten people shook the coast.", "killed"),
        ("The army had no information about who was shot.", "shot"),
        ("The president has the right to dismiss judges.", "dismiss"),
        ("Officials began receiving calls about a fight.", "calls"),
        ("Officials are looking into the derailment of a train, killing six soldiers.", "killing"),
        ("The militia is prohibited from carrying out attacks on the town.", "carrying"),
    ],
)
def test_what_is_no_act_is_not_proposed(text: str, word: str) -> None:
    assert word not in proposed(text)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Rebels killed forty people in Luzon.", "killed"),
        ("The president used his right to dismiss judges.", "dismiss"),
        ("The bishops' calls for calm went unheard.", "calls"),
        ("The soldiers refused to leave the village.", "refused"),
        ("The police have released the officers.", "released"),
        ("Chile is backing the plan.", "backing"),
        ("The men who shot the mayor were arrested.", "shot"),
    ],
)
def test_acts_beside_them_are(text: str, word: str) -> None:
    assert word in proposed(text)
