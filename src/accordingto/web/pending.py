"""Work that may take seconds: done once beside the pages, which say meanwhile that it is being done."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures import TimeoutError as FutureTimeoutError
from typing import Any, Final

KEPT: Final = 32
"""Results kept, those asked for last."""

_worker: Final = ThreadPoolExecutor(1, thread_name_prefix="pending")
_lock: Final = threading.Lock()
_works: Final[OrderedDict[Hashable, Future[Any]]] = OrderedDict()


def result_of(key: Hashable, work: Callable[[], Any], seconds: float) -> Any:  # the work's result, of any type
    """The result of the work of that key, or None where it is not done after so many seconds; it goes on then."""
    with _lock:
        future = _works.get(key)
        if future is None or (future.done() and future.exception() is not None):
            future = _works[key] = _worker.submit(work)
        _works.move_to_end(key)
        while len(_works) > KEPT:
            _works.popitem(last=False)
    try:
        return future.result(seconds)
    except FutureTimeoutError:
        return None
