"""What a worker does, wherever it runs: the articles of one shard in, the bytes of its file out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from accordingto.attempting import Outcome, failure_of, read_one
from accordingto.budget import MOST_SECONDS
from accordingto.grounding.actors_in_force import OwnActors, own_actors
from accordingto.ingest.failure import Failure
from accordingto.model.article import Article
from accordingto.sharding.parquet import to_parquet
from accordingto.sharding.shards import Shard, digest_of


@dataclass(frozen=True, slots=True)
class Orders:
    """With which reader, and whose actors, to read, what the readings are known by ("PROGRAM READER"), and how long an
    article may take.
    """

    made_by: str
    reader: str = "accurate"
    actors: OwnActors | None = None
    seconds: float = MOST_SECONDS


def read_shard_articles(shard: Shard, orders: Orders, deadly: frozenset[int] = frozenset()) -> bytes:
    """The file of the shard. The articles at the positions `deadly`, which ended their process, are failures."""
    with own_actors(orders.actors):
        outcomes = [
            _died(article) if position in deadly else _read(article, orders)
            for position, article in enumerate(shard.articles)
        ]
    return file_of(shard, outcomes, orders)


def file_of(shard: Shard, outcomes: Sequence[Outcome], orders: Orders) -> bytes:
    """The bytes of the shard's file, from what became of its articles in their order."""
    return to_parquet(outcomes, digest=digest_of(shard, orders.made_by), made_by=orders.made_by)


def _read(article: Article | Failure, orders: Orders) -> Outcome:
    return article if isinstance(article, Failure) else read_one(article, orders.reader, seconds=orders.seconds)


def _died(article: Article | Failure) -> Failure:
    if isinstance(article, Failure):
        return article
    return failure_of(article, "the process that read it died each time, most likely for want of memory.")
