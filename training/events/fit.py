"""Softmax regression over named features and dense states, where a row may have several right labels."""

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
_TINY: Final = 1e-12

Numbers = NDArray[np.float64]
Singles = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Penalties:
    """The ridge of the named features, and that of the states (None: states are not read)."""

    names: float = 2.0
    states: float | None = 60.0


@dataclass(frozen=True, slots=True)
class _Table:
    """The rows as matrices: named features, centred and scaled states with a column of ones, and what is right."""

    names: csr_matrix
    states: Singles
    right: Singles
    allowed: Singles
    weights: Singles
    columns: dict[str, int]
    centre: Numbers
    scale: float


def fit(rows: Sequence[Row], labels: Sequence[str], penalties: Penalties) -> Weights:
    """The weights under which the right labels are likeliest, less the penalties.

    Labels with a colon, TYPE:mode, compete with those of their type alone.
    """
    table = _table_of(rows, labels, with_states=penalties.states is not None)
    split, width = len(table.columns), len(labels)
    ridge = np.concatenate([np.full(split, penalties.names), np.full(table.states.shape[1], penalties.states or 1.0)])
    ridge[-1] = 0.01
    ridge = ridge.astype(np.float32)

    def loss(flat: Numbers) -> tuple[float, Numbers]:
        weights = flat.reshape(-1, width).astype(np.float32)
        scores = table.names @ weights[:split] + table.states @ weights[split:]
        powers = np.exp(scores - scores.max(axis=1, keepdims=True)) * table.allowed
        chances = powers / powers.sum(axis=1, keepdims=True)
        hit = (chances * table.right).sum(axis=1) + _TINY
        slope = (chances - chances * table.right / hit[:, None]) * table.weights[:, None]
        gradient = np.vstack([table.names.T @ slope, table.states.T @ slope]) + ridge[:, None] * weights
        value = -(table.weights * np.log(hit)).sum() + 0.5 * (ridge[:, None] * weights**2).sum()
        return float(value), gradient.ravel().astype(np.float64)

    # single precision inside: half the time, the same figures
    start = np.zeros((split + table.states.shape[1]) * width)
    found = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": MOST_STEPS}).x.reshape(-1, width)
    return _weights(found, table, labels, with_states=penalties.states is not None)


def _weights(found: Numbers, table: _Table, labels: Sequence[str], *, with_states: bool) -> Weights:
    """The weights with the states' centring and scaling folded in, in half precision as they are stored."""
    split = len(table.columns)
    dense, bias = found[split:-1] / table.scale, found[-1]
    halved = (found[:split].astype(np.float16).astype(np.float32), dense.astype(np.float16).astype(np.float32))
    return Weights(
        labels=tuple(labels),
        rows={feature_key(name): row for name, row in table.columns.items()},
        values=halved[0],
        bias=(bias - table.centre @ dense).astype(np.float32),
        dense=halved[1] if with_states else None,
    )


def _table_of(rows: Sequence[Row], labels: Sequence[str], *, with_states: bool) -> _Table:
    seen = Counter(name for row in rows for name in row.names)
    often = [name for name, count in seen.items() if count >= FEWEST_SEEN]
    columns = {name: column for column, name in enumerate(often)}
    ends, cells = [0], list[int]()
    for row in rows:
        cells += [columns[name] for name in row.names if name in columns]
        ends.append(len(cells))
    states = np.array([row.states for row in rows], np.float32) if with_states else np.zeros((len(rows), 0))
    centre, scale = states.mean(axis=0), (float(states.std()) or 1.0) if with_states else 1.0
    return _Table(
        names=csr_matrix((np.ones(len(cells), np.float32), cells, ends), shape=(len(rows), len(columns))),
        states=np.hstack([(states - centre) / scale, np.ones((len(rows), 1))]).astype(np.float32),
        right=np.array([[label in row.labels for label in labels] for row in rows], np.float32),
        allowed=_allowed(rows, labels),
        weights=np.array([row.weight for row in rows], np.float32),
        columns=columns,
        centre=centre,
        scale=scale,
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
