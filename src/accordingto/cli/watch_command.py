"""`accordingto watch`: feeds into a store, as they bring reports."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from accordingto.cli import streams
from accordingto.cli.grouped_options import grouped
from accordingto.cli.named_path import A_FILE
from accordingto.cli.read_options import SOME_INPUTS_FAILED, reader_option
from accordingto.cli.reading_options import How, workers_option
from accordingto.cli.source_options import allow_host_option, hosts_named
from accordingto.cli.store_option import opened, store_option

if TYPE_CHECKING:
    from accordingto.cli.adding import Orders, Outcome
    from accordingto.cli.watching import Round
    from accordingto.store.store import Store

_EXAMPLE = """\b
Examples:
  accordingto watch feeds.toml --store record.db
  accordingto watch feeds.toml --store record.db --once
"""


@dataclass(frozen=True, slots=True)
class Polling:
    """How often the feeds are asked, where what was seen is kept, and which private hosts may be asked."""

    once: bool
    every: int
    state: Path | None
    allow_host: tuple[str, ...]


@click.command(epilog=_EXAMPLE, short_help="Add what feeds bring to a store.")
@click.argument("feeds", metavar="FEEDS", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@store_option("Where the record is kept: a file, made where there is none, or the URL of a PostgreSQL database.")
@grouped(
    "polling",
    Polling,
    click.option("--once", is_flag=True, help="Poll every feed once and end, as a timetable of the system wants it."),
    click.option("--every", metavar="MINUTES", type=click.IntRange(1, 10_080), default=15, show_default=True),
    click.option("--state", metavar="FILE", type=A_FILE, help="Keep what was seen."),
    allow_host_option(),
)
@workers_option()
@reader_option()
def watch(feeds: Path, where: str, polling: Polling, workers: int, reader: str) -> None:
    """Poll the feeds that FEEDS, a TOML file, lists, and add the reports that are new.

    The publisher of a report is who the entry's source names, else who its page names, else the feed's. What was taken
    in is kept beside the store (with a database: beside FEEDS), so that a restart goes on from there. A page that
    fails is tried again in later rounds, five times at most.
    """
    from accordingto.cli.adding import Orders  # noqa: PLC0415  # SQLAlchemy
    from accordingto.cli.inputs import fetcher_of  # noqa: PLC0415
    from accordingto.cli.watching import Round, Seen, feeds_of  # noqa: PLC0415

    watched = feeds_of(feeds)
    seen_in = polling.state or (feeds.with_suffix(".seen.json") if "://" in where else Path(f"{where}.watch.json"))
    asked_in = seen_in.with_name(f"{seen_in.name}.web")
    with opened(where, create=True) as store:
        while True:
            with closing(fetcher_of(hosts_named(polling.allow_host), asked_in)) as fetcher:
                polled = Round(watched, Seen(seen_in), fetcher)
                failed = _told(store, polled, Orders(How(workers, reader)))
            if polling.once:
                break
            time.sleep(polling.every * 60)
    if failed:
        click.get_current_context().exit(SOME_INPUTS_FAILED)


def _told(store: Store, polled: Round, orders: Orders) -> bool:
    """True where something failed in one round; what became of each article is kept, and the sum is said."""
    from accordingto.cli.adding import add_all  # noqa: PLC0415
    from accordingto.cli.tally import FAILED, summary, told  # noqa: PLC0415

    progress = streams.Progress(None)
    tally = told(_noted(add_all(store, polled.articles(), orders), polled), progress)
    streams.say(summary(tally))
    return bool(tally[FAILED])


def _noted(outcomes: Iterator[Outcome], polled: Round) -> Iterator[Outcome]:
    """The outcomes, each kept as it comes."""
    try:
        for outcome in outcomes:
            polled.note(outcome)
            yield outcome
    finally:
        polled.finish()
