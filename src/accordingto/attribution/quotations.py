"""Quotations of a paragraph, found by a state machine over its quotation marks.

The machine starts afresh at every paragraph, so one forgotten mark spoils one paragraph at most, and it never raises.
Marks known: " “ ” „ « » ‘ ’ ' `` and two apostrophes; an apostrophe is told from a quotation mark by its neighbours.
A quotation inside a quotation is part of the outer one.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from accordingto.model.span import Span

_MARK = re.compile(r"``|''|‘‘|’’|[\"“”„‟«»‘’‛'`]")
_DOUBLE = frozenset({'"', "“", "”", "„", "‟", "«", "»", "``", "''", "‘‘", "’’"})
_ONLY_OPENING = frozenset({"“", "„", "``", "‘‘", "‟"})

_CLOSERS: dict[str, frozenset[str]] = {
    "“": frozenset({"”", '"', "’’", "''"}),
    "‟": frozenset({"”", '"'}),
    "„": frozenset({"“", "”", '"'}),
    "«": frozenset({"»"}),
    "»": frozenset({"«", "»"}),
    '"': frozenset({'"', "”", "''"}),
    "”": frozenset({"”", '"'}),
    "``": frozenset({"''", "’’", '"'}),
    "''": frozenset({"''", "’’"}),
    "‘‘": frozenset({"’’", "''"}),
    "’’": frozenset({"’’", "''"}),
    "‘": frozenset({"’", "'"}),
    "’": frozenset({"’", "'"}),
    "'": frozenset({"'", "’"}),
    "`": frozenset({"'", "`", "’"}),
}
_ELISION = re.compile(r"(?:\d\ds?|em|tis|twas|til|till|n|cause|bout|round|im|er)\b", re.IGNORECASE)
_BEFORE_OPENING = frozenset("([{—–-/:;,…\"“”„«»‘’'`")
_STOPS = frozenset(".,?!…;:")


@dataclass(frozen=True, slots=True)
class Quotation:
    """From an opening mark to its closing mark, both included; `closed` is False where the paragraph ends first."""

    span: Span
    closed: bool


@dataclass(frozen=True, slots=True)
class _Mark:
    sign: str
    start: int
    end: int


def find_quotations(text: str, paragraph: Span) -> tuple[Quotation, ...]:
    """The outermost quotations of a paragraph, in order.

    >>> [quotation.span for quotation in find_quotations("They're “ready,” he said.", Span(0, 25))]
    [Span(start=8, end=16)]
    """
    words = paragraph.of(text)
    found: list[Quotation] = []
    opened: _Mark | None = None
    marks = [_Mark(match.group(), match.start(), match.end()) for match in _MARK.finditer(words)]
    last_single = max((mark.start for mark in marks if _may_close_single(words, mark)), default=-1)
    for mark in marks:
        if opened is None:
            opened = mark if _opens(words, mark, last_single) else None
        elif mark.sign in _CLOSERS[opened.sign] and _closes(words, opened, mark, last_single):
            found.append(_quotation(paragraph, opened.start, mark.end, closed=True))
            opened = None
    if opened is not None and opened.sign in _DOUBLE:
        found.append(_quotation(paragraph, opened.start, len(words.rstrip()), closed=False))
    return tuple(found)


def quotation_at(quotations: Sequence[Quotation], offset: int) -> Quotation | None:
    """The quotation that holds the code point, of quotations in order; None outside all."""
    index = bisect_right(quotations, offset, key=lambda quotation: quotation.span.start) - 1
    return quotations[index] if index >= 0 and offset < quotations[index].span.end else None


def _quotation(paragraph: Span, start: int, end: int, *, closed: bool) -> Quotation:
    return Quotation(Span(paragraph.start + start, paragraph.start + max(start, end)), closed)


def _opens(words: str, mark: _Mark, last_single: int) -> bool:
    if mark.sign in _DOUBLE:
        return mark.sign in _ONLY_OPENING or _stands_before_a_word(words, mark)
    return _opens_single(words, mark) and mark.start < last_single


def _stands_before_a_word(words: str, mark: _Mark) -> bool:
    """True unless the mark closes something (*left"*) or counts inches (*5-foot-10"*)."""
    if mark.end >= len(words):
        return False
    before = words[mark.start - 1] if mark.start else " "
    if before.isspace():
        return True
    return not (words[mark.end].isspace() or before.isalnum())


def _opens_single(words: str, mark: _Mark) -> bool:
    """True for a single mark that opens: *'We left'*; not *rebels'*, *don't*, *'90s*."""
    before = words[mark.start - 1] if mark.start else " "
    after = words[mark.end] if mark.end < len(words) else " "
    if not (before.isspace() or before in _BEFORE_OPENING) or after.isspace():
        return False
    return not _ELISION.match(words, mark.end)


def _closes(words: str, opened: _Mark, mark: _Mark, last_single: int) -> bool:
    if mark.sign not in _DOUBLE:
        return _may_close_single(words, mark) and not _is_plural_possessive(words, mark, last_single)
    if mark.sign != opened.sign:
        return True
    return mark.start > opened.end and not _opens_inside(words, mark)


def _opens_inside(words: str, mark: _Mark) -> bool:
    """True for a mark with a space before it and a letter after it: it opens although nothing was closed."""
    before, after = words[mark.start - 1], words[mark.end : mark.end + 1]
    return before.isspace() and after.isalnum()


def _may_close_single(words: str, mark: _Mark) -> bool:
    """True for a single mark after a letter or stop and before anything but a letter."""
    if mark.sign in _DOUBLE or mark.sign in {"‘", "`"} or mark.start == 0:
        return False
    before, after = words[mark.start - 1], words[mark.end : mark.end + 1]
    return not before.isspace() and not after.isalnum()


def _is_plural_possessive(words: str, mark: _Mark, last_single: int) -> bool:
    """True for *the rebels' demands* inside a quotation that is closed further on."""
    before, after = words[mark.start - 1], words[mark.end : mark.end + 2]
    follows = len(after) == 2 and after[0].isspace() and after[1].islower()
    return before in "sS" and before not in _STOPS and follows and mark.start < last_single
