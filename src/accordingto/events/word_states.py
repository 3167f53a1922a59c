"""The encoder's state of a word of the parse, from the windows that were encoded once for the whole reading."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc, Token

from accordingto.parse.encoder import EncodedWindow
from accordingto.parse.parsed import span_of

WIDTH: Final = 384

Floats = NDArray[np.float32]


class WordStates:
    """The states of a report's words, found by where a token begins."""

    def __init__(self, encoded: Sequence[EncodedWindow]) -> None:
        self._starts = np.array([word.start for one in encoded for word in one.window.words], np.int64)
        self._states = np.concatenate([one.states for one in encoded]) if encoded else np.zeros((0, WIDTH), np.float32)
        self._doc: Doc | None = None
        self._rows: list[int] = []

    def of(self, token: Token) -> Floats:
        """The state of the word in which the token begins; zeros where no word was encoded."""
        return self.mean((token,))

    def mean(self, tokens: Iterable[Token]) -> Floats:
        """The mean state of the words of tokens of one paragraph; zeros where there are none."""
        rows = [self._row(token) for token in tokens] if len(self._starts) else []
        if not rows:
            return np.zeros(WIDTH, np.float32)
        total: Floats = self._states[rows].sum(axis=0)
        return total / np.float32(len(rows))

    def _row(self, token: Token) -> int:
        """The row of the last word that begins where the token does or before it."""
        if token.doc is not self._doc:
            self._doc = token.doc
            starts = [span_of(one).start for one in token.doc]
            self._rows = np.maximum(np.searchsorted(self._starts, starts, side="right") - 1, 0).tolist()
        return self._rows[token.i]
