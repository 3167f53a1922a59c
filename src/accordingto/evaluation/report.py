"""What an evaluation prints: named figures with their confidence intervals."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

RESAMPLES = 1000
"""Bootstrap samples for a 95 % interval; with 1,000 its ends move by less than .005 between seeds."""

Unit = TypeVar("Unit")


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured value with its 95 % bootstrap interval and the number of gold items behind it."""

    name: str
    value: float
    low: float
    high: float
    count: int


@dataclass(frozen=True, slots=True)
class Evaluation:
    """All figures of one evaluation set, and how many units (articles, sentences) they were taken on.

    `notes` are lines for people, such as the errors one by one.
    """

    task: str
    units: int
    figures: tuple[Figure, ...]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Counts:
    """True positives, predicted and gold items; they add up over units."""

    hits: int = 0
    predicted: int = 0
    gold: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(self.hits + other.hits, self.predicted + other.predicted, self.gold + other.gold)


def precision(counts: Counts) -> float:
    """Hits over predicted; 0.0 where nothing was predicted."""
    return counts.hits / counts.predicted if counts.predicted else 0.0


def recall(counts: Counts) -> float:
    """Hits over gold; 0.0 where there is no gold."""
    return counts.hits / counts.gold if counts.gold else 0.0


def f1(counts: Counts) -> float:
    """The harmonic mean of precision and recall.

    >>> f1(Counts(hits=1, predicted=2, gold=2))
    0.5
    """
    return 2 * counts.hits / (counts.predicted + counts.gold) if counts.predicted + counts.gold else 0.0


def figure(name: str, units: Sequence[Unit], measure: Callable[[Sequence[Unit]], float], count: int) -> Figure:
    """`measure` over all units, with its interval from resampling the units (seed 0)."""
    chooser = random.Random(0)  # noqa: S311  # resampling, not secrets
    sampled = sorted(measure(chooser.choices(units, k=len(units))) for _ in range(RESAMPLES)) if units else [0.0]
    low, high = sampled[int(0.025 * len(sampled))], sampled[min(int(0.975 * len(sampled)), len(sampled) - 1)]
    return Figure(name, measure(units) if units else 0.0, low, high, count)
