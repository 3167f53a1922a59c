"""How an unnamed source is described, on what condition it spoke, and why: "an aide | who asked not to be named"."""

from __future__ import annotations

import re
from functools import cache

from accordingto.model.attribution import Anonymity
from accordingto.model.resources import load_toml
from accordingto.model.span import Span, Spans, any_overlap, hull, trim

REACH = 220
"""Characters before and behind the source in which its condition may stand: the sentence, and the one behind it."""

_EDGES = " \t\r\n\u00a0,;.—–-"
_SENTENCE_END = re.compile(r"[.!?][\"”’')]*\s+(?=[A-Z\"“‘'])|\n\s*\n")
_STOP = re.compile(r"[.!?“”\"]")
_TRAILING = re.compile(r"(?:,|\s)+(?:and|but|who|speaking)?\s*$", re.IGNORECASE)


def anonymity_of(text: str, source: Spans, cue: Spans) -> Anonymity:
    """The words that describe the source, with its condition and reason where they stand beside it."""
    around = _region(text, hull(source))
    condition = _first(_conditions(), text, around)
    reason = _reason(text, condition, around)
    beside = min((found.start for found in (condition, reason) if found is not None), default=None)
    described = _description(text, hull(source), cue, beside)
    return Anonymity((described,) if condition is None else (described, condition), reason)


def condition_near(text: str, source: Spans) -> Span | None:
    """The words by which the source asked not to be named, in its sentence or at the start of the next."""
    return _first(_conditions(), text, _region(text, hull(source)))


def _description(text: str, source: Span, cue: Spans, beside: int | None) -> Span:
    """The source's words up to its condition; where the source was cut short of a condition beside it, up to that."""
    end = source.end
    if beside is not None and beside > source.start:
        between = Span(source.end, max(beside, source.end))
        apart = _STOP.search(between.of(text)) is not None or any_overlap(cue, [between])
        end = source.end if apart else beside
    described = trim(text, Span(source.start, end), _EDGES)
    shortened = _TRAILING.sub("", described.of(text))
    return Span(described.start, described.start + len(shortened))


def _region(text: str, source: Span) -> Span:
    """From the source to the end of the next sentence; quotations count, since "who asked …" may follow one."""
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
