"""The learned judge of proposals: which type and mode, how likely, or no event at all.

Two linear models over named features: one chooses among "no event" and the types, the other among the modes of the
chosen type. Both readers use them. `training/events/` trains them and has the model card. The file holds no words, only
the CRC-32 of each feature's name and its weights.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import as_file, files
from typing import Final
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

WEIGHTS_FILE: Final = "event-types.npz"
NO_EVENT: Final = "NONE"
LEAST_MODE: Final = 0.4
"""The probability of a learned mode, among those of its type, from which on it is told.

On five folds of our own train sentences modes are right in .58 of the types given, .40 with the codebook's alone, .51
with the learned alone."""

CALIBRATION: Final = (0.6, 0.02)
"""Slope and shift of the log odds that make a probability the share of events that are right.

Fitted on five folds of our own train sentences and PLV. On our own test sentences, from .4, .6, .8 and .9 up, the mean
scores are .51, .70, .85, .94 and the shares right .51, .71, .89, .94."""

LEAST_CONTEXT: Final = 0.35
"""The probability of a context from which on it is told.

.25 has the best F1 on five folds of our own train sentences (.54, .52 at .35), but gives texts of leisure the contexts
that most of our sentences have, military and diplomatic ones."""

MOST_REMEMBERED: Final = 65_536

Floats = NDArray[np.float32]
Labels = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Verdict:
    """A type and how likely it is (and not another type or no event)."""

    event_type: str
    probability: float


@dataclass(frozen=True, slots=True)
class Weights:
    """Linear weights, a column a label: `rows` leads from a feature's key to its row of `values`."""

    labels: Labels
    rows: Mapping[int, int]
    values: Floats
    bias: Floats

    def scores(self, names: Sequence[str]) -> Floats:
        """The log odds of the labels, up to a constant."""
        found = [row for name in names if (row := self.rows.get(feature_key(name))) is not None]
        total: Floats = self.bias + self.values[found].sum(axis=0)
        return total


@dataclass(frozen=True, slots=True)
class EventClassifier:
    """The weights of both questions, and the lemmas that may tell of an event without a row of the codebook.

    These are the lemmas that did in a sentence learned from. Of others nothing is known: reading them too found
    .003 more of our own types at .005 less precision, and cost a quarter of the time.
    """

    types: Weights
    modes: Weights
    telling: frozenset[str] | None = None
    contexts: Weights | None = None

    def judge(self, names: Sequence[str]) -> Verdict:
        """The likeliest type of a proposal; its probability leaves room for the others and for no event."""
        chances = softmax(self.types.scores(names))
        best = max(
            (index for index, label in enumerate(self.types.labels) if label != NO_EVENT),
            key=lambda index: float(chances[index]),
        )
        return Verdict(self.types.labels[best], float(chances[best]))

    def mode(self, event_type: str, names: Sequence[str]) -> str | None:
        """The likeliest mode of the type where it is likely enough, else None."""
        own = [index for index, label in enumerate(self.modes.labels) if label.partition(":")[0] == event_type]
        if not own:
            return None
        chances = softmax(self.modes.scores(names)[own])
        best = int(chances.argmax())
        return self.modes.labels[own[best]].partition(":")[2] or None if chances[best] >= LEAST_MODE else None

    def contexts_of(self, names: Sequence[str]) -> tuple[str, ...] | None:
        """The contexts that are likely enough, each by itself; None where none were learned."""
        if self.contexts is None:
            return None
        least = np.log(LEAST_CONTEXT / (1 - LEAST_CONTEXT))
        scores = self.contexts.scores(names)
        return tuple(label for label, score in zip(self.contexts.labels, scores, strict=True) if score >= least)


def calibrated(probability: float) -> float:
    """How many of a hundred events so likely are right: the softmax alone is too sure of itself.

    >>> round(calibrated(0.95), 2)
    0.86
    """
    slope, shift = CALIBRATION
    odds = probability / max(1 - probability, 1e-6)
    scaled = float(odds**slope * np.exp(shift))
    return scaled / (1 + scaled)


def softmax(scores: Floats) -> Floats:
    """Probabilities of log odds.

    >>> softmax(np.array([0.0, 0.0], np.float32)).tolist()
    [0.5, 0.5]
    """
    powers: Floats = np.exp(scores - scores.max())
    total: np.float32 = powers.sum()
    return powers / total


@lru_cache(maxsize=MOST_REMEMBERED)
def feature_key(name: str) -> int:
    """The number a feature's name is stored under."""
    return crc32(name.encode("utf-8", errors="surrogatepass"))


@cache
def load_event_classifier() -> EventClassifier:
    """The weights that the package ships."""
    with as_file(files("accordingto").joinpath("data", WEIGHTS_FILE)) as path, np.load(path) as stored:
        types, modes, contexts = (_weights(stored, question) for question in ("types", "modes", "contexts"))
        return EventClassifier(types, modes, frozenset(stored["telling"].tolist()), contexts)


@dataclass(frozen=True, slots=True)
class Training:
    """The feature keys of the sentences that were trained on, and what five-fold cross-validation found, as text."""

    sentences: frozenset[int]
    figures: str

    def knows(self, sentence: str) -> bool:
        """True where the weights were trained on the sentence, so that reading it proves nothing."""
        return feature_key(sentence) in self.sentences


@cache
def load_training() -> Training:
    """What the shipped weights were trained on."""
    with as_file(files("accordingto").joinpath("data", WEIGHTS_FILE)) as path, np.load(path) as stored:
        return Training(frozenset(stored["sentences"].tolist()), str(stored["figures"]))


def _weights(stored: np.lib.npyio.NpzFile, name: str) -> Weights:
    keys = stored[f"{name}_keys"].tolist()
    return Weights(
        labels=tuple(stored[f"{name}_labels"].tolist()),
        rows={key: row for row, key in enumerate(keys)},
        values=stored[f"{name}_values"].astype(np.float32),
        bias=stored[f"{name}_bias"].astype(np.float32),
    )
