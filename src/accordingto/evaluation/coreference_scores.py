"""How well clusters agree with marked ones: MUC, B³, CEAFe, their mean CoNLL F1, and LEA; also pairs.

A clustering is a mapping from item to cluster name; both sides cluster the same items. Sources: Vilain et al. 1995
(MUC), Bagga and Baldwin 1998 (B³), Luo 2005 (CEAF with φ4), Pradhan et al. 2012 (CoNLL), Moosavi and Strube 2016
(LEA). Single items count, as a cluster of one; LEA gives each one link to itself.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from typing import TypeVar

import numpy as np

from accordingto.model.errors import InstallationError

Item = TypeVar("Item", bound=Hashable)
Clustering = Mapping[Item, Hashable]
Overlaps = dict[Hashable, Counter[Hashable]]
"""Of each cluster how many of its items are in each cluster of the other side."""


@dataclass(frozen=True, slots=True)
class Scores:
    """Recall and precision of one measure."""

    recall: float
    precision: float

    @property
    def f1(self) -> float:
        """Their harmonic mean; 0.0 where both are."""
        total = self.recall + self.precision
        return 2 * self.recall * self.precision / total if total else 0.0


def muc(gold: Clustering[Item], found: Clustering[Item]) -> Scores:
    """By links: of the links that hold each cluster together the part that the other side keeps."""
    return Scores(_kept_links(_overlaps(gold, found)), _kept_links(_overlaps(found, gold)))


def b_cubed(gold: Clustering[Item], found: Clustering[Item]) -> Scores:
    """By items: of each item's cluster the part that shares its cluster on the other side."""
    return Scores(_shared(_overlaps(gold, found)), _shared(_overlaps(found, gold)))


def ceaf_e(gold: Clustering[Item], found: Clustering[Item]) -> Scores:
    """By clusters: the best one-to-one matching of clusters, each pair by its Dice coefficient."""
    overlaps = _overlaps(gold, found)
    sizes = Counter(found.values())
    rows, columns = {name: row for row, name in enumerate(overlaps)}, {name: at for at, name in enumerate(sizes)}
    alike = np.zeros((len(rows), len(columns)))
    for name, others in overlaps.items():
        for other, shared in others.items():
            alike[rows[name], columns[other]] = 2 * shared / (others.total() + sizes[other])
    total = _best_matching(alike)
    return Scores(total / len(rows) if rows else 0.0, total / len(columns) if columns else 0.0)


def lea(gold: Clustering[Item], found: Clustering[Item]) -> Scores:
    """By links, each cluster weighted by its size: how much of all links within it the other side resolves."""
    return Scores(_resolved(_overlaps(gold, found), found), _resolved(_overlaps(found, gold), gold))


def conll_f1(gold: Clustering[Item], found: Clustering[Item]) -> float:
    """The mean of the F1 of MUC, B³ and CEAFe."""
    return (muc(gold, found).f1 + b_cubed(gold, found).f1 + ceaf_e(gold, found).f1) / 3


def pairs(gold: Clustering[Item], found: Clustering[Item]) -> Scores:
    """Of all pairs of items in one cluster the part that is in one cluster on the other side; 1.0 of no pairs."""
    return Scores(_kept_pairs(_overlaps(gold, found)), _kept_pairs(_overlaps(found, gold)))


def _overlaps(one: Clustering[Item], other: Clustering[Item]) -> Overlaps:
    overlaps: Overlaps = defaultdict(Counter)
    for item, name in one.items():
        overlaps[name][other[item]] += 1
    return overlaps


def _kept_links(overlaps: Overlaps) -> float:
    links = sum(others.total() - 1 for others in overlaps.values())
    return sum(others.total() - len(others) for others in overlaps.values()) / links if links else 0.0


def _shared(overlaps: Overlaps) -> float:
    items = sum(others.total() for others in overlaps.values())
    shared = sum(count * count / others.total() for others in overlaps.values() for count in others.values())
    return shared / items if items else 0.0


def _kept_pairs(overlaps: Overlaps) -> float:
    total = sum(_links(others.total()) for others in overlaps.values())
    kept = sum(_links(count) for others in overlaps.values() for count in others.values())
    return kept / total if total else 1.0


def _resolved(overlaps: Overlaps, other: Clustering[Item]) -> float:
    sizes = Counter(other.values())
    items = sum(others.total() for others in overlaps.values())
    resolved = 0.0
    for others in overlaps.values():
        size = others.total()
        if size == 1:
            resolved += sum(sizes[name] == 1 for name in others)
        else:
            resolved += size * sum(_links(count) for count in others.values()) / _links(size)
    return resolved / items if items else 0.0


def _links(items: int) -> int:
    return items * (items - 1) // 2


def _best_matching(alike: np.ndarray[tuple[int, int], np.dtype[np.float64]]) -> float:
    """The greatest sum of one cell a row and column. Raises InstallationError without SciPy."""
    try:
        from scipy.optimize import (  # noqa: PLC0415  # only this measure needs it
            linear_sum_assignment,
        )
    except ImportError:
        raise InstallationError(
            "Scoring clusters needs SciPy. Install it with: pip install 'accordingto[eval]'"
        ) from None
    rows, columns = linear_sum_assignment(alike, maximize=True)
    return float(alike[rows, columns].sum())
