"""Attributions in paragraphs of news from other years and other beats than the set that was trained on.

Our marks hold offsets and a hash of each article, no word of it: `gold/out_of_domain.jsonl`. The articles lie apart,
one JSON object with a "text" a file. Only attributions whose cue (or, without one, whose content) lies in a marked
paragraph count; they match as in `evaluation/attribution.py`.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from accordingto.evaluation.attribution import Told, is_speech, read_attributions, roles_of
from accordingto.evaluation.attribution_match import Match, find_matches, words_of_text
from accordingto.evaluation.polnear import Marked
from accordingto.evaluation.report import Counts, Evaluation, Figure, f1, figure, precision, recall
from accordingto.model.errors import InputError
from accordingto.model.span import Span, Spans, covers

MARKS = Path(__file__).parents[3] / "gold" / "out_of_domain.jsonl"
"""Where our marks lie in a checkout; they are not part of the package."""


@dataclass(frozen=True, slots=True)
class MarkedParagraph:
    """The text of an article, a paragraph of it, and the attributions marked in that."""

    text: str
    paragraph: Span
    attributions: tuple[Marked, ...]


@dataclass(frozen=True, slots=True)
class _Scores:
    full: Counts
    content: Counts


def evaluate_out_of_domain(
    articles: Path, read: Callable[[str], Sequence[Told]] = read_attributions, marks: Path = MARKS
) -> Evaluation:
    """The figures of the reader on the marked paragraphs, with 95 % intervals from resampling these."""
    marked = list(read_marked_paragraphs(marks, articles))
    read_once = cache(read)
    figures: list[Figure] = []
    for view, keep in (("all", None), ("speech", is_speech)):
        scores = [_score(paragraph, read_once(paragraph.text), keep) for paragraph in marked]
        full = [score.full for score in scores]
        figures += [
            _figure(f"{view}: full match, F1", full, f1),
            _figure(f"{view}: full match, precision", full, precision),
            _figure(f"{view}: full match, recall", full, recall),
            _figure(f"{view}: content, F1", [score.content for score in scores], f1),
        ]
    return Evaluation("out-of-domain", len(marked), tuple(figures))


def read_marked_paragraphs(marks: Path, articles: Path) -> Iterator[MarkedParagraph]:
    """Every marked paragraph. Raises InputError where the marks or an article are missing or an article was changed."""
    if not marks.exists():
        raise InputError(f"No marks at {marks}. They come with a checkout of the project, not with the package.")
    for line in marks.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        told = tuple(
            Marked(*(_spans(item[role]) for role in ("source", "cue", "content"))) for item in row["attributions"]
        )
        yield MarkedParagraph(_text_of(articles / row["file"], row["sha256"]), Span(*row["paragraph"]), told)


def _text_of(file: Path, sha256: str) -> str:
    if not file.exists():
        raise InputError(f"No article {file.name} in {file.parent}. Give the folder of the articles that were marked.")
    text: str = json.loads(file.read_text(encoding="utf-8"))["text"]
    if hashlib.sha256(text.encode()).hexdigest() != sha256:
        raise InputError(f"The text of {file.name} is not the one that was marked, so its offsets mean nothing.")
    return text


def _spans(pairs: Iterable[tuple[int, int]]) -> Spans:
    return tuple(Span(start, end) for start, end in pairs)


def _score(marked: MarkedParagraph, read: Iterable[Told], keep: Callable[[str, Told], bool] | None) -> _Scores:
    words = words_of_text(marked.text)
    inside = (told for told in read if _lies_in(told, marked.paragraph))
    gold, own = (
        [roles_of(words, told) for told in side if keep is None or keep(marked.text, told)]
        for side in (marked.attributions, inside)
    )
    matches = find_matches(words, gold, own)
    return _Scores(
        full=Counts(sum(map(_is_full, matches)), len(own), len(gold)),
        content=Counts(len(matches), len(own), len(gold)),
    )


def _lies_in(told: Told, paragraph: Span) -> bool:
    place = told.cue or told.content
    return bool(place) and covers(paragraph, min(place))


def _is_full(match: Match) -> bool:
    return match.source and match.cue


def _figure(name: str, units: Sequence[Counts], measure: Callable[[Counts], float]) -> Figure:
    return figure(name, units, lambda sample: measure(sum(sample, Counts())), sum(unit.gold for unit in units))
