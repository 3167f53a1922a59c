"""Events of other datasets, read from their CSV files: UCDP, ACLED and POLECAT, with whatever columns are there."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from accordingto.export.countries import alpha3_named
from accordingto.model.errors import InputError


@dataclass(frozen=True, slots=True)
class OtherEvent:
    """One event of another dataset; None where its row does not say."""

    id: str
    start: date
    end: date
    country: str | None = None
    place: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    actors: tuple[str, ...] = ()
    deaths: int | None = None


@dataclass(frozen=True, slots=True)
class Layout:
    """Which columns of a dataset say what: the first that is there is taken. `needed` must be there."""

    name: str
    id: tuple[str, ...]
    start: tuple[str, ...]
    end: tuple[str, ...] = ()
    country: tuple[str, ...] = ("country",)
    place: tuple[str, ...] = ()
    actors: tuple[tuple[str, ...], ...] = ()
    deaths: tuple[str, ...] = ()


LAYOUTS: Final = {
    "ucdp": Layout("UCDP", ("id", "relid"), ("date_start",), ("date_end",), place=("where_coordinates", "adm_1"),
                   actors=(("side_a",), ("side_b",)), deaths=("best", "best_est")),
    "acled": Layout("ACLED", ("event_id_cnty", "data_id"), ("event_date",), place=("location", "admin1"),
                    actors=(("actor1",), ("actor2",)), deaths=("fatalities",)),
    "polecat": Layout("POLECAT", ("event id",), ("event date",), place=("placename", "city"),
                      actors=(("actor name",), ("recipient name",))),
}  # fmt: skip
"""The layouts by the name of their option. Columns are in small letters: case and outer spaces do not count."""

_DAY_FORMATS: Final = ("%Y-%m-%d", "%d %B %Y", "%d %b %Y", "%d-%b-%Y", "%d-%B-%Y", "%Y/%m/%d", "%Y%m%d")


def other_events(lines: Iterable[str], name: str, layout: Layout) -> Iterator[OtherEvent | str]:
    """An event for each row, or, where it has no id or day, why it is left out.

    Raises InputError where the file has no heading or lacks a column that is needed.
    """
    rows = iter(lines)
    heading = next(rows, "").lstrip("\ufeff")
    delimiter = max("\t;,", key=heading.count)
    columns = [cell.strip().casefold() for cell in next(csv.reader([heading], delimiter=delimiter), [])]
    _check(columns, name, layout)
    for number, cells in enumerate(csv.reader(rows, delimiter=delimiter), 2):
        if cells:
            yield _event(dict(zip(columns, cells, strict=False)), layout) or f"{name}, row {number}: no id or no day."


def _check(columns: list[str], name: str, layout: Layout) -> None:
    for what, wanted in (("the id of an event", layout.id), ("its day", layout.start)):
        if not any(column in columns for column in wanted):
            found = ", ".join(column for column in columns if column) or "no columns"
            raise InputError(
                f"{name} is no file of {layout.name}: it has no column {wanted[0]!r}, {what}. Found: {found}."
            )


def _event(row: Mapping[str, str], layout: Layout) -> OtherEvent | None:
    identifier, start = _cell(row, layout.id), _day(_cell(row, layout.start))
    if identifier is None or start is None:
        return None
    return OtherEvent(
        id=identifier,
        start=start,
        end=max(start, _day(_cell(row, layout.end)) or start),
        country=alpha3_named(_cell(row, layout.country)),
        place=_cell(row, layout.place),
        latitude=_number(row.get("latitude")),
        longitude=_number(row.get("longitude")),
        actors=tuple(name for names in layout.actors if (name := _cell(row, names)) is not None),
        deaths=None if (deaths := _number(_cell(row, layout.deaths))) is None else int(deaths),
    )


def _cell(row: Mapping[str, str], names: Iterable[str]) -> str | None:
    return next((value for name in names if (value := (row.get(name) or "").strip())), None)


def _number(cell: str | None) -> float | None:
    try:
        return float((cell or "").replace(",", "."))
    except ValueError:
        return None


def _day(cell: str | None) -> date | None:
    """The day of a cell, as the three datasets have written days; a time of day after it does not count."""
    text = (cell or "").strip()
    for form in (text, text[:10]):
        for pattern in _DAY_FORMATS:
            try:
                return datetime.strptime(form, pattern).date()
            except ValueError:
                continue
    return None
