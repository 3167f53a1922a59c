"""The table for people."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from rich.console import Console
from tests.cli.readings import a_reading

from accordingto.cli.table import print_reading
from accordingto.model.reading import Reading


def printed(reading: Reading, width: int) -> str:
    console = Console(file=io.StringIO(), width=width, highlight=False, emoji=False, markup=False)
    print_reading(console, reading)
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue()


@pytest.mark.parametrize("width", [20, 59, 60, 80, 150, 300])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    assert max(map(len, printed(a_reading(), width).splitlines())) <= width


@pytest.mark.parametrize("width", [40, 80, 160])
def test_every_answer_is_there(width: int) -> None:
    seen = " ".join(printed(a_reading(), width).split())
    for answer in ("the rebels", "shelled,", "port of", "Aden (YEM)", "13 May", "Harbour", "denied,", "No one was"):
        assert answer in seen


def test_an_event_is_shown_once_and_each_telling_of_it() -> None:
    seen = printed(a_reading(), 200)
    assert seen.count("killed [ASSAULT]") == 1
    assert seen.count("denied, certain") == seen.count("left open") == 1


def test_words_that_stand_above_are_not_shown_again() -> None:
    reading = a_reading()
    twice = (reading.claim_rows[0], replace(reading.claim_rows[0], id="again"))
    seen = printed(replace(reading, claim_rows=twice), 200)
    assert seen.count("killing at least 12 people.") == 1
    assert "″" in seen


def test_no_colour_codes_where_there_is_no_terminal() -> None:
    assert "\x1b" not in printed(a_reading(), 80)


def test_notes_are_shown_where_nothing_was_found() -> None:
    seen = printed(a_reading(events=(), claim_rows=(), notes=("Too short to be a report.",)), 80)
    assert "note: Too short to be a report." in seen


def test_a_word_longer_than_the_terminal_wraps() -> None:
    reading = a_reading()
    text = reading.article.text.replace("Rebels", "R" * 300, 1)
    long = replace(reading, article=replace(reading.article, text=text), claim_rows=reading.claim_rows[:1])
    assert max(map(len, printed(replace(long, entities=()), 80).splitlines())) <= 80
