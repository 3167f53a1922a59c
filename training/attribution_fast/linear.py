"""Linear models over named features: logistic regression for yes and no, its conditional form for a choice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

FEWEST_SEEN = 4
"""A feature seen less often gets no weight."""
SMALLEST_WEIGHT = 0.08
"""Smaller weights are dropped: half of the file, no F1 on PolNeAR dev."""
_MOST_STEPS = 150
_TIE = 0.02
"""Options whose fit is within this of the best one are equally right."""

Numbers = NDArray[np.float64]
Loss = Callable[[Numbers], tuple[float, Numbers]]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of named features as a matrix, and the column of each name."""

    matrix: csr_matrix
    columns: dict[str, int]


def table_of(rows: Sequence[Sequence[str]]) -> Table:
    """The rows as a matrix with a column for every feature that is seen often enough."""
    seen = Counter(name for row in rows for name in row)
    often = [name for name, count in seen.items() if count >= FEWEST_SEEN]
    columns = {name: column for column, name in enumerate(often)}
    ends, cells = [0], list[int]()
    for row in rows:
        cells += [columns[name] for name in row if name in columns]
        ends.append(len(cells))
    return Table(csr_matrix((np.ones(len(cells)), cells, ends), shape=(len(rows), len(columns))), columns)


def fit_yes_or_no(rows: Sequence[Sequence[str]], answers: Sequence[bool], *, ridge: float) -> dict[str, float]:
    """The weights of a logistic regression with an L2 penalty of `ridge`."""
    table = table_of(rows)
    truth = np.array(answers, dtype=np.float64)

    def loss(weights: Numbers) -> tuple[float, Numbers]:
        scores = table.matrix @ weights
        gain = np.logaddexp(0, scores).sum() - (truth * scores).sum() + 0.5 * ridge * weights @ weights
        return float(gain), table.matrix.T @ (1 / (1 + np.exp(-scores)) - truth) + ridge * weights

    return _named(table, _minimum(loss, len(table.columns)))


def fit_choice(groups: Sequence[tuple[Sequence[Sequence[str]], Sequence[float]]], *, ridge: float) -> dict[str, float]:
    """The weights of a softmax over the rows of each group; the rows that fit best are right."""
    table = table_of([row for rows, _ in groups for row in rows])
    starts = np.cumsum([0, *(len(rows) for rows, _ in groups)])
    group_of = np.repeat(np.arange(len(groups)), np.diff(starts))
    right = np.concatenate([_right(fits) for _, fits in groups])

    def loss(weights: Numbers) -> tuple[float, Numbers]:
        scores = table.matrix @ weights
        scores -= np.maximum.reduceat(scores, starts[:-1])[group_of]
        mass = np.add.reduceat(np.exp(scores), starts[:-1])[group_of]
        value = -(right * (scores - np.log(mass))).sum() + 0.5 * ridge * weights @ weights
        return float(value), table.matrix.T @ (np.exp(scores) / mass - right) + ridge * weights

    return _named(table, _minimum(loss, len(table.columns)))


def _right(fits: Iterable[float]) -> Numbers:
    values = np.array(list(fits))
    best = (values >= values.max() - _TIE).astype(np.float64)
    return best / best.sum()


def _minimum(loss: Loss, size: int) -> Numbers:
    found = minimize(loss, np.zeros(size), jac=True, method="L-BFGS-B", options={"maxiter": _MOST_STEPS})
    return np.asarray(found.x)


def _named(table: Table, weights: Numbers) -> dict[str, float]:
    return {
        name: float(weights[column])
        for name, column in table.columns.items()
        if abs(weights[column]) >= SMALLEST_WEIGHT
    }
