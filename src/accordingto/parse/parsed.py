"""A report with its paragraphs parsed, and the way from tokens to the article's offsets and back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token
from spacy.tokens import Span as TokenSpan

from accordingto.model.article import READ_ROLES, Article, Part, PartRole
from accordingto.model.span import Span
from accordingto.parse.encoder import EncodedWindow, Encoder
from accordingto.parse.language_model import LanguageModel
from accordingto.parse.normalise import normalise

LONGEST_PARAGRAPH = 10_000
"""Code points parsed at once; a longer paragraph is cut after a sentence or, failing that, at a space."""

_START = "accordingto_start"
_ONE_LINE = str.maketrans("\r\n\v\f\x1c\x1d\x1e\x85\u2028\u2029", " " * 10)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph, or a bounded piece of a very long one. `first_sentence` counts over the article."""

    index: int
    role: PartRole
    span: Span
    doc: Doc
    first_sentence: int


@dataclass(frozen=True, slots=True)
class ParsedArticle:
    """An article and the parse of every paragraph that is read as report.

    `encoded` are the windows of the encoder's one pass over the same paragraphs; None where it was not asked for.
    """

    article: Article
    paragraphs: tuple[Paragraph, ...]
    encoded: tuple[EncodedWindow, ...] | None = None

    def tokens(self) -> Iterator[Token]:
        """Every token of the report, in order."""
        return (token for paragraph in self.paragraphs for token in paragraph.doc)

    def sentences(self) -> Iterator[TokenSpan]:
        """Every sentence of the report, in order."""
        return (sentence for paragraph in self.paragraphs for sentence in paragraph.doc.sents)


def parse_article(article: Article, model: LanguageModel) -> ParsedArticle:
    """The report parsed: headline, body and block quotations; not bylines, datelines and boilerplate."""
    pieces = [piece for part in article.parts if part.role in READ_ROLES for piece in _pieces(article.text, part)]
    paragraphs: list[Paragraph] = []
    sentences = 0
    for piece, doc in zip(pieces, model.parse(normalise(piece.span.of(article.text)) for piece in pieces), strict=True):
        doc.user_data[_START] = piece.span.start
        paragraphs.append(Paragraph(len(paragraphs), piece.role, piece.span, doc, sentences))
        sentences += sum(1 for _ in doc.sents)
    return ParsedArticle(article, tuple(paragraphs))


def with_encoding(parsed: ParsedArticle, encoder: Encoder) -> ParsedArticle:
    """The same with the windows of one pass of the encoder over the report."""
    return replace(parsed, encoded=tuple(encoder.encode(report_text(parsed.article))))


def report_text(article: Article) -> str:
    """A text of the article's length that holds only what is read as report, a line a paragraph.

    >>> parts = (Part(PartRole.BYLINE, Span(0, 6)), Part(PartRole.BODY, Span(7, 20)))
    >>> report_text(Article("By Ana\\nTroops\\nfired.", parts))
    '      \\nTroops fired.'
    """
    pieces: list[str] = []
    end = 0
    for part in article.parts:
        blank = " " * (part.span.start - end)
        pieces.append(blank[:-1] + "\n" if blank else "")
        words = part.span.of(article.text)
        pieces.append(words.translate(_ONE_LINE) if part.role in READ_ROLES else " " * len(words))
        end = part.span.end
    return "".join(pieces) + " " * (len(article.text) - end)


def span_of(token: Token) -> Span:
    """Where the token stands in the article's text."""
    start = token.doc.user_data[_START] + token.idx
    return Span(start, start + len(token))


def span_of_all(tokens: Iterable[Token]) -> Span:
    """From the first of the tokens to the end of the last; they are of one paragraph. ValueError when none."""
    found = sorted(tokens, key=lambda token: token.i)
    if not found:
        raise ValueError("No tokens, so no span.")
    return Span(span_of(found[0]).start, span_of(found[-1]).end)


def _pieces(text: str, part: Part) -> Iterator[Part]:
    start = part.span.start
    while part.span.end - start > LONGEST_PARAGRAPH:
        end = _cut_before(text, start, start + LONGEST_PARAGRAPH)
        yield Part(part.role, Span(start, end))
        start = end
    if text[start : part.span.end].strip():
        yield Part(part.role, Span(start, part.span.end))


def _cut_before(text: str, start: int, limit: int) -> int:
    for boundary in (". ", " "):
        found = text.rfind(boundary, start + 1, limit)
        if found > start:
            return found + len(boundary)
    return limit
