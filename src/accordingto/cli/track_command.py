"""`accordingto track`: questions that are kept, and the incidents that answer them in order of time."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import click

from accordingto.cli import streams
from accordingto.cli.claim_words import clean
from accordingto.cli.filter_options import as_country, as_mode, as_type
from accordingto.cli.output import to_json_line
from accordingto.cli.read_options import as_date
from accordingto.cli.store_option import login, opened, store_option
from accordingto.model.errors import InputError

if TYPE_CHECKING:
    from accordingto.model.incident import Incident

_EXAMPLE = """\b
Examples:
  accordingto track save defections --type REALIGN --actor-country SYR --actor-sector GOV --since 2011-01-01
  accordingto track show defections --around e511d36dc0fb0750
  accordingto timeline --track defections
"""
_HELP = "The store with the tracks: a file, or the URL of a PostgreSQL database."


@click.group(epilog=_EXAMPLE, short_help="Keep questions, and see the incidents that answer them in order of time.")
def track() -> None:
    """Keep questions: which incidents there were of a type, by whom, against whom, where, since when."""


@track.command(short_help="Keep a question under a name.")
@click.argument("name")
@store_option(_HELP)
@click.option(
    "--type", "type", metavar="TYPE", callback=as_type, help="An event type of the codebook, such as REALIGN."
)
@click.option("--mode", metavar="MODE", callback=as_mode, help="A mode of the type, such as defect.")
@click.option("--actor", metavar="NAME", help="Part of the name of an actor.")
@click.option("--actor-country", metavar="CODE", callback=as_country, help="Country of that actor, such as SYR.")
@click.option("--actor-sector", metavar="CODE", help="Sector of that actor, such as GOV.")
@click.option("--recipient", metavar="NAME", help="Part of the name of a recipient.")
@click.option("--recipient-country", metavar="CODE", callback=as_country, help="Country of that recipient.")
@click.option("--place", metavar="NAME", help="Part of the name of the place.")
@click.option("--country", metavar="CODE", callback=as_country, help="Country of the place.")
@click.option("--since", metavar="DATE", callback=as_date, help="Nothing that happened before that day.")
@click.option("--until", metavar="DATE", callback=as_date, help="Nothing that happened after that day.")
@click.option("--disputed", is_flag=True, help="Only incidents whose accounts contradict each other.")
@click.option("--person", metavar="NAME", help="Who keeps it. [default: the name you are logged in by]")
def save(name: str, where: str, person: str | None, **asked: Any) -> None:  # the fields of a question
    """Keep a question under NAME. One of that name before is dropped; its row stays."""
    from accordingto.tracking import Question, save_question  # noqa: PLC0415  # SQLAlchemy, which --help can do without

    asked["actor_sector"] = asked["actor_sector"].upper() if asked["actor_sector"] else None
    if not any(asked.values()):
        raise click.UsageError("Ask for something: --type, --actor, --place, …")
    with opened(where) as store:
        save_question(store, name, Question(**asked), person or login())
    streams.say(f"Saved. See it: accordingto track show {name}")


@track.command("list", short_help="List the questions that are kept.")
@store_option(_HELP)
def list_(where: str) -> None:
    """One line a track: its name, its question, who saved it."""
    from accordingto.store.tracks import tracks_of  # noqa: PLC0415  # SQLAlchemy, as above

    with opened(where) as store:
        found = tracks_of(store)
    for each in found:
        asked = " ".join(f"{key.replace('_', '-')}={value}" for key, value in sorted(each.question.items()))
        streams.write([f"{clean(each.name)}  {clean(asked)}  by {clean(each.person)}, {each.saved_at:%Y-%m-%d}\n"])


@track.command(short_help="Drop a question.")
@click.argument("name")
@store_option(_HELP)
def drop(name: str, where: str) -> None:
    """Drop the track NAME; its row stays."""
    from accordingto.store.tracks import drop_track  # noqa: PLC0415  # SQLAlchemy, as above

    with opened(where) as store:
        if not drop_track(store, name):
            raise InputError(f"There is no track {name!r} in {store.name}.")


@track.command(short_help="Show the incidents of a track in order of time.")
@click.argument("name")
@store_option(_HELP)
@click.option("--around", "middle", metavar="ID", help="Only this incident, the one before and the one after it.")
@click.option("--format", "format_", type=click.Choice(["text", "jsonl"]), help="[default: text on a terminal]")
def show(name: str, where: str, middle: str | None, format_: str | None) -> None:
    """The incidents that answer the question of the track NAME, by the day of the event.

    The first day is that of the event, the second that of the first report: "-" where one is not known.
    """
    from accordingto.tracking import around, incidents_on, question_of  # noqa: PLC0415  # SQLAlchemy, as above

    with opened(where) as store:
        found = incidents_on(store, question_of(store, name))
    if middle is not None:
        near = around(found, middle)
        found = tuple(each for each in (near.before, near.incident, near.after) if each is not None)
    if not found:
        streams.say(f"No incident answers {name!r}.")
    as_text = format_ == "text" or (format_ is None and sys.stdout.isatty())
    streams.write((_line(each) if as_text else to_json_line(_row(each))) + "\n" for each in found)


def _row(incident: Incident) -> dict[str, Any]:  # a JSON object: values of many types
    days = [report.published for report in incident.reports if report.published]
    return {
        "incident": incident.id,
        "happened": incident.when.start.isoformat() if incident.when else None,
        "reported": min(days).isoformat() if days else None,
        "title": incident.title,
        "accounts": len(incident.accounts),
        "origins": incident.counts.origins,
        "reports": incident.counts.reports,
        "disputed": [slot.value for slot in incident.disputed],
    }


def _line(incident: Incident) -> str:
    from accordingto.cli.incident_table import headline_counts  # noqa: PLC0415  # rich takes a tenth of a second

    row = _row(incident)
    counts = headline_counts(incident)
    days = f"{row['happened'] or '-':<10}  {row['reported'] or '-':<10}"
    return f"{days}  {row['incident']}  {clean(row['title'])} ({counts})"
