"""Attributions against a set in PolNeAR's layout: precision, recall and F1, of all and of reported speech alone.

A full match has the content (at least half of the words), the source (its head) and the cue (a word). Definitions
are those of the published scorer of the set, and a test holds the two against each other.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from accordingto.attribution.find import find_attributions
from accordingto.evaluation.attribution_match import Roles, Words, WordSet, find_matches, words_of_text
from accordingto.evaluation.polnear import MarkedArticle, read_polnear
from accordingto.evaluation.report import Counts, Evaluation, Figure, f1, figure, precision, recall
from accordingto.ingest.plain_text import article_from_text
from accordingto.model.resources import load_toml
from accordingto.model.span import Spans
from accordingto.parse.encoder import load_encoder
from accordingto.parse.language_model import load_language_model
from accordingto.parse.parsed import parse_article, with_encoding
from accordingto.reader import ReaderName, reader_named

_SPEECH = frozenset(load_toml("attribution_scorer.toml")["speech"].split())
"""A cue with one of these words is reported speech; the other half of the set is plans, wishes and approvals."""

_IRREGULAR = {"said": "say", "says": "say", "saying": "say", "told": "tell"}
_MARK_OR_WORD = re.compile(r"\w+|[“”\"«»\n]")


class Told(Protocol):
    """Anything with the spans of the three roles: an attribution, or one marked by hand."""

    @property
    def source(self) -> Spans: ...
    @property
    def cue(self) -> Spans: ...
    @property
    def content(self) -> Spans: ...


@dataclass(frozen=True, slots=True)
class _Scores:
    """The counts of one article: full matches, contents alone, contents to the word; marked and found by form."""

    full: Counts
    content: Counts
    exact: Counts
    by_form: dict[str, Counts]


def read_attributions(text: str, reader: str = ReaderName.ACCURATE) -> Sequence[Told]:
    """The attributions of a plain text, as the reader of that name finds them."""
    parsed = parse_article(article_from_text(text), load_language_model())
    if reader_named(reader) is ReaderName.ACCURATE:
        parsed = with_encoding(parsed, load_encoder())
    return find_attributions(parsed)


def evaluate_attribution(folder: Path, read: Callable[[str], Sequence[Told]] = read_attributions) -> Evaluation:
    """The figures of the reader on a set, with 95 % intervals from resampling its articles."""
    articles = list(read_polnear(folder))
    found = [tuple(read(article.text)) for article in articles]
    figures: list[Figure] = []
    for view, keep in (("all", None), ("speech", is_speech)):
        scores = [_score(article, told, keep) for article, told in zip(articles, found, strict=True)]
        figures += _figures(view, scores)
    return Evaluation("attribution", len(articles), tuple(figures))


def is_speech(text: str, told: Told) -> bool:
    """True where the cue holds a word of speech, in any of its forms."""
    words = re.findall(r"\w+", " ".join(span.of(text) for span in told.cue).lower())
    return any(not _SPEECH.isdisjoint(_lemmas(word)) for word in words)


def form_in_marks(text: str, content: Spans) -> str:
    """Direct, indirect, mixed or empty: by quotation marks of the same paragraph alone."""
    inside = outside = 0
    for span in content:
        quoted = False
        start = text.rfind("\n", 0, span.start) + 1
        for found in _MARK_OR_WORD.finditer(text[start : span.end]):
            sign = found.group()
            if sign in '“”"«»\n':
                quoted = not quoted if sign == '"' else sign in "“«"
            elif start + found.end() > span.start:
                inside, outside = inside + quoted, outside + (not quoted)
    if not inside + outside:
        return "empty"
    return "indirect" if not inside else "mixed" if outside else "direct"


def _lemmas(word: str) -> set[str]:
    return {_IRREGULAR.get(word, word), re.sub(r"ies$", "y", word), re.sub(r"(s|d|ed|ing)$", "", word)}


def _score(article: MarkedArticle, told: Iterable[Told], keep: Callable[[str, Told], bool] | None) -> _Scores:
    words, text = words_of_text(article.text), article.text
    marked: list[Told] = [item for item in article.attributions if keep is None or keep(text, item)]
    read = [item for item in told if keep is None or keep(text, item)]
    gold, own = [roles_of(words, item) for item in marked], [roles_of(words, item) for item in read]
    matches = find_matches(words, gold, own)
    full = {match.marked for match in matches if match.source and match.cue}
    by_form: dict[str, Counts] = {}
    for number, item in enumerate(marked):
        form = form_in_marks(text, item.content)
        by_form[form] = by_form.get(form, Counts()) + Counts(hits=number in full, gold=1)
    return _Scores(
        full=Counts(len(full), len(own), len(gold)),
        content=Counts(len(matches), len(own), len(gold)),
        exact=_exact(words, gold, own),
        by_form=by_form,
    )


def roles_of(words: Words, told: Told) -> Roles:
    """The words of each role."""
    return Roles(words.of(told.source), words.of(told.cue), words.of(told.content))


def _exact(words: Words, marked: Sequence[Roles], read: Sequence[Roles]) -> Counts:
    """Contents that are the same to the word, punctuation left out."""
    gold, own = _contents(words, marked), _contents(words, read)
    return Counts((gold & own).total(), own.total(), gold.total())


def _contents(words: Words, all_roles: Sequence[Roles]) -> Counter[WordSet]:
    contents = (words.without_marks(roles.content) for roles in all_roles)
    return Counter(content for content in contents if content)


def _figures(view: str, scores: Sequence[_Scores]) -> list[Figure]:
    full, content = [score.full for score in scores], [score.content for score in scores]
    figures = [
        _figure(f"{view}: full match, F1", full, f1),
        _figure(f"{view}: full match, precision", full, precision),
        _figure(f"{view}: full match, recall", full, recall),
        _figure(f"{view}: content, F1", content, f1),
        _figure(f"{view}: content to the word, F1", [score.exact for score in scores], f1),
    ]
    for form in ("direct", "indirect", "mixed"):
        units = [score.by_form.get(form, Counts()) for score in scores]
        figures.append(_figure(f"{view}: full match, recall of {form}", units, recall))
    return figures


def _figure(name: str, units: Sequence[Counts], measure: Callable[[Counts], float]) -> Figure:
    """The measure of the articles' counts together, with its interval."""
    return figure(name, units, lambda sample: measure(sum(sample, Counts())), sum(unit.gold for unit in units))
