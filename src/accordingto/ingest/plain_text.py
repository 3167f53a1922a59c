"""Plain text -> Article. The text is never changed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from accordingto.ingest.details import NO_DETAILS, ArticleDetails
from accordingto.ingest.language import find_language
from accordingto.ingest.origin import find_reporter_names, find_republications
from accordingto.ingest.paragraphs import Block, find_blocks
from accordingto.ingest.parts import dateline_of, find_parts, find_stamp
from accordingto.ingest.written_dates import find_date
from accordingto.model.article import Article, Part, PartRole
from accordingto.model.errors import InputError

LONGEST_ARTICLE = 1_000_000
"""Code points, about 170,000 words. Reports rarely pass 100,000; beyond the limit it is a book or many reports."""


def article_from_text(text: str, details: ArticleDetails = NO_DETAILS) -> Article:
    """The article with its parts and what its margins tell. Raises InputError when it is blank or too long."""
    check_length(text, details.path)
    return assemble_article(text, find_blocks(text), details)


def assemble_article(text: str, blocks: Sequence[Block], details: ArticleDetails, origin: str | None = None) -> Article:
    """The article whose paragraphs are known: their roles, and title, byline, day and origin from their words.

    `origin` is an outlet that metadata name as the report's first.
    """
    parts = find_parts(text, blocks, details.title)
    headline = next((part.span.of(text) for part in parts if part.role is PartRole.HEADLINE), None)
    dateline = dateline_of(text, parts)
    return Article(
        text=text,
        parts=parts,
        path=details.path,
        url=details.url,
        title=details.title or (headline.lstrip("# ") if headline else None),
        publisher=details.publisher,
        published=details.published or (dateline.day if dateline else None) or _stamped_day(text, parts),
        byline=details.byline or find_reporter_names(text, parts),
        language=details.language or find_language(text),
        republished_from=find_republications(text, parts, details.publisher, origin),
    )


def check_length(text: str, path: str | None) -> None:
    """Raise InputError where the text is blank or longer than a report can be."""
    name = path or "The text"
    if not text.strip():
        found = "nothing" if not text else "only white space"
        raise InputError(f"{name} holds {found}. Give a report with words in it.")
    if len(text) > LONGEST_ARTICLE:
        raise InputError(
            f"{name} is too long for one report: {len(text):,} characters, the most is {LONGEST_ARTICLE:,}. "
            "Split it into one file a report, or give JSON Lines with one report a line."
        )


def _stamped_day(text: str, parts: Sequence[Part]) -> date | None:
    stamps = (find_stamp(part.span.of(text)) for part in parts if part.role is PartRole.DATELINE)
    return next((day for stamp in stamps if stamp and (day := find_date(stamp))), None)
