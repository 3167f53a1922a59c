"""A real cluster of two processes on this machine, and a worker killed in the middle."""

from __future__ import annotations

import os
import signal

import pytest
from tests.factories import an_article

from accordingto.model.errors import InputError
from accordingto.sharding.cluster import connected, read_on_cluster
from accordingto.sharding.shards import cut_shards
from accordingto.sharding.task import Orders, read_shard_articles

ORDERS = Orders("0.1.0 fast", "fast")
ARTICLES = [an_article(f"The minister said that troops had fired on a crowd on day {number}.") for number in range(24)]


def test_a_cluster_gives_the_same_bytes_though_a_worker_is_killed() -> None:
    shards = list(cut_shards(ARTICLES, 4))
    here = {shard.number: read_shard_articles(shard, ORDERS) for shard in shards}
    there: dict[int, bytes] = {}
    with connected("local", workers=2) as client:
        for shard, written in read_on_cluster(client, shards, ORDERS):
            if not there:
                victims = client.run(os.getpid)
                os.kill(next(iter(victims.values())), signal.SIGKILL)
            there[shard.number] = written
    assert there == here


def test_nobody_at_the_address_is_told() -> None:
    with pytest.raises(InputError, match="dask scheduler"), connected("tcp://127.0.0.1:9", patience=0.5):
        pass
