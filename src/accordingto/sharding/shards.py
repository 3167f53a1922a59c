"""Articles -> shards of a fixed size, each known by what is in it and how it is to be read."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import count, islice

from accordingto.ingest.failure import Failure
from accordingto.model.article import Article

DEFAULT_SIZE = 200
"""Articles: under a minute of one core's reading, so that a worker that dies costs little, and a megabyte written."""


@dataclass(frozen=True, slots=True)
class Shard:
    """Some articles in a row, and inputs that were none, with the number of the shard among all."""

    number: int
    articles: tuple[Article | Failure, ...]

    @property
    def name(self) -> str:
        """The name of the shard's file."""
        return f"shard-{self.number:06d}.parquet"


def cut_shards(articles: Iterable[Article | Failure], size: int = DEFAULT_SIZE) -> Iterator[Shard]:
    """The articles in their order, so many a shard; the last may hold fewer."""
    rest = iter(articles)
    for number in count():
        group = tuple(islice(rest, size))
        if not group:
            return
        yield Shard(number, group)


def digest_of(shard: Shard, made_by: str) -> str:
    """What tells whether a written shard is of these articles, their details, and `made_by` (program, reader, actors).

    >>> digest_of(Shard(0, ()), "1 fast") == digest_of(Shard(0, ()), "1 accurate")
    False
    """
    digest = hashlib.sha256(made_by.encode("utf-8", errors="surrogatepass"))
    for article in shard.articles:
        digest.update(repr(_told(article)).encode("utf-8", errors="surrogatepass"))
    return digest.hexdigest()


def _told(article: Article | Failure) -> tuple[object, ...]:
    if isinstance(article, Failure):
        return (article.path, article.reason)
    told = (article.path, article.url, article.title, article.publisher, article.published, article.byline)
    return (article.id, *told)
