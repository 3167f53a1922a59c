"""Where paragraphs begin and end."""

from __future__ import annotations

import pytest

from accordingto.ingest.paragraphs import find_blocks

WRAPPED = (
    "The governor of the northern province said on Monday that the army had\n"
    "left the town after a week of fighting, and that the bridge was open\n"
    "again. Residents told a local radio station that shops were still shut.\n"
    "\n"
    "The army did not answer questions. A spokesman for the rebels, who held\n"
    "the town for a month, said that they would come back before the winter."
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Troops fired.", ["Troops fired."]),
        ("Troops fired.\n\nTwo died.", ["Troops fired.", "Two died."]),
        ("Troops fired.\r\n\r\nTwo died.\r\n", ["Troops fired.", "Two died."]),
        ("Troops fired.\n \t\nTwo died.", ["Troops fired.", "Two died."]),
        ("Troops fired.\nTwo died.", ["Troops fired.", "Two died."]),
        ("Troops fired.\rTwo died.", ["Troops fired.", "Two died."]),
        ("Troops fired.\u2029Two died.", ["Troops fired.", "Two died."]),
        ("\u00a0 Troops fired. \u00a0\n", ["Troops fired."]),
        ("", []),
        (" \n\u00a0\n", []),
    ],
)
def test_blank_lines_and_lines_end_paragraphs(text: str, expected: list[str]) -> None:
    assert [block.span.of(text) for block in find_blocks(text)] == expected


def test_lines_wrapped_at_a_column_are_one_paragraph() -> None:
    found = [block.span.of(WRAPPED) for block in find_blocks(WRAPPED)]
    assert found == WRAPPED.split("\n\n")


def test_a_short_line_ends_a_paragraph_of_a_wrapped_text_without_blank_lines() -> None:
    first = "\n".join(WRAPPED.split("\n")[:2]) + "\nagain."
    text = first + "\n" + WRAPPED.split("\n\n")[1]
    assert [block.span.of(text) for block in find_blocks(text)] == [first, WRAPPED.split("\n\n")[1]]


def test_short_sentences_on_lines_of_their_own_are_not_wrapped() -> None:
    text = "The minister resigned on Monday after the vote.\nThe army took the bridge the day after.\nNobody died."
    assert len(find_blocks(text)) == 3
