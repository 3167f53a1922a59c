"""A claim in words for people."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from tests.cli.readings import TEXT, a_reading, span

from accordingto.cli import claim_words as words
from accordingto.model.attribution import SourceKind, Standpoint
from accordingto.model.claim import Factuality
from accordingto.model.event import Quantity
from accordingto.model.reading import ReadClaim
from accordingto.model.span import Span
from accordingto.model.when import TimePrecision, When


@pytest.fixture
def shelling() -> ReadClaim:
    return a_reading().claims[0]


def test_every_column_of_a_claim(shelling: ReadClaim) -> None:
    assert words.who(shelling) == "the rebels"
    assert words.did_what(shelling) == "shelled, at least 12 killed"
    assert words.code(shelling) == "ASSAULT heavy-weapons"
    assert words.to_whom(shelling) == "the port of Aden"
    assert words.where(shelling) == "Aden (YEM)"
    assert words.when(shelling) == "13 May 2024"
    assert words.according_to(shelling) == "own voice"
    assert words.how_sure(shelling) == "happened, certain"
    assert words.the_words(shelling) == "Rebels shelled the port of Aden on Monday, killing at least 12 people."


def test_the_chain_is_told_nearest_first() -> None:
    assert words.according_to(a_reading().claims[1]) == "the rebels' spokesman, according to Harbour Radio"


@pytest.mark.parametrize(
    ("kind", "standpoint", "expected"),
    [
        (SourceKind.ANONYMOUS, None, " (anonymous)"),
        (SourceKind.ANONYMOUS, Standpoint.WITNESS, " (anonymous, witness)"),
        (SourceKind.OFFICE, Standpoint.SIDE, ""),
    ],
)
def test_it_is_told_of_the_nearest_source_that_nobody_named_it(
    kind: SourceKind, standpoint: Standpoint | None, expected: str
) -> None:
    reading = a_reading()
    marked = tuple(replace(found, source_kind=kind, standpoint=standpoint) for found in reading.attributions)
    told = words.according_to(a_reading(attributions=marked).claims[1])
    assert told == f"the rebels' spokesman{expected}, according to Harbour Radio"


def test_the_words_of_a_quoted_claim_are_the_quotation() -> None:
    assert words.the_words(a_reading().claims[1]) == "No one was killed"


def test_an_unnamed_actor_is_a_dash() -> None:
    assert words.who(a_reading().claims[1]) == "–"


@pytest.mark.parametrize(
    ("factuality", "commitment", "expected"),
    [
        (Factuality.HAPPENED, 2.0, "happened, probable"),
        (Factuality.DENIED, -3.0, "denied, certain"),
        (Factuality.POSSIBLE, 1.0, "possible"),
        (Factuality.HOPED, 0.0, "hoped"),
        (Factuality.UNKNOWN, 0.0, "left open"),
    ],
)
def test_how_sure(shelling: ReadClaim, factuality: Factuality, commitment: float, expected: str) -> None:
    row = replace(shelling.row, factuality=factuality, commitment=commitment)
    assert words.how_sure(ReadClaim(shelling.reading, row)) == expected


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [
        (41, 41, "41 killed"),
        (12, None, "at least 12 killed"),
        (None, 9, "at most 9 killed"),
        (1200, 1500, "1,200 to 1,500 killed"),
        (None, None, "some killed"),
    ],
)
def test_how_many(low: int | None, high: int | None, expected: str) -> None:
    assert words.how_many(Quantity("killed", low, high, Span(0, 1))) == expected


@pytest.mark.parametrize(
    ("start", "end", "precision", "expected"),
    [
        (date(2024, 1, 1), date(2024, 12, 31), TimePrecision.YEAR, "2024"),
        (date(2024, 5, 1), date(2024, 5, 31), TimePrecision.MONTH, "May 2024"),
        (date(2024, 5, 6), date(2024, 5, 12), TimePrecision.WEEK, "6 May – 12 May 2024"),
        (None, None, TimePrecision.DURATION, "on Monday"),
    ],
)
def test_when(start: date | None, end: date | None, precision: TimePrecision, expected: str) -> None:
    reading = a_reading(times=(When("monday", start, end, precision),))
    event = replace(reading.events[0], time_words=span("on Monday"))
    claim = replace(reading, events=(event, *reading.events[1:])).claims[0]
    assert words.when(claim) == expected


def test_long_words_are_cut_around_the_trigger(shelling: ReadClaim) -> None:
    text = "word " * 200 + TEXT
    event = replace(shelling.event, trigger=(Span(1000 + 7, 1000 + 14),))
    article = replace(shelling.reading.article, text=text)
    shown = words.the_words(replace(shelling.reading, article=article, events=(event,)).claims[0])
    assert "shelled" in shown
    assert shown.startswith("… ")
    assert len(shown) <= words.MOST_WORDS + 4


@pytest.mark.parametrize("hostile", ["\x1b[2J", "\u202eabc", "\x9b31m", "a\r\nb", "\ud800"])
def test_nothing_that_steers_a_terminal_is_left(hostile: str) -> None:
    assert not set(words.clean(hostile)) & {"\x1b", "\u202e", "\x9b", "\r", "\n", "\ud800"}
