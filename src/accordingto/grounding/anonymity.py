"""How an unnamed source is described, on what condition it spoke, and why: "an aide | who asked not to be named"."""

from __future__ import annotations

import re
from functools import cache

from accordingto.model.attribution import Anonymity
from accordingto.model.resources import load_toml
from accordingto.model.span import Span, Spans, hull, trim

REACH = 220
"""Characters before and behind the source in which its condition may stand: the sentence, and the one behind it."""

_EDGES = " \t\r\n\u00a0,;.—–-"
_SENTENCE_END = re.compile(r"[.!?][\"”’')]*\s+(?=[A-Z\"“‘'])|\n\s*\n")
_TRAILING = re.compile(r"(?:,|\s)+(?:and|but|who|speaking)?\s*$", re.IGNORECASE)


def anonymity_of(text: str, source: Spans, cue: Spans) -> Anonymity:
    """The words that describe the source, with its condition and reason where they stand beside it."""
    around = _region(text, hull(source), cue)
    condition = _first(_conditions(), text, around)
    reason = _reason(text, condition, around)
    end = hull(source).end
    for found in (condition, reason):
        if found is not None and source[0].start < found.start:
            end = min(max(end, found.start), found.start)
    described = trim(text, Span(source[0].start, end), _EDGES)
    shortened = _TRAILING.sub("", described.of(text))
    described = Span(described.start, described.start + len(shortened))
    return Anonymity((described,) if condition is None else (described, condition), reason)


def condition_near(text: str, source: Spans, cue: Spans) -> Span | None:
    """The words by which the source asked not to be named, in its sentence or at the start of the next."""
    return _first(_conditions(), text, _region(text, hull(source), cue))


def _region(text: str, source: Span, cue: Spans) -> Span:
    """From the source to the end of the next sentence; quotations count, since "who asked …" may follow one."""
    start = source.start
    if cue and cue[0].start > source.end:
        start = source.start
    first = _SENTENCE_END.search(text, source.end, source.end + REACH)
    if first is None or "\n" in first.group():
        return Span(start, min(len(text), source.end + REACH) if first is None else first.start())
    second = _SENTENCE_END.search(text, first.end(), first.end() + REACH)
    end = second.end() if second is not None else min(len(text), first.end() + REACH)
    return Span(start, end)


def _reason(text: str, condition: Span | None, around: Span) -> Span | None:
    by_itself = _first(_reasons(), text, around)
    if by_itself is not None or condition is None:
        return by_itself
    found = _behind().match(text[condition.end : condition.end + REACH])
    return None if found is None else Span(condition.end + found.start(1), condition.end + found.end(1))


def _first(patterns: tuple[re.Pattern[str], ...], text: str, around: Span) -> Span | None:
    found = (pattern.search(text, around.start, around.end) for pattern in patterns)
    spans = [trim(text, Span(match.start(), match.end()), _EDGES) for match in found if match is not None]
    return min(spans, key=lambda span: (span.start, -span.end), default=None)


@cache
def _conditions() -> tuple[re.Pattern[str], ...]:
    return _patterns("conditions")


@cache
def _reasons() -> tuple[re.Pattern[str], ...]:
    return _patterns("reasons")


@cache
def _behind() -> re.Pattern[str]:
    return re.compile(load_toml("source_kinds.toml")["anonymity"]["reason_behind"])


def _patterns(group: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern) for pattern in load_toml("source_kinds.toml")["anonymity"][group])
