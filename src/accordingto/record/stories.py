"""Which articles tell one story: pairs of articles compared by their sketches, then put together in clusters.

The comparison of a pair depends on the two articles alone. Clustering a set also uses how close each article comes to
its nearest others in the set, so that one loosely worded report of a story is not lost beside many that share an
agency's text.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from math import exp, sqrt
from typing import Final

from accordingto.model.resources import read_data
from accordingto.record.linking_clusters import cluster
from accordingto.record.stories_sketch import Sketch, cosine

STORY_FEATURES: Final = (
    "story_words", "story_names", "story_lead", "story_numbers", "story_dates", "story_years", "story_weekdays",
    "other_numbers", "other_dates", "other_years", "other_weekdays", "story_top_name",
)  # fmt: skip
"""What `story_features` gives, in order: cosines (their square roots), then what both tell and share nothing of."""

NEAREST: Final = 3
"""Neighbours whose mean likeness says how close an article comes to others."""
LEAST_NEAR: Final = 0.2
"""The least such mean: in a set of two each is the other's nearest, however unlike they are."""
LEAST_ALIKE: Final = 0.02
"""Cosine of words below which two articles are taken for different stories unseen."""

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class StoryWeights:
    """A logistic regression over `STORY_FEATURES` and the likeness relative to neighbours, and the least mean score."""

    weights: tuple[float, ...]
    bias: float
    threshold: float


def story_features(left: Sketch, right: Sketch) -> tuple[float, ...]:
    """How alike two articles are, by `STORY_FEATURES`; the same in both orders."""
    numbers, dates = cosine(left.numbers, right.numbers), cosine(left.dates, right.dates)
    years, weekdays = cosine(left.years, right.years), cosine(left.weekdays, right.weekdays)
    return (
        sqrt(cosine(left.words, right.words)),
        sqrt(cosine(left.names, right.names)),
        sqrt(cosine(left.lead, right.lead)),
        sqrt(numbers),
        sqrt(dates),
        sqrt(years),
        sqrt(weekdays),
        float(not numbers and bool(left.numbers) and bool(right.numbers)),
        float(not dates and bool(left.dates) and bool(right.dates)),
        float(not years and bool(left.years) and bool(right.years)),
        float(not weekdays and bool(left.weekdays) and bool(right.weekdays)),
        max((weight * right.names[name] for name, weight in left.names.items() if name in right.names), default=0.0),
    )


def cluster_stories(sketches: Sequence[Sketch], weights: StoryWeights | None = None) -> dict[str, str]:
    """For each article the story it tells, named by the first id among its articles. Order does not matter."""
    fitted = weights or load_story_weights()
    ordered = sorted(sketches, key=lambda sketch: sketch.article)
    scores = {pair: score_story(row, fitted) for pair, row in story_rows(ordered).items()}
    named = {(ordered[left].article, ordered[right].article): score for (left, right), score in scores.items()}
    groups = cluster([sketch.article for sketch in ordered], named, threshold=fitted.threshold)
    return {article: group[0] for group in groups for article in group}


def score_story(row: Sequence[float], fitted: StoryWeights) -> float:
    """How likely the pair of this row tells one story, 0 to 1."""
    return 1 / (1 + exp(-fitted.bias - sum(weight * value for weight, value in zip(fitted.weights, row, strict=True))))


def story_rows(ordered: Sequence[Sketch]) -> dict[Pair, tuple[float, ...]]:
    """For each pair of places that is alike at all its features, and its likeness relative to both's neighbours."""
    alike = _alike(ordered)
    near = _nearness(alike, len(ordered))
    return {
        (left, right): (
            *story_features(ordered[left], ordered[right]),
            likeness / sqrt(near[left] * near[right]),
        )
        for (left, right), likeness in alike.items()
    }


def _alike(ordered: Sequence[Sketch]) -> dict[Pair, float]:
    """The cosine of words of each pair above `LEAST_ALIKE`, found through the words they share."""
    holders: dict[str, list[tuple[int, float]]] = {}
    sums: dict[Pair, float] = {}
    for place, sketch in enumerate(ordered):
        for word, weight in sketch.words.items():
            earlier = holders.setdefault(word, [])
            for other, its in earlier:
                sums[other, place] = sums.get((other, place), 0.0) + weight * its
            earlier.append((place, weight))
    return {pair: found for pair, found in sums.items() if found > LEAST_ALIKE}


def _nearness(alike: Mapping[Pair, float], articles: int) -> list[float]:
    near: list[list[float]] = [[] for _ in range(articles)]
    for (left, right), likeness in alike.items():
        near[left].append(likeness)
        near[right].append(likeness)
    return [max(LEAST_NEAR, sum(sorted(values, reverse=True)[:NEAREST]) / NEAREST) for values in near]


@cache
def load_story_weights() -> StoryWeights:
    """The weights that the package ships, read once."""
    row = json.loads(read_data("linking.json"))["stories"]
    return StoryWeights(tuple(row["weights"]), row["bias"], row["threshold"])
