"""The encoder's state of a word of the parse, from the windows that were encoded once for the whole reading."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Token

from accordingto.parse.encoder import EncodedWindow
from accordingto.parse.parsed import span_of

WIDTH: Final = 384

Floats = NDArray[np.float32]


class WordStates:
    """The states of a report's words, found by where a token begins."""

    def __init__(self, encoded: Sequence[EncodedWindow]) -> None:
        self._starts = [word.start for one in encoded for word in one.window.words]
        self._states = np.concatenate([one.states for one in encoded]) if encoded else np.zeros((0, WIDTH), np.float32)

    def of(self, token: Token) -> Floats:
        """The state of the word in which the token begins; zeros where no word was encoded."""
        return self.mean((token,))

    def mean(self, tokens: Iterable[Token]) -> Floats:
        """The mean state of the tokens' words; zeros where there are none."""
        rows = [self._row(token) for token in tokens] if self._starts else []
        mean: Floats = self._states[rows].mean(axis=0) if rows else np.zeros(WIDTH, np.float32)
        return mean

    def _row(self, token: Token) -> int:
        return max(bisect_right(self._starts, span_of(token).start) - 1, 0)
