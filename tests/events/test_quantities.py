"""Counts of people: numbers in digits and words, bounds, vague words, ranges."""

from __future__ import annotations

import pytest
from tests.factories import a_parse

from accordingto.events.find import find_events

ROWS = [
    # words and digits, and a count that stands for its noun
    ("Twelve people were killed and 30 injured by gunmen.", [("killed", 12, 12), ("injured", 30, 30)]),
    ("Police arrested 1,250 protesters.", [("arrested", 1250, 1250)]),
    ("Two hundred and six villagers fled the rebels.", [("displaced", 206, 206)]),
    # open at one end
    ("At least nine soldiers were killed by rebels.", [("killed", 9, None)]),
    ("Police arrested more than 40 students.", [("arrested", 40, None)]),
    ("Rebels killed up to 20 soldiers.", [("killed", None, 20)]),
    # a range
    ("Gunmen killed between 10 and 20 soldiers.", [("killed", 10, 20)]),
    # vague words, by the table
    ("Dozens of soldiers were killed by rebels.", [("killed", 24, 99)]),
    ("Rebels abducted several nurses.", [("abducted", 3, 9)]),
    ("Tens of thousands of nurses demonstrated.", [("protesting", 20_000, 99_999)]),
    ("Hundreds of thousands demonstrated in Oslo.", [("protesting", 200_000, 999_999)]),
    ("Several thousand students demonstrated.", [("protesting", 3_000, 9_999)]),
    ("Rebels killed several hundred people.", [("killed", 300, 999)]),
    ("Some 20 000 people protested.", [("protesting", 20_000, 20_000)]),
    # a toll told apart from its act
    ("The death toll from the bombing rose to at least 27.", [("killed", 27, None)]),
    ("The number of people killed in the bombing has risen to 27.", [("killed", 27, 27)]),
    # one
    ("A soldier was killed by rebels.", [("killed", 1, 1)]),
    # who takes part in any protest
    ("Some 300 farmers blocked the road to the port.", [("protesting", 300, 300)]),
    ("Hundreds of nurses went on strike in Lima.", [("protesting", 200, 999)]),
    ("Two unions went on strike in Lima.", []),
    # the object of a result told first
    ("The rebels shot dead a miller.", [("killed", 1, 1)]),
    # about: as told
    ("Some 300 soldiers were killed by rebels.", [("killed", 300, 300)]),
    # a sum of money and a year are no count
    ("Rebels killed the mayor in 2012.", []),
]


@pytest.mark.parametrize(("sentence", "expected"), ROWS)
def test_counts_of_a_sentence(sentence: str, expected: list[tuple[str, int | None, int | None]]) -> None:
    found = [quantity for event in find_events(a_parse(sentence)) for quantity in event.quantities]
    assert [(quantity.kind, quantity.low, quantity.high) for quantity in found] == expected


def test_a_count_points_at_its_words() -> None:
    parsed = a_parse("At least nine soldiers were killed by rebels.")
    (event,) = find_events(parsed)
    assert event.quantities[0].span.of(parsed.article.text) == "nine"


DETAILS = [
    ("The bombing brought the death toll to 120 since March.", (120, None, None, "March")),
    ("As of Tuesday, 45 civilians had been killed in the fighting.", (45, "civilians", "Tuesday", None)),
    ("At least 20 soldiers have been killed since Friday.", (20, "soldiers", None, "Friday")),
    ("Between 10 and 15 villagers were killed.", (10, "villagers", None, None)),
    ("The death toll from the attack had risen to 27 by Sunday.", (27, None, "Sunday", None)),
    ("More than 3,000 people have been arrested since the coup.", (3000, None, None, "the coup")),
    ("Dozens of Kurdish fighters were killed in the raid.", (24, "Kurdish fighters", None, None)),
    ("Rebels killed 12 civilians in May.", (12, "civilians", None, None)),
]


@pytest.mark.parametrize(("sentence", "expected"), DETAILS)
def test_of_whom_as_of_and_since(sentence: str, expected: tuple[int, str | None, str | None, str | None]) -> None:
    parsed = a_parse(sentence)
    count = next(quantity for event in find_events(parsed) for quantity in event.quantities)
    words = (count.of, count.as_of_words, count.since_words)
    assert (count.low, *(None if span is None else span.of(parsed.article.text) for span in words)) == expected
