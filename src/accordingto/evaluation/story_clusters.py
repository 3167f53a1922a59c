"""Articles of one event found together, against folders of articles that each name the event they report.

Every file is a JSON object with `text`, `title`, `date_publish` and `newsCluster.EventId`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from pathlib import Path

from accordingto.evaluation.coreference_scores import b_cubed, pairs
from accordingto.evaluation.report import Evaluation, figure
from accordingto.ingest.details import ArticleDetails
from accordingto.ingest.plain_text import article_from_text
from accordingto.model.errors import InputError
from accordingto.record.stories import cluster_stories
from accordingto.record.stories_sketch import Sketch, sketch_of


@dataclass(frozen=True, slots=True)
class StoryArticle:
    """An article's sketch, its headline, and the event it is marked to report."""

    sketch: Sketch
    title: str
    event: str


def evaluate_story_clusters(folder: Path) -> Evaluation:
    """B³ and pairwise F1 of the clusters; the notes name each pair of articles that should not have been put together.

    Raises InputError where the folder holds no such article.
    """
    articles = list(read_story_articles(folder))
    if not articles:
        raise InputError(f"{folder} holds no JSON article with an event. Give a folder in the layout of news_events.")
    found = cluster_stories([article.sketch for article in articles])

    def measured(some: Sequence[StoryArticle]) -> tuple[Mapping[str, str], Mapping[str, str]]:
        return (
            {one.sketch.article: one.event for one in some},
            {one.sketch.article: found[one.sketch.article] for one in some},
        )

    figures = (
        figure("B³ F1", articles, lambda some: b_cubed(*measured(some)).f1, len(articles)),
        figure("pairwise precision", articles, lambda some: pairs(*measured(some)).precision, len(articles)),
        figure("pairwise recall", articles, lambda some: pairs(*measured(some)).recall, len(articles)),
        figure("pairwise F1", articles, lambda some: pairs(*measured(some)).f1, len(articles)),
    )
    return Evaluation("story clusters", len(articles), figures, tuple(_false_merges(articles, found)))


def read_story_articles(folder: Path) -> Iterator[StoryArticle]:
    """Every article of the folder that names its event, in the order of the files; each text once."""
    seen: set[str] = set()
    for path in sorted(folder.glob("*.json")):
        row = json.loads(path.read_text(encoding="utf-8"))
        event, text = (row.get("newsCluster") or {}).get("EventId"), row.get("text") or ""
        if event is None or not text.strip():
            continue
        day = (row.get("date_publish") or "")[:10]
        details = ArticleDetails(
            published=date.fromisoformat(day) if day else None, title=row.get("title"), url=row.get("url")
        )
        sketch = sketch_of(article_from_text(text, details))
        if sketch.article not in seen:
            seen.add(sketch.article)
            yield StoryArticle(sketch, row.get("title") or text[:60], str(event))


def _false_merges(articles: Sequence[StoryArticle], found: Mapping[str, str]) -> Iterator[str]:
    """One line for each two marked events that a cluster joins, with the headlines of one article each."""
    told: dict[tuple[str, str, str], str] = {}
    for one, other in combinations(articles, 2):
        cluster = found[one.sketch.article]
        if cluster == found[other.sketch.article] and one.event != other.event:
            events = sorted((one.event, other.event))
            told.setdefault((cluster, events[0], events[1]), f"false merge: “{one.title}” and “{other.title}”")
    yield from told.values()
