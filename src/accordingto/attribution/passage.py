"""A parsed paragraph with its quotations: what every step of attribution looks at."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from accordingto.attribution.quotations import Quotation, find_quotations, quotation_at
from accordingto.model.span import Span, Spans, merge, trim
from accordingto.parse.parsed import Paragraph, ParsedArticle

EDGE_MARKS = " \t\r\n\u00a0,;"
"""What never belongs to the edge of a span: white space, commas and semicolons."""


@dataclass(frozen=True, slots=True)
class Passage:
    """One paragraph of `text` and its quotations; `start` is where the paragraph's first token is counted from.

    `tokens` are those of the paragraph, made once: each walk over a Doc makes them anew.
    """

    paragraph: Paragraph
    text: str
    quotations: tuple[Quotation, ...]
    start: int
    tokens: tuple[Token, ...]

    def span(self, first: Token, last: Token) -> Span:
        """From the first of two tokens to the end of the last, without commas and white space at the edges."""
        whole = Span(self.start + first.idx, self.start + last.idx + len(last))
        return trim(self.text, whole, EDGE_MARKS)

    def offset(self, token: Token) -> int:
        """Where the token begins in the article's text."""
        return self.start + token.idx

    def head_of(self, span: Span) -> Token | None:
        """The word of the span that all its others hang on; None where the span is not in this paragraph."""
        if span.start < self.start or span.end > self.paragraph.span.end:
            return None
        words = self.paragraph.doc.char_span(span.start - self.start, span.end - self.start, alignment_mode="expand")
        return words.root if words is not None else None

    def quotation_of(self, token: Token) -> Quotation | None:
        """The quotation that the token stands in."""
        return quotation_at(self.quotations, self.start + token.idx)


class PassageIndex:
    """The passages of a report, in order, and the way from an offset to its passage."""

    def __init__(self, passages: Sequence[Passage]) -> None:
        self.passages = tuple(passages)
        self._starts = [passage.paragraph.span.start for passage in self.passages]

    def number_at(self, offset: int) -> int | None:
        """The number of the passage that holds the code point; None between passages."""
        number = bisect_right(self._starts, offset) - 1
        return number if number >= 0 and offset < self.passages[number].paragraph.span.end else None

    def numbers_of(self, spans: Spans) -> set[int]:
        """The numbers of the passages in which the spans begin."""
        return {number for span in spans if (number := self.number_at(span.start)) is not None}

    def passage_at(self, offset: int) -> Passage | None:
        """The passage that holds the code point; None between passages."""
        number = self.number_at(offset)
        return None if number is None else self.passages[number]


def passages_of(parsed: ParsedArticle) -> Iterator[Passage]:
    """Every paragraph of the report with its quotations, in order."""
    text = parsed.article.text
    for paragraph in parsed.paragraphs:
        quotations = find_quotations(text, paragraph.span)
        yield Passage(paragraph, text, quotations, paragraph.span.start, tuple(paragraph.doc))


def with_whole_quotations(passage: Passage, spans: Spans, *, outside: int) -> Spans:
    """The spans widened to the whole of every quotation they touch, save one that holds the offset `outside`.

    A content that begins or ends amid a quotation was cut by the parse: quotation marks belong to the content.
    """
    if not passage.quotations:
        return spans
    return merge(_widened(passage, span, outside) for span in spans)


def _widened(passage: Passage, span: Span, outside: int) -> Span:
    if len(span) == 0:
        return span
    start, end = span.start, span.end
    for offset in (start, end - 1):
        quotation = quotation_at(passage.quotations, offset)
        if quotation is not None and not quotation.span.start <= outside < quotation.span.end:
            start, end = min(start, quotation.span.start), max(end, quotation.span.end)
    if start <= outside < end and not span.start <= outside < span.end:
        return span
    return Span(start, end)
