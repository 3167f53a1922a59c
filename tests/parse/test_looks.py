"""What an uncased vocabulary cannot see of a word."""

from __future__ import annotations

import pytest

from accordingto.parse.looks import CAPITAL, LOOKS, LOWER, NUMBER, SYMBOL, UPPER, look, quoted_flags, shape_of


@pytest.mark.parametrize(
    ("word", "shape"),
    [
        ("army", LOWER),
        ("Army", CAPITAL),
        ("UN", UPPER),
        ("A", CAPITAL),
        ("2012", NUMBER),
        (",", SYMBOL),
        ("_x", SYMBOL),
    ],
)
def test_the_shape_of_a_word(word: str, shape: int) -> None:
    assert shape_of(word) == shape


@pytest.mark.parametrize(
    ("written", "quoted"),
    [
        ('He said : " Go " .', "...xxx."),
        ("He said : “ Go ” .", "...xxx."),
        ("He said : “ Go", "...xx"),
        ("Go ” he said", "...."),
        ('" " x', "xx."),
    ],
)
def test_words_between_quotation_marks_are_quoted(written: str, quoted: str) -> None:
    words = written.split()
    flags = quoted_flags(words, [False] * len(words))
    assert "".join("x" if flag else "." for flag in flags) == quoted


def test_two_touching_apostrophes_are_a_quotation_mark() -> None:
    words = ["said", "'", "'", "Go", "'", "'", "."]
    touching = [False, False, True, True, True, True, True]
    assert list(quoted_flags(words, touching)) == [False, False, True, True, True, True, False]


def test_every_look_has_its_own_number() -> None:
    numbers = {
        look(shape, opens_paragraph=opens, quoted=quoted)
        for shape in range(5)
        for opens in (True, False)
        for quoted in (True, False)
    }
    assert numbers == set(range(LOOKS))
