"""What an article is about, in a few hundred weighted words: enough to tell whether two articles tell one story."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import log, sqrt
from typing import Final

from accordingto.model.article import READ_ROLES, Article
from accordingto.record.features_words import base_form, numbers_in, rarity, small_words, word_list, words_in

LEAD_LETTERS: Final = 400
"""Code points that count as the lead: the headline and a sentence or two."""
MOST_WORDS: Final = 120
"""Words kept of each kind, the weightiest first: the figures on ECB+ are those of all words, at a tenth of the room."""

_MONTH_DAY: Final = re.compile(r"\b(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? (\d{1,2})\b")
_DAY_MONTH: Final = re.compile(r"\b(\d{1,2}) (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\b")
_YEAR: Final = re.compile(r"\b((?:19|20)\d\d)\b")

Weights = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Sketch:
    """An article by its words, names, the words of its lead, numbers and dates; each part is of length one or empty."""

    article: str
    words: Weights
    names: Weights
    lead: Weights
    numbers: Weights
    dates: Weights
    years: Weights
    weekdays: Weights


def sketch_of(article: Article) -> Sketch:
    """The article's sketch, from its headline and body and, where it stands outside them, its title."""
    text = "\n".join(part.span.of(article.text) for part in article.parts if part.role in READ_ROLES)
    if article.title and article.title not in text:
        text = f"{article.title}\n{text}"
    return sketch_of_text(article.id, text)


def sketch_of_text(article: str, text: str) -> Sketch:
    """The sketch of a text whose article has that id."""
    words = words_in(text)
    lead = words_in(text[:LEAD_LETTERS])
    weekdays = word_list("weekdays")
    days = [f"{month}{int(day)}" for month, day in _MONTH_DAY.findall(text)]
    days += [f"{month}{int(day)}" for day, month in _DAY_MONTH.findall(text)]
    return Sketch(
        article=article,
        words=_weighted(_bases(words)),
        names=_weighted(_names(words)),
        lead=_weighted(_bases(lead)),
        numbers=_even(numbers_in(words)),
        dates=_even(days),
        years=_even(_YEAR.findall(text)),
        weekdays=_even(word.lower() for word in words if word.lower() in weekdays),
    )


def cosine(left: Weights, right: Weights) -> float:
    """The cosine of two parts of sketches; 0.0 where one is empty."""
    shorter, longer = (left, right) if len(left) <= len(right) else (right, left)
    if not shorter or shorter.keys().isdisjoint(longer):
        return 0.0
    return sum([weight * longer[word] for word, weight in shorter.items() if word in longer])


def _bases(words: Iterable[str]) -> list[str]:
    small = small_words()
    return [base_form(lower) for lower in (word.lower() for word in words) if lower not in small]


def _names(words: list[str]) -> list[str]:
    """The words that the article writes with a capital throughout, without months and weekdays."""
    never = {word for word in words if word[0].islower()} | small_words() | word_list("weekdays") | word_list("months")
    return [base_form(word.lower()) for word in words if word[0].isupper() and word.lower() not in never]


def _weighted(bases: Iterable[str]) -> Weights:
    counts = Counter(bases)
    weights = {base: (1 + log(count)) * rarity(base) for base, count in counts.items()}
    kept = sorted(weights, key=lambda base: (-weights[base], base))[:MOST_WORDS]
    return _of_length_one({base: weights[base] for base in kept if weights[base] > 0})


def _even(things: Iterable[str]) -> Weights:
    return _of_length_one({thing: 1 + log(count) for thing, count in Counter(things).items()})


def _of_length_one(weights: Mapping[str, float]) -> Weights:
    length = sqrt(sum(weight * weight for weight in weights.values()))
    return {key: weight / length for key, weight in weights.items()} if length else {}
