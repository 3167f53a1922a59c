"""`accordingto add`: reports into a store."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import chain

import click

from accordingto.cli import output, streams
from accordingto.cli.added import Added
from accordingto.cli.grouped_options import grouped
from accordingto.cli.own_actors import load_once, say_problems
from accordingto.cli.read_options import SOME_INPUTS_FAILED, as_date
from accordingto.cli.reading_options import How, reading_options
from accordingto.cli.source_options import Sources, noting, source_options
from accordingto.cli.store_option import opened, store_option
from accordingto.cli.tally import say_summary, told

_EXAMPLE = """\b
Examples:
  accordingto add reports/ --store record.db --workers 2
  accordingto add monday.jsonl --store postgresql://localhost/record
  accordingto add https://example.org/report.html --store record.db
"""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is added beside new articles, and whether each is listed."""

    allow: bool
    reread: bool
    listed: bool


@click.command(epilog=_EXAMPLE, short_help="Read reports into a store.")
@click.argument("inputs", metavar="INPUT...", nargs=-1)
@store_option("Where the record is kept: a file, made where there is none, or the URL of a PostgreSQL database.")
@click.option("--published", metavar="DATE", callback=as_date, help="Day of publication, such as 2024-05-17.")
@click.option("--publisher", metavar="NAME", help="Who published the reports and vouches for them.")
@click.option("--title", metavar="TEXT", help="Title of the report.")
@reading_options()
@source_options()
@grouped(
    "wanted",
    Wanted,
    click.option("--allow", is_flag=True, help="Add what was forgotten too, and names that were."),
    click.option("--reread", is_flag=True, help="Read again what another version of the program, or reader, has read."),
    click.option("--list", "listed", is_flag=True, help="Write a line of JSON for each article once it is stored."),
)
def add(
    inputs: tuple[str, ...], where: str, how: How, sources: Sources, wanted: Wanted, **details: date | str | None
) -> None:
    """Read reports into a store: files, folders, archives, addresses of pages and feeds, or -, as `read` takes them.

    Adding again changes nothing: what the store holds is not read again. A changed text at the same address, or in
    the same file, is a new version; the old one stays. What was cut off goes on where it was: give the same command.
    Two processes may add to one store at once.

    With --reread the articles of the store are read again that were read by another version of the program or another
    reader; INPUT may be left out. What people decided stays with the same words.

    A summary goes to standard error. A file that cannot be read is named there, the others are added, and the exit
    status is 3.
    """
    from accordingto.cli.adding import Orders, add_all, read_again  # noqa: PLC0415  # SQLAlchemy and an HTML parser
    from accordingto.cli.inputs import Gathering, articles_of, expected_articles, find_inputs, state_file  # noqa: PLC0415
    from accordingto.grounding.actors_in_force import own_actors  # noqa: PLC0415
    from accordingto.ingest.details import ArticleDetails  # noqa: PLC0415

    own, problems = load_once(how.actors)
    failed = say_problems(problems)
    found = list(find_inputs(inputs if wanted.reread and not sources.retried else sources.inputs(inputs)))
    progress = streams.Progress(expected_articles(found) if streams.is_watched() else None)
    known = ArticleDetails(**details)  # type: ignore[arg-type]  # click checked each
    articles = articles_of(found, Gathering(known, sources, state_file(where, how.reader)))
    with opened(where, create=True) as store, own_actors(own):
        orders = Orders(how, allow_forgotten=wanted.allow)
        again = read_again(store, orders) if wanted.reread else ()
        outcomes = noting(chain(add_all(store, articles, orders), again), sources, map(str, found))
        tally = told(outcomes, progress, _list if wanted.listed else None)
        say_summary(store, tally)
    if progress.failed or failed:
        click.get_current_context().exit(SOME_INPUTS_FAILED)


def _list(added: Added) -> None:
    outcome = added.recorded.outcome
    row = {
        "article": outcome.article,
        "path": added.article.path,
        "url": added.article.url,
        "status": outcome.status,
        "replaced": outcome.replaced,
        "near_duplicate": added.recorded.is_copy,
    }
    streams.write([output.to_json_line(row) + "\n"])
