"""`accordingto shards link`: the links between the claims of an archive, on many processes, before it is added."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib.metadata import version
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import click

from accordingto.cli import streams
from accordingto.model.errors import InputError

if TYPE_CHECKING:
    from accordingto.partitioning import Run
    from accordingto.sharding.links import LinksOf
    from accordingto.store.store import Store

PARTITIONS = 16


@click.command(short_help="Find the links between the claims of a folder of shards.")
@click.argument("folder", metavar="DIR", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--partitions", type=click.IntRange(1, 10_000), default=PARTITIONS, show_default=True,
              help="Parts that the keys are sorted into; a worker holds one of them in memory.")  # fmt: skip
@click.option("--workers", type=click.IntRange(1, 256), default=1, show_default=True, help="Processes to link with.")
@click.option("--cluster", metavar="ADDRESS", help="Link on a Dask cluster whose workers see DIR under the same path.")
def link(folder: Path, partitions: int, workers: int, cluster: str | None) -> None:
    """Find the links between the claims of a folder of shards; they go beside the shards, a Parquet file each.

    `shards add` takes them from there where the store holds nothing else. The links are those that adding would make,
    whatever the number of partitions and workers.
    """
    from accordingto.partitioning import Work, link_shards  # noqa: PLC0415
    from accordingto.sharding.folder import save_shard, shards_in  # noqa: PLC0415
    from accordingto.sharding.links import links_name, links_to_parquet  # noqa: PLC0415

    files = shards_in(folder)
    digest, found = known_by(files), 0
    with TemporaryDirectory(prefix=".linking-", dir=folder) as scratch, _running(workers, cluster) as run:
        work = Work(Path(scratch).resolve(), partitions, tuple(file.resolve() for file in files))
        for file, links in zip(files, link_shards(work, run), strict=True):
            save_shard(folder, links_name(file), links_to_parquet(links, digest))
            found += sum(map(len, links.values()))
    streams.say(f"{folder}: {found:,} links between the claims of {len(files):,} shards.")


def known_by(files: Sequence[Path]) -> str:
    """What links of these shards are known by. Raises InputError where the shards were not all read the same way."""
    from accordingto.record.scoring import load_linking  # noqa: PLC0415  # numpy
    from accordingto.sharding.links import links_digest  # noqa: PLC0415
    from accordingto.sharding.parquet import made_by  # noqa: PLC0415

    ways = [way for way, _ in groupby(sorted(made_by(file) for file in files))]
    if len(ways) > 1:
        raise InputError(f"The shards were read in {len(ways)} ways: {', '.join(ways)}. Link those of one way only.")
    return links_digest(files, f"{version('accordingto')} {load_linking().version}")


def links_for(store: Store, files: Sequence[Path]) -> Iterator[LinksOf | None]:
    """For each shard the links that were found beforehand; None where there are none that hold for this store."""
    from accordingto.sharding.links import links_beside, links_name  # noqa: PLC0415

    if not any(file.with_name(links_name(file)).is_file() for file in files):
        yield from (None for _ in files)
        return
    digest = known_by(files) if _holds_only_the_first(store, files) else None
    if digest is None:
        streams.say("The store holds other articles than these: links are looked for as the articles are added.")
    for file in files:
        yield None if digest is None else links_beside(file, digest)


def _holds_only_the_first(store: Store, files: Sequence[Path]) -> bool:
    """True for a store that is empty, or holds the first articles of these shards and no others."""
    from accordingto.sharding.parquet import articles_in  # noqa: PLC0415
    from accordingto.store.tombstones import TombstoneKind, tombstones_of  # noqa: PLC0415

    held = store.describe().articles
    if any(tombstones_of(store, kind) for kind in TombstoneKind):
        return False
    first: dict[str, None] = {}
    for file in files if held else ():
        first |= dict.fromkeys(articles_in(file))
        if len(first) >= held:
            break
    return len(store.articles(list(first)[:held])) == held


@contextmanager
def _running(workers: int, cluster: str | None) -> Iterator[Run]:
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415
    from multiprocessing import get_context  # noqa: PLC0415

    if cluster is not None:
        from accordingto.sharding.cluster import LOCAL, connected  # noqa: PLC0415  # an extra

        with connected(cluster, workers=workers if cluster == LOCAL else None) as client:
            streams.say(f"The cluster's dashboard: {client.dashboard_link}")
            yield lambda step, tasks: client.gather(client.map(step, list(tasks), pure=False))
    elif workers == 1:
        yield map
    else:
        with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
            yield pool.map
