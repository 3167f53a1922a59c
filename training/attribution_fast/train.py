"""Fit the light model of attribution and write its weights.

    uv run --with scipy python training/attribution_fast/train.py POLNEAR/train attribution_fast.npz

The file goes to src/accordingto/data/. Two minutes on one core. `MODEL_CARD.md` says what comes out.
"""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
from examples import ChoiceExample, Examples, add_article
from linear import fit_choice, fit_yes_or_no
from numpy.typing import NDArray

from accordingto.attribution.weights import feature_key
from accordingto.evaluation.polnear import read_polnear
from accordingto.parse.language_model import load_language_model

CUE_RIDGE, CONTENT_RIDGE, SOURCE_RIDGE = 4.0, 8.0, 8.0
"""L2 penalties, tuned on PolNeAR dev among 1, 3, 4, 5 and 8; half or double moves full-match F1 by .003 at most."""


def main(gold: Path, file: Path) -> None:
    """Write the weights learned from a folder of marked articles."""
    examples, model = Examples(), load_language_model()
    for article in read_polnear(gold):
        add_article(examples, article, model)
    outermost = [example for example in examples.cues if example.is_cue or not example.is_held]
    weights = {
        "cue": fit_yes_or_no(
            [example.names for example in examples.cues], [example.is_cue for example in examples.cues], ridge=CUE_RIDGE
        ),
        "nested": fit_yes_or_no(
            [example.names for example in outermost], [example.is_cue for example in outermost], ridge=CUE_RIDGE
        ),
        "content": _fit(examples.contents, CONTENT_RIDGE),
        "source": _fit(examples.sources, SOURCE_RIDGE),
    }
    np.savez_compressed(file, **{name: array for task in weights for name, array in _arrays(task, weights[task])})


def _fit(choices: list[ChoiceExample], ridge: float) -> dict[str, float]:
    return fit_choice([(choice.rows, choice.fits) for choice in choices], ridge=ridge)


def _arrays(task: str, weights: dict[str, float]) -> list[tuple[str, NDArray[np.generic]]]:
    by_key = sorted((feature_key(name), weight) for name, weight in weights.items())
    keys = np.array([key for key, _ in by_key], dtype=np.uint32)
    return [(f"{task}_keys", keys), (f"{task}_values", np.array([value for _, value in by_key], dtype=np.float16))]


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
