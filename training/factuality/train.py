"""Trains the two linear heads of `accordingto.events.commitment` and writes `data/commitment.npz`.

    python training/factuality/train.py ../shared/gold/factuality

Ridge regression on hashed features by conjugate gradients, with NumPy alone: about a minute on one core.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
import numpy.typing as npt

from accordingto.evaluation.factuality import judged_tokens, mean_absolute_error, pearson, read_judged_sentences
from accordingto.events.commitment import BUCKETS, WEIGHTS_FILE, buckets
from accordingto.events.commitment_features import commitment_features
from accordingto.events.stance import MOST
from accordingto.parse.language_model import load_language_model

RIDGE = 30.0
"""The penalty; on the dev parts 10 to 60 lie within .004 of each other."""

STEPS = 80
HEADS = ("UW", "UDS_IH2")
DATA = Path(__file__).parents[2] / "src" / "accordingto" / "data"

Numbers = npt.NDArray[np.float64]


class Examples:
    """The feature buckets of a set's tokens, as one sparse matrix of ones, and people's labels."""

    def __init__(self, path: Path) -> None:
        judged = list(judged_tokens(read_judged_sentences(path), load_language_model()))
        found = [buckets(commitment_features(token)) for token, _ in judged]
        self.labels: Numbers = np.array([label for _, label in judged])
        self._rows = np.repeat(np.arange(len(found)), [len(row) for row in found])
        self._columns = np.concatenate([np.array(row, dtype=np.int64) for row in found])

    def times(self, weights: Numbers) -> Numbers:
        return np.bincount(self._rows, weights[self._columns], len(self.labels)).astype(np.float64)

    def transposed_times(self, values: Numbers) -> Numbers:
        return np.bincount(self._columns, values[self._rows], BUCKETS).astype(np.float64)


def fit(examples: Examples) -> tuple[Numbers, float]:
    """The weights and the intercept that minimise the squared error and the penalty."""
    bias = float(examples.labels.mean())
    residual = examples.transposed_times(examples.labels - bias)
    weights, direction, squared = np.zeros(BUCKETS), residual.copy(), float(residual @ residual)
    for _ in range(STEPS):
        product = examples.transposed_times(examples.times(direction)) + RIDGE * direction
        step = squared / float(direction @ product)
        weights, residual = weights + step * direction, residual - step * product
        before, squared = squared, float(residual @ residual)
        if squared < 1e-6 * len(examples.labels):
            break
        direction = residual + squared / before * direction
    return weights, bias


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", type=Path, help="folder with UW and UDS_IH2, each with train.jsonl and dev.jsonl")
    gold = parser.parse_args().gold
    heads = []
    for name in HEADS:
        weights, bias = fit(Examples(gold / name / "train.jsonl"))
        dev = Examples(gold / name / "dev.jsonl")
        answers = np.clip(dev.times(weights.astype(np.float16).astype(float)) + bias, -MOST, MOST)
        pairs = list(zip(dev.labels.tolist(), answers.tolist(), strict=True))
        print(f"{name} dev: r {pearson(pairs):.3f}, MAE {mean_absolute_error(pairs):.3f}")  # noqa: T201  # a script
        heads.append((weights, bias))
    np.savez_compressed(
        DATA / WEIGHTS_FILE,
        weights=np.array([weights for weights, _ in heads]).astype(np.float16),
        bias=np.array([bias for _, bias in heads]).astype(np.float32),
    )


if __name__ == "__main__":
    main()
