"""The whole reading: what it holds, that it points at its words, that it is the same twice."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import accordingto
from accordingto.cli.read_options import READERS
from accordingto.ingest.plain_text import article_from_text
from accordingto.model.claim import Factuality
from accordingto.model.errors import OptionError
from accordingto.model.reading import Reading
from accordingto.parse.encoder import WEIGHTS_FOLDER
from accordingto.parse.parsed import report_text
from accordingto.reader import ReaderName

REPORT = """Envoy leaves post as ministry speaks of dismissal

ANKARA (Reuters) - Veland's ambassador to Turkey, Tomas Orlec, has defected to the opposition, a senior Turkish \
official said on Tuesday.

"I can no longer serve this government," Orlec said on Al Jazeera television. "I call on the army to join us."

The Velandic foreign ministry denied that he had defected. It said in a statement that Orlec was dismissed last month.

Read more: Our guide to the crisis"""


@pytest.fixture(scope="module")
def reading() -> Reading:
    return accordingto.read(REPORT, published=date(2024, 5, 15), publisher="The Daily Example")


def test_reading_twice_gives_the_same_bytes(reading: Reading) -> None:
    again = accordingto.read(REPORT, published=date(2024, 5, 15), publisher="The Daily Example")
    assert json.dumps(again.to_dict()) == json.dumps(reading.to_dict())


def test_the_text_is_unchanged(reading: Reading) -> None:
    assert reading.to_dict()["article"]["text"] == REPORT


def test_every_span_is_inside_the_text(reading: Reading) -> None:
    for start, end in spans_of(reading.to_dict()):
        assert 0 <= start < end <= len(REPORT)


def test_every_id_points_to_something(reading: Reading) -> None:
    row = reading.to_dict()
    ids = {
        kind: {item["id"] for item in row[kind]} for kind in ("attributions", "events", "entities", "places", "times")
    }
    for attribution in row["attributions"]:
        assert attribution["within"] in ids["attributions"] | {None}
        assert attribution["speaker"] in ids["entities"] | {None}
        assert {channel["entity"] for channel in attribution["channel"]} <= ids["entities"] | {None}
    for event in row["events"]:
        assert event["place"] in ids["places"] | {None}
        assert event["when"] in ids["times"] | {None}
        assert {part["entity"] for part in event["actors"] + event["recipients"]} <= ids["entities"] | {None}
    for claim in row["claims"]:
        assert claim["event"] in ids["events"]
        assert set(claim["chain"]) <= ids["attributions"]


def test_every_event_is_claimed_by_someone(reading: Reading) -> None:
    assert {event.id for event in reading.events} == {claim.event for claim in reading.claim_rows}


def test_the_official_says_it_and_the_ministry_denies_it(reading: Reading) -> None:
    stances = {
        (claim.speakers[0], claim.factuality) for claim in reading.claims if claim.sources and "defect" in claim.trigger
    }
    assert ("a senior Turkish official", Factuality.HAPPENED) in stances
    assert any("ministry" in (name or "") and factuality is Factuality.DENIED for name, factuality in stances)


def test_a_text_too_short_says_so() -> None:
    assert "too short" in accordingto.read("Hello.").notes[0]


def test_a_text_in_another_language_says_so() -> None:
    german = "Der Botschafter hat am Dienstag erklärt, dass er nicht länger für die Regierung arbeiten werde. " * 3
    assert "not English" in accordingto.read(german).notes[0]


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=300).filter(lambda text: bool(text.strip())))
def test_any_text_is_read_without_an_exception(text: str) -> None:
    reading = accordingto.read(text)
    assert reading.article.text == text
    for start, end in spans_of(reading.to_dict()):
        assert 0 <= start < end <= len(text)


def spans_of(value: Any) -> Iterator[tuple[int, int]]:
    """Every span of a reading's dictionary: lists of two integers under the contract's keys for spans."""
    if isinstance(value, dict):
        for inner in value.values():
            yield from spans_of(inner)
    elif isinstance(value, list) and len(value) == 2 and all(isinstance(end, int) for end in value):
        yield value[0], value[1]
    elif isinstance(value, list):
        for inner in value:
            yield from spans_of(inner)


@pytest.mark.parametrize("reader", list(ReaderName))
def test_either_reader_finds_who_said_it_and_names_its_models(reader: ReaderName) -> None:
    found = accordingto.read("The border will reopen on Monday, Prime Minister Ana Belic said.", reader=reader)
    assert [found.entities_by_id[one.speaker or ""].name for one in found.attributions] == ["Ana Belic"]
    assert (WEIGHTS_FOLDER in found.models) == (reader is ReaderName.ACCURATE)


def test_a_reader_that_there_is_not_is_told_with_those_that_there_are() -> None:
    with pytest.raises(OptionError, match="accurate, fast"):
        accordingto.read("Troops fired.", reader="quick")


def test_the_command_line_offers_the_readers_that_there_are() -> None:
    assert tuple(ReaderName) == READERS


def test_only_what_is_report_is_encoded_and_no_offset_shifts() -> None:
    article = article_from_text(REPORT)
    seen = report_text(article)
    assert len(seen) == len(article.text)
    assert "Read more" not in seen
    assert all(
        seen[part.span.start : part.span.end] == part.span.of(REPORT) for part in article.parts if part.role == "body"
    )
