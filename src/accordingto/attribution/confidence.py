"""How likely a proposal is to be right as a whole: a logistic regression over what the heads say of it.

The tagger's word on a cue alone leaves .04 of full-match F1 behind: whether the source is sure, and whether a better
proposal claims the same words, count as much. The weights are fitted on PolNeAR dev, cross-validated by article.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from accordingto.attribution.proposals import CONTENT, SOURCE, Proposal
from accordingto.model.resources import read_data
from accordingto.parse.encoder import CONTENT_LABELS, CUE_LABELS, SOURCE_LABELS, EncodedWindow, Floats

LEAST = 1e-4
"""Keeps a logarithm finite."""

CONFIDENCE_FILE = "attribution-encoder/confidence.json"
Features = dict[str, float]


@dataclass(frozen=True, slots=True)
class Confidence:
    """The weight of each feature, and from what probability on a proposal is believed."""

    weights: Mapping[str, float]
    believed: float

    def rate(self, features: Features) -> float:
        """The probability that a proposal with these features is right."""
        total = sum(weight * features[name] for name, weight in self.weights.items())
        return float(1 / (1 + np.exp(-total)))


@cache
def load_confidence() -> Confidence:
    """The weights that the package ships."""
    return read_confidence(read_data(CONFIDENCE_FILE))


def read_confidence(written: str) -> Confidence:
    """The weights out of their file's text."""
    stored = json.loads(written)
    return Confidence(stored["weights"], stored["believed"])


def features_of(window: EncodedWindow, proposals: Sequence[Proposal]) -> list[Features]:
    """The features of each of a window's proposals."""
    labels = np.exp(window.labels)
    rivals = _rivals(labels, proposals)
    return [_own(labels, proposal) | rival for proposal, rival in zip(proposals, rivals, strict=True)]


def _own(labels: Floats, proposal: Proposal) -> Features:
    """What the heads say of the proposal alone."""
    return {
        "constant": 1.0,
        "valid": _log_odds(proposal.valid),
        "cue": _log_odds(_cue_probability(labels, proposal)),
        "cue begins": float(np.log(labels[proposal.cue[0], CUE_LABELS][1] + LEAST)),
        **_of_content(labels, proposal),
        **_of_source(labels, proposal),
    }


def _of_content(labels: Floats, proposal: Proposal) -> Features:
    words = np.flatnonzero(proposal.content)
    first, last = proposal.cue
    distance = min(np.abs(words - first).min(), np.abs(words - last + 1).min())
    return {
        "content": float(proposal.roles[words, CONTENT].mean()),
        "content head": float(labels[words, CONTENT_LABELS][:, 1].mean()),
        "content length": float(np.log(len(words))),
        "content distance": float(np.log(max(distance, 1))),
    }


def _of_source(labels: Floats, proposal: Proposal) -> Features:
    if proposal.source is None:
        absent = 1 - float(proposal.roles[:, SOURCE].max())
        return {"source": 0.0, "source head": 0.0, "no source": 1.0, "surely no source": absent}
    words = slice(*proposal.source)
    return {
        "source": float(proposal.roles[words, SOURCE].mean()),
        "source head": float(1 - labels[words, SOURCE_LABELS][:, 0].mean()),
        "no source": 0.0,
        "surely no source": 0.0,
    }


def _rivals(labels: Floats, proposals: Sequence[Proposal]) -> list[Features]:
    """What the other proposals claim: the cue (a nested telling), the same content, or to be within it."""
    strength = np.array([proposal.valid * _cue_probability(labels, proposal) for proposal in proposals])
    contents = np.array([proposal.content for proposal in proposals], np.float64)
    places = [proposal.cue[0] for proposal in proposals]
    shared = contents @ contents.T
    sizes = contents.sum(1)
    alike = shared / (sizes[:, None] + sizes[None, :] - shared)
    holds = contents[:, places]  # [who, whose cue]
    others = 1 - np.eye(len(proposals))
    inside, clash, contains = (_strongest(strength, weight * others) for weight in (holds.T, alike, holds))
    rows = zip(inside, clash, contains, strict=True)
    return [{"inside": float(a), "clash": float(b), "contains": float(c)} for a, b, c in rows]


def _strongest(strength: NDArray[np.float64], weight: NDArray[np.float64]) -> NDArray[np.float64]:
    result: NDArray[np.float64] = (weight * strength[None, :]).max(1)
    return result


def _cue_probability(labels: Floats, proposal: Proposal) -> float:
    return 1 - float(labels[slice(*proposal.cue), CUE_LABELS][:, 0].min())


def _log_odds(probability: float) -> float:
    return float(np.log(probability + LEAST) - np.log(1 - probability + LEAST))
