"""`accordingto shards`: large archives in shards, on the cores of one machine or on a cluster, then into a store."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain, islice, tee
from pathlib import Path
from typing import TYPE_CHECKING

import click

from accordingto.cli import streams
from accordingto.cli.cutting_shards import cut
from accordingto.cli.linking_shards import link, links_for
from accordingto.cli.named_path import A_FOLDER
from accordingto.cli.own_actors import load_once, say_problems
from accordingto.cli.read_options import SOME_INPUTS_FAILED
from accordingto.cli.reading_options import How, reading_options
from accordingto.cli.store_option import opened, store_option

if TYPE_CHECKING:
    from accordingto.sharding.shards import Shard
    from accordingto.sharding.task import Orders
    from accordingto.store.sighting import Provenance

Done = tuple["Shard", bytes]
SHARD_SIZE = 200
MOST_NAMED = 20

_EXAMPLE = """\b
Examples:
  accordingto shards read archive/ --out shards/ --workers 8
  accordingto shards read archive/ --out shards/ --cluster local
  accordingto shards read archive/ --out shards/ --cluster tcp://head:8786
  accordingto shards cut archive/ --out parts/ --size 10000
  accordingto shards link shards/ --workers 8 --partitions 32
  accordingto shards add shards/ --store record.db
"""


@click.group(epilog=_EXAMPLE, short_help="Read large archives in shards, on one machine or many.")
def shards() -> None:
    """Read large archives in shards: some articles in, one Parquet file of readings out.

    A shard is there whole or not at all, and one that is there is not read again: give the same command to go on.
    The bytes are the same wherever a shard is read.
    """


@shards.command(short_help="Articles -> a folder of shards.")
@click.argument("inputs", metavar="INPUT...", nargs=-1, required=True)
@click.option("--out", "folder", metavar="DIR", required=True, type=A_FOLDER,
              help="Where the shards go; made where there is none.")  # fmt: skip
@click.option(
    "--size", type=click.IntRange(1, 100_000), default=SHARD_SIZE, show_default=True, help="Articles a shard."
)
@reading_options()
@click.option("--cluster", metavar="ADDRESS", help='Read on a Dask cluster; "local" starts one on this machine.')
def read(inputs: tuple[str, ...], folder: Path, size: int, how: How, cluster: str | None) -> None:
    """Read files, folders, archives or JSON Lines into a folder of shards, as `read` takes them.

    What failed is a row of its shard with the reason; the exit status is 3 where there is such a row.
    """
    from accordingto.cli.inputs import Gathering, articles_of, expected_articles, find_inputs  # noqa: PLC0415
    from accordingto.grounding.actors_in_force import own_actors  # noqa: PLC0415
    from accordingto.ingest.details import ArticleDetails  # noqa: PLC0415
    from accordingto.sharding.folder import still_to_do  # noqa: PLC0415
    from accordingto.sharding.shards import cut_shards  # noqa: PLC0415
    from accordingto.sharding.task import Orders  # noqa: PLC0415

    own, problems = load_once(how.actors)
    failed = say_problems(problems)
    found = list(find_inputs(inputs))
    progress = streams.Progress(expected_articles(found) if streams.is_watched() else None)
    orders = Orders(_known_as(how), how.reader, own, how.seconds)
    articles = articles_of(found, Gathering(ArticleDetails()))
    pending = still_to_do(folder, cut_shards(articles, size), orders)
    with own_actors(own):
        done = _on_cluster(pending, orders, cluster, how.workers) if cluster else _here(pending, orders, how)
        written = _save(folder, done, progress)
    if _say_lost(folder, written) or failed:
        click.get_current_context().exit(SOME_INPUTS_FAILED)


@shards.command(short_help="A folder of shards -> a store.")
@click.argument("folder", metavar="DIR", type=click.Path(exists=True, file_okay=False, path_type=Path))
@store_option("Where the record is kept: a file, made where there is none, or the URL of a PostgreSQL database.")
def add(folder: Path, where: str) -> None:
    """Add the readings of a folder of shards to a store, as `add` would have with the same articles.

    Adding again changes nothing, and what was cut off goes on where it was. Links that `shards link` found are taken.
    """
    from accordingto.cli.adding import add_readings  # noqa: PLC0415  # SQLAlchemy
    from accordingto.cli.tally import say_summary, told  # noqa: PLC0415
    from accordingto.sharding.folder import shards_in  # noqa: PLC0415
    from accordingto.sharding.parquet import made_by, read_shard  # noqa: PLC0415

    progress = streams.Progress(None)
    files = shards_in(folder)
    with opened(where, create=True) as store:
        outcomes = chain.from_iterable(
            add_readings(store, read_shard(file), _provenance(made_by(file)), links)
            for file, links in zip(files, links_for(store, files), strict=True)
        )
        say_summary(store, told(outcomes, progress))
    if progress.failed:
        click.get_current_context().exit(SOME_INPUTS_FAILED)


shards.add_command(cut)
shards.add_command(link)


def _known_as(how: How) -> str:
    """What readings made so are known by in a store."""
    from accordingto.cli.adding import Orders  # noqa: PLC0415  # SQLAlchemy

    provenance = Orders(how).provenance
    return f"{provenance.program} {provenance.reader}"


def _provenance(known_as: str) -> Provenance:
    from accordingto.store.sighting import Provenance  # noqa: PLC0415

    program, _, reader = known_as.partition(" ")
    return Provenance(program, reader)


def _here(pending: Iterable[Shard], orders: Orders, how: How) -> Iterator[Done]:
    """The shards in their order, their articles read by processes of this machine."""
    from accordingto.cli.workers import read_all  # noqa: PLC0415
    from accordingto.sharding.task import file_of  # noqa: PLC0415

    ahead, in_order = tee(pending)
    outcomes = read_all((article for shard in ahead for article in shard.articles), how)
    for shard in in_order:
        yield shard, file_of(shard, list(islice(outcomes, len(shard.articles))), orders)


def _on_cluster(pending: Iterable[Shard], orders: Orders, address: str, workers: int) -> Iterator[Done]:
    from accordingto.sharding.cluster import LOCAL, connected, read_on_cluster  # noqa: PLC0415  # an extra

    with connected(address, workers=workers if address == LOCAL else None) as client:
        streams.say(f"The cluster's dashboard: {client.dashboard_link}")
        yield from read_on_cluster(client, pending, orders)


def _save(folder: Path, done: Iterable[Done], progress: streams.Progress) -> int:
    """How many shards were written."""
    from accordingto.sharding.folder import save_shard  # noqa: PLC0415

    written = 0
    for shard, file in done:
        save_shard(folder, shard.name, file)
        written += 1
        for _ in shard.articles:
            progress.count()
    progress.clear()
    return written


def _say_lost(folder: Path, written: int) -> int:
    """How many articles of the folder have no reading; the first of them are named, with the reason."""
    from accordingto.sharding.folder import shards_in  # noqa: PLC0415
    from accordingto.sharding.parquet import failures_in  # noqa: PLC0415

    lost = [failure for file in shards_in(folder) for failure in failures_in(file)]
    for failure in lost[:MOST_NAMED]:
        streams.say(failure.reason)
    if len(lost) > MOST_NAMED:
        streams.say(f"… and {len(lost) - MOST_NAMED:,} more.")
    streams.say(f"{folder}: {written:,} shards written, {len(lost):,} articles without a reading.")
    return len(lost)
