"""What the encoder's word states add to a pronoun's features: a small network over the pronoun and each candidate."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
StateAt = Callable[[int], Floats]
"""The encoder's state of the word that holds a place of the text."""


@dataclass(frozen=True, slots=True)
class Network:
    """Both sides are brought to one width, and a layer looks at the two and their product.

    With w the width of a state, k that of a side and h the layer's: `pronoun` [2w + 1, k] (the pronoun and its
    governor), `candidate` [3w + 1, k] (the last head, its governor, the latest name), `hidden` [3k + 1, h],
    `output` [h]. The last row of each matrix is its bias.
    """

    pronoun: Floats
    candidate: Floats
    hidden: Floats
    output: Floats

    def scores(self, pronoun: Floats, candidates: Floats) -> Floats:
        """A score a candidate, of the states of the pronoun [2w] and of the candidates [n, 3w]."""
        one = pronoun @ self.pronoun[:-1] + self.pronoun[-1]
        others = candidates @ self.candidate[:-1] + self.candidate[-1]
        ones = np.broadcast_to(one, others.shape)
        pairs = np.concatenate((ones, others, ones * others), axis=1)
        layer = np.maximum(pairs @ self.hidden[:-1] + self.hidden[-1], 0)
        found: Floats = layer @ self.output
        return found


def states_of(places: tuple[int, ...], state_at: StateAt) -> Floats:
    """The states at the places, one behind the other."""
    return np.concatenate([state_at(place) for place in places])
