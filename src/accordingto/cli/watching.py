"""Feeds -> the store, again and again: what was taken in is kept in a file, so that a restart goes on from there."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit

from accordingto.cli.adding import Outcome
from accordingto.fetch.answers import Unchanged
from accordingto.fetch.fetcher import Fetcher
from accordingto.fetch.validators import save_json
from accordingto.gathering import articles_of_entry, feed_in
from accordingto.ingest.details import ArticleDetails
from accordingto.ingest.failure import Failure
from accordingto.ingest.feeds import Feed, FeedEntry
from accordingto.model.article import Article
from accordingto.model.errors import InputError

MOST_ATTEMPTS: Final = 5
"""How many rounds an entry that fails is tried again in; then it is left alone."""

DONE: Final = 0


@dataclass(frozen=True, slots=True)
class WatchedFeed:
    """A feed to poll, and who publishes its reports where neither the entry nor its page says."""

    url: str
    publisher: str | None = None


def feeds_of(file: Path) -> tuple[WatchedFeed, ...]:
    """The feeds of a TOML file, each a table `[[feed]]` with a `url`. Raises InputError where it is none."""
    try:
        rows = tomllib.loads(file.read_text(encoding="utf-8")).get("feed", [])
    except (OSError, ValueError) as error:
        raise InputError(f"{file} cannot be read as TOML: {error}.") from None
    feeds = [_feed(row, file) for row in rows] if isinstance(rows, list) else []
    if not feeds:
        raise InputError(f'{file} lists no feeds. Write, for each: [[feed]] and url = "https://example.org/rss".')
    return tuple(feeds)


class Seen:
    """Which entries of which feed were taken in, and how often others failed; kept in a file."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._failures = _loaded(file)

    def is_due(self, feed: str, entry: FeedEntry) -> bool:
        """True for an entry that was not taken in yet, and did not fail too often."""
        failures = self._failures.get(feed, {}).get(entry.key)
        return failures is None or DONE < failures < MOST_ATTEMPTS

    def note(self, feed: str, entry: FeedEntry, *, failed: bool) -> None:
        """Keep what became of an entry, at once: whatever ends the process, it is not fetched again."""
        known = self._failures.setdefault(feed, {})
        known[entry.key] = known.get(entry.key, 0) + 1 if failed else DONE
        save_json(self._file, self._failures)

    def keep_only(self, feed: str, entries: tuple[FeedEntry, ...]) -> None:
        """Forget the entries that the feed lists no longer, so that the file does not grow."""
        listed = {entry.key for entry in entries}
        known = self._failures.get(feed, {})
        self._failures[feed] = {key: count for key, count in known.items() if key in listed}


class Round:
    """One poll of all the feeds: gives articles, and is told what became of each."""

    def __init__(self, feeds: tuple[WatchedFeed, ...], seen: Seen, fetcher: Fetcher) -> None:
        self._feeds = feeds
        self._seen = seen
        self._fetcher = fetcher
        self._standing: dict[str, tuple[str, FeedEntry]] = {}
        self._is_whole: dict[str, bool] = {}

    def articles(self) -> Iterator[Article | Failure]:
        """The articles of all that is new, feed after feed; a feed that fails is told, and the next is polled."""
        for watched in self._feeds:
            try:
                found = self._fetcher.fetch(watched.url)
                feed = feed_in(found)
            except InputError as error:
                yield Failure(watched.url, str(error))
                continue
            if feed is not None:
                yield from self._articles_of(watched, feed)
            elif not isinstance(found, Unchanged):
                yield Failure(watched.url, f"{watched.url} is no feed: found no RSS or Atom. Check the address.")

    def note(self, outcome: Outcome) -> None:
        """Keep what became of an article; a feed with a failure among its entries is asked for whole next time."""
        failed = isinstance(outcome, Failure)
        path = outcome.path if isinstance(outcome, Failure) else outcome.article.path
        standing = self._standing.get(path or "")
        if standing is not None:
            feed, entry = standing
            self._seen.note(feed, entry, failed=failed)
            self._is_whole[feed] = self._is_whole[feed] and not failed

    def finish(self) -> None:
        """After all outcomes were noted: of feeds with failures, or broken off, the whole is asked for next time."""
        for feed, is_whole in self._is_whole.items():
            if not is_whole and self._fetcher.validators is not None:
                self._fetcher.validators.forget(feed)

    def _articles_of(self, watched: WatchedFeed, feed: Feed) -> Iterator[Article | Failure]:
        self._seen.keep_only(watched.url, feed.entries)
        self._is_whole[watched.url] = True
        for number, entry in enumerate(feed.entries, 1):
            if not self._seen.is_due(watched.url, entry):
                continue
            path = entry.url or f"{watched.url}!{number}"
            self._standing[path] = (watched.url, entry)
            named = replace(feed, title=watched.publisher or feed.title)
            yield from articles_of_entry(entry, named, ArticleDetails(path=path), self._fetcher)


def _feed(row: Any, file: Path) -> WatchedFeed:  # whatever TOML holds
    url = row.get("url") if isinstance(row, dict) else None
    if not isinstance(url, str) or urlsplit(url).scheme not in {"http", "https"}:
        raise InputError(f'{file} has a feed without an address. Write url = "https://example.org/rss".')
    publisher = row.get("publisher")
    return WatchedFeed(url, publisher if isinstance(publisher, str) and publisher.strip() else None)


def _loaded(file: Path) -> dict[str, dict[str, int]]:
    """What the file keeps; nothing where it is not there or damaged: then what the store holds is passed over there."""
    try:
        rows = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    feeds = rows.items() if isinstance(rows, dict) else ()
    return {
        feed: {key: count for key, count in row.items() if isinstance(count, int)}
        for feed, row in feeds
        if isinstance(row, dict)
    }
