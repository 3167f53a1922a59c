"""Trains the pronoun ranker on GAP development and GUM, and prints what it reaches on what it was not trained on.

    python training/pronouns/train.py --gap …/gap-development.tsv --gum …/gum/conllu [--write]

Five folds by document; figures are of the folds left out. `--write` trains on everything and writes the weights.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from accordingto.evaluation.pronouns import Example, gap_examples, gum_examples
from accordingto.model.resources import read_data

FOLDS = 5
STEPS = 400
RATE = 0.05
PENALTY = 2.0
"""Ridge penalty on all weights; .5 to 5 differ by less than .005 on the folds left out."""

SMALLEST_WEIGHT = 0.005
FEWEST_USES = 3

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Matrix:
    """All examples flat: feature ids and where each candidate and each example begins."""

    features: NDArray[np.int64]
    candidate_of: NDArray[np.int64]
    starts: NDArray[np.int64]
    right: NDArray[np.bool_]


def main() -> None:
    options = _options()
    examples = [*gap_examples(options.gap), *gum_examples(options.gum)]
    reached = {name: f"{right}/{total} = {right / total:.3f}" for name, right, total in _cross_validate(examples)}
    for name, figure in reached.items():
        sys.stdout.write(f"{name}: {figure}\n")
    if options.write:
        _write(_train(examples), reached)


def _cross_validate(examples: Sequence[Example]) -> Iterable[tuple[str, int, int]]:
    """For each set, how many of its left-out pronouns get a right candidate first."""
    counts: dict[str, list[int]] = {}
    documents = sorted({example.document for example in examples})
    fold_of = {document: index % FOLDS for index, document in enumerate(documents)}
    for fold in range(FOLDS):
        weights = _train([example for example in examples if fold_of[example.document] != fold])
        for example in examples:
            if fold_of[example.document] == fold:
                count = counts.setdefault(example.set, [0, 0])
                count[0] += example.right[_first(example, weights)] if example.candidates else 0
                count[1] += 1
    return [(name, count[0], count[1]) for name, count in sorted(counts.items())]


def _first(example: Example, weights: dict[str, float]) -> int:
    scores = [sum(weights.get(name, 0.0) for name in names) for names in example.candidates]
    return int(np.argmax(scores))


def _train(examples: Sequence[Example]) -> dict[str, float]:
    """Weights by maximum likelihood of the right candidates among all, with Adam on the whole set."""
    usable = [example for example in examples if any(example.right) and not all(example.right)]
    uses: dict[str, int] = {}
    for example in usable:
        for names in example.candidates:
            for name in names:
                uses[name] = uses.get(name, 0) + 1
    frequent = sorted(name for name, count in uses.items() if count >= FEWEST_USES)
    ids = {name: index for index, name in enumerate(frequent)}
    matrix = _flatten(usable, ids)
    weights = np.zeros(len(ids))
    first, second = np.zeros(len(ids)), np.zeros(len(ids))
    for step in range(1, STEPS + 1):
        gradient = _gradient(weights, matrix)
        first = 0.9 * first + 0.1 * gradient
        second = 0.999 * second + 0.001 * gradient**2
        weights -= RATE * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.999**step)) + 1e-8)
    return {name: float(weights[index]) for name, index in ids.items()}


def _flatten(examples: Sequence[Example], ids: dict[str, int]) -> Matrix:
    features: list[int] = []
    candidate_of: list[int] = []
    starts: list[int] = []
    right: list[bool] = []
    for example in examples:
        starts.append(len(right))
        for names, is_right in zip(example.candidates, example.right, strict=True):
            known = [ids[name] for name in names if name in ids]
            features += known
            candidate_of += [len(right)] * len(known)
            right.append(is_right)
    return Matrix(np.array(features), np.array(candidate_of), np.array(starts), np.array(right))


def _gradient(weights: Floats, matrix: Matrix) -> Floats:
    size = len(matrix.right)
    scores = np.bincount(matrix.candidate_of, weights[matrix.features], minlength=size)
    lengths = np.diff(np.append(matrix.starts, size))
    scores = np.exp(scores - np.repeat(np.maximum.reduceat(scores, matrix.starts), lengths))
    everything = scores / np.repeat(np.add.reduceat(scores, matrix.starts), lengths)
    right_only = scores * matrix.right
    wanted = right_only / np.repeat(np.add.reduceat(right_only, matrix.starts) + 1e-12, lengths)
    pull = (everything - wanted)[matrix.candidate_of]
    gradient: Floats = np.bincount(matrix.features, pull, minlength=len(weights)) + PENALTY * weights
    return gradient


def _write(weights: dict[str, float], reached: dict[str, str]) -> None:
    kept = {name: round(weight, 3) for name, weight in sorted(weights.items()) if abs(weight) >= SMALLEST_WEIGHT}
    path = Path(__file__).parents[2] / "src/accordingto/data/pronouns.json"
    trained_on = "GAP development and GUM, all genres"
    card = {"trained_on": trained_on, "date": str(date.today()), "right_when_left_out_of_training": reached}
    path.write_text(json.dumps({"card": card, "weights": kept}, indent=0) + "\n", encoding="utf-8")
    sys.stdout.write(f"{len(kept)} weights, {len(read_data('pronouns.json'))} bytes\n")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gap", type=Path, required=True)
    parser.add_argument("--gum", type=Path, required=True)
    parser.add_argument("--write", action="store_true")
    return parser.parse_args()


if __name__ == "__main__":
    main()
