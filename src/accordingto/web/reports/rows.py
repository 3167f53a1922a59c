"""A report -> rows of a page: a paragraph each, or some sentences of a long one, with the cards beside."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from accordingto.model.article import Article, PartRole
from accordingto.model.span import Span, trim
from accordingto.web.addresses import PAGE_CHARACTERS

SHORT: Final = 350
"""A row is cut at the first end of a sentence after so many characters."""
LONGEST: Final = 2_000
"""A row is cut there where no sentence ends."""
_SENTENCE_END: Final = re.compile(r'[.!?…。؟۔][]"”’\')]*\s+')
_WHITE: Final = " \t\r\n\u00a0"
Row = tuple[PartRole, Span]


def page_count(article: Article) -> int:
    """How many pages the report takes, one at least."""
    return max(1, -(-len(article.text) // PAGE_CHARACTERS))


def rows_of(article: Article, page: int) -> tuple[Row, ...]:
    """The rows that start on the page, counted from 1, each with the role of its part."""
    first, last = (page - 1) * PAGE_CHARACTERS, page * PAGE_CHARACTERS
    near = (part for part in article.parts if part.span.start < last and first < part.span.end)
    rows = ((part.role, row) for part in near for row in cut(article.text, part.span))
    return tuple((role, row) for role, row in rows if first <= row.start < last)


def cut(text: str, paragraph: Span) -> Iterator[Span]:
    """The paragraph in pieces that end with a sentence; one piece where it is short.

    >>> text = "He left. " * 100
    >>> [len(piece) for piece in cut(text, Span(0, len(text)))]
    [359, 539]
    """
    start = paragraph.start
    while start < paragraph.end:
        end = _end_of_piece(text, start, paragraph.end)
        piece = trim(text, Span(start, end), _WHITE)
        if len(piece):
            yield piece
        start = end


def sentences_of(text: str, row: Span) -> tuple[Span, ...]:
    """The row's sentences, one after another without a gap between them.

    >>> [span.of("He left. She stayed.") for span in sentences_of("He left. She stayed.", Span(0, 20))]
    ['He left. ', 'She stayed.']
    """
    ends = [found.end() for found in _SENTENCE_END.finditer(text, row.start, row.end)]
    edges = sorted({row.start, *ends, row.end})
    return tuple(Span(start, end) for start, end in pairwise(edges))


def _end_of_piece(text: str, start: int, end: int) -> int:
    if end - start <= 2 * SHORT:
        return end
    found = _SENTENCE_END.search(text, start + SHORT, min(end, start + LONGEST))
    if found:
        return found.end()
    space = text.rfind(" ", start + SHORT, min(end, start + LONGEST))
    return space + 1 if space > start else min(end, start + LONGEST)
