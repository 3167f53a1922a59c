"""Articles <-> lines of JSON that hold all that is known of them, parts told apart, for an archive cut into files.

An article that is written and taken in again is the same, with the id it had. Its path is "FILE:LINE" of the line: the
path that a line names is for people, since whoever wrote the line may have named any file of this machine.
"""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date
from itertools import pairwise
from typing import Any, Final

from accordingto.ingest.details import NO_DETAILS, ArticleDetails, first_known
from accordingto.ingest.plain_text import check_length
from accordingto.model.article import Article
from accordingto.model.contract import article_to_dict
from accordingto.model.contract_reading import article_from_dict
from accordingto.model.errors import InputError

WHOLE_ARTICLE: Final = "accordingto.article/1"
"""The `format` of such a line."""

_LONE_SURROGATES: Final = re.compile("[\ud800-\udfff]")
_BROKEN: Final = (AttributeError, KeyError, OverflowError, TypeError, ValueError)
"""What taking a row apart raises that is not of the form."""
_NOT_WHOLE: Final = f"says it is {WHOLE_ARTICLE}, but is not"
_CUT_AGAIN: Final = "Make it with: accordingto shards cut"


def whole_line(article: Article) -> str:
    """The line of the article, with its end."""
    return json.dumps({"format": WHOLE_ARTICLE, **article_to_dict(article)}, separators=(",", ":")) + "\n"


def whole_article(row: dict[str, Any], path: str, details: ArticleDetails = NO_DETAILS) -> Article:
    """The article of a line; what the caller knows goes first. Raises InputError where it is not of the form."""
    try:
        article = article_from_dict(row)
        holds = _holds(article)
    except _BROKEN as error:
        raise InputError(f"{path} {_NOT_WHOLE} ({type(error).__name__}: {error}). {_CUT_AGAIN}") from None
    if not holds:
        raise InputError(f"{path} {_NOT_WHOLE}: its parts do not cover its text in order. {_CUT_AGAIN}")
    check_length(article.text, path)
    found = ArticleDetails(
        article.published, article.publisher, article.title, article.url, path, article.byline, article.language
    )
    known = first_known(details, found)
    return replace(
        article, text=without_lone_surrogates(article.text), published=known.published, publisher=known.publisher,
        title=known.title, url=known.url, path=known.path, byline=known.byline, language=known.language,
    )  # fmt: skip


def without_lone_surrogates(words: str) -> str:
    """JSON can escape half a character; such halves become U+FFFD, one for one, so that the text can be written."""
    return _LONE_SURROGATES.sub("\ufffd", words)


def _holds(article: Article) -> bool:
    """True where each value is of its type, and the parts are in order within the text and leave out no word."""
    words = (article.path, article.url, article.title, article.publisher, article.language)
    earlier = [each.publisher for each in article.republished_from]
    if not isinstance(article.text, str) or not all(isinstance(each, str) for each in (*article.byline, *earlier)):
        return False
    if not all(each is None or isinstance(each, str) for each in words):
        return False
    if not (article.published is None or isinstance(article.published, date)):
        return False
    spans = [part.span for part in article.parts]
    spans += [each.span for each in article.republished_from if each.span is not None]
    within = all(span.end <= len(article.text) for span in spans)
    edges = [0, *(edge for part in article.parts for edge in (part.span.start, part.span.end)), len(article.text)]
    gaps = list(pairwise(edges))[::2]
    return within and edges == sorted(edges) and not any(article.text[start:end].strip() for start, end in gaps)
