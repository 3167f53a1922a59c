"""Trains the pronoun ranker: weights of features, and a network over word states where the examples have them.

Both are learned together, by the likelihood of the right candidates among all (Denis and Baldridge 2007), in
mini-batches with Adam. The numbers below are from five-fold cross-validation on GAP, GUM and ECB+.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from accordingto.evaluation.pronoun_examples import Example
from accordingto.grounding.pronoun_network import Network
from accordingto.grounding.pronoun_ranker import Ranker

EPOCHS = 8
BATCH = 64
FEATURE_RATE, NETWORK_RATE = 0.02, 0.002
FEATURE_PENALTY = 6e-4
"""Ridge penalty on the features' weights; half of it loses .007 of GAP's pronouns."""

NETWORK_DECAY = 0.02
DROPPED = 0.3
SIDE, LAYER = 48, 48
"""Widths of the network; with the features' own embeddings in its layer it was no better."""

FEWEST_USES = 3

Reals = NDArray[np.float32]
Numbers = NDArray[np.int64]
Parameters = dict[str, Reals]


@dataclass(frozen=True, slots=True)
class _Row:
    """An example with its features as numbers: each with the candidate that has it."""

    features: Numbers
    holder: Numbers
    right: NDArray[np.bool_]
    states: tuple[Reals, Reals] | None


@dataclass(frozen=True, slots=True)
class _Batch:
    """Some examples, flat: `of` says which example a candidate is of, `starts` where each example begins."""

    features: Numbers
    holder: Numbers
    right: NDArray[np.bool_]
    of: Numbers
    starts: Numbers
    pronouns: Reals | None
    candidates: Reals | None


def train_ranker(examples: Sequence[Example], *, seed: int = 0) -> Ranker:
    """The ranker learned from the examples that have a right and a wrong candidate."""
    usable = [example for example in examples if any(example.right) and not all(example.right)]
    ids = _numbered(usable)
    rows = [_row(example, ids) for example in usable]
    chance = np.random.default_rng(seed)
    parameters = _start(len(ids), rows, chance)
    optimiser = _Optimiser(parameters)
    for epoch in range(EPOCHS):
        order = chance.permutation(len(rows))
        for start in range(0, len(rows), BATCH):
            batch = _joined([rows[number] for number in order[start : start + BATCH]])
            optimiser.step(_gradients(parameters, batch, chance), 1 - epoch / EPOCHS)
    weights = {name: float(parameters["weights"][number]) for name, number in ids.items()}
    network = (parameters[name] for name in ("pronoun", "candidate", "hidden", "output") if name in parameters)
    return Ranker(weights, Network(*network) if "output" in parameters else None)


class _Optimiser:
    """Adam with decoupled decay of the network's parameters, which it changes in place."""

    def __init__(self, parameters: Parameters) -> None:
        self._parameters = parameters
        self._first = {name: np.zeros_like(value) for name, value in parameters.items()}
        self._second = {name: np.zeros_like(value) for name, value in parameters.items()}
        self._steps = 0

    def step(self, gradients: Parameters, share: float) -> None:
        """One step down the gradients at a share of the full rate."""
        self._steps += 1
        for name, gradient in gradients.items():
            rate = share * (FEATURE_RATE if name == "weights" else NETWORK_RATE)
            first = self._first[name] = 0.9 * self._first[name] + 0.1 * gradient
            second = self._second[name] = 0.999 * self._second[name] + 0.001 * gradient**2
            if name != "weights":
                self._parameters[name] *= 1 - rate * NETWORK_DECAY
            up = first / (1 - 0.9**self._steps)
            self._parameters[name] -= rate * up / (np.sqrt(second / (1 - 0.999**self._steps)) + 1e-8)


def _numbered(examples: Sequence[Example]) -> dict[str, int]:
    uses: dict[str, int] = {}
    for example in examples:
        for names in example.candidates:
            for name in names:
                uses[name] = uses.get(name, 0) + 1
    return {name: number for number, name in enumerate(sorted(n for n in uses if uses[n] >= FEWEST_USES))}


def _row(example: Example, ids: dict[str, int]) -> _Row:
    found = [(ids[name], number) for number, names in enumerate(example.candidates) for name in names if name in ids]
    pairs = np.array(found, np.int64).reshape(-1, 2)
    return _Row(pairs[:, 0], pairs[:, 1], np.array(example.right), example.states)


def _start(features: int, rows: Sequence[_Row], chance: np.random.Generator) -> Parameters:
    weights = np.zeros(features, np.float32)
    states = rows[0].states if rows else None
    if states is None:
        return {"weights": weights}
    sizes = {"pronoun": (len(states[0]), SIDE), "candidate": (states[1].shape[1], SIDE), "hidden": (3 * SIDE, LAYER)}
    parameters = {"weights": weights, "output": np.zeros(LAYER, np.float32)}
    for name, (inside, outside) in sizes.items():
        most = inside**-0.5
        parameters[name] = chance.uniform(-most, most, (inside + 1, outside)).astype(np.float32)
    return parameters


def _joined(rows: Sequence[_Row]) -> _Batch:
    sizes = [len(row.right) for row in rows]
    starts = np.cumsum([0, *sizes[:-1]])
    states = [row.states for row in rows if row.states is not None]
    return _Batch(
        features=np.concatenate([row.features for row in rows]),
        holder=np.concatenate([row.holder + start for row, start in zip(rows, starts, strict=True)]),
        right=np.concatenate([row.right for row in rows]),
        of=np.repeat(np.arange(len(rows)), sizes),
        starts=starts,
        pronouns=np.stack([pronoun for pronoun, _ in states]) if states else None,
        candidates=np.concatenate([candidates for _, candidates in states]) if states else None,
    )


def _gradients(parameters: Parameters, batch: _Batch, chance: np.random.Generator) -> Parameters:
    weights = parameters["weights"]
    scores = np.bincount(batch.holder, weights[batch.features], minlength=len(batch.right))
    if batch.pronouns is None or batch.candidates is None:
        return {"weights": _of_weights(_pull(scores, batch), weights, batch)}
    seen = _dropped(batch.pronouns, chance), _dropped(batch.candidates, chance)
    one = (seen[0] @ parameters["pronoun"][:-1] + parameters["pronoun"][-1])[batch.of]
    other = seen[1] @ parameters["candidate"][:-1] + parameters["candidate"][-1]
    pairs = np.concatenate((one, other, one * other), axis=1)
    before = pairs @ parameters["hidden"][:-1] + parameters["hidden"][-1]
    layer = _dropped(np.maximum(before, 0), chance)
    pull = _pull(scores + layer @ parameters["output"], batch)
    down = np.outer(pull, parameters["output"]) * (layer > 0) / (1 - DROPPED)
    inner = down @ parameters["hidden"][:-1].T
    to_one = inner[:, :SIDE] + inner[:, 2 * SIDE :] * other
    to_other = inner[:, SIDE : 2 * SIDE] + inner[:, 2 * SIDE :] * one
    return {
        "weights": _of_weights(pull, weights, batch),
        "output": layer.T @ pull,
        "hidden": _with_bias(pairs, down),
        "pronoun": _with_bias(seen[0], np.add.reduceat(to_one, batch.starts)),
        "candidate": _with_bias(seen[1], to_other),
    }


def _pull(scores: NDArray[Any], batch: _Batch) -> Reals:
    """The loss by each score: its share of everything less its share of what is right, over the batch's size."""
    highest = np.maximum.reduceat(scores, batch.starts)
    grown = np.exp(scores - highest[batch.of])
    right = grown * batch.right
    everything = grown / np.add.reduceat(grown, batch.starts)[batch.of]
    wanted = right / (np.add.reduceat(right, batch.starts)[batch.of] + 1e-12)
    pull: Reals = ((everything - wanted) / len(batch.starts)).astype(np.float32)
    return pull


def _of_weights(pull: Reals, weights: Reals, batch: _Batch) -> Reals:
    drawn = np.bincount(batch.features, pull[batch.holder], minlength=len(weights))
    gradient: Reals = (drawn + 2 * FEATURE_PENALTY * weights).astype(np.float32)
    return gradient


def _with_bias(inside: Reals, gradient: Reals) -> Reals:
    found: Reals = np.concatenate((inside.T @ gradient, gradient.sum(axis=0, keepdims=True)))
    return found


def _dropped(values: Reals, chance: np.random.Generator) -> Reals:
    """The values with some put to zero and the others raised by as much."""
    kept = chance.random(values.shape, np.float32) >= DROPPED
    found: Reals = values * kept / np.float32(1 - DROPPED)
    return found
