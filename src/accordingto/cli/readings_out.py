"""Outcomes of reading, written in the chosen format, with failures and notes told on stderr."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from accordingto.attempting import Outcome
from accordingto.cli import output, streams
from accordingto.cli.read_options import Format
from accordingto.ingest.failure import Failure
from accordingto.model.reading import Reading


def write_outcomes(outcomes: Iterable[Outcome], format_: Format, progress: streams.Progress) -> None:
    """Write every reading to stdout as it comes; say what failed, and what was found worth a note, on stderr."""
    readings = _told(outcomes, progress, with_notes=format_ is not Format.TABLE)
    match format_:
        case Format.TABLE:
            _print_tables(readings, progress)
        case Format.JSONL:
            streams.write(output.json_lines(readings))
        case Format.JSON:
            streams.write(output.json_list(readings))
        case Format.CSV:
            streams.write(output.csv_rows(readings))
    progress.clear()


def say_failure(failure: Failure, progress: streams.Progress) -> None:
    """Count it, and say which input failed and why."""
    progress.count(failed=True)
    progress.clear()
    streams.say(failure.reason if failure.path in failure.reason else f"{failure.path}: {failure.reason}")


def say_notes(path: str | None, notes: Sequence[str], progress: streams.Progress) -> None:
    """What was found worth a note in a report."""
    if notes:
        progress.clear()
    for note in notes:
        streams.say(f"{path or '-'}: note: {note}")


def _told(outcomes: Iterable[Outcome], progress: streams.Progress, *, with_notes: bool) -> Iterator[Reading]:
    for outcome in outcomes:
        if isinstance(outcome, Failure):
            say_failure(outcome, progress)
            continue
        progress.count()
        if with_notes:
            say_notes(outcome.article.path, outcome.notes, progress)
        yield outcome


def _print_tables(readings: Iterable[Reading], progress: streams.Progress) -> None:
    from accordingto.cli.table import print_reading  # noqa: PLC0415  # rich takes a tenth of a second

    console = streams.console()
    for reading in readings:
        progress.clear()
        print_reading(console, reading)
