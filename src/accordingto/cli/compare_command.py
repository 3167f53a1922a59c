"""`accordingto compare`: a store beside the events of another dataset."""

from __future__ import annotations

import csv
import io
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from accordingto.cli import streams
from accordingto.cli.claim_words import clean
from accordingto.cli.filter_options import as_country, as_type
from accordingto.cli.read_options import as_date
from accordingto.cli.store_option import opened, store_option
from accordingto.model.errors import InputError, OptionError

if TYPE_CHECKING:
    from accordingto.comparing import Compared, Side
    from accordingto.export.other_events import OtherEvent

_EXAMPLE = """\b
Examples:
  accordingto compare --store record.db --ucdp ged.csv --since 2024-01-01 --until 2024-12-31
  accordingto compare --store record.db --acled acled.csv --km 20 --format csv > compared.csv
"""
_SHOWN_SKIPPED = 5
_COLUMNS = ("status", "ours", "theirs", "our_title", "their_title", "agreeing", "differences")


@click.command(epilog=_EXAMPLE, short_help="Lay a store beside UCDP, ACLED or POLECAT: what both have, what differs.")
@store_option("The store to compare: a file, or the URL of a PostgreSQL database.")
@click.option("--ucdp", metavar="FILE", help="A CSV file of UCDP's georeferenced event data.")
@click.option("--acled", metavar="FILE", help="A CSV file of ACLED.")
@click.option("--polecat", metavar="FILE", help="A tab-separated file of POLECAT.")
@click.option("--days", type=click.IntRange(0, 31), default=1, show_default=True, help="Days that may lie between.")
@click.option(
    "--km", type=click.FloatRange(0), default=50.0, show_default=True, help="Kilometres that may lie between."
)
@click.option(
    "--type", "type_", metavar="TYPE", callback=as_type, help="Only incidents of this event type, such as ASSAULT."
)
@click.option(
    "--country", metavar="CODE", callback=as_country, help="Only incidents and events of this country, such as SYR."
)
@click.option("--since", metavar="DATE", callback=as_date, help="Nothing that happened before that day.")
@click.option("--until", metavar="DATE", callback=as_date, help="Nothing that happened after that day.")
@click.option(
    "--format",
    "format_",
    type=click.Choice(["table", "csv", "json"]),
    help="[default: table on a terminal, csv elsewhere]",
)
def compare(where: str, *, days: int, km: float, format_: str | None, **given: Any) -> None:  # options of many types
    """Say which incidents both have, which only one has, and where values differ.

    Two are one event where their days are near, and their place, or their actors, or country and deaths agree.
    """
    from accordingto.comparing import Tolerance  # noqa: PLC0415  # SQLAlchemy, which --help can do without
    from accordingto.comparing import compare as compared  # noqa: PLC0415  # as above
    from accordingto.exporting import rows_of  # noqa: PLC0415  # as above
    from accordingto.store.search import ClaimSearch  # noqa: PLC0415  # as above

    events = _events(given)
    kept = [each for each in events if _is_asked_for(each, given)]
    asked = {name: given[name] for name in ("country", "since", "until")}
    wanted = ClaimSearch(type=given["type_"], **asked)
    with opened(where) as store:
        found = compared(rows_of(store, wanted).incidents(), kept, Tolerance(days, km))
    chosen = format_ or ("table" if sys.stdout.isatty() else "csv")
    streams.write({"table": _as_text, "csv": _as_csv, "json": _as_json}[chosen](found))
    counts = Counter(each.status for each in found)
    streams.say(f"both {counts['both']}, only ours {counts['ours']}, only theirs {counts['theirs']}")


def _events(given: dict[str, Any]) -> list[OtherEvent]:
    """The events of the one file that is given; rows that say too little are named on stderr."""
    from accordingto.export.other_events import LAYOUTS, other_events  # noqa: PLC0415  # as above

    files = {name: given[name] for name in LAYOUTS if given[name] is not None}
    if len(files) != 1:
        raise OptionError(f"Found {len(files)} files to compare with. Give one of --ucdp, --acled, --polecat.")
    name, path = next(iter(files.items()))
    if not Path(path).is_file():
        raise InputError(f"There is no file {path}.")
    with Path(path).open(encoding="utf-8-sig", errors="replace", newline="") as file:
        read = list(other_events(file, path, LAYOUTS[name]))
    skipped = [each for each in read if isinstance(each, str)]
    for reason in skipped[:_SHOWN_SKIPPED]:
        streams.say(clean(reason))
    if len(skipped) > _SHOWN_SKIPPED:
        streams.say(f"{len(skipped)} rows left out in all.")
    return [each for each in read if not isinstance(each, str)]


def _is_asked_for(event: OtherEvent, given: dict[str, Any]) -> bool:
    since, until, country = given["since"], given["until"], given["country"]
    return (
        (since is None or event.end >= since)
        and (until is None or event.start <= until)
        and (country is None or event.country in {None, country})
    )


def _as_text(found: Iterable[Compared]) -> Iterator[str]:
    for each in found:
        titles = " = ".join(clean(side.title) for side in (each.ours, each.theirs) if side)
        yield f"{each.status:<7} {titles}\n"
        yield from (f"        differs in {clean(difference)}\n" for difference in each.differences)


def _as_csv(found: Iterable[Compared]) -> Iterator[str]:
    from accordingto.export.text import whole_text, without_formula  # noqa: PLC0415  # as above

    for row in (_COLUMNS, *map(_row, found)):
        line = io.StringIO()
        csv.writer(line, lineterminator="\n").writerow([without_formula(whole_text(cell)) for cell in row])
        yield line.getvalue()


def _row(each: Compared) -> tuple[str, ...]:
    ours, theirs = each.ours, each.theirs
    ids = (ours.id if ours else "", theirs.id if theirs else "")
    titles = (ours.title if ours else "", theirs.title if theirs else "")
    return (each.status, *ids, *titles, " | ".join(each.agreeing), " | ".join(each.differences))


def _as_json(found: Iterable[Compared]) -> Iterator[str]:
    from accordingto.export.json_stream import json_list  # noqa: PLC0415  # as above

    return (piece.decode() for piece in json_list("[", map(_object, found), "]"))


def _object(each: Compared) -> dict[str, Any]:  # a JSON object
    sides = {"ours": _side(each.ours), "theirs": _side(each.theirs)}
    return {"status": each.status, **sides, "agreeing": list(each.agreeing), "differences": list(each.differences)}


def _side(side: Side | None) -> dict[str, Any] | None:  # a JSON object
    if side is None:
        return None
    return {
        "id": side.id,
        "title": side.title,
        "start": side.start.isoformat() if side.start else None,
        "end": side.end.isoformat() if side.end else None,
        "country": side.country,
        "point": list(side.point) if side.point else None,
        "actors": list(side.actors),
        "deaths": list(side.deaths),
    }
