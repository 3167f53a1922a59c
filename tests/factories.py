"""Articles and parses from literal words."""

from __future__ import annotations

from datetime import date
from typing import Any

from accordingto.model.article import Article, Part, PartRole
from accordingto.model.claim import Factuality
from accordingto.model.ids import content_id
from accordingto.model.reported import ReportedClaim
from accordingto.model.span import Span
from accordingto.parse.language_model import load_language_model
from accordingto.parse.parsed import ParsedArticle, parse_article


def an_article(*paragraphs: str, published: date | None = None, publisher: str | None = None) -> Article:
    """A report whose body is the paragraphs, with a blank line between them."""
    parts: list[Part] = []
    start = 0
    for paragraph in paragraphs:
        parts.append(Part(PartRole.BODY, Span(start, start + len(paragraph))))
        start += len(paragraph) + 2
    return Article("\n\n".join(paragraphs), tuple(parts), published=published, publisher=publisher)


def a_parse(*paragraphs: str) -> ParsedArticle:
    """The same, parsed."""
    return parse_article(an_article(*paragraphs), load_language_model())


def the_span(article: Article, words: str) -> Span:
    """Where the words first stand in the article. Raises ValueError where they do not."""
    start = article.text.index(words)
    return Span(start, start + len(words))


def a_claim(words: str, **slots: Any) -> ReportedClaim:  # the slots of a claim are of many types
    """A claim of a report of its own by "The Herald" on 11 July 2012: a killing, unless `slots` say otherwise."""
    given: dict[str, Any] = {
        "id": content_id("claim", words, sorted(slots.items(), key=str)),
        "article": f"report on {words}",
        "event": content_id("event", words),
        "publisher": "The Herald",
        "published": date(2012, 7, 11),
        "title": None,
        "sentence": words,
        "start": 0,
        "trigger": words.rsplit(maxsplit=1)[-1].strip("."),
        "lemma": words.rsplit(maxsplit=1)[-1].strip(".").casefold(),
        "type": "ASSAULT",
        "mode": None,
        "factuality": Factuality.HAPPENED,
        "commitment": 3.0,
    }
    return ReportedClaim(**(given | slots))
