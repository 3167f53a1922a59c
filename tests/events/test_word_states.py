"""The encoder's states of the words of the parse."""

from __future__ import annotations

import numpy as np
from tests.factories import a_parse

from accordingto.events.word_states import WIDTH, WordStates
from accordingto.parse.encoder import EncodedWindow
from accordingto.parse.windows import Window, Word


def a_window(*starts: int) -> EncodedWindow:
    """A window whose word number n has a state of n + 1 throughout."""
    words = tuple(Word(start, start + 1, 0, (1,), 0, ends_sentence=False, is_separator=False) for start in starts)
    states = np.repeat(np.arange(1, len(starts) + 1, dtype=np.float32)[:, None], WIDTH, axis=1)
    return EncodedWindow(Window(words, (), (), ()), states, np.zeros((len(starts), 8), np.float32))


def test_a_token_has_the_state_of_the_word_it_begins_in() -> None:
    doc = a_parse("Rebels can't win.").paragraphs[0].doc
    states = WordStates([a_window(0, 7), a_window(13)])
    assert [float(states.of(token)[0]) for token in doc[:4]] == [1.0, 2.0, 2.0, 1.0]


def test_the_mean_is_over_the_words() -> None:
    doc = a_parse("Rebels fled.").paragraphs[0].doc
    assert float(WordStates([a_window(0, 7)]).mean(doc[:2])[5]) == 1.5


def test_where_nothing_was_encoded_or_asked_for_there_are_zeros() -> None:
    doc = a_parse("Rebels fled.").paragraphs[0].doc
    assert not WordStates([]).of(doc[0]).any()
    assert not WordStates([a_window(0)]).mean([]).any()
