"""The settings of a run, how far it is, and the running average of its weights."""

from __future__ import annotations

import copy
import time
from dataclasses import dataclass
from pathlib import Path

import torch
from training.attribution.model import Model


@dataclass(frozen=True, slots=True)
class Settings:
    """The defaults are those of the shipped weights, but for `minutes`; `articles` takes only the first so many.

    `own` is a folder of texts of our own, each read `own_times` times an epoch.
    """

    epochs: int = 6
    minutes: float = 600.0
    seed: int = 1
    articles: int | None = None
    resume: Path | None = None
    own: Path | None = None
    own_times: int = 1
    encoder_rate: float = 1.5e-4
    heads_rate: float = 1.5e-3
    warmup: float = 0.05
    batch_pieces: int = 1024
    dropout: float = 0.1
    decay: float = 0.01
    clip: float = 150.0
    average: float = 0.998


@dataclass(slots=True)
class Progress:
    """How far a run is, by its steps or by its clock, whichever is further. Call `step` after every step."""

    steps: int
    seconds: float
    began: float
    done: int = 0

    def step(self) -> float:
        """Counts a step; the share of the run that is over, 0 to 1."""
        self.done += 1
        return self.share()

    def share(self) -> float:
        """0 at the beginning, 1 at the end."""
        return min(1.0, max(self.done / self.steps, (time.monotonic() - self.began) / self.seconds))


class Average:
    """A running average of a model's weights; it reads better than the last weights do."""

    def __init__(self, model: Model, keep: float) -> None:
        self.model = copy.deepcopy(model).eval()
        self._keep = keep
        self._updates = 0

    @torch.no_grad()
    def update(self, model: Model) -> None:
        """Moves the average towards the model's weights, faster in the beginning."""
        self._updates += 1
        keep = min(self._keep, self._updates / (self._updates + 10))
        for mean, weight in zip(self.model.parameters(), model.parameters(), strict=True):
            mean.lerp_(weight, 1 - keep)
