"""Training examples from marked articles: which words are cues, which options are contents and sources."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from accordingto.attribution.choice_features import content_choice_features, source_choice_features
from accordingto.attribution.contents import content_options
from accordingto.attribution.cue_features import clause_features, word_features
from accordingto.attribution.cues import Cue, cue_of, find_possible_anchors
from accordingto.attribution.options import Options
from accordingto.attribution.passage import Passage, passages_of
from accordingto.attribution.sources import source_options
from accordingto.evaluation.attribution_match import LEAST_OVERLAP, Words, WordSet, is_same_source, words_of_text
from accordingto.evaluation.polnear import Marked, MarkedArticle
from accordingto.ingest.plain_text import article_from_text
from accordingto.model.span import Span, Spans
from accordingto.parse.language_model import LanguageModel
from accordingto.parse.parsed import parse_article

_MUCH_BETTER = 0.15
"""Of several words in one marked cue, the one whose options fit the content better by so much is the anchor."""

Row = list[str]


@dataclass(frozen=True, slots=True)
class CueExample:
    """A possible cue: its features, whether it is one, and whether it stands in another's content."""

    names: Row
    is_cue: bool
    is_held: bool


@dataclass(frozen=True, slots=True)
class ChoiceExample:
    """The options for a role: their features, and how well each fits what was marked (0 to 1)."""

    rows: list[Row]
    fits: list[float]


@dataclass(slots=True)
class Examples:
    """All examples of a set; grows article by article."""

    cues: list[CueExample] = field(default_factory=list)
    contents: list[ChoiceExample] = field(default_factory=list)
    sources: list[ChoiceExample] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Anchor:
    passage: Passage
    cue: Cue
    options: Options
    fits: list[float]

    @property
    def best_fit(self) -> float:
        return max(self.fits, default=0.0)

    @property
    def depth(self) -> int:
        return sum(1 for _ in self.cue.anchor.ancestors)


def add_article(examples: Examples, article: MarkedArticle, model: LanguageModel) -> None:
    """Put the examples of one marked article to the others."""
    words = words_of_text(article.text)
    parsed = parse_article(article_from_text(article.text), model)
    cues = [(passage, cue_of(anchor)) for passage in passages_of(parsed) for anchor in find_possible_anchors(passage)]
    at_word: dict[int, list[int]] = defaultdict(list)
    for number, (passage, cue) in enumerate(cues):
        for word in _anchor_words(words, passage, cue):
            at_word[word].append(number)
    chosen: dict[int, Marked] = {}
    for marked in article.attributions:
        numbers = sorted({number for word in words.of(marked.cue) for number in at_word[word]})
        anchors = {number: _anchor(words, *cues[number], marked) for number in numbers}
        number = _best(anchors)
        if number is not None and number not in chosen:
            chosen[number] = marked
            _add_choices(examples, words, anchors[number], marked)
    told = frozenset[int]().union(*(words.of(marked.content) for marked in article.attributions))
    for number, (passage, cue) in enumerate(cues):
        names = [*word_features(cue.anchor), *clause_features(passage, cue)]
        held = not told.isdisjoint(_anchor_words(words, passage, cue))
        examples.cues.append(CueExample(names, number in chosen, held))


def _anchor_words(words: Words, passage: Passage, cue: Cue) -> WordSet:
    start = passage.offset(cue.anchor)
    return words.of((Span(start, start + len(cue.anchor)),))


def _anchor(words: Words, passage: Passage, cue: Cue, marked: Marked) -> _Anchor:
    options = content_options(passage, cue)
    gold = words.without_marks(words.of(marked.content)) or words.of(marked.content)
    fits = [_overlap(words.without_marks(words.of(spans)), gold) for spans in options]
    return _Anchor(passage, cue, options, fits)


def _best(anchors: dict[int, _Anchor]) -> int | None:
    """The anchor whose options fit the content clearly best; between equals the highest in the tree."""
    best: int | None = None
    for number, anchor in anchors.items():
        if best is None or _is_better(anchor, anchors[best]):
            best = number
    return best


def _is_better(anchor: _Anchor, than: _Anchor) -> bool:
    if anchor.best_fit > than.best_fit + _MUCH_BETTER:
        return True
    return anchor.best_fit > than.best_fit - _MUCH_BETTER and anchor.depth < than.depth


def _add_choices(examples: Examples, words: Words, anchor: _Anchor, marked: Marked) -> None:
    if anchor.best_fit < LEAST_OVERLAP:
        return
    passage, cue, options = anchor.passage, anchor.cue, anchor.options
    examples.contents.append(ChoiceExample(content_choice_features(passage, cue, options), anchor.fits))
    content = list(options)[anchor.fits.index(anchor.best_fit)]
    sources = source_options(passage, cue, content)
    fits = [*_source_fits(words, sources, marked.source), 0.0 if marked.source else 1.0]
    if max(fits) > 0:
        examples.sources.append(ChoiceExample(source_choice_features(passage, cue, sources, content), fits))


def _source_fits(words: Words, options: Sequence[Spans] | Options, marked: Spans) -> Iterator[float]:
    gold = words.of(marked)
    for spans in options:
        own = words.of(spans)
        yield _overlap(own, gold) if gold and is_same_source(words, gold, own) else 0.0


def _overlap(own: WordSet, gold: WordSet) -> float:
    return len(own & gold) / max(len(own | gold), 1)
