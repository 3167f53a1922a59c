"""Places held against toponyms that people marked and placed in local news (the LGL corpus, XML).

A gold toponym is found where a mention of ours overlaps it. It is right where ours is the same GeoNames entry or
lies within 161 km (100 miles, the distance of the field) of the marked point. Countries and areas have no point
with us: they are right only by entry.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from xml.etree import ElementTree as Tree

from accordingto.evaluation.report import Counts, Evaluation, f1, figure, precision, recall
from accordingto.grounding.places import ground_places
from accordingto.model.article import Article, Part, PartRole
from accordingto.model.place import Place, distance_km
from accordingto.model.span import Span, overlaps
from accordingto.parse.language_model import LanguageModel, load_language_model
from accordingto.parse.mentions import find_mentions
from accordingto.parse.parsed import parse_article

NEAR_KM = 161.0
HALF_AROUND_KM = 20_015.0
"""The distance counted where neither an entry nor a point of ours can be held against the gold."""


@dataclass(frozen=True, slots=True)
class GoldToponym:
    """A marked name: where, and, unless its place is not in GeoNames, which entry and point."""

    span: Span
    geonameid: int | None
    latitude: float | None
    longitude: float | None


@dataclass(frozen=True, slots=True)
class ArticleScore:
    """What one article adds: toponyms found, and kilometres off for the placed gold ones (None: not found)."""

    toponyms: Counts
    errors: tuple[float | None, ...]


def evaluate_places(path: Path, model: LanguageModel | None = None) -> Evaluation:
    """Toponym precision, recall and F1; accuracy within 161 km of the toponyms found and of all; median error."""
    language_model = model or load_language_model()
    scores = [
        score_article(toponyms, ground_places(article, find_mentions(parse_article(article, language_model))))
        for article, toponyms in read_toponyms(path)
    ]
    placed = sum(len(score.errors) for score in scores)
    marked = sum((score.toponyms for score in scores), Counts())
    figures = (
        figure("toponym precision", scores, lambda some: precision(_counts(some)), marked.predicted),
        figure("toponym recall", scores, lambda some: recall(_counts(some)), marked.gold),
        figure("toponym F1", scores, lambda some: f1(_counts(some)), marked.gold),
        figure("accuracy within 161 km, toponyms found", scores, _accuracy_of_found, len(_found(scores))),
        figure("accuracy within 161 km, all toponyms", scores, _accuracy_of_all, placed),
        figure("median error in km, toponyms found", scores, _median_error, len(_found(scores))),
    )
    return Evaluation("places", len(scores), figures)


def read_toponyms(path: Path) -> Iterator[tuple[Article, tuple[GoldToponym, ...]]]:
    """Each article of an LGL file as one paragraph, with its marked names."""
    for element in Tree.parse(path).getroot().iter("article"):  # noqa: S314  # a local file the user names
        text = element.findtext("text") or ""
        article = Article(
            text,
            (Part(PartRole.BODY, Span(0, len(text))),),
            url=element.findtext("url"),
            title=element.findtext("title"),
            publisher=element.findtext("domain"),
        )
        yield article, tuple(_gold(toponym) for toponym in element.iter("toponym"))


def score_article(gold: Sequence[GoldToponym], places: Sequence[Place]) -> ArticleScore:
    """One article's counts and errors."""
    ours = [(mention, place) for place in places for mention in place.mentions]
    hits = sum(1 for toponym in gold if _ours_at(toponym, ours) is not None)
    predicted = sum(1 for mention, _ in ours if any(overlaps(mention, toponym.span) for toponym in gold))
    counts = Counts(hits, len(ours) - predicted + hits, len(gold))
    errors = tuple(
        None if place is None else kilometres_off(toponym, place)
        for toponym in gold
        if toponym.geonameid is not None
        for place in (_ours_at(toponym, ours),)
    )
    return ArticleScore(counts, errors)


def kilometres_off(gold: GoldToponym, place: Place) -> float:
    """How far our place is from the marked one: 0 for the same entry, half the world where no point is known."""
    if place.geonameid is not None and place.geonameid == gold.geonameid:
        return 0.0
    if gold.latitude is None or gold.longitude is None or place.latitude is None or place.longitude is None:
        return HALF_AROUND_KM
    return distance_km((gold.latitude, gold.longitude), (place.latitude, place.longitude))


def _gold(toponym: Tree.Element) -> GoldToponym:
    span = Span(int(toponym.findtext("start") or 0), int(toponym.findtext("end") or 0))
    tag = toponym.find("gaztag")
    if tag is None:
        return GoldToponym(span, None, None, None)
    latitude, longitude = tag.findtext("lat"), tag.findtext("lon")
    return GoldToponym(
        span,
        int(tag.get("geonameid") or 0),
        float(latitude) if latitude else None,
        float(longitude) if longitude else None,
    )


def _ours_at(toponym: GoldToponym, ours: Sequence[tuple[Span, Place]]) -> Place | None:
    """Our place with the mention that shares most of the marked name."""
    there = [
        (min(mention.end, toponym.span.end) - max(mention.start, toponym.span.start), place)
        for mention, place in ours
        if overlaps(mention, toponym.span)
    ]
    return max(there, key=lambda pair: pair[0])[1] if there else None


def _counts(scores: Sequence[ArticleScore]) -> Counts:
    return sum((score.toponyms for score in scores), Counts())


def _found(scores: Sequence[ArticleScore]) -> list[float]:
    return [error for score in scores for error in score.errors if error is not None]


def _accuracy_of_found(scores: Sequence[ArticleScore]) -> float:
    errors = _found(scores)
    return sum(error <= NEAR_KM for error in errors) / len(errors) if errors else 0.0


def _accuracy_of_all(scores: Sequence[ArticleScore]) -> float:
    placed = sum(len(score.errors) for score in scores)
    return sum(error <= NEAR_KM for error in _found(scores)) / placed if placed else 0.0


def _median_error(scores: Sequence[ArticleScore]) -> float:
    errors = _found(scores)
    return median(errors) if errors else 0.0
