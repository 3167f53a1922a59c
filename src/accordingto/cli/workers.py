"""Readings of many articles, in order, in this process or in several, with a bounded number in memory."""

from __future__ import annotations

import signal
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, replace
from itertools import islice
from multiprocessing import get_all_start_methods, get_context
from pathlib import Path
from typing import overload

from accordingto.attempting import Outcome, failure_of, read_one
from accordingto.budget import MOST_SECONDS
from accordingto.cli.added import Added
from accordingto.cli.own_actors import load_once
from accordingto.cli.read_options import READERS
from accordingto.ingest.failure import Failure
from accordingto.model.article import Article

WAITING_PER_WORKER = 8
"""Articles handed to the workers ahead of the one that is awaited: enough to keep them busy behind a long one."""

Passed = Failure | Added
Pending = tuple[Article | Passed, "Future[Outcome] | Future[Passed]"]


@dataclass(frozen=True, slots=True)
class _Orders:
    """How many processes read, with which reader and files of actors, and how long an article may take."""

    workers: int
    reader: str
    actors: tuple[Path, ...]
    seconds: float


@overload
def read_all(
    articles: Iterable[Article | Failure],
    workers: int,
    reader: str = ...,
    actors: tuple[Path, ...] = ...,
    *,
    seconds: float = ...,
) -> Iterator[Outcome]: ...


@overload
def read_all(
    articles: Iterable[Article | Passed],
    workers: int,
    reader: str = ...,
    actors: tuple[Path, ...] = ...,
    *,
    seconds: float = ...,
) -> Iterator[Outcome | Added]: ...


def read_all(
    articles: Iterable[Article | Passed],
    workers: int,
    reader: str = READERS[0],
    actors: tuple[Path, ...] = (),
    *,
    seconds: float = MOST_SECONDS,
) -> Iterator[Outcome | Added]:
    """A reading for each article, or why there is none, in their order; what is no article is passed on in its place.

    An article may take so many seconds. Every worker loads the files of `actors` itself; one worker is this process,
    where they are in force already.
    """
    if workers == 1:
        return (
            read_one(article, reader, seconds=seconds) if isinstance(article, Article) else article
            for article in articles
        )
    return _read_in_processes(iter(articles), _Orders(workers, reader, actors, seconds))


def _read_in_processes(articles: Iterator[Article | Passed], orders: _Orders) -> Iterator[Outcome | Added]:
    pool = _start(orders)
    try:
        ahead = orders.workers * WAITING_PER_WORKER
        waiting: deque[Pending] = deque(_hand_out(pool, articles, ahead, orders))
        while waiting:
            article, future = waiting.popleft()
            try:
                yield future.result()
            except BrokenProcessPool:
                pool.shutdown(wait=False, cancel_futures=True)
                pool = _start(orders)
                yield _read_alone(article, orders)
                waiting = deque(_hand_out(pool, (left for left, _ in waiting), len(waiting), orders))
            waiting.extend(_hand_out(pool, articles, 1, orders))
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _hand_out(
    pool: ProcessPoolExecutor, articles: Iterator[Article | Passed], count: int, orders: _Orders
) -> Iterator[Pending]:
    for article in islice(articles, count):
        if isinstance(article, Article):
            yield article, pool.submit(read_one, article, orders.reader, seconds=orders.seconds)
        else:
            yield article, _told(article)


def _told(passed: Passed) -> Future[Passed]:
    """A result that is there at once."""
    future: Future[Passed] = Future()
    future.set_result(passed)
    return future


def _read_alone(article: object, orders: _Orders) -> Outcome:
    """The article in a process of its own, after one died: if it was this one, it dies again, alone."""
    assert isinstance(article, Article)
    with _start(replace(orders, workers=1)) as pool:
        try:
            return pool.submit(read_one, article, orders.reader, seconds=orders.seconds).result()
        except BrokenProcessPool:
            return failure_of(article, "the process that read it died, most likely for want of memory.")


def _start(orders: _Orders) -> ProcessPoolExecutor:
    """Workers that are copies of one process with the model loaded; where a system has no such, each loads its own.

    They are no copies of this process: a fork would take over its threads and locks in an unknown state.
    """
    context = get_context("forkserver" if "forkserver" in get_all_start_methods() else "spawn")
    if context.get_start_method() == "forkserver":
        context.set_forkserver_preload(["accordingto.cli.preload"])
    return ProcessPoolExecutor(orders.workers, mp_context=context, initializer=_begin_work, initargs=(orders.actors,))


def _begin_work(actors: tuple[Path, ...]) -> None:
    """Leave interrupts to the parent, and put the user's actors in force."""
    from accordingto.grounding.actors_in_force import use_own_actors  # noqa: PLC0415

    use_own_actors(load_once(actors)[0])
    signal.signal(signal.SIGINT, signal.SIG_IGN)
