"""The scorer of speakers, on one invented report and on our own as they are marked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from accordingto.evaluation.own_reports import MarkedReport, MarkedSpeaker, SourceKind, find_piece, read_own_reports
from accordingto.evaluation.speakers import evaluate_speakers, is_named, judge_chains, judge_speakers
from accordingto.ingest.plain_text import article_from_text
from accordingto.model.attribution import Attribution, Form
from accordingto.model.entity import Entity, EntityKind
from accordingto.model.reading import Reading
from accordingto.model.span import Span

OWN = Path(__file__).parents[2] / "gold" / "reports"
TEXT = (
    'Ana Belic, the minister, said troops had left. Her aide, Jon Arke, denied it. "They stay," he said. "All of them."'
)


def a_mark(kind: SourceKind, source: str, content: list[str], speaker: str) -> MarkedSpeaker:
    told = (find_piece(TEXT, source),) if source else ()
    return MarkedSpeaker(kind, told, (), tuple(find_piece(TEXT, piece) for piece in content), speaker, (speaker,))


REPORT = MarkedReport(
    "1",
    TEXT,
    (
        a_mark(SourceKind.NAME, "Ana Belic, the minister,", ["troops had left"], "Ana Belic"),
        a_mark(SourceKind.PRONOUN, "he", ['"They stay,"', '"All of them."'], "Jon Arke"),
        a_mark(SourceKind.NONE, "", ['"All of them."'], "Jon Arke"),
    ),
)


def a_reading(report: MarkedReport) -> Reading:
    """The report as it is marked, each speaker an entity with his name alone."""
    speakers = sorted({marked.speaker for marked in report.attributions if marked.speaker is not None})
    entities = tuple(Entity(name, name, EntityKind.UNKNOWN) for name in speakers)
    attributions = tuple(
        Attribution(str(number), marked.source, marked.cue, marked.content, Form.INDIRECT, speaker=marked.speaker)
        for number, marked in enumerate(report.attributions)
    )
    return Reading(article_from_text(report.text), attributions=attributions, entities=entities)


def right(reading: Reading) -> list[bool]:
    return [row.is_right for row in judge_speakers(REPORT, reading)]


def renamed(reading: Reading, name: Callable[[str], str]) -> Reading:
    return replace(reading, entities=tuple(replace(entity, name=name(entity.name)) for entity in reading.entities))


def test_a_reading_as_it_is_marked_is_right() -> None:
    assert right(a_reading(REPORT)) == [True, True, True]


def test_a_speaker_that_was_not_resolved_is_wrong() -> None:
    reading = a_reading(REPORT)
    assert (
        right(replace(reading, attributions=tuple(replace(a, speaker=None) for a in reading.attributions)))
        == [False] * 3
    )


def test_a_mention_tells_as_well_as_the_name() -> None:
    reading = a_reading(REPORT)
    entities = tuple(
        replace(entity, name="someone", mentions=(find_piece(TEXT, entity.name),)) for entity in reading.entities
    )
    assert right(replace(reading, entities=entities)) == [True, True, True]


def test_two_taken_for_one_are_wrong_for_both() -> None:
    reading = a_reading(REPORT)
    both = (find_piece(TEXT, "Ana Belic"), find_piece(TEXT, "Jon Arke"))
    merged = replace(
        reading,
        entities=(Entity("one", "Ana Belic", EntityKind.PERSON, mentions=both),),
        attributions=tuple(replace(a, speaker="one") for a in reading.attributions),
    )
    assert right(merged) == [False, False, False]


def test_a_carried_quotation_may_be_part_of_a_longer_content() -> None:
    reading = a_reading(REPORT)
    assert right(replace(reading, attributions=reading.attributions[:2])) == [True, True, True]


NAMED = [
    ("Spokesman Jon Arke", "Jon Arke", True),
    ("the panel", "the panel", True),
    ("the panel's chairman", "the panel", False),
    ("a former minister", "minister", True),
    ("Arke", "Jon Arke", False),
    ("", "Jon Arke", False),
]


@pytest.mark.parametrize(("name", "speaker", "expected"), NAMED)
def test_is_named(name: str, speaker: str, expected: bool) -> None:
    entity = Entity("e", name, EntityKind.PERSON, mentions=(Span(0, 0),))
    assert is_named(a_reading(REPORT), entity, speaker) is expected


def test_chains_start_at_the_first_word_that_tells() -> None:
    chains = list(judge_chains(REPORT, renamed(a_reading(REPORT), str.upper)))
    assert [chain.is_exact for chain in chains] == [True, True, True]


@pytest.mark.skipif(not OWN.exists(), reason="our reports come with a checkout only")
def test_our_own_reports_read_as_marked_are_all_right() -> None:
    readings = {report.text: a_reading(report) for report in read_own_reports(OWN)}
    values = {figure.name: figure.value for figure in evaluate_speakers(OWN, readings.__getitem__).figures}
    speakers = {name: value for name, value in values.items() if "chain" not in name and "hop" not in name}
    assert set(speakers.values()) == {1.0}
