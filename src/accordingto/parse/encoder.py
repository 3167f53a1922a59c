"""The shared encoder: one pass over a text that gives every word a state, and what the heads say of it.

The weights are ONNX files in `data/attribution-encoder/`: `encoder.onnx` (word states and the token heads) and
`tagger.onnx` (the words' roles for one cue). Later heads read the same word states. `MODEL_CARD.md` there says from
what the weights were learned, and how well they read.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import as_file, files
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from accordingto.parse.windows import Window, cut_windows, find_words
from accordingto.parse.wordpiece import WordPieces

WEIGHTS_FOLDER = "attribution-encoder"
WEIGHTS_VERSION = "2026-11-23"
"""The day the shipped weights were trained; it goes into the provenance of every reading."""

CUE_LABELS, SOURCE_LABELS, CONTENT_LABELS = slice(0, 3), slice(3, 6), slice(6, 8)
"""Where in `labels` the token heads are: outside, begin, inside a cue; the same of a source; content no, yes."""

Floats = NDArray[np.float32]
Cue = tuple[int, int]
"""A half-open range of a window's words."""


@dataclass(frozen=True, slots=True)
class EncodedWindow:
    """A window after the pass: `states` [words, 384], `labels` [words, 8] as log-probabilities."""

    window: Window
    states: Floats
    labels: Floats


@dataclass(frozen=True, slots=True)
class CueReadings:
    """What the tagger says of the cues of a window.

    `roles` [cues, words, 3] are log-probabilities of none, source, content; `valid` [cues] how likely each is a cue.
    """

    roles: Floats
    valid: Floats


class Session(Protocol):
    """A loaded graph, as ONNX Runtime gives it."""

    def run(self, outputs: list[str], feed: dict[str, NDArray[np.int64] | Floats]) -> list[Floats]:
        """The outputs asked for, in order."""


class Encoder:
    """The loaded weights. Each call uses one core; threads and processes may share the work by article."""

    def __init__(self, folder: Path) -> None:
        self.version = WEIGHTS_VERSION
        self.vocabulary = WordPieces.load(folder / "vocab.txt")
        self._encoder = _session(folder / "encoder.onnx")
        self._tagger = _session(folder / "tagger.onnx")

    def encode(self, text: str) -> Iterator[EncodedWindow]:
        """The text's windows in order; each word is in one of them."""
        for window in cut_windows(find_words(text, self.vocabulary), self.vocabulary):
            yield self.encode_window(window)

    def encode_window(self, window: Window) -> EncodedWindow:
        """One pass over one window."""
        feed: dict[str, NDArray[np.int64] | Floats] = {
            "pieces": np.array([window.pieces], np.int64),
            "looks": np.array([window.looks], np.int64),
            "firsts": np.array([window.firsts], np.int64),
        }
        states, labels = self._encoder.run(["states", "labels"], feed)
        return EncodedWindow(window, states[0], labels[0])

    def tag(self, encoded: EncodedWindow, cues: Sequence[Cue]) -> CueReadings:
        """The readings of at least one cue of a window."""
        feed: dict[str, NDArray[np.int64] | Floats] = {
            "states": encoded.states,
            "labels": encoded.labels,
            "paragraphs": np.array([word.paragraph for word in encoded.window.words], np.int64),
            "cues": np.array(cues, np.int64),
        }
        roles, valid = self._tagger.run(["roles", "valid"], feed)
        return CueReadings(roles, valid)


@cache
def load_encoder() -> Encoder:
    """The one encoder of the process, from the weights that the package ships."""
    with as_file(files("accordingto").joinpath("data", WEIGHTS_FOLDER)) as folder:
        return Encoder(folder)


def _session(path: Path) -> Session:
    import onnxruntime  # noqa: PLC0415  # a fifth of a second that only an accurate reading needs

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    session: Session = onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
    return session
