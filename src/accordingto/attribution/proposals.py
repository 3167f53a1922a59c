"""Proposals: what the encoder's probabilities say of one window, before it is decided which of them to believe."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from accordingto.parse.encoder import CUE_LABELS, Cue, CueReadings, EncodedWindow, Floats

CUE_WORD = 0.1
"""From this probability on a word is looked at as part of a cue. Lower finds nothing more that is believed later."""

CUE_EDGE = 0.5
"""How likely the words at a cue's edges must be, against its likeliest word."""

SWITCH = 0.8
"""What it costs, in nats, to begin or end a piece of content: keeps it whole. Tuned on PolNeAR dev: exact content .620
without, .637 with it. For sources, often one word, the same price loses more than it gains.
"""

NONE, SOURCE, CONTENT = range(3)
Labels = NDArray[np.int64]
Flags = NDArray[np.bool_]
Run = tuple[int, int]
TagCues = Callable[[EncodedWindow, Sequence[Cue]], CueReadings]


@dataclass(frozen=True, slots=True)
class Proposal:
    """One likely cue with the words of its source (a range, or none) and of its content (a flag a word).

    `roles` [words, 3] are probabilities of none, source, content; `valid` the tagger's own that the cue is one.
    """

    cue: Cue
    source: Run | None
    content: Flags
    roles: Floats
    valid: float


def find_proposals(window: EncodedWindow, tag: TagCues) -> list[Proposal]:
    """The proposals of a window in the order of their cues; each has a content."""
    cues = likely_cues(np.exp(window.labels[:, CUE_LABELS]))
    if not cues:
        return []
    readings = tag(window, cues)
    every = zip(cues, readings.roles, best_roles(readings.roles), readings.valid.tolist(), strict=True)
    found = [_proposal(cue, np.exp(roles), labels, valid) for cue, roles, labels, valid in every]
    return [proposal for proposal in found if proposal.content.any()]


def likely_cues(cue: Floats) -> list[Cue]:
    """Runs of words that may be a cue, from probabilities of outside, begin, inside [words, 3].

    Of a run only the words are kept that are at least `CUE_EDGE` times as likely as its likeliest.
    """
    likely = 1 - cue[:, 0]
    begins = cue[:, 1] > cue[:, 2]
    runs = [part for run in runs_of(likely >= CUE_WORD) for part in _split(run, begins)]
    for number, (start, end) in enumerate(runs):
        kept = start + np.flatnonzero(likely[start:end] >= CUE_EDGE * likely[start:end].max())
        runs[number] = (int(kept[0]), int(kept[-1]) + 1)
    return runs


def best_roles(roles: Floats) -> Labels:
    """The likeliest sequences [cues, words] for log-probabilities [cues, words, 3], `SWITCH` for every edge of content.

    This is Viterbi's algorithm, for all cues at once.
    """
    cues, words, kinds = roles.shape
    change = np.zeros((kinds, kinds), np.float32)
    change[NONE, CONTENT] = change[CONTENT, NONE] = SWITCH
    came_from = np.zeros((words, cues, kinds), np.int64)
    best = roles[:, 0]
    for word in range(1, words):
        through = best[:, :, None] - change
        came_from[word] = through.argmax(1)
        best = through.max(1) + roles[:, word]
    labels = np.empty((words, cues), np.int64)
    labels[-1] = best.argmax(1)
    for word in range(words - 1, 0, -1):
        labels[word - 1] = came_from[word, np.arange(cues), labels[word]]
    return labels.T


def runs_of(chosen: Flags) -> list[Run]:
    """Where words are chosen: half-open ranges.

    >>> runs_of(np.array([True, True, False, True]))
    [(0, 2), (3, 4)]
    """
    edges = np.flatnonzero(np.diff(chosen, prepend=False, append=False)).tolist()
    return list(zip(edges[::2], edges[1::2], strict=True))


def _split(run: Run, begins: Flags) -> list[Run]:
    """The run, cut before each word but the first that begins a cue of its own."""
    start, end = run
    edges = [start, *(start + 1 + np.flatnonzero(begins[start + 1 : end])).tolist(), end]
    return list(pairwise(edges))


def _proposal(cue: Cue, roles: Floats, labels: Labels, valid: float) -> Proposal:
    outside = np.ones(len(labels), np.bool_)
    outside[slice(*cue)] = False
    sources = runs_of((labels == SOURCE) & outside)
    best = max(sources, key=lambda run: float(roles[slice(*run), SOURCE].sum()), default=None)
    return Proposal(cue, best, (labels == CONTENT) & outside, roles, valid)
