"""Softmax regression over named features, where a row may have several right labels."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.sparse import csr_matrix
from training.events.examples import Row

from accordingto.events.classifier import Weights, feature_key

FEWEST_SEEN: Final = 2
MOST_STEPS: Final = 60
BIAS_PENALTY: Final = 0.01
_TINY: Final = 1e-12

Numbers = NDArray[np.float64]
Singles = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class _Table:
    """The rows as matrices: named features with a last column of ones, and what is right."""

    names: csr_matrix
    right: Singles
    allowed: Singles
    weights: Singles
    columns: dict[str, int]


def fit(rows: Sequence[Row], labels: Sequence[str], penalty: float) -> Weights:
    """The weights under which the right labels are likeliest, less the ridge penalty.

    Labels with a colon, TYPE:mode, compete with those of their type alone.
    """
    table = _table_of(rows, labels, _allowed(rows, labels))
    width = len(labels)
    ridge = np.full(len(table.columns) + 1, penalty, np.float32)
    ridge[-1] = BIAS_PENALTY

    def loss(flat: Numbers) -> tuple[float, Numbers]:
        weights = flat.reshape(-1, width).astype(np.float32)
        scores = table.names @ weights
        powers = np.exp(scores - scores.max(axis=1, keepdims=True)) * table.allowed
        chances = powers / powers.sum(axis=1, keepdims=True)
        hit = (chances * table.right).sum(axis=1) + _TINY
        slope = (chances - chances * table.right / hit[:, None]) * table.weights[:, None]
        gradient = table.names.T @ slope + ridge[:, None] * weights
        value = -(table.weights * np.log(hit)).sum() + 0.5 * (ridge[:, None] * weights**2).sum()
        return float(value), gradient.ravel().astype(np.float64)

    # single precision inside: half the time, the same figures
    start = np.zeros(len(ridge) * width)
    found = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": MOST_STEPS}).x.reshape(-1, width)
    return _weights(found, table, labels)


def fit_each(rows: Sequence[Row], labels: Sequence[str], penalty: float) -> Weights:
    """The weights of a yes or no for each label by itself: a row may have several labels, or none."""
    table = _table_of(rows, labels, np.ones((len(rows), len(labels)), np.float32))
    ridge = np.full(len(table.columns) + 1, penalty, np.float32)
    ridge[-1] = BIAS_PENALTY

    def loss(flat: Numbers) -> tuple[float, Numbers]:
        weights = flat.reshape(-1, len(labels)).astype(np.float32)
        scores = table.names @ weights
        chances = 1 / (1 + np.exp(-scores))
        gradient = table.names.T @ (chances - table.right) + ridge[:, None] * weights
        value = (np.logaddexp(0, scores) - table.right * scores).sum() + 0.5 * (ridge[:, None] * weights**2).sum()
        return float(value), gradient.ravel().astype(np.float64)

    start = np.zeros(len(ridge) * len(labels))
    found = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": MOST_STEPS}).x
    return _weights(found.reshape(-1, len(labels)), table, labels)


def _weights(found: Numbers, table: _Table, labels: Sequence[str]) -> Weights:
    """The weights in half precision, as they are stored."""
    return Weights(
        labels=tuple(labels),
        rows={feature_key(name): row for name, row in table.columns.items()},
        values=found[:-1].astype(np.float16).astype(np.float32),
        bias=found[-1].astype(np.float32),
    )


def _table_of(rows: Sequence[Row], labels: Sequence[str], allowed: Singles) -> _Table:
    seen = Counter(name for row in rows for name in row.names)
    often = [name for name, count in seen.items() if count >= FEWEST_SEEN]
    columns = {name: column for column, name in enumerate(often)}
    ends, cells = [0], list[int]()
    for row in rows:
        cells += [*(columns[name] for name in row.names if name in columns), len(columns)]
        ends.append(len(cells))
    return _Table(
        names=csr_matrix((np.ones(len(cells), np.float32), cells, ends), shape=(len(rows), len(columns) + 1)),
        right=np.array([[label in row.labels for label in labels] for row in rows], np.float32),
        allowed=allowed,
        weights=np.array([row.weight for row in rows], np.float32),
        columns=columns,
    )


def _allowed(rows: Sequence[Row], labels: Sequence[str]) -> Singles:
    """Which labels compete in each row: all of them, or the modes of the row's type."""
    groups: Mapping[str, Singles] = {
        label.partition(":")[0]: np.array(
            [":" not in label or other.partition(":")[0] == label.partition(":")[0] for other in labels], np.float32
        )
        for label in labels
    }
    return np.array([groups[row.labels[0].partition(":")[0]] for row in rows], np.float32)
