"""Addresses -> articles: the one place that knows how what is fetched is taken in, and how feeds lead to pages."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from typing import Final
from urllib.parse import urlsplit

from accordingto.fetch.answers import Fetched, Unchanged
from accordingto.fetch.fetcher import Fetcher
from accordingto.ingest.bounds import Meter, Place
from accordingto.ingest.details import ArticleDetails
from accordingto.ingest.failure import Failure
from accordingto.ingest.feed_articles import article_of_entry, details_of_entry
from accordingto.ingest.feeds import Feed, FeedEntry, is_feed, read_feed
from accordingto.ingest.media_types import media_type
from accordingto.ingest.metered import BUFFER, buffered
from accordingto.ingest.opening import articles_in
from accordingto.model.article import Article
from accordingto.model.errors import InputError

logger = logging.getLogger(__name__)

Found = Iterator[Article | Failure]

_ADDRESS: Final = re.compile("https?://", re.IGNORECASE)


def is_address(words: str) -> bool:
    """True for an address of the web, which is fetched rather than opened."""
    return _ADDRESS.match(words) is not None


def articles_at(address: str, details: ArticleDetails, fetcher: Fetcher) -> Found:
    """The articles that an address shows: of a page, a file or an archive; of a feed, those of the pages it lists.

    A Failure where there is none. What has not changed since it was last fetched gives nothing but a line of the log.
    """
    try:
        found = fetcher.fetch(address)
        feed = feed_in(found)
    except InputError as error:
        yield Failure(address, str(error))
        return
    if isinstance(found, Unchanged):
        logger.warning("%s has not changed since it was last fetched", address)
    elif feed is None:
        yield from _articles_of_page(found, address, details)
    else:
        for entry in feed.entries:
            yield from articles_of_entry(entry, feed, replace(details, path=address), fetcher)
        if not feed.entries:
            yield Failure(address, f"{address} lists no reports. Look at it later.")


def feed_in(found: Fetched | Unchanged) -> Feed | None:
    """The feed that was fetched; None for anything else. Raises InputError where it cannot be read."""
    if isinstance(found, Unchanged) or not is_feed(found.body[:BUFFER]):
        return None
    return read_feed(found.body, found.address, found.address)


def articles_of_entry(entry: FeedEntry, feed: Feed, details: ArticleDetails, fetcher: Fetcher) -> Found:
    """The article of the page that an entry leads to, dated by the entry; where it leads nowhere, the entry's words.

    The publisher is who the entry's `source` names, else who the page names, else the feed.
    """
    try:
        if entry.url is None:
            yield article_of_entry(entry, details, feed.title)
            return
        found = fetcher.fetch(entry.url)
    except InputError as error:
        yield Failure(entry.url or details.path or "-", str(error))
        return
    if isinstance(found, Fetched):
        known = replace(details_of_entry(entry, details), url=details.url)
        for article in _articles_of_page(found, entry.url, known):
            yield _completed(article, entry, feed) if isinstance(article, Article) else article


def _articles_of_page(found: Fetched, address: str, details: ArticleDetails) -> Found:
    meter = Meter(address, len(found.body))
    stream = buffered(BytesIO(found.body), address, meter.take)
    declared = media_type(found.content_type)
    for article in articles_in(stream, Place(address, meter), details, encoding=declared.encoding):
        yield _at(article, found.address) if isinstance(article, Article) and article.path == address else article


def _at(article: Article, address: str) -> Article:
    """The article at the address it was fetched from, or at the one the page itself calls its own on that host."""
    if article.url is not None and urlsplit(article.url).netloc == urlsplit(address).netloc:
        return article
    return replace(article, url=address)


def _completed(article: Article, entry: FeedEntry, feed: Feed) -> Article:
    """The article with what only the feed knows."""
    return replace(article, publisher=article.publisher or feed.title, title=article.title or entry.title)
