"""The trained ranker: which of the things that agree with a pronoun it means.

Two sets of weights are shipped. The fast reader ranks by features alone; the accurate reader, which has the encoder's
word states at hand, by features and a small network over the states, trained together.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from io import SEEK_END, BytesIO
from pathlib import Path

import numpy as np

from accordingto.grounding.drafts import Draft
from accordingto.grounding.pronoun_network import Floats, Network, StateAt, states_of
from accordingto.model.mention import Mention
from accordingto.model.resources import read_data

WEIGHTS = "pronouns.json"
STATE_WEIGHTS = "pronoun_states.npz"
ENCODER = "attribution-encoder/encoder.onnx"
FINGERPRINT_BYTES = 65_536

SPEAKER_WEIGHT = 4.0
"""Added to the score of who spoke last, for a pronoun that is said to say something.

Tuned on our own reports: speakers of pronouns right 0.72 at 0, 0.76 at 1 and 2, 0.83 at 4, 0.79 at 7.
"""

Places = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A draft that a pronoun can mean, its features, and where its last head, that one's governor, its name stand."""

    draft: Draft
    features: tuple[str, ...]
    places: Places


@dataclass(frozen=True, slots=True)
class Choice:
    """A pronoun and what it can mean; `places` are the pronoun's and its governor's."""

    pronoun: Mention
    places: Places
    candidates: tuple[Candidate, ...]


@dataclass(frozen=True, slots=True)
class Ranker:
    """The weights of the features and, where word states are at hand, a network over them."""

    weights: Mapping[str, float]
    network: Network | None = None
    state_at: StateAt | None = None

    def best(self, choice: Choice, speaker: Draft | None = None) -> Draft:
        """The candidate of the highest score, the most recent of equals; `speaker` is likely to go on speaking."""
        scores = self._scores(choice)
        if speaker is not None:
            scores = [
                score + SPEAKER_WEIGHT * (candidate.draft is speaker)
                for score, candidate in zip(scores, choice.candidates, strict=True)
            ]
        return choice.candidates[max(range(len(scores)), key=scores.__getitem__)].draft

    def _scores(self, choice: Choice) -> Sequence[float]:
        known = self.weights
        scores = [sum(known.get(name, 0.0) for name in each.features) for each in choice.candidates]
        if self.network is None or self.state_at is None or len(scores) < 2:
            return scores
        found = self.network.scores(*states_of_choice(choice, self.state_at)).tolist()
        return [score + more for score, more in zip(scores, found, strict=True)]


def states_of_choice(choice: Choice, state_at: StateAt) -> tuple[Floats, Floats]:
    """The states of the pronoun's side and, a row a candidate, of the other."""
    candidates = np.stack([states_of(candidate.places, state_at) for candidate in choice.candidates])
    return states_of(choice.places, state_at), candidates


def shipped_ranker(state_at: StateAt | None = None) -> Ranker:
    """The ranker of the shipped weights; that over features alone without states, or without weights for them."""
    with_states = _with_states() if state_at is not None else None
    if with_states is None:
        return Ranker(_weights())
    weights, network = with_states
    return Ranker(weights, network, state_at)


@cache
def _weights() -> dict[str, float]:
    weights: dict[str, float] = json.loads(read_data(WEIGHTS))["weights"]
    return weights


def encoder_fingerprint() -> str:
    """What tells the shipped encoder from another one: the hash of the end of its weights."""
    path = Path(str(files("accordingto"))) / "data" / ENCODER
    if not path.exists():
        return ""
    with path.open("rb") as held:
        held.seek(-min(FINGERPRINT_BYTES, path.stat().st_size), SEEK_END)
        return hashlib.sha256(held.read()).hexdigest()


@cache
def _with_states() -> tuple[dict[str, float], Network] | None:
    """The weights and the network; None where there are none, or only those for the states of another encoder."""
    path = files("accordingto").joinpath("data", STATE_WEIGHTS)
    if not path.is_file():
        return None
    with np.load(BytesIO(path.read_bytes())) as held:
        if json.loads(str(held["card"]))["encoder"] != encoder_fingerprint():
            return None
        names = str(held["names"]).split("\n")
        weights = dict(zip(names, held["weights"].tolist(), strict=True))
        matrices = (held[name].astype(np.float32) for name in ("pronoun", "candidate", "hidden", "output"))
        return weights, Network(*matrices)
