"""How far a source commits, learned from readers' judgements, and kept in step with the factuality of the rules.

Readers were asked two questions, so there are two answers. On UW: how certain is it, as the text has it, that this
holds or will? On UDS-IH2: has it happened yet? What is sure to come scores high on the first and low on the second.
Both are linear in the same named features, hashed; `training/factuality/` trains them and has the model card.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import as_file, files

import numpy as np
import numpy.typing as npt
from spacy.tokens import Token

from accordingto.events.commitment_features import commitment_features
from accordingto.events.factuality import WHOLE, Scope
from accordingto.events.stance import MOST, Stance
from accordingto.model.claim import Factuality

WEIGHTS_FILE = "commitment.npz"
BUCKETS = 1 << 15
"""Hash buckets. Twice as many gain .002 in Pearson's r on UW dev, half as many lose .003."""

BANDS: dict[Factuality, tuple[float, float]] = {
    Factuality.HAPPENED: (1.0, 3.0),
    Factuality.DENIED: (-3.0, -1.0),
    Factuality.POSSIBLE: (0.2, 2.5),
    Factuality.EXPECTED: (0.5, 3.0),
    Factuality.PROMISED: (0.2, 2.5),
    Factuality.THREATENED: (0.0, 2.0),
    Factuality.DEMANDED: (0.0, 2.0),
    Factuality.HOPED: (0.0, 2.0),
    Factuality.FEARED: (0.0, 2.0),
    Factuality.HYPOTHETICAL: (-1.5, 1.5),
    Factuality.UNKNOWN: (-1.0, 1.5),
}
"""The commitment that each factuality allows; where the stance is negative ("urged not to"), the band is turned.

Measured on UW dev: they cost .009 of r."""

_TURNED = frozenset(set(Factuality) - {Factuality.DENIED, Factuality.HYPOTHETICAL, Factuality.UNKNOWN})


@dataclass(frozen=True, slots=True)
class Judgement:
    """What readers would say, −3 to +3: that it holds or will, and that it has happened yet."""

    commitment: float
    occurred: float


def judge(token: Token, scope: Scope = WHOLE) -> Judgement:
    """The learned judgement of the event at the token."""
    weights, bias = _model()
    scores = weights[:, buckets(commitment_features(token, scope))].sum(axis=1) + bias
    commitment, occurred = (float(score) for score in np.clip(scores, -MOST, MOST))
    return Judgement(commitment, occurred)


def with_commitment(stance: Stance, token: Token, scope: Scope = WHOLE) -> Stance:
    """The stance with the learned commitment, as far as its factuality allows."""
    low, high = BANDS[stance.factuality]
    if stance.commitment < 0 and stance.factuality in _TURNED:
        low, high = -high, -low
    return Stance(stance.factuality, round(min(max(judge(token, scope).commitment, low), high), 2))


def buckets(features: Iterable[str]) -> list[int]:
    """The hash bucket of each feature, each bucket once, in order."""
    return sorted({zlib.crc32(feature.encode("utf-8", errors="surrogatepass")) % BUCKETS for feature in features})


@cache
def _model() -> tuple[npt.NDArray[np.float32], npt.NDArray[np.float32]]:
    """The weights, a row a question, and the two intercepts."""
    with as_file(files("accordingto").joinpath("data", WEIGHTS_FILE)) as path, np.load(path) as stored:
        return stored["weights"].astype(np.float32), stored["bias"].astype(np.float32)
