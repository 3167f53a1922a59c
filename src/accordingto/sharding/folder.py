"""A folder of shards: each is there whole or not at all, and one that is there is not made again."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from accordingto.model.errors import InputError
from accordingto.sharding.parquet import is_done
from accordingto.sharding.shards import Shard, digest_of
from accordingto.sharding.task import Orders


def still_to_do(folder: Path, shards: Iterable[Shard], orders: Orders) -> Iterator[Shard]:
    """The shards whose files are not in the folder, were made of other articles or in another way, or lack articles
    that were given up after fewer seconds than the orders allow.
    """
    for shard in shards:
        if not is_done(folder / shard.name, digest_of(shard, orders.made_by), orders.seconds):
            yield shard


def save_shard(folder: Path, name: str, written: bytes) -> Path:
    """The file, which is whole when it has its name, whatever happens meanwhile."""
    folder.mkdir(parents=True, exist_ok=True)
    unfinished, file = folder / f".{name}.{os.getpid()}", folder / name
    with unfinished.open("wb") as out:
        out.write(written)
        out.flush()
        os.fsync(out.fileno())
    unfinished.replace(file)
    return file


def shards_in(folder: Path) -> tuple[Path, ...]:
    """The files of the folder's shards in their order. Raises InputError where there are none."""
    files = tuple(sorted(folder.glob("shard-*.parquet")))
    if not files:
        raise InputError(f"{folder} holds no shards. Make them with: accordingto shards read INPUT... --out {folder}")
    return files
