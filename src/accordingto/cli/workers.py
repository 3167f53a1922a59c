"""Readings of many articles, in order, in this process or in several, with a bounded number in memory."""

from __future__ import annotations

import signal
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import replace
from itertools import islice
from multiprocessing import get_all_start_methods, get_context
from pathlib import Path
from typing import overload

from accordingto.attempting import Outcome, failure_of, read_one
from accordingto.cli.added import Added
from accordingto.cli.own_actors import load_once
from accordingto.cli.reading_options import How
from accordingto.ingest.failure import Failure
from accordingto.model.article import Article

WAITING_PER_WORKER = 8
"""Articles handed to the workers ahead of the one that is awaited: enough to keep them busy behind a long one."""

Passed = Failure | Added
Pending = tuple[Article | Passed, "Future[Outcome] | Future[Passed]"]


@overload
def read_all(articles: Iterable[Article | Failure], how: How) -> Iterator[Outcome]: ...


@overload
def read_all(articles: Iterable[Article | Passed], how: How) -> Iterator[Outcome | Added]: ...


def read_all(articles: Iterable[Article | Passed], how: How) -> Iterator[Outcome | Added]:
    """A reading for each article, or why there is none, in their order; what is no article is passed on in its place.

    Every worker loads the files of actors itself; one worker is this process, where they are in force already.
    """
    if how.workers == 1:
        return (
            read_one(article, how.reader, seconds=how.seconds) if isinstance(article, Article) else article
            for article in articles
        )
    return _read_in_processes(iter(articles), how)


def _read_in_processes(articles: Iterator[Article | Passed], how: How) -> Iterator[Outcome | Added]:
    pool = _start(how)
    try:
        ahead = how.workers * WAITING_PER_WORKER
        waiting: deque[Pending] = deque(_hand_out(pool, articles, ahead, how))
        while waiting:
            article, future = waiting.popleft()
            try:
                yield future.result()
            except BrokenProcessPool:
                pool.shutdown(wait=False, cancel_futures=True)
                pool = _start(how)
                yield _read_alone(article, how)
                waiting = deque(_hand_out(pool, (left for left, _ in waiting), len(waiting), how))
            waiting.extend(_hand_out(pool, articles, 1, how))
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _hand_out(
    pool: ProcessPoolExecutor, articles: Iterator[Article | Passed], count: int, how: How
) -> Iterator[Pending]:
    for article in islice(articles, count):
        if isinstance(article, Article):
            yield article, pool.submit(read_one, article, how.reader, seconds=how.seconds)
        else:
            yield article, _told(article)


def _told(passed: Passed) -> Future[Passed]:
    """A result that is there at once."""
    future: Future[Passed] = Future()
    future.set_result(passed)
    return future


def _read_alone(article: object, how: How) -> Outcome:
    """The article in a process of its own, after one died: if it was this one, it dies again, alone."""
    assert isinstance(article, Article)
    with _start(replace(how, workers=1)) as pool:
        try:
            return pool.submit(read_one, article, how.reader, seconds=how.seconds).result()
        except BrokenProcessPool:
            return failure_of(article, "the process that read it died, most likely for want of memory.")


def _start(how: How) -> ProcessPoolExecutor:
    """Workers that are copies of one process with the model loaded; where a system has no such, each loads its own.

    They are no copies of this process: a fork would take over its threads and locks in an unknown state.
    """
    context = get_context("forkserver" if "forkserver" in get_all_start_methods() else "spawn")
    if context.get_start_method() == "forkserver":
        context.set_forkserver_preload(["accordingto.cli.preload"])
    return ProcessPoolExecutor(how.workers, mp_context=context, initializer=_begin_work, initargs=(how.actors,))


def _begin_work(actors: tuple[Path, ...]) -> None:
    """Leave interrupts to the parent, and put the user's actors in force."""
    from accordingto.grounding.actors_in_force import use_own_actors  # noqa: PLC0415

    use_own_actors(load_once(actors)[0])
    signal.signal(signal.SIGINT, signal.SIG_IGN)
