"""The weights of the light model, and how features are scored with them.

Four linear models: is this word a cue, would it be one if nobody else were telling (a cue held within another's
content), which option is its content, which its source. The file holds no words, only
the CRC-32 of each feature's name and its weight; `training/attribution_fast/` makes it, `MODEL_CARD.md` there says
from what and how well it does.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import as_file, files
from zlib import crc32

import numpy as np

WEIGHTS_FILE = "attribution_fast.npz"
MOST_REMEMBERED = 65_536
"""Names whose weights are remembered, a model; hashing them anew each time took a third of the time of a reading."""
Weights = Callable[[str], float]
"""A feature's name -> its weight, 0.0 for a feature without one."""


@dataclass(frozen=True, slots=True)
class LightModel:
    """The weights of the four questions."""

    cue: Weights
    nested: Weights
    content: Weights
    source: Weights


@cache
def load_light_model() -> LightModel:
    """The weights that the package ships, read once."""
    with as_file(files("accordingto").joinpath("data", WEIGHTS_FILE)) as path, np.load(path) as stored:
        return LightModel(*(_weights(stored, question) for question in ("cue", "nested", "content", "source")))


def score(weights: Weights, names: Iterable[str]) -> float:
    """The sum of the weights of the features.

    >>> score(weights_of({feature_key("bias"): 1.5}), ["bias", "never seen"])
    1.5
    """
    return sum(map(weights, names))


def weights_of(by_key: Mapping[int, float]) -> Weights:
    """The weights of features by name, from those by key."""

    @lru_cache(maxsize=MOST_REMEMBERED)
    def weight(name: str) -> float:
        return by_key.get(feature_key(name), 0.0)

    return weight


def feature_key(name: str) -> int:
    """The number a feature's name is stored under."""
    return crc32(name.encode("utf-8", errors="surrogatepass"))


def probability(log_odds: float) -> float:
    """The probability of log odds.

    >>> probability(0.0)
    0.5
    """
    return 1 / (1 + math.exp(-max(min(log_odds, 30.0), -30.0)))


def _weights(stored: np.lib.npyio.NpzFile, question: str) -> Weights:
    keys, values = stored[f"{question}_keys"], stored[f"{question}_values"]
    return weights_of(dict(zip(keys.tolist(), values.astype(float).tolist(), strict=True)))
