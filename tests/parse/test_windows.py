"""A text cut into windows that hold every word once."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from accordingto.parse.windows import WINDOW_PIECES, Window, cut_windows, find_words
from accordingto.parse.wordpiece import WordPieces

PIECES = WordPieces(("[UNK]", "[CLS]", "[SEP]", "troops", "fired", ".", "##s"))


def windows_of(text: str, limit: int = WINDOW_PIECES) -> list[Window]:
    return list(cut_windows(find_words(text, PIECES), PIECES, limit))


def test_an_empty_text_has_no_window() -> None:
    assert windows_of("") == windows_of(" \n\n ") == []


def test_whole_paragraphs_share_a_window_while_there_is_room() -> None:
    found = windows_of("Troops fired.\n\nTroops fired.\n\nTroops fired.", limit=8)
    assert [[word.paragraph for word in window.words] for window in found] == [[0, 0, 0, 1, 1, 1], [2, 2, 2]]


def test_a_long_paragraph_is_cut_after_a_sentence() -> None:
    found = windows_of("Troops fired. Troops fired. Troops fired troops.", limit=9)
    assert [len(window.words) for window in found] == [6, 4]


def test_a_long_paragraph_without_a_sentence_end_is_cut_where_it_must() -> None:
    assert [len(window.words) for window in windows_of("troops " * 10, limit=6)] == [4, 4, 2]


@given(st.text(alphabet=st.sampled_from("Troops fired.\n“”\"'é\u200b\x00\ud800 x9")), st.integers(4, 30))
def test_every_word_is_in_one_window_and_no_window_is_too_long(text: str, limit: int) -> None:
    found = windows_of(text, limit)
    words = find_words(text, PIECES)
    assert [word for window in found for word in window.words] == words
    assert all(len(window.pieces) == len(window.looks) for window in found)
    assert all(len(window.pieces) <= limit or len(window.words) == 1 for window in found)
    assert all(0 < place < len(window.pieces) - 1 for window in found for place in window.firsts)
