"""`accordingto read`: reports in, readings out."""

from __future__ import annotations

from datetime import date

import click

from accordingto.cli import streams
from accordingto.cli.own_actors import load_once, say_problems
from accordingto.cli.read_options import (
    SOME_INPUTS_FAILED,
    Format,
    as_date,
    format_option,
)
from accordingto.cli.reading_options import How, reading_options
from accordingto.cli.readings_out import write_outcomes
from accordingto.cli.source_options import Sources, noting, source_options
from accordingto.cli.workers import read_all

_EXAMPLE = """\b
Examples:
  accordingto read report.txt --published 2024-05-17 --publisher "Gulf Herald"
  accordingto read reports/ --workers 2 > readings.jsonl
  accordingto read https://example.org/report.html
  accordingto read crawl.warc.gz --failures failed.jsonl > readings.jsonl
"""


@click.command(epilog=_EXAMPLE, short_help="Read reports and write who says what happened.")
@click.argument("inputs", metavar="INPUT...", nargs=-1)
@click.option("--published", metavar="DATE", callback=as_date, help="Day of publication, such as 2024-05-17.")
@click.option("--publisher", metavar="NAME", help="Who published the reports and vouches for them.")
@click.option("--title", metavar="TEXT", help="Title of the report.")
@reading_options()
@source_options()
@format_option("How to write the readings.  [default: table on a terminal, jsonl elsewhere]")
def read(
    inputs: tuple[str, ...],
    how: How,
    sources: Sources,
    format_: Format | None,
    **details: date | str | None,
) -> None:
    """Read reports: files, folders, archives, addresses of pages and feeds, or - for standard input.

    Plain text, HTML, JSON Lines (an object a line, with "text" and, if known, "title", "publisher", "published",
    "url"), RSS and Atom, WARC, WACZ, zip and tar, each also packed, are told apart by their bytes. What an option says
    goes before what a file says.

    On a terminal each report becomes a table; elsewhere a line of JSON. A file that cannot be read is named on
    standard error, the others are read, and the exit status is 3.
    """
    from accordingto.cli.inputs import Gathering, articles_of, expected_articles, find_inputs  # noqa: PLC0415  # an HTML parser
    from accordingto.grounding.actors_in_force import own_actors  # noqa: PLC0415
    from accordingto.ingest.details import ArticleDetails  # noqa: PLC0415

    own, problems = load_once(how.actors)
    failed = say_problems(problems)
    found = list(find_inputs(sources.inputs(inputs)))
    progress = streams.Progress(expected_articles(found) if streams.is_watched() else None)
    known = ArticleDetails(**details)  # type: ignore[arg-type]  # click checked each
    articles = articles_of(found, Gathering(known, sources))
    chosen = format_ or (Format.TABLE if streams.is_terminal() else Format.JSONL)
    with own_actors(own):
        outcomes = noting(read_all(articles, how), sources, map(str, found))
        write_outcomes(outcomes, chosen, progress)
    if progress.read + progress.failed > 1:
        streams.say(progress.summary())
    if progress.failed or failed:
        click.get_current_context().exit(SOME_INPUTS_FAILED)
