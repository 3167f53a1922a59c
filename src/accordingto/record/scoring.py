"""How likely two claims speak of one incident: boosted trees over their features, then the rules by name.

The trees are small tables in `data/linking.json`; `training/coreference/train.py` fits and writes them.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from accordingto.model.resources import read_data
from accordingto.record.features import FEATURES, Profile, pair_features
from accordingto.record.features_words import NEAR_IN_MEANING, are_near, kinship
from accordingto.record.grounds import GROUND_SCORE, ground, may_be_two_accounts
from accordingto.record.stories_sketch import Sketch, cosine
from accordingto.record.vetoes import veto

LIKE_SENTENCES, LIKE_SURROUNDINGS, LIKE_PARTIES = 0.35, 0.4, 0.5
"""With these, and triggers near in meaning, a pair in eight of two articles is looked at, and 88 % of ECB+'s pairs
of one event (topics 1-35)."""

LEAST_KEPT: Final = 0.1
"""Scores below it are not written down: to the mean of a group they are as good as none."""
UNDECIDED_BELOW: Final = 0.01
"""So far below the threshold of groups two acts score at least that exclude each other, told of like days: they speak
neither for one incident nor against."""
VETOED: Final = 0.0
"""The score of a pair that a rule forbids; nothing else has it."""

Rows = NDArray[np.float32]
Scores = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Trees:
    """Complete binary trees of one depth: `features` and `thresholds` [trees, inner nodes], `leaves` [trees, leaves].

    The sum of the leaves is `scale`d and shifted by `bias` so that the logistic of it is calibrated.
    """

    features: NDArray[np.intp]
    thresholds: Rows
    leaves: Rows
    scale: float
    bias: float


@dataclass(frozen=True, slots=True)
class LinkingModel:
    """What is learned: the trees, the mean score from which groups are joined, and the version for provenance.

    `last_topic` is the last topic of ECB+ that it was fitted to, 0 where that is not known.
    """

    trees: Trees
    threshold: float
    version: str
    last_topic: int = 0


@dataclass(frozen=True, slots=True)
class Verdict:
    """The score of a pair, 0 to 1, and the rule that settled it, if one did."""

    score: float
    rule: str | None = None


def is_worth_scoring(left: Profile, right: Profile) -> bool:
    """True where triggers are near in meaning, or sentences or participants alike, or a rule joins the two."""
    return (
        not left.bases.isdisjoint(right.bases)
        or are_near(left.bases, right.bases)
        or cosine(left.parties, right.parties) > LIKE_PARTIES
        or cosine(left.sentence, right.sentence) > LIKE_SENTENCES
        or cosine(left.around, right.around) > LIKE_SURROUNDINGS
        or ground(left.claim, right.claim) is not None
    )


def score_pairs(
    pairs: Sequence[tuple[Profile, Profile]], sketches: Mapping[str, Sketch], model: LinkingModel | None = None
) -> list[Verdict]:
    """A verdict for each pair, in order. A pair's verdict depends on the pair and its articles alone."""
    if not pairs:
        return []
    fitted = model or load_linking()
    stories: dict[tuple[str, str], tuple[float, ...]] = {}
    rows = np.array([pair_features(left, right, sketches, stories) for left, right in pairs], np.float32)
    return [
        _settled(left, right, float(score), fitted.threshold)
        for (left, right), score in zip(pairs, score_rows(rows, fitted.trees), strict=True)
    ]


def score_rows(rows: Rows, trees: Trees) -> Scores:
    """The calibrated score of each row of features."""
    return np.asarray(1 / (1 + np.exp(-(sum_of_leaves(rows, trees) * trees.scale + trees.bias))), np.float64)


def sum_of_leaves(rows: Rows, trees: Trees) -> Scores:
    """For each row the sum of the leaves it falls into."""
    count, inner = trees.features.shape
    each = np.arange(count)[None, :]
    node = np.zeros((len(rows), count), np.intp)
    for _ in range(int(inner + 1).bit_length() - 1):
        values = np.take_along_axis(rows, trees.features[each, node], axis=1)
        node = 2 * node + 1 + (values > trees.thresholds[each, node])
    return np.asarray(trees.leaves[each, node - inner].sum(axis=1), np.float64)


def reasons(left: Profile, right: Profile, verdict: Verdict) -> tuple[str, ...]:
    """What speaks for the pair, and the rule that settled it, in words for people."""
    found = [] if verdict.rule is None else [verdict.rule]
    ours, theirs = left.claim, right.claim
    if left.head == right.head:
        found.append(f"both say “{ours.trigger}”")
    elif kinship(left.head, right.head) >= NEAR_IN_MEANING:
        found.append(f"“{ours.trigger}” and “{theirs.trigger}” are near in meaning")
    shared = sorted(left.party_names & right.party_names) or sorted(left.names.keys() & right.names.keys())
    if shared:
        found.append("both name " + ", ".join(name.title() for name in shared[:3]))
    if ours.place is not None and theirs.place is not None and ours.place.name == theirs.place.name:
        found.append(f"both in {ours.place.name}")
    if ours.when is not None and ours.when == theirs.when:
        found.append(f"both on {ours.when.start.isoformat()}")
    if cosine(left.sentence, right.sentence) > LIKE_SENTENCES:
        found.append("the sentences share their rarer words")
    return tuple(found)


@cache
def load_linking() -> LinkingModel:
    """The model that the package ships, read once."""
    return linking_from_json(json.loads(read_data("linking.json")))


def linking_from_json(table: Mapping[str, object]) -> LinkingModel:
    """The model as its file holds it. Raises ValueError where it was fitted to other features."""
    row = table["claims"]
    assert isinstance(row, dict)
    if tuple(row["names"]) != FEATURES:
        raise ValueError("linking.json was fitted to other features. Run `make train-linking` again.")
    trees = Trees(
        features=np.array(row["features"], np.intp),
        thresholds=np.array(row["thresholds"], np.float32),
        leaves=np.array(row["leaves"], np.float32),
        scale=row["scale"],
        bias=row["bias"],
    )
    return LinkingModel(trees, row["threshold"], str(table["version"]), int(str(table.get("last_topic", 0))))


def _settled(left: Profile, right: Profile, score: float, threshold: float) -> Verdict:
    joined = ground(left.claim, right.claim) if score < GROUND_SCORE else None
    undecided = threshold - UNDECIDED_BELOW
    if joined is None and score < undecided and may_be_two_accounts(left.claim, right.claim):
        score = undecided
    if score < LEAST_KEPT and joined is None:
        return Verdict(score)
    if (why := veto(left.claim, right.claim)) is not None:
        return Verdict(VETOED, why)
    return Verdict(score) if joined is None else Verdict(GROUND_SCORE, joined)
