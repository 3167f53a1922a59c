"""`accordingto demo`: the sample reports that the package ships, read."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from accordingto.attempting import read_one
from accordingto.cli import streams
from accordingto.cli.named_path import A_FOLDER
from accordingto.cli.read_options import SOME_INPUTS_FAILED, Format, format_option
from accordingto.cli.readings_out import write_outcomes
from accordingto.cli.samples import Pair, pairs
from accordingto.model.article import Article
from accordingto.model.reading import Reading

MOST_SHOWN = 2
"""Incidents shown of a pair: the one it is about comes first, being told at the most length."""

_EXAMPLE = """\b
Examples:
  accordingto demo
  accordingto demo --format jsonl > readings.jsonl
  accordingto demo --save samples
"""

_BETWEEN = """Each row above is a claim: one event as one chain of sources tells it. Below, the same two reports
and five pairs more laid side by side: an incident is one event in the world, an account what one side says of it.

"""
_AFTERWARDS = """Read a report of your own:
  accordingto read report.txt --published 2024-05-17 --publisher "Gulf Herald"
Keep reports in a store and lay their accounts side by side:
  accordingto add reports/ --store record.db
  accordingto incidents --store record.db --disputed
"""


@click.command(epilog=_EXAMPLE, short_help="Read the sample reports that the package ships.")
@format_option("How to write the readings.  [default: table]")
@click.option("--save", metavar="FOLDER", type=A_FOLDER, help="Write the reports there instead.")
def demo(format_: Format | None, save: Path | None) -> None:
    """Read the sample reports, twelve short ones in pairs that disagree.

    Events, people and publishers in them are invented; the places are real.
    """
    if save is not None:
        _save(save)
        return
    chosen = format_ or Format.TABLE
    progress = streams.Progress(None)
    if chosen is Format.TABLE:
        _show_pairs(progress)
    else:
        articles = (article for pair in pairs() for article in articles_of(pair))
        write_outcomes(map(read_one, articles), chosen, progress)
    if progress.failed:
        click.get_current_context().exit(SOME_INPUTS_FAILED)


def _show_pairs(progress: streams.Progress) -> None:
    """The first pair report by report, then what each pair disputes."""
    read = [(pair, list(map(read_one, articles_of(pair)))) for pair in pairs()]
    first, outcomes = read[0]
    streams.write([f"═══ {first.about}\n\n"])
    write_outcomes(outcomes, Format.TABLE, progress)
    streams.write([_BETWEEN])
    for pair, outcomes in read:
        streams.write([f"═══ {pair.about}\n\n"])
        _show_disputes([outcome for outcome in outcomes if isinstance(outcome, Reading)])
    streams.write([_AFTERWARDS])


def _show_disputes(readings: Sequence[Reading]) -> None:
    """The incidents of both reports, those with more than one account."""
    from accordingto.cli.incident_table import print_incident  # noqa: PLC0415  # rich takes a tenth of a second
    from accordingto.record.assemble import assemble_record  # noqa: PLC0415  # word tables, only for this

    incidents = [each for each in assemble_record(readings) if each.counts.reports > 1]
    disputed = [each for each in incidents if len(each.accounts) > 1] or incidents
    for incident in disputed[:MOST_SHOWN]:
        print_incident(streams.console(), incident)
        streams.write(["\n"])


def articles_of(pair: Pair) -> list[Article]:
    """The reports of one pair as articles."""
    from accordingto.ingest.details import ArticleDetails  # noqa: PLC0415  # ingest loads an HTML parser
    from accordingto.ingest.plain_text import article_from_text  # noqa: PLC0415

    return [
        article_from_text(
            sample.text, ArticleDetails(published=sample.published, publisher=sample.publisher, path=sample.file)
        )
        for sample in pair.reports
    ]


def _save(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for pair in pairs():
        for sample in pair.reports:
            (folder / sample.file).write_text(sample.text, encoding="utf-8")
            streams.write([f"{folder / sample.file}  {sample.publisher}, {sample.published}\n"])
