"""Encoded windows made by hand, from words and letters."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from accordingto.parse.encoder import Cue, CueReadings, EncodedWindow, Floats
from accordingto.parse.windows import Window, Word

LIKELY = {"O": (0.96, 0.02, 0.02), "B": (0.1, 0.8, 0.1), "I": (0.1, 0.1, 0.8), "w": (0.8, 0.05, 0.15)}
ROLE_NUMBERS = {".": 0, "S": 1, "C": 2}


def cue_probabilities(written: str) -> Floats:
    """One row a letter: O outside, B begin, I inside a cue, w a weak inside."""
    return np.array([LIKELY[letter] for letter in written], np.float32)


def roles_of(written: str) -> Floats:
    """Log-probabilities, one row a letter: S source, C content, . none."""
    likely = np.full((len(written), 3), 0.05, np.float32)
    likely[np.arange(len(written)), [ROLE_NUMBERS[letter] for letter in written]] = 0.9
    return np.log(likely)


def window_of(text: str, cue: str) -> EncodedWindow:
    """The text's words (parted by spaces) with the cue head's view of each."""
    words, start = [], 0
    for word in text.split():
        words.append(Word(start, start + len(word), 0, (3,), 0, word == ".", word == ","))
        start += len(word) + 1
    labels = np.log(np.full((len(words), 8), 0.5, np.float32))
    labels[:, :3] = np.log(cue_probabilities(cue))
    return EncodedWindow(Window(tuple(words), (), (), ()), np.zeros((len(words), 1), np.float32), labels)


def tagger_of(roles: dict[Cue, str], valid: float = 0.9) -> Callable[[EncodedWindow, Sequence[Cue]], CueReadings]:
    """A tagger that gives each cue the roles written for it."""

    def tag(_: EncodedWindow, cues: Sequence[Cue]) -> CueReadings:
        return CueReadings(np.stack([roles_of(roles[cue]) for cue in cues]), np.full(len(cues), valid, np.float32))

    return tag
