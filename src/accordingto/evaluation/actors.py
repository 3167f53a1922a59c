"""Actor phrases against our own marks: `gold/actors.tsv`, guidelines in `docs/explanation/actor-phrases.md`.

A row has a phrase, the day it was said (or none), the country and the first sector that PLOVER gives it (empty: of no
country, of no sector), the class of phrase and the list it was written for. Lists were written before the tables were
held against them, so the figure of the newest is the one that tells what an unseen phrase meets.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from accordingto.evaluation.own_tables import rows_of
from accordingto.evaluation.report import Evaluation, Figure, figure
from accordingto.grounding.actors import look_up
from accordingto.model.errors import InputError

COLUMNS = ("phrase", "on", "country", "sector", "class", "list")


@dataclass(frozen=True, slots=True)
class MarkedActor:
    """A phrase and what it is marked as; None: of no country, of no sector, of no told day."""

    phrase: str
    on: date | None
    country: str | None
    sector: str | None
    group: str
    list: str


@dataclass(frozen=True, slots=True)
class JudgedActor:
    """A marked phrase, and what it was taken for."""

    marked: MarkedActor
    country: str | None
    sector: str | None

    @property
    def is_country_right(self) -> bool:
        return self.country == self.marked.country

    @property
    def is_sector_right(self) -> bool:
        return self.sector == self.marked.sector


def evaluate_actors(file: Path) -> Evaluation:
    """The share of right countries and first sectors: of all, by list, with and without a day, and by class."""
    judged = [judge(marked) for marked in load_actors(file)]
    return Evaluation("actors", len(judged), tuple(actor_figures(judged)))


def actor_figures(judged: Sequence[JudgedActor]) -> Iterator[Figure]:
    """Two figures for all phrases, and two for each part of them."""
    yield from _two("all", judged)
    for list_ in dict.fromkeys(row.marked.list for row in judged):
        yield from _two(f"list {list_}", [row for row in judged if row.marked.list == list_])
    yield from _two("with a day", [row for row in judged if row.marked.on is not None])
    yield from _two("without a day", [row for row in judged if row.marked.on is None])
    for group in sorted({row.marked.group for row in judged}):
        yield from _two(group, [row for row in judged if row.marked.group == group])


def judge(marked: MarkedActor) -> JudgedActor:
    """What the phrase is taken for on its day, beside its marks."""
    answer = look_up(marked.phrase, marked.on)
    return JudgedActor(marked, answer.country, next(iter(answer.sectors), None))


def load_actors(file: Path) -> Iterator[MarkedActor]:
    """The rows of a tab-separated file. Raises InputError for one that lacks a column or has no date for a day."""
    for where, row in rows_of(file, COLUMNS):
        yield MarkedActor(
            phrase=row["phrase"],
            on=_day(row["on"], where),
            country=row["country"] or None,
            sector=row["sector"] or None,
            group=row["class"],
            list=row["list"],
        )


def _day(cell: str, where: str) -> date | None:
    if not cell:
        return None
    try:
        return date.fromisoformat(cell)
    except ValueError:
        raise InputError(f"{where}: {cell!r} is no date. Write year-month-day, or nothing.") from None


def _two(name: str, judged: Sequence[JudgedActor]) -> Iterator[Figure]:
    if judged:
        yield figure(f"{name}: country", judged, _share(lambda row: row.is_country_right), len(judged))
        yield figure(f"{name}: first sector", judged, _share(lambda row: row.is_sector_right), len(judged))


def _share(is_right: Callable[[JudgedActor], bool]) -> Callable[[Sequence[JudgedActor]], float]:
    return lambda rows: sum(map(is_right, rows)) / len(rows) if rows else 0.0
