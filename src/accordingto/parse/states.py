"""The encoder's word states by place, for rooms that know offsets only."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence

import numpy as np

from accordingto.parse.encoder import EncodedWindow, Floats


def state_finder(encoded: Sequence[EncodedWindow]) -> Callable[[int], Floats] | None:
    """The way from a place of the text to the state of the word that begins there or before; None without windows."""
    starts = [word.start for one in encoded for word in one.window.words]
    if not starts:
        return None
    states = np.concatenate([one.states for one in encoded])

    def state_at(place: int) -> Floats:
        found: Floats = states[max(bisect_right(starts, place) - 1, 0)]
        return found

    return state_at
