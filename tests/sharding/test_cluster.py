"""A real cluster of two processes on this machine, and a worker killed in the middle."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.factories import an_article

from accordingto.cli.main import run
from accordingto.model.errors import InputError
from accordingto.sharding.cluster import connected, read_on_cluster
from accordingto.sharding.folder import save_shard
from accordingto.sharding.shards import cut_shards
from accordingto.sharding.task import Orders, read_shard_articles

if TYPE_CHECKING:
    from distributed import Client

ORDERS = Orders("0.1.0 fast", "fast")
ARTICLES = [an_article(f"The minister said that troops had fired on a crowd on day {number}.") for number in range(24)]


@pytest.fixture(scope="module")
def client() -> Iterator[Client]:
    with connected("local", workers=2) as client:
        yield client


def test_a_cluster_gives_the_same_bytes_though_a_worker_is_killed(client: Client) -> None:
    shards = list(cut_shards(ARTICLES, 4))
    here = {shard.number: read_shard_articles(shard, ORDERS) for shard in shards}
    there: dict[int, bytes] = {}
    for shard, written in read_on_cluster(client, shards, ORDERS):
        if not there:
            victims = client.run(os.getpid)
            os.kill(next(iter(victims.values())), signal.SIGKILL)
        there[shard.number] = written
    assert there == here


def test_a_cluster_links_as_one_process_does(
    client: Client, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for shard in cut_shards(ARTICLES[:8], 4):
        save_shard(tmp_path, shard.name, read_shard_articles(shard, ORDERS))

    def linked(*options: str) -> list[bytes]:
        assert run(["shards", "link", str(tmp_path), "--partitions", "2", *options]) == 0
        return [file.read_bytes() for file in sorted(tmp_path.glob("links-*.parquet"))]

    here = linked()
    assert " 0 links" not in capsys.readouterr().err
    assert linked("--cluster", client.scheduler_info()["address"]) == here
    assert len(here) == 2


def test_nobody_at_the_address_is_told() -> None:
    with pytest.raises(InputError, match="dask scheduler"), connected("tcp://127.0.0.1:9", patience=0.5):
        pass
