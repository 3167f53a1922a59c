"""Events across reports against ECB+: the set's mentions, no topics given, all documents in one pile.

The reports go through the record as they would in use: the reader reads them, keys find candidates, links are scored
and groups assembled. Only the triggers are the set's. Topics to 25 are what all choices were fitted to; where a folder
has later ones, those alone are measured. The weights in place may be fitted to more topics: a note says so then.
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from accordingto.evaluation.coreference_scores import b_cubed, ceaf_e, conll_f1, lea, muc
from accordingto.evaluation.ecbplus import EcbDocument, read_ecbplus
from accordingto.evaluation.given_events import read_given
from accordingto.evaluation.report import Evaluation, Figure
from accordingto.ingest.details import ArticleDetails
from accordingto.ingest.plain_text import article_from_text
from accordingto.model.incident import Link
from accordingto.model.reported import ReportedClaim
from accordingto.record.blocking import keys_of, search_keys_of, search_story_keys_of, story_keys_of
from accordingto.record.flatten import reported_claims
from accordingto.record.linking import assemble, link_claims
from accordingto.record.scoring import LinkingModel, load_linking
from accordingto.record.stories import cluster_stories
from accordingto.record.stories_sketch import Sketch, sketch_of

LAST_TRAINED: Final = 25
"""The last topic that the model was fitted to when its form was chosen: `make train-linking LAST_TOPIC=25`."""
MOST_UNDER_KEY: Final = 50
"""Candidates taken under one key, as a store would."""
RESAMPLES: Final = 100
"""Bootstrap samples over topics; a score of all mentions takes a tenth of a second."""

Clustering = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class MarkedReport:
    """A document as the record takes it: its claims by the ids of the marked mentions, and its sketch."""

    document: EcbDocument
    claims: Mapping[str, ReportedClaim]
    sketch: Sketch


def evaluate_coreference(folder: Path) -> Evaluation:
    """CoNLL F1 with its parts, LEA, and B³ of the story clusters."""
    reports = list(read_reports(folder))
    if any(report.document.topic > LAST_TRAINED for report in reports):
        reports = [report for report in reports if report.document.topic > LAST_TRAINED]
    gold, found = gold_of(reports), clustered(reports)
    stories = cluster_stories([report.sketch for report in reports])
    told = {report.document.name: stories[report.sketch.article] for report in reports}
    wanted = {report.document.name: report.document.story for report in reports}
    mentions = {m.id: report.document.topic for report in reports for m in report.document.mentions}
    documents = {report.document.name: report.document.topic for report in reports}
    figures = [_figure(name, measure, gold, found, mentions) for name, measure in _MEASURES.items()]
    figures.append(_figure("story clusters B³", lambda one, two: b_cubed(one, two).f1, wanted, told, documents))
    return Evaluation("coreference", len(reports), tuple(figures), _notes(reports))


def _notes(reports: Iterable[MarkedReport]) -> tuple[str, ...]:
    """For people: that the weights in place know the topics that are measured."""
    last = load_linking().last_topic
    if not any(report.document.topic <= last for report in reports):
        return ()
    return (f"The weights in place are fitted to topics 1-{last}: of these the figures are too high.",)


def read_reports(folder: Path, topics: Iterable[int] | None = None) -> Iterator[MarkedReport]:
    """The documents read by the fast reader, each with one claim a marked mention."""
    for document in read_ecbplus(folder, topics):
        details = ArticleDetails(published=document.published, path=document.name)
        article = article_from_text(document.text, details)
        reading = read_given(article, [mention.span for mention in document.mentions]).reading
        words = {event.id: event.trigger for event in reading.events}
        by_words = {words[claim.event]: claim for claim in reported_claims(reading)}
        claims = {m.id: by_words[m.span] for m in document.mentions if m.span in by_words}
        yield MarkedReport(document, claims, sketch_of(article))


def gold_of(reports: Iterable[MarkedReport]) -> Clustering:
    """The marked chain of each mention."""
    return {mention.id: mention.chain for report in reports for mention in report.document.mentions}


def clustered(reports: Sequence[MarkedReport], model: LinkingModel | None = None) -> Clustering:
    """The group of each mention, as the record assembles it; a mention that was not read is alone."""
    sketches = {report.sketch.article: report.sketch for report in reports}
    links: list[Link] = []
    for claims, candidates in with_candidates(reports):
        links += link_claims(claims, candidates, sketches, model=model)
    held = [claim for report in reports for claim in report.claims.values()]
    group_of = {
        claim.id: f"group {number}"
        for number, group in enumerate(assemble(links, held, model=model))
        for claim in group
    }
    found = {mention.id: mention.id for report in reports for mention in report.document.mentions}
    return found | {m: group_of[claim.id] for report in reports for m, claim in report.claims.items()}


def with_candidates(
    reports: Iterable[MarkedReport],
) -> Iterator[tuple[list[ReportedClaim], list[ReportedClaim]]]:
    """The claims of each report with those of earlier ones that keys bring up, as when reports are added one by one."""
    by_key: dict[str, list[list[ReportedClaim]]] = defaultdict(list)
    for report in reports:
        claims, day = list(report.claims.values()), report.document.published
        asked = {f"claim {key}" for claim in claims for key in search_keys_of(claim)}
        asked |= {f"story {key}" for key in search_story_keys_of(report.sketch, day)}
        found = {c.id: c for key in sorted(asked) for some in by_key[key][-MOST_UNDER_KEY:] for c in some}
        yield claims, list(found.values())
        for claim in claims:
            for key in keys_of(claim):
                by_key[f"claim {key}"].append([claim])
        for key in story_keys_of(report.sketch, day):
            by_key[f"story {key}"].append(claims)


_MEASURES: Final[dict[str, Callable[[Clustering, Clustering], float]]] = {
    "CoNLL F1": conll_f1,
    "MUC F1": lambda gold, found: muc(gold, found).f1,
    "B³ F1": lambda gold, found: b_cubed(gold, found).f1,
    "CEAFe F1": lambda gold, found: ceaf_e(gold, found).f1,
    "LEA F1": lambda gold, found: lea(gold, found).f1,
}


def _figure(
    name: str,
    measure: Callable[[Clustering, Clustering], float],
    gold: Clustering,
    found: Clustering,
    topic_of: Mapping[str, int],
) -> Figure:
    """The measure of all items, with its interval from resampling the topics (seed 0)."""
    by_topic: dict[int, list[str]] = defaultdict(list)
    for item, topic in topic_of.items():
        by_topic[topic].append(item)
    chooser = random.Random(0)  # noqa: S311  # resampling, not secrets
    sampled = []
    for _ in range(RESAMPLES):
        chosen = enumerate(chooser.choices(sorted(by_topic), k=len(by_topic)))
        items = [(f"{item} {place}", item, place) for place, topic in chosen for item in by_topic[topic]]
        ours = {new: f"{found[item]} {place}" for new, item, place in items}
        sampled.append(measure({new: f"{gold[item]} {place}" for new, item, place in items}, ours))
    sampled.sort()
    low, high = sampled[int(0.025 * RESAMPLES)], sampled[int(0.975 * RESAMPLES)]
    return Figure(name, measure(gold, found), low, high, len(gold))
