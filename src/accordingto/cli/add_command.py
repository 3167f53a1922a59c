"""`accordingto add`: reports into a store."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

import click

from accordingto.cli import output, streams
from accordingto.cli.added import Added
from accordingto.cli.own_actors import actors_option, load_once, say_problems
from accordingto.cli.read_options import SOME_INPUTS_FAILED, as_date, reader_option
from accordingto.cli.readings_out import say_failure, say_notes
from accordingto.cli.store_option import opened, store_option
from accordingto.ingest.failure import Failure

if TYPE_CHECKING:
    from accordingto.store.store import Store

NEAR_DUPLICATE, FAILED = "near-duplicate", "failed"

_EXAMPLE = """\b
Examples:
  accordingto add reports/ --store record.db --workers 2
  accordingto add monday.jsonl --store postgresql://localhost/record
  curl -s https://example.org/report.html | accordingto add - --store record.db
"""


@click.command(epilog=_EXAMPLE, short_help="Read reports into a store.")
@click.argument("inputs", metavar="INPUT...", nargs=-1)
@store_option("Where the record is kept: a file, made where there is none, or the URL of a PostgreSQL database.")
@click.option("--published", metavar="DATE", callback=as_date, help="Day of publication, such as 2024-05-17.")
@click.option("--publisher", metavar="NAME", help="Who published the reports and vouches for them.")
@click.option("--title", metavar="TEXT", help="Title of the report.")
@click.option("--workers", type=click.IntRange(1, 256), default=1, show_default=True, help="Processes to read with.")
@actors_option()
@reader_option()
@click.option("--allow", is_flag=True, help="Add what was forgotten too, and names that were.")
@click.option("--reread", is_flag=True, help="Read again what another version of the program, or reader, has read.")
@click.option("--list", "listed", is_flag=True, help="Write a line of JSON for each article once it is stored.")
def add(
    inputs: tuple[str, ...],
    where: str,
    workers: int,
    reader: str,
    actors: tuple[Path, ...],
    *,
    allow: bool,
    reread: bool,
    listed: bool,
    **details: date | str | None,
) -> None:
    """Read reports into a store: files, folders of files, or - for standard input, as `read` takes them.

    Adding again changes nothing: what the store holds is not read again. A changed text at the same address, or in
    the same file, is a new version; the old one stays. What was cut off goes on where it was: give the same command.
    Two processes may add to one store at once.

    With --reread the articles of the store are read again that were read by another version of the program or another
    reader; INPUT may be left out. What people decided stays with the same words.

    A summary goes to standard error. A file that cannot be read is named there, the others are added, and the exit
    status is 3.
    """
    if not inputs and not reread:
        raise click.UsageError("Missing argument 'INPUT...'.")
    from accordingto.cli.adding import Orders, add_all, read_again  # noqa: PLC0415  # SQLAlchemy and an HTML parser
    from accordingto.cli.inputs import articles_of, expected_articles, find_inputs  # noqa: PLC0415
    from accordingto.grounding.actors_in_force import own_actors  # noqa: PLC0415
    from accordingto.ingest.details import ArticleDetails  # noqa: PLC0415

    own, problems = load_once(actors)
    failed = say_problems(problems)
    found = list(find_inputs(inputs))
    progress = streams.Progress(expected_articles(found) if streams.is_watched() else None)
    articles = articles_of(found, ArticleDetails(**details))  # type: ignore[arg-type]  # click checked each
    with opened(where, create=True) as store, own_actors(own):
        orders = Orders(workers, reader, actors, allow_forgotten=allow)
        again = read_again(store, orders) if reread else ()
        tally = _told(chain(add_all(store, articles, orders), again), progress, listed=listed)
        _say_summary(store, tally)
    if progress.failed or failed:
        click.get_current_context().exit(SOME_INPUTS_FAILED)


def _told(outcomes: Iterable[Added | Failure], progress: streams.Progress, *, listed: bool) -> Counter[str]:
    """How many articles there were of each outcome; failures and notes are said, and articles listed, as they come."""
    tally: Counter[str] = Counter()
    for outcome in outcomes:
        if isinstance(outcome, Failure):
            say_failure(outcome, progress)
            tally[FAILED] += 1
            continue
        progress.count()
        say_notes(outcome.article.path, outcome.notes, progress)
        tally[outcome.recorded.outcome.status] += 1
        tally[NEAR_DUPLICATE] += outcome.recorded.is_copy
        if listed:
            streams.write([_line(outcome)])
    progress.clear()
    return tally


def _line(added: Added) -> str:
    outcome = added.recorded.outcome
    row = {
        "article": outcome.article,
        "path": added.article.path,
        "url": added.article.url,
        "status": outcome.status,
        "replaced": outcome.replaced,
        "near_duplicate": added.recorded.is_copy,
    }
    return output.to_json_line(row) + "\n"


def _say_summary(store: Store, tally: Counter[str]) -> None:
    """Every outcome is named, also those that none had: "3 new, 96 unchanged, …"."""
    streams.say(summary(tally))
    contents = store.describe()
    streams.say(f"{store.name} holds {contents.articles:,} articles and {contents.claims:,} claims.")


def summary(tally: Counter[str]) -> str:
    """What was done, for people.

    >>> summary(Counter({"new": 3, "near-duplicate": 1, "read again": 2}))
    '3 new, 0 unchanged, 0 new version, 1 near-duplicate, 0 failed, 2 read again'
    """
    named = ["new", "unchanged", "new version", NEAR_DUPLICATE, FAILED]
    others = sorted(name for name, count in tally.items() if count and name not in named)
    return ", ".join(f"{tally[name]:,} {name}" for name in [*named, *others])
