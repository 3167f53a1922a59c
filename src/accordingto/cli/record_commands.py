"""`accordingto incidents`, `show`, `explain` and `timeline`: what a store's reports say, side by side."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Any

import click

from accordingto.cli import streams
from accordingto.cli.claim_words import clean
from accordingto.cli.filter_options import MOST_ROWS, as_country, as_mode, as_type
from accordingto.cli.output import to_json_line
from accordingto.cli.read_options import as_date
from accordingto.cli.record_rows import print_counts, write_rows
from accordingto.cli.store_option import opened, store_option

if TYPE_CHECKING:
    from accordingto.catalogue import Moment
    from accordingto.model.incident import Incident

DEFAULT_LIMIT = 50
_STORE_HELP = "The store to look in: a file, or the URL of a PostgreSQL database."
Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]  # click decorates any command

_INCIDENTS_EXAMPLE = """\b
Examples:
  accordingto incidents --store record.db --disputed
  accordingto incidents --store record.db --type ASSAULT --country SYR --since 2012-06-01
  accordingto incidents --store record.db --format jsonl > incidents.jsonl
  accordingto incidents --store record.db --aggregate conservative --format csv > events.csv
"""


_SHOW_EXAMPLE = """\b
Examples:
  accordingto show e511d36dc0fb0750 --store record.db
  accordingto show e511d36dc0fb0750 --store record.db --format json
"""
_EXPLAIN_EXAMPLE = """\b
Example:
  accordingto explain e511d36dc0fb0750 --store record.db
"""
_TIMELINE_EXAMPLE = """\b
Examples:
  accordingto timeline e511d36dc0fb0750 --store record.db
  accordingto timeline "Nawaf Fares" --store record.db --since 2012-07-01
  accordingto timeline e511d36dc0fb0750 --store record.db --counts killed
  accordingto timeline --track defections --store record.db
"""


def _filters(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options that say which claims are wanted."""
    options: tuple[Decorator, ...] = (
        click.argument("words", nargs=-1),
        click.option(
            "--type", "type_", metavar="TYPE", callback=as_type, help="An event type of the codebook, such as ASSAULT."
        ),
        click.option("--mode", metavar="MODE", callback=as_mode, help="A mode of the type, such as aerial."),
        click.option(
            "--country", metavar="CODE", callback=as_country, help="Country of the place or a participant, such as SYR."
        ),
        click.option("--since", metavar="DATE", callback=as_date, help="Nothing that happened before that day."),
        click.option("--until", metavar="DATE", callback=as_date, help="Nothing that happened after that day."),
        click.option("--actor", metavar="NAME", help="Part of the name of a participant or a speaker."),
        click.option("--publisher", metavar="NAME", help="Only what that publisher's reports tell."),
        click.option("--disputed", is_flag=True, help="Only incidents whose accounts contradict each other."),
        click.option(
            "--limit", type=click.IntRange(1, MOST_ROWS), default=DEFAULT_LIMIT, show_default=True, help="How many."
        ),
    )
    for option in reversed(options):
        command = option(command)
    return command


def _format_option(*choices: str) -> Decorator:
    text = f"[default: {choices[0]} on a terminal, {choices[-1]} elsewhere]"
    return click.option("--format", "format_", type=click.Choice(choices), help=text)


@click.command(epilog=_INCIDENTS_EXAMPLE, short_help="List incidents, with how many accounts and origins each has.")
@_filters
@store_option(_STORE_HELP)
@click.option(
    "--aggregate",
    type=click.Choice(["conservative", "representative", "informative"]),
    help="One row an incident by this rule, with how far reports disagree.",
)
@_format_option("table", "csv", "jsonl")
def incidents(
    where: str, format_: str | None, aggregate: str | None, *, disputed: bool, limit: int, **wanted: Any
) -> None:  # ClaimSearch's
    """List the incidents that the reports of a store tell of, latest first.

    WORDS must be in a report. Each line has three counts: accounts, independent origins, reports. With --aggregate
    each incident is one row, made by a rule of the reference page on aggregation; --format csv or jsonl.
    """
    from accordingto.catalogue import find_incidents  # noqa: PLC0415  # SQLAlchemy, which --help can do without
    from accordingto.store.search import ClaimSearch  # noqa: PLC0415  # as above

    words, type_ = " ".join(wanted.pop("words")) or None, wanted.pop("type_")
    search = ClaimSearch(words=words, type=type_, **wanted)
    with opened(where) as store:
        found = find_incidents(store, search, disputed=disputed, limit=limit)
        if aggregate is not None or format_ == "csv":
            write_rows(found, aggregate or "", format_)
            return
        if _chosen(format_, "table", "jsonl") == "jsonl":
            streams.write(to_json_line(_as_dict(incident)) + "\n" for incident in found)
            return
        from accordingto.cli.incident_table import print_incidents  # noqa: PLC0415  # rich takes a tenth of a second

        if not print_incidents(streams.console(), found):
            streams.say("No incident fits. Ask for less, or see what there is: accordingto incidents --store …")


@click.command(epilog=_SHOW_EXAMPLE, short_help="Show one incident: its accounts side by side.")
@click.argument("incident")
@store_option(_STORE_HELP)
@_format_option("table", "json")
def show(incident: str, where: str, format_: str | None) -> None:
    """Show the accounts of an incident, who holds each, in which words, and how many origins stand behind it."""
    from accordingto.catalogue import find_incident  # noqa: PLC0415  # SQLAlchemy, as above

    with opened(where) as store:
        found = find_incident(store, incident)
    if _chosen(format_, "table", "json") == "json":
        streams.write([json.dumps(_as_dict(found), ensure_ascii=False, indent=2) + "\n"])
        return
    from accordingto.cli.incident_table import print_incident  # noqa: PLC0415  # rich takes a tenth of a second

    print_incident(streams.console(), found)


@click.command(epilog=_EXPLAIN_EXAMPLE, short_help="Say why claims were joined, and why copies count once.")
@click.argument("incident")
@store_option(_STORE_HELP)
def explain(incident: str, where: str) -> None:
    """Say on which evidence the claims of an incident were joined, and why some reports count as one origin."""
    from accordingto.catalogue import find_incident, links_within  # noqa: PLC0415  # SQLAlchemy, as above

    with opened(where) as store:
        found = find_incident(store, incident)
        links = links_within(store, found)
    words = {claim.id: f"“{clean(claim.trigger)}” ({claim.publisher or claim.article})" for claim in found.claims}
    lines = [clean(found.title), ""]
    for link in links:
        because = "; ".join(link.reasons) or "no reason kept"
        pair = f"{words[link.left]} and {words[link.right]}"
        lines.append(f"{link.judgement.value} {link.score:.2f} by {link.method}: {pair}: {clean(because)}")
    lines += [f"counted once: {clean(why)}" for account in found.accounts for why in account.collapses]
    streams.write(line + "\n" for line in lines)


@click.command(epilog=_TIMELINE_EXAMPLE, short_help="An incident, or what someone did and said, in order of time.")
@click.argument("subject", required=False)
@store_option(_STORE_HELP)
@click.option("--track", "track", metavar="NAME", help="The claims that answer a saved question, in place of SUBJECT.")
@click.option("--counts", metavar="KIND", help="How many KIND (such as killed) were told by each day.")
@click.option("--since", metavar="DATE", callback=as_date, help="Nothing that happened before that day.")
@_format_option("text", "jsonl")
def timeline(
    subject: str | None, where: str, track: str | None, counts: str | None, *, since: date | None, format_: str | None
) -> None:
    """The claims of an incident in the order they were reported, or those on a NAME in the order of what happened.

    SUBJECT is the id of an incident, or part of a name. With --counts, each row has what one report told and the
    lowest and highest number told up to then.

    The day of the event and the day of the report stand apart: "-" where one is not known.
    """
    from accordingto.catalogue import (  # noqa: PLC0415  # SQLAlchemy, as above
        find_incident,
        timeline_of_actor,
        timeline_of_incident,
    )

    as_text = _chosen(format_, "text", "jsonl") == "text"
    if (subject is None) == (track is None):
        raise click.UsageError("Give SUBJECT (an incident or a name), or --track NAME.")
    if counts is not None:
        print_counts(where, subject or "", counts, as_text=as_text)
        return
    with opened(where) as store:
        if subject is None:
            from accordingto.tracking import question_of, timeline_of_track  # noqa: PLC0415  # as above

            moments = timeline_of_track(store, question_of(store, track or ""))
        elif store.claims_of_incident(subject):
            moments = timeline_of_incident(find_incident(store, subject))
        else:
            moments = timeline_of_actor(store, subject, since=since)
    if not moments:
        streams.say(
            f"Nothing on {subject or track!r}. Give the id of an incident, or part of a name as reports write it."
        )
    streams.write((_line(each) if as_text else to_json_line(_row(each))) + "\n" for each in moments)


def _as_dict(incident: Incident) -> dict[str, Any]:  # a JSON object: values of many types
    from accordingto.model.incident_contract import incident_to_dict  # noqa: PLC0415  # not needed for tables

    return incident_to_dict(incident)


def _chosen(format_: str | None, for_people: str, for_programs: str) -> str:
    return format_ or (for_people if sys.stdout.isatty() else for_programs)


def _row(moment: Moment) -> dict[str, Any]:  # a JSON object: values of many types
    claim = moment.claim
    return {
        "happened": moment.happened.isoformat() if moment.happened else None,
        "reported": moment.reported.isoformat() if moment.reported else None,
        "part": moment.part,
        "claim": claim.id,
        "article": claim.article,
        "publisher": claim.publisher,
        "type": claim.type,
        "mode": claim.mode,
        "trigger": claim.trigger,
        "factuality": claim.factuality.value,
        "sentence": claim.sentence,
    }


def _line(moment: Moment) -> str:
    claim = moment.claim
    days = f"{moment.happened or '-'!s:<10}  {moment.reported or '-'!s:<10}"
    code = f"{claim.type}:{claim.mode}" if claim.mode else claim.type
    told = f"{moment.part:<11}  {code}, {claim.factuality.value}, {claim.publisher or '-'}"
    return f"{days}  {told}: {clean(claim.sentence)}"
