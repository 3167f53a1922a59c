"""Fits the scores of `data/linking.json` on ECB+: pairs of claims, and pairs of articles.

    python -m training.coreference.train ECBPLUS_FOLDER [--last-topic 35]

Pairs of claims are those that the record would look at, scored by boosted trees; a second copy of them has no
sketches of its articles, so that claims without one are scored well too. The scale and bias that calibrate the trees
come from scores of topics left out of the fit.
"""

from __future__ import annotations

import argparse
import json
import logging
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.linear_model import LogisticRegression

from accordingto.evaluation.coreference import MarkedReport, read_reports, with_candidates
from accordingto.record.features import FEATURES, PAIR_FEATURES, UNKNOWN, Stories, pair_features
from accordingto.record.linking import pairs_to_score
from accordingto.record.scoring import Trees, score_rows, sum_of_leaves
from accordingto.record.stories import story_rows

TARGET = Path(__file__).parents[2] / "src" / "accordingto" / "data" / "linking.json"
LAST_TOPIC = 35
DEPTH, TREES, RATE, FEWEST, RIDGE = 4, 150, 0.08, 40, 1.0
"""Chosen by three-fold cross-validation over topics 1-35; depth 3 loses .5 CoNLL, 6 .2, a linear score 1.2."""
THRESHOLD, STORY_THRESHOLD = 0.3, 0.35
STORY_FEATURES_FROM = len(PAIR_FEATURES) - 2
"""The columns that need sketches: the last two of a pair, and those of stories."""
PART = 2
"""Every second pair is copied without its sketches."""

Rows = NDArray[np.float32]
Truth = NDArray[np.bool_]
Numbers = NDArray[np.int64]


def claim_rows(reports: Sequence[MarkedReport]) -> tuple[Rows, Truth, Numbers]:
    """Features, truth and topic of every pair of claims that the record would look at."""
    chain = {r.claims[m.id].id: m.chain for r in reports for m in r.document.mentions if m.id in r.claims}
    topic = {claim.id: report.document.topic for report in reports for claim in report.claims.values()}
    sketches = {report.sketch.article: report.sketch for report in reports}
    stories: Stories = {}
    rows, truth, topics = [], [], []
    for claims, candidates in with_candidates(reports):
        for left, right in pairs_to_score(claims, candidates):
            rows.append(pair_features(left, right, sketches, stories))
            truth.append(chain[left.claim.id] == chain[right.claim.id])
            topics.append(max(topic[left.claim.id], topic[right.claim.id]))
    return np.array(rows, np.float32), np.array(truth), np.array(topics)


def fit_trees(rows: Rows, truth: Truth) -> Trees:
    """The trees fitted to the pairs and a part of them without sketches; not calibrated."""
    bare = rows[::PART].copy()
    bare[:, STORY_FEATURES_FROM:] = UNKNOWN
    fitted = HistGradientBoostingClassifier(
        max_iter=TREES, max_depth=DEPTH, learning_rate=RATE, min_samples_leaf=FEWEST, l2_regularization=RIDGE,
        random_state=0,
    )  # fmt: skip
    fitted.fit(np.concatenate([rows, bare]), np.concatenate([truth, truth[::PART]]))
    inner, ends = 2**DEPTH - 1, 2**DEPTH
    features, thresholds = np.zeros((TREES, inner), np.intp), np.full((TREES, inner), np.inf, np.float32)
    leaves = np.zeros((TREES, ends), np.float32)
    for number, (predictor,) in enumerate(fitted._predictors):  # no public way to the trees
        _fill(predictor.nodes, (0, 0), features[number], thresholds[number], leaves[number])
    return Trees(features, thresholds, leaves, 1.0, float(fitted._baseline_prediction.ravel()[0]))


def _fill(nodes: NDArray[np.void], at: tuple[int, int], features: Numbers, thresholds: Rows, leaves: Rows) -> None:
    """Put the fitted node into its place of the complete tree; a leaf that ends early is put under both of its ways."""
    index, place = at
    node = nodes[index]
    if place >= len(features):
        leaves[place - len(features)] = node["value"]
    elif node["is_leaf"]:
        for child in (2 * place + 1, 2 * place + 2):
            _fill(nodes, (index, child), features, thresholds, leaves)
    else:
        features[place], thresholds[place] = node["feature_idx"], node["num_threshold"]
        _fill(nodes, (int(node["left"]), 2 * place + 1), features, thresholds, leaves)
        _fill(nodes, (int(node["right"]), 2 * place + 2), features, thresholds, leaves)


def out_of_fold(rows: Rows, truth: Truth, topics: Numbers, folds: int = 5) -> NDArray[np.float64]:
    """For each pair the sum of leaves of trees fitted without its fold of topics."""
    sums = np.zeros(len(rows))
    for fold in range(folds):
        held = topics % folds == fold
        sums[held] = sum_of_leaves(rows[held], fit_trees(rows[~held], truth[~held]))
    return sums


def calibrated(trees: Trees, sums: NDArray[np.float64], truth: Truth) -> Trees:
    """The trees with the scale and bias that fit the left-out scores best."""
    fitted = LogisticRegression(C=1e6).fit(sums[:, None], truth)
    return replace(trees, scale=float(fitted.coef_[0, 0]), bias=float(fitted.intercept_[0]))


def fit_stories(reports: Sequence[MarkedReport]) -> dict[str, object]:
    """The logistic regression over pairs of articles, as the file holds it."""
    ordered = sorted((report.sketch for report in reports), key=lambda sketch: sketch.article)
    story = {report.sketch.article: report.document.story for report in reports}
    pairs = story_rows(ordered)
    rows = np.array(list(pairs.values()))
    truth = np.array([story[ordered[left].article] == story[ordered[right].article] for left, right in pairs])
    mean, spread = rows.mean(axis=0), rows.std(axis=0) + 1e-9
    fitted = LogisticRegression(C=1.0, max_iter=1000).fit((rows - mean) / spread, truth)
    weights = fitted.coef_[0] / spread
    bias = float(fitted.intercept_[0] - (weights * mean).sum())
    return {"weights": [round(float(w), 5) for w in weights], "bias": round(bias, 5), "threshold": STORY_THRESHOLD}


def to_table(trees: Trees, stories: dict[str, object], last_topic: int) -> dict[str, object]:
    """The file's object: numbers short, so that it stays under 200 kB."""
    short: Callable[[float], float] = lambda value: float(f"{min(value, 1e9):.5g}")  # noqa: E731
    claims = {
        "names": FEATURES,
        "features": trees.features.tolist(),
        "thresholds": [[short(value) for value in row] for row in trees.thresholds.tolist()],
        "leaves": [[short(value) for value in row] for row in trees.leaves.tolist()],
        "scale": round(trees.scale, 4),
        "bias": round(trees.bias, 4),
        "threshold": THRESHOLD,
    }
    version = date.today().isoformat()
    return {"version": version, "last_topic": last_topic, "claims": claims, "stories": stories}


def main() -> None:
    """Read, fit, calibrate, write."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("--last-topic", type=int, default=LAST_TOPIC)
    given = arguments.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    reports = list(read_reports(given.folder, range(1, given.last_topic + 1)))
    rows, truth, topics = claim_rows(reports)
    trees = calibrated(fit_trees(rows, truth), out_of_fold(rows, truth, topics), truth)
    table = to_table(trees, fit_stories(reports), given.last_topic)
    TARGET.write_text(json.dumps(table, separators=(",", ":")) + "\n", encoding="utf-8")
    logging.info(
        f"{len(rows):,} pairs, {truth.mean():.1%} of one event; mean score {score_rows(rows, trees).mean():.3f}"
    )


if __name__ == "__main__":
    main()
