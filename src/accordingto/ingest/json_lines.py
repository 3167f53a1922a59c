"""JSON Lines -> articles: one object a line, with the text and what is known of it.

Keys: `text` (or `html`), `title`, `publisher`, `published` (or `date`), `url`, `byline` (or `author`, `authors`),
`language`. Others are passed over. An article's path is "FILE:LINE". Lines that `whole_articles.py` wrote are taken as
the articles they were.
"""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any, Final

from accordingto.ingest.decoding import LARGEST_INPUT, decode, too_large
from accordingto.ingest.details import NO_DETAILS, ArticleDetails, first_known
from accordingto.ingest.failure import Failure
from accordingto.ingest.html_page import article_from_html
from accordingto.ingest.plain_text import article_from_text
from accordingto.ingest.whole_articles import WHOLE_ARTICLE, whole_article, without_lone_surrogates
from accordingto.ingest.written_dates import find_date
from accordingto.model.article import Article
from accordingto.model.errors import InputError

logger = logging.getLogger(__name__)

Row = dict[str, Any]  # a JSON object: values of many types

ABSENT: Final = frozenset({"none", "null", "nan", "n/a", "unknown"})
"""What tables write where they hold nothing; such a value is taken as absent."""

_ENGLISH: Final = frozenset({"en", "eng", "english"})


def articles_from_jsonl(
    lines: Iterable[bytes], name: str, details: ArticleDetails = NO_DETAILS
) -> Iterator[Article | Failure]:
    """An article, or why there is none, for each line that is not blank; what the caller knows goes first."""
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield _article_or_failure(line, f"{name}:{number}", details)


def articles_from_json(raw: bytes, name: str, details: ArticleDetails = NO_DETAILS) -> Iterator[Article | Failure]:
    """The same for one JSON document: an object, or an array of them, counted from 1."""
    value = _loaded(decode(raw, name))
    for number, row in enumerate(value if isinstance(value, list) else [value], 1):
        path = f"{name}:{number}" if isinstance(value, list) else name
        try:
            yield _article(row, path, details)
        except InputError as error:
            yield Failure(path, str(error))


def _article_or_failure(line: bytes, path: str, details: ArticleDetails) -> Article | Failure:
    try:
        if len(line) > LARGEST_INPUT:
            raise InputError(too_large(path, len(line)))
        return _article(_loaded(decode(line, path)), path, details)
    except InputError as error:
        return Failure(path, str(error))


def _loaded(words: str) -> Any:  # whatever JSON holds
    """The JSON value of the words, or None where they are no JSON."""
    try:
        return json.loads(words)
    except (ValueError, RecursionError):
        return None


def _article(row: object, path: str, details: ArticleDetails) -> Article:
    if not isinstance(row, dict):
        raise InputError(f'{path} holds no JSON object. Give one object a line, such as {{"text": "…"}}.')
    if row.get("format") == WHOLE_ARTICLE:
        return whole_article(row, path, details)
    found = ArticleDetails(
        published=_day(row, path),
        publisher=_words(row, "publisher"),
        title=_words(row, "title"),
        url=_words(row, "url"),
        path=path,
        byline=_byline(row),
        language=_language(row),
    )
    known = first_known(details, found)
    text, page = row.get("text"), row.get("html")
    if isinstance(text, str) and text.strip():
        return article_from_text(without_lone_surrogates(text), known)
    if isinstance(page, str) and page.strip():
        return article_from_html(without_lone_surrogates(page).encode("utf-8"), known)
    keys = ", ".join(sorted(map(str, row))[:10]) or "none"
    raise InputError(f'{path} has no text. Keys found: {keys}. Give the report as "text", or its page as "html".')


def _words(row: Row, *keys: str) -> str | None:
    """The first of the values that is a string with words in it; None for anything else."""
    values = (value.strip() for key in keys if isinstance(value := row.get(key), str))
    return next((value for value in values if value and value.casefold() not in ABSENT), None)


def _language(row: Row) -> str | None:
    """The code of the language that is given: "en" for *English* and *en-GB* too."""
    code = re.split(r"[-_]", (_words(row, "language") or "").casefold())[0]
    return "en" if code in _ENGLISH else code or None


def _byline(row: Row) -> tuple[str, ...]:
    """The authors, given as a list or as one string with semicolons or commas."""
    value = next((row[key] for key in ("byline", "author", "authors") if row.get(key)), ())
    names = re.split(r"\s*[;,]\s*", value) if isinstance(value, str) else value if isinstance(value, list) else ()
    return tuple(name.strip() for name in names if isinstance(name, str) and name.strip())


def _day(row: Row, path: str) -> date | None:
    """The day of publication; one that is no date is left out with a warning, and the report is read."""
    words = _words(row, "published", "date")
    if words is None:
        return None
    day = find_date(words)
    if day is None:
        logger.warning("%s: %r is no date that is known; give it as 2024-05-17", path, words)
    return day
