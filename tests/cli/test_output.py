"""Readings as JSON Lines, JSON and CSV."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.cli.readings import TEXT, a_reading

from accordingto.cli.output import CSV_COLUMNS, csv_rows, json_lines, json_list, to_json_line
from accordingto.model.reading import Reading


def with_text(text: str) -> Reading:
    reading = a_reading()
    return replace(reading, article=replace(reading.article, text=text))


def test_one_line_a_reading_in_utf8() -> None:
    lines = "".join(json_lines([a_reading(), a_reading()])).splitlines()
    assert len(lines) == 2
    assert "“No one" in lines[0]
    assert json.loads(lines[0])["article"]["text"] == TEXT


@given(st.text(st.characters(codec=None)))
def test_any_text_comes_back_from_its_line(text: str) -> None:
    line = to_json_line({"text": text})
    assert len(line.splitlines()) == 1
    assert json.loads(line.encode("utf-8"))["text"] == text


@pytest.mark.parametrize("count", [0, 1, 3])
def test_the_list_is_json_of_any_length(count: int) -> None:
    assert len(json.loads("".join(json_list([a_reading()] * count)))) == count


def test_one_csv_row_a_claim() -> None:
    rows = list(csv.DictReader(io.StringIO("".join(csv_rows([a_reading()])))))
    assert [row["factuality"] for row in rows] == ["happened", "denied", "unknown"]
    assert tuple(rows[0]) == CSV_COLUMNS
    assert rows[1]["chain"] == "the rebels' spokesman | Harbour Radio"
    assert rows[0]["when_start"] == "2024-05-13"
    assert rows[1]["country"] == ""


def test_a_lone_surrogate_reaches_neither_utf8_nor_the_user_as_an_error() -> None:
    reading = with_text(TEXT.replace("No one", "No \ud800ne"))
    for pieces in (json_lines([reading]), json_list([reading]), csv_rows([reading])):
        assert "".join(pieces).encode("utf-8")
