"""Readings of many articles, in order, in this process or in several, with a bounded number in memory."""

from __future__ import annotations

import signal
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from multiprocessing import get_all_start_methods, get_context

from accordingto.cli.read_options import READERS
from accordingto.ingest.failure import Failure
from accordingto.model.article import Article
from accordingto.model.errors import InstallationError
from accordingto.model.reading import Reading

WAITING_PER_WORKER = 8
"""Articles handed to the workers ahead of the one that is awaited: enough to keep them busy behind a long one."""

Outcome = Reading | Failure
Pending = tuple[Article | Failure, "Future[Outcome]"]


def read_all(articles: Iterable[Article | Failure], workers: int, reader: str = READERS[0]) -> Iterator[Outcome]:
    """A reading for each article, or why there is none, in the order of the articles."""
    if workers == 1:
        return (article if isinstance(article, Failure) else read_one(article, reader) for article in articles)
    return _read_in_processes(iter(articles), workers, reader)


def read_one(article: Article, reader: str = READERS[0]) -> Outcome:
    """The reading of one article, or a Failure: whatever goes wrong in one never stops the rest."""
    from accordingto.reader import read_article  # noqa: PLC0415  # a second that only a reading needs

    try:
        return read_article(article, reader=reader)
    except MemoryError:
        return _failure(article, f"memory ran out on its {len(article.text):,} characters. Split the file.")
    except InstallationError:
        raise  # nothing can be read at all
    except Exception as error:  # noqa: BLE001  # one article's defect is told, and the others are read
        return _failure(article, f"{type(error).__name__}: {error}. This is a defect of accordingto: please report it.")


def _failure(article: Article, reason: str) -> Failure:
    path = article.path or "-"
    return Failure(path, f"{path} could not be read: {reason}")


def _read_in_processes(articles: Iterator[Article | Failure], workers: int, reader: str) -> Iterator[Outcome]:
    pool = _start(workers)
    try:
        waiting: deque[Pending] = deque(_hand_out(pool, articles, workers * WAITING_PER_WORKER, reader))
        while waiting:
            article, future = waiting.popleft()
            try:
                yield future.result()
            except BrokenProcessPool:
                pool.shutdown(wait=False, cancel_futures=True)
                pool = _start(workers)
                yield _read_alone(article, reader)
                waiting = deque(_hand_out(pool, (left for left, _ in waiting), len(waiting), reader))
            waiting.extend(_hand_out(pool, articles, 1, reader))
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _hand_out(
    pool: ProcessPoolExecutor, articles: Iterator[Article | Failure], count: int, reader: str
) -> Iterator[Pending]:
    for article in islice(articles, count):
        yield article, _told(article) if isinstance(article, Failure) else pool.submit(read_one, article, reader)


def _told(failure: Failure) -> Future[Outcome]:
    """A result that is there at once."""
    future: Future[Outcome] = Future()
    future.set_result(failure)
    return future


def _read_alone(article: Article | Failure, reader: str) -> Outcome:
    """The article in a process of its own, after one died: if it was this one, it dies again, alone."""
    assert isinstance(article, Article)
    with _start(1) as pool:
        try:
            return pool.submit(read_one, article, reader).result()
        except BrokenProcessPool:
            return _failure(article, "the process that read it died, most likely for want of memory.")


def _start(workers: int) -> ProcessPoolExecutor:
    """Workers that are copies of one process with the model loaded; where a system has no such, each loads its own.

    They are no copies of this process: a fork would take over its threads and locks in an unknown state.
    """
    context = get_context("forkserver" if "forkserver" in get_all_start_methods() else "spawn")
    if context.get_start_method() == "forkserver":
        context.set_forkserver_preload(["accordingto.cli.preload"])
    return ProcessPoolExecutor(workers, mp_context=context, initializer=_leave_interrupts_to_the_parent)


def _leave_interrupts_to_the_parent() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
