"""Words cut into the pieces of a BERT vocabulary (uncased, accents stripped, greedy longest match)."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from pathlib import Path

# Longer words are noise (addresses, encoded blobs): one unknown piece, as in BERT's own tokenizer.
MAX_WORD_LENGTH = 100


class WordPieces:
    """A vocabulary, and the ids of a word's pieces in it."""

    def __init__(self, vocabulary: tuple[str, ...]) -> None:
        self._ids = {piece: number for number, piece in enumerate(vocabulary)}
        self.unknown = self._ids["[UNK]"]
        self.start = self._ids["[CLS]"]
        self.end = self._ids["[SEP]"]
        self.of = lru_cache(maxsize=50_000)(self._of)

    @classmethod
    def load(cls, path: Path) -> WordPieces:
        """The vocabulary of a file with one piece a line."""
        return cls(tuple(path.read_text(encoding="utf-8").rstrip("\n").split("\n")))

    def _of(self, word: str) -> tuple[int, ...]:
        """The ids of the word's pieces, never empty."""
        folded = fold(word)
        if not folded or len(folded) > MAX_WORD_LENGTH:
            return (self.unknown,)
        return self._longest_matches(folded)

    def _longest_matches(self, folded: str) -> tuple[int, ...]:
        found: list[int] = []
        start = 0
        while start < len(folded):
            end = self._longest_end(folded, start)
            if end is None:
                return (self.unknown,)
            found.append(self._ids[_piece(folded, start, end)])
            start = end
        return tuple(found)

    def _longest_end(self, folded: str, start: int) -> int | None:
        for end in range(len(folded), start, -1):
            if _piece(folded, start, end) in self._ids:
                return end
        return None


def fold(word: str) -> str:
    """Lower case without accents: *Erdoğan* is "erdogan"."""
    decomposed = unicodedata.normalize("NFD", word.lower())
    return "".join(letter for letter in decomposed if unicodedata.category(letter) != "Mn")


def _piece(folded: str, start: int, end: int) -> str:
    return folded[start:end] if start == 0 else "##" + folded[start:end]
