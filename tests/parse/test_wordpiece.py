"""Words cut into pieces of a small vocabulary."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accordingto.parse.wordpiece import MAX_WORD_LENGTH, WordPieces, fold

VOCABULARY = ("[UNK]", "[CLS]", "[SEP]", "def", "##ect", "##ed", "##ected", "erdogan", "a")
PIECES = WordPieces(VOCABULARY)


@pytest.mark.parametrize(
    ("word", "pieces"),
    [
        ("defected", ["def", "##ected"]),
        ("Defect", ["def", "##ect"]),
        ("Erdoğan", ["erdogan"]),
        ("defence", ["[UNK]"]),
        ("\u0301", ["[UNK]"]),
        ("a" * (MAX_WORD_LENGTH + 1), ["[UNK]"]),
    ],
)
def test_a_word_is_cut_into_the_longest_pieces(word: str, pieces: list[str]) -> None:
    assert [VOCABULARY[number] for number in PIECES.of(word)] == pieces


@given(st.text(min_size=1))
def test_every_word_has_a_piece(word: str) -> None:
    assert PIECES.of(word)


@given(st.text())
def test_folding_twice_changes_nothing_more(word: str) -> None:
    assert fold(fold(word)) == fold(word) or not word.isascii()
