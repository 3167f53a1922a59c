"""Shards on the machines of a Dask cluster: tried again where a worker dies, a bounded number on their way at once.

Workers share nothing with each other or with this process: articles are sent to them, and the bytes of files come back.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import islice
from typing import TYPE_CHECKING, Any

from accordingto.model.errors import InputError, InstallationError
from accordingto.sharding.shards import Shard
from accordingto.sharding.task import Orders, read_shard_articles

if TYPE_CHECKING:
    from distributed import Client, Future

LOCAL = "local"
AHEAD_PER_WORKER = 2
"""Shards sent to the cluster ahead, a worker: one in work, one waiting."""
DEATHS = 2
"""Workers that may die on one shard before its articles are read one by one to find which one kills."""

Done = tuple[Shard, bytes]


@contextmanager
def connected(address: str, *, workers: int | None = None, patience: float = 10.0) -> Iterator[Client]:
    """A client of the cluster at the address; "local" starts one on this machine, a process a core or so many.

    `patience` is how many seconds a scheduler may take to answer. Raises InstallationError where Dask's scheduler is
    missing, InputError where nobody answers at the address.
    """
    try:
        from distributed import Client, LocalCluster  # noqa: PLC0415  # an extra
    except ImportError:
        raise InstallationError(
            "A cluster needs Dask's scheduler. Install it with: pip install 'accordingto[cluster]'"
        ) from None
    if address != LOCAL:
        try:
            client = Client(address, timeout=patience)
        except OSError as error:
            raise InputError(f"No scheduler answers at {address}: {error}. Start one with: dask scheduler") from None
        with client:
            yield client
        return
    local = LocalCluster(n_workers=workers, threads_per_worker=1, dashboard_address="localhost:0")
    with local, Client(local) as client:
        yield client


def read_on_cluster(client: Client, shards: Iterable[Shard], orders: Orders) -> Iterator[Done]:
    """Each shard with the bytes of its file, as they are done, which is in no order."""
    from distributed import as_completed  # noqa: PLC0415  # an extra

    rest = iter(shards)
    ahead = max(1, len(client.scheduler_info(n_workers=-1)["workers"])) * AHEAD_PER_WORKER
    under_way: dict[Future[bytes], Shard] = {_sent(client, shard, orders): shard for shard in islice(rest, ahead)}
    waiting = as_completed(list(under_way))
    for future in waiting:
        shard = under_way.pop(future)
        yield shard, _file(client, future, shard, orders)
        for following in islice(rest, 1):
            sent = _sent(client, following, orders)
            under_way[sent] = following
            waiting.add(sent)


def _sent(client: Client, shard: Shard, orders: Orders, deadly: frozenset[int] = frozenset()) -> Future[bytes]:
    sent: Future[bytes] = client.submit(read_shard_articles, shard, orders, deadly, pure=False, retries=DEATHS)
    return sent


def _file(client: Client, future: Future[bytes], shard: Shard, orders: Orders) -> bytes:
    """The result; where its workers died, that of all articles but those on which one dies again alone."""
    from distributed import KilledWorker  # noqa: PLC0415  # an extra

    try:
        return _result(future)
    except KilledWorker:
        deadly = frozenset(_deadly(client, shard, orders))
        return _result(_sent(client, shard, orders, deadly))


def _deadly(client: Client, shard: Shard, orders: Orders) -> Iterator[int]:
    """The positions of the articles on which a worker dies when they are read alone."""
    from distributed import KilledWorker  # noqa: PLC0415  # an extra

    for position, article in enumerate(shard.articles):
        try:
            _result(_sent(client, Shard(shard.number, (article,)), orders))
        except KilledWorker:
            yield position


def _result(future: Any) -> bytes:  # distributed has no types for results
    written: bytes = future.result()
    return written
