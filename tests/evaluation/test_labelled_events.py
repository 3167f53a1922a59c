"""Sentences with marked events, and the figures of a coder on them."""

from __future__ import annotations

from pathlib import Path

import pytest

from accordingto.evaluation.labelled_events import (
    LabelledEvent,
    evaluate_labelled_events,
    marked,
    read_labelled_sentences,
)
from accordingto.model.article import Article, Part, PartRole
from accordingto.model.event import EventMention
from accordingto.model.reading import Reading
from accordingto.model.span import Span

ROWS = """id\tsplit\ttext
a1\ttest\tPolice [[beat|ASSAULT|beat|repression]] and [[jailed|COERCE|arrest|]] the monks.
a2\ttest\tThe monks were at home.
a3\ttrain\tThe monks [[fled|MOVE|flee|]].
"""


def an_event(start: int, end: int, kind: str, mode: str | None = None, contexts: tuple[str, ...] = ()) -> EventMention:
    return EventMention(id=f"{start}", trigger=(Span(start, end),), type=kind, mode=mode, contexts=contexts)


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "sentences.tsv"
    path.write_text(ROWS, encoding="utf-8")
    return path


def figures(table: Path, *events: EventMention, in_second: int = 0) -> dict[str, float]:
    def code(text: str) -> Reading:
        article = Article(text, (Part(PartRole.BODY, Span(0, len(text))),))
        found = events if text.startswith("Police") else events[:in_second]
        return Reading(article, events=found)

    return {one.name: one.value for one in evaluate_labelled_events(table, code).figures}


def test_marks_leave_the_text_as_it_was() -> None:
    text, events = marked("He [[gave in|CONCEDE||legal,crime]] twice.")
    assert text == "He gave in twice."
    assert events == (LabelledEvent(Span(3, 10), "CONCEDE", None, ("legal", "crime")),)


def test_a_file_and_its_folder_give_the_same_sentences(table: Path) -> None:
    assert read_labelled_sentences(table) == read_labelled_sentences(table.parent)


def test_right_type_and_wrong_mode_count_apart(table: Path) -> None:
    found = figures(table, an_event(7, 11, "ASSAULT", "torture"), an_event(16, 22, "COERCE", "arrest"))
    assert (found["type, recall"], found["type and mode, recall"]) == (1.0, 0.5)
    assert found["modes right, of types right"] == 0.5


def test_an_event_off_the_marks_lowers_precision(table: Path) -> None:
    found = figures(table, an_event(7, 11, "ASSAULT"), an_event(27, 32, "MOVE"))
    assert (found["trigger, recall"], found["trigger, precision"]) == (0.5, 0.5)


def test_events_where_there_are_none_are_counted(table: Path) -> None:
    found = figures(table, an_event(4, 9, "MOVE"), in_second=1)
    assert found["events in a sentence without one"] == 1.0


def test_contexts_are_scored_on_the_marks_found(table: Path) -> None:
    found = figures(table, an_event(7, 11, "ASSAULT", contexts=("repression", "legal")))
    assert found["contexts, F1"] == pytest.approx(2 / 3)
