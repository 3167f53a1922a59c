"""An article -> the times it speaks of, on the calendar as seen from the day it was published."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from accordingto.grounding.mention_index import MentionIndex
from accordingto.grounding.named_days import find_named_days
from accordingto.grounding.time_context import is_part_of_name, lies_ahead
from accordingto.grounding.time_expressions import TimeExpression, find_expressions
from accordingto.grounding.time_stretches import FoundTime, join_stretches
from accordingto.grounding.time_value import Anchor, TimeValue
from accordingto.grounding.time_values import value_of
from accordingto.grounding.time_words import TimeToken, time_tokens
from accordingto.model.article import READ_ROLES, Article
from accordingto.model.span import Span
from accordingto.model.when import TimePrecision, When, when_id


def ground_times(article: Article) -> tuple[When, ...]:
    """Every time the report tells, with all the words that tell it, in the order of first mention."""
    article_id = article.id  # a hash of the whole text: once an article, not once a time
    times: dict[str, When] = {}
    mentions: dict[str, list[Span]] = {}
    for found in find_times(article):
        days, words = found.value.days, found.span.of(article.text)
        start, end = (days.start, days.end) if days is not None else (None, None)
        identity = when_id(article_id, start, end, found.value.precision, words)
        times.setdefault(identity, When(identity, start, end, found.value.precision))
        mentions.setdefault(identity, []).append(found.span)
    return tuple(replace(when, mentions=tuple(mentions[identity])) for identity, when in times.items())


def time_finder(times: tuple[When, ...]) -> Callable[[Span], str | None]:
    """From words to the id of the time they tell: a calendar time before a length, then the first one told."""
    index = MentionIndex((mention, when) for when in times for mention in when.mentions)

    def find(span: Span) -> str | None:
        inside = index.overlapping(span)
        best = min(inside, key=lambda pair: (pair[1].precision == TimePrecision.DURATION, pair[0]), default=None)
        return best[1].id if best is not None else None

    return find


def time_of(times: tuple[When, ...], span: Span) -> str | None:
    """The id of the time that words tell. For many spans of one article take a `time_finder`."""
    return time_finder(times)(span)


def find_times(article: Article) -> Iterator[FoundTime]:
    """Every expression of the report with its value, in the order of the text."""
    anchor = Anchor(published=article.published)
    for part in article.parts:
        if part.role not in READ_ROLES:
            continue
        for found in _in_part(article, part.span, anchor):
            anchor = _moved(anchor, found.value)
            yield found


def _in_part(article: Article, part: Span, anchor: Anchor) -> list[FoundTime]:
    tokens = time_tokens(article.text, part.start, part.end)
    named = [FoundTime(span, value) for span, value in find_named_days(article.text, part, anchor)]
    told = join_stretches(_values(tokens, anchor), tokens, anchor.published)
    days = MentionIndex((day.span, day) for day in named)
    others = [found for found in told if not any(days.overlapping(found.span))]
    return sorted([*named, *others], key=lambda found: found.span)


def _values(tokens: list[TimeToken], anchor: Anchor) -> Iterator[FoundTime]:
    for expression in find_expressions(tokens):
        if is_part_of_name(expression):
            continue
        value = value_of(expression, replace(anchor, ahead=lies_ahead(tokens, expression)))
        if value is not None:
            anchor = _moved(anchor, value)
            yield FoundTime(_words(expression), value, expression)


def _moved(anchor: Anchor, value: TimeValue) -> Anchor:
    """The anchor with the day just told, from which "a day earlier" counts."""
    if value.days is None or value.precision not in {TimePrecision.DAY, TimePrecision.MONTH, TimePrecision.YEAR}:
        return anchor
    if value.precision == TimePrecision.DAY:
        return replace(anchor, told=value.days.start, around=value.days.start)
    return replace(anchor, around=value.days.start)


def _words(expression: TimeExpression) -> Span:
    """The expression without a closing full stop, and without the article of "the 2012 election"."""
    tokens = list(expression.tokens)
    while len(tokens) > 1 and tokens[-1].word in {".", ","}:
        tokens.pop()
    if len(tokens) == 2 and tokens[0].kind == "t" and tokens[1].kind == "y":
        tokens.pop(0)
    return Span(tokens[0].start, tokens[-1].end)
