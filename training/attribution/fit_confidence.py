"""Fits how far a proposal is to be believed: `python -m training.attribution.fit_confidence GOLD/dev FOLDER`.

Reads with the weights in FOLDER, writes `confidence.json` beside them, and says how well it does on articles left out.
"""

from __future__ import annotations

import argparse
import json
import logging
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from training.attribution.corpus import Article, read_articles
from training.attribution.rows import Row, make_rows

from accordingto.attribution.confidence import CONFIDENCE_FILE
from accordingto.parse.encoder import Encoder

logger = logging.getLogger("fit_confidence")
RIDGE = 2e-3
NEWTON_STEPS = 40
FOLDS = 7
Array = NDArray[np.float64]


def fit(rows: Sequence[Row]) -> dict[str, float]:
    """The weights of a logistic regression with a ridge on standardised features, for features as they are."""
    names = list(rows[0].features)
    table = np.array([[row.features[name] for name in names] for row in rows])
    right = np.array([row.right for row in rows], np.float64)
    mean, spread = table.mean(0), table.std(0)
    constant = names.index("constant")
    mean[constant], spread[constant] = 0.0, 1.0
    weights = _newton((table - mean) / spread, right) / spread
    weights[constant] -= mean @ weights
    return dict(zip(names, weights.tolist(), strict=True))


def probabilities(weights: dict[str, float], rows: Sequence[Row]) -> Array:
    """The probability of every row."""
    table = np.array([[row.features[name] for name in weights] for row in rows])
    result: Array = 1 / (1 + np.exp(-(table @ np.array(list(weights.values())))))
    return result


def best_threshold(likely: Array, rows: Sequence[Row], marked: int) -> tuple[float, float]:
    """The threshold with the highest F1 against so many marked attributions, and that F1."""
    right = np.array([row.right for row in rows])
    thresholds = np.arange(0.25, 0.65, 0.01)
    scores = [2 * right[likely >= least].sum() / ((likely >= least).sum() + marked) for least in thresholds]
    best = int(np.argmax(scores))
    return float(thresholds[best]), float(scores[best])


def cross_validated(rows: Sequence[Row], marked: int) -> tuple[float, float]:
    """Threshold and F1 when every article is rated by weights fitted without it."""
    names = sorted({row.article for row in rows})
    fold = np.array([names.index(row.article) % FOLDS for row in rows])
    likely = np.zeros(len(rows))
    for number in range(FOLDS):
        weights = fit([row for row, own in zip(rows, fold, strict=True) if own != number])
        left_out = [row for row, own in zip(rows, fold, strict=True) if own == number]
        likely[fold == number] = probabilities(weights, left_out)
    return best_threshold(likely, rows, marked)


def _newton(table: Array, right: Array) -> Array:
    weights = np.zeros(table.shape[1])
    for _ in range(NEWTON_STEPS):
        likely = 1 / (1 + np.exp(-(table @ weights)))
        slope = table.T @ (likely - right) / len(right) + RIDGE * weights
        bend = (table.T * (likely * (1 - likely))) @ table / len(right) + RIDGE * np.eye(len(weights))
        weights -= np.linalg.solve(bend, slope)
    return weights


def _first_annotators(articles: Sequence[Article]) -> list[Article]:
    return list({article.name: article for article in reversed(articles)}.values())


def main() -> None:
    """Reads the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("articles", type=Path)
    parser.add_argument("weights", type=Path)
    given = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    articles = _first_annotators(read_articles(given.articles))
    rows = list(make_rows(articles, Encoder(given.weights)))
    believed, score = cross_validated(rows, sum(len(article.marked) for article in articles))
    logger.info("full match about %.3f at %.2f on articles left out", score, believed)
    stored = {"believed": round(believed, 2), "weights": {name: round(value, 4) for name, value in fit(rows).items()}}
    path = given.weights / Path(CONFIDENCE_FILE).name
    path.write_text(json.dumps(stored, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
