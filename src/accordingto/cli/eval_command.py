"""`accordingto eval`: held against what people marked by hand, with intervals and pinned floors."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from accordingto.cli import streams
from accordingto.cli.read_options import reader_option
from accordingto.model.resources import load_toml

if TYPE_CHECKING:
    from accordingto.evaluation.report import Evaluation, Figure

FAILED = 1

TASKS = {
    "actors": "our own table of actor phrases with country and sector: gold/actors.tsv",
    "attribution": "a folder in the layout of PolNeAR, such as polnear/dev",
    "chains": "our own table of texts with their chains of sources: gold/chains.tsv",
    "record": "our own small sets of reports that disagree: gold/disputes",
    "source-kinds": "our own table of sources by kind and speech act: gold/source_kinds.tsv",
    "speakers": "our own reports with every speaker marked: gold/reports",
    "out-of-domain": "the folder of articles that gold/out_of_domain.jsonl has marks for, such as news_events",
    "pronouns": "a table in the layout of GAP, or a folder of GUM's CoNLL-U files",
    "events": "a table of sentences with PLOVER codes, such as PLV_train.tsv, or our own: gold/events",
    "factuality": "JSON lines of sentences with a commitment from -3 to 3 a token, such as UW/dev.jsonl",
    "places": "an XML file in the layout of LGL, such as lgl.xml",
    "coreference": "a folder in the layout of ECB+: events across reports, with the set's mentions",
    "stances": "our own table of sentences with what each commits to, of eleven values: gold/stances.tsv",
    "story-clusters": "a folder of JSON articles with their events: which tell one story, such as news_events",
    "dates": "a table of expressions with TIMEX values, such as timenorm_train.tsv",
    "aggregation": "a table of event reports in the layout of MAVERICK, several an event",
}
"""What can be evaluated, and what each reads."""

_EXAMPLE = """\b
Sets:
{sets}

\b
Examples:
  accordingto eval attribution ../shared/gold/polnear/dev
  accordingto eval dates ../shared/gold/dates/timenorm_train.tsv --check
""".format(sets="\n".join(f"  {task:<14} {what}" for task, what in TASKS.items()))


@click.command("eval", epilog=_EXAMPLE, short_help="Measure the reader on a set that people marked.")
@click.argument("task", type=click.Choice(list(TASKS)))
@click.argument("path", type=click.Path(exists=True, path_type=Path))
@reader_option()
@click.option("--check", is_flag=True, help="Compare with the pinned floors; exit status 1 where a figure is below.")
def evaluate(task: str, path: Path, reader: str, check: bool) -> None:
    """Measure the reader on a set that people marked, with 95 % intervals.

    The sets are not part of the package; PATH says where one lies.
    """
    from accordingto.cli.evaluations import EVALUATE  # noqa: PLC0415  # the whole reader, which --help can do without

    evaluation = EVALUATE[task](path, reader)
    streams.write([_table(evaluation)])
    if check:
        floors = _floors(task, path, reader)
        below = _below_floor(evaluation, floors)
        well = f"At or above all {len(floors)} floors." if floors else "No floor is pinned for this set."
        streams.write([f"{line}\n" for line in below or [well]])
        if below:
            click.get_current_context().exit(FAILED)


def _table(evaluation: Evaluation) -> str:
    width = max((len(figure.name) for figure in evaluation.figures), default=0)
    lines = [_line(figure, width) for figure in evaluation.figures]
    notes = [f"  {note}" for note in evaluation.notes]
    return "\n".join([f"{evaluation.task}, on {evaluation.units:,} units", *lines, *notes, ""])


def _line(figure: Figure, width: int) -> str:
    return f"  {figure.name:<{width}}  {figure.value:6.3f}  [{figure.low:.3f}, {figure.high:.3f}]  of {figure.count:,}"


def _floors(task: str, path: Path, reader: str) -> dict[str, float]:
    """The floors of a task, those of the set whose name is in the path, such as UW, and those of the reader."""
    table = load_toml("floors.toml").get(task, {})
    floors = {name: floor for name, floor in table.items() if not isinstance(floor, dict)}
    for name in (*path.parts, reader):
        floors |= table.get(name, {}) if isinstance(table.get(name), dict) else {}
    return floors


def _below_floor(evaluation: Evaluation, floors: dict[str, float]) -> list[str]:
    """A sentence for every figure that is missing or lower than its floor."""
    values = {figure.name: figure.value for figure in evaluation.figures}
    below = []
    for name, floor in floors.items():
        value = values.get(name)
        if value is None:
            below.append(f"No figure is called {name!r}, yet floors.toml holds a floor of {floor} for it.")
        elif value < floor:
            below.append(f"{name}: {value:.3f} is below its floor of {floor}.")
    return below
