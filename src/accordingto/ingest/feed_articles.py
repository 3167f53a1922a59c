"""Entries of a feed -> articles of what the feed itself gives, with no page fetched."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from accordingto.ingest.details import ArticleDetails, first_known
from accordingto.ingest.failure import Failure
from accordingto.ingest.feeds import Feed, FeedEntry
from accordingto.ingest.plain_text import article_from_text
from accordingto.model.article import Article
from accordingto.model.errors import InputError

_BLOCK: Final = re.compile(r"<\s*/?\s*(?:p|div|br|li|ul|ol|blockquote|h[1-6]|tr|table|article|section)\b[^>]*>", re.I)
_UNREAD: Final = re.compile(r"<\s*(script|style)\b[^>]*>.*?<\s*/\s*\1\s*>", re.I | re.S)
_TAG: Final = re.compile(r"<[A-Za-z/!][^>]*>")
_MARKED: Final = re.compile(r"</?[A-Za-z]|&#?\w+;")


def articles_of_feed(feed: Feed, details: ArticleDetails) -> Iterator[Article | Failure]:
    """An article, or why there is none, for each entry; it stands at "FEED!" and the entry's address or number."""
    for number, entry in enumerate(feed.entries, 1):
        label = f"{details.path}!{entry.url or number}"
        try:
            yield article_of_entry(entry, replace(details, path=label), feed.title)
        except InputError as error:
            yield Failure(label, str(error))
    if not feed.entries:
        yield Failure(details.path or "-", f"{details.path or 'The feed'} lists no reports. Look at it later.")


def article_of_entry(entry: FeedEntry, details: ArticleDetails, feed_title: str | None) -> Article:
    """The article of what the feed gives of an entry. Raises InputError where that is nothing."""
    known = first_known(details_of_entry(entry, details), ArticleDetails(publisher=feed_title, title=entry.title))
    words = plain_words(entry.words or "")
    if not words:
        raise InputError(f"{details.path} has no words in the feed, only an address: {entry.url}. Give that to read.")
    return article_from_text(f"{known.title}\n\n{words}" if known.title else words, known)


def details_of_entry(entry: FeedEntry, details: ArticleDetails) -> ArticleDetails:
    """What the caller knows, then what the entry does: its day, and the true publisher that its `source` names."""
    found = ArticleDetails(published=entry.published, publisher=entry.publisher, url=entry.url, byline=entry.byline)
    return first_known(details, found)


def plain_words(words: str) -> str:
    """The words of a piece of HTML, a blank line between its blocks; plain text as it is.

    >>> plain_words("<p>Troops fired.</p><p>Two were <b>hurt</b>.</p>")
    'Troops fired.\\n\\nTwo were hurt.'
    """
    if _MARKED.search(words) is None:
        return words.strip()
    without = _TAG.sub("", _BLOCK.sub("\n\n", _UNREAD.sub(" ", words)))
    paragraphs = (" ".join(each.split()) for each in html.unescape(without).split("\n\n"))
    return "\n\n".join(each for each in paragraphs if each)
