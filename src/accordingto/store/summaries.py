"""Summaries of incidents -> rows and facets, and back."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from sqlalchemy import Connection, delete, select

from accordingto.model.incident import Counts, Slot
from accordingto.model.reported import Location
from accordingto.model.summary import IncidentSummary
from accordingto.store.among import IDS, among, listed
from accordingto.store.facets import FacetRow, replace_facets
from accordingto.store.schema import incident_summaries
from accordingto.store.values import Row, insert

DOUBT_STEPS: Final = 1000
"""Doubt is ranked to three decimals."""
_SLOTS: Final = len(Slot) + 1
_PLACE: Final = ("name", "country", "geonameid", "latitude", "longitude", "precision")
_SAME: Final = (
    "id", "title", "statement", "claims", "accounts", "first_day", "last_day", "first_report", "last_report",
    "least_sure",
)  # fmt: skip
_LISTS: Final = ("types", "modes", "countries", "published_by")

_SUMMARIES: Final = select(incident_summaries).where(among(incident_summaries.c.id))
_REPLACED: Final = delete(incident_summaries).where(among(incident_summaries.c.id))


def save_summaries(connection: Connection, summaries: Iterable[IncidentSummary], gone: Iterable[str] = ()) -> None:
    """Write the summaries over those of the same incidents, and take out those of the incidents that are `gone`."""
    made = {summary.id: summary for summary in summaries}
    touched = sorted({*made, *gone})
    connection.execute(_REPLACED, {IDS: listed(touched)})
    insert(connection, incident_summaries, [_row(summary) for summary in made.values()])
    replace_facets(connection, touched, {row for summary in made.values() for row in facets_of(summary)})


def summaries_with(connection: Connection, ids: Iterable[str]) -> tuple[IncidentSummary, ...]:
    """The summaries of these incidents, in their order; those that the store does not have are left out."""
    wanted = tuple(dict.fromkeys(ids))
    rows = connection.execute(_SUMMARIES, {IDS: listed(wanted)}).mappings().all()
    found = {row["id"]: _summary(dict(row)) for row in rows}
    return tuple(found[id_] for id_ in wanted if id_ in found)


def facets_of(summary: IncidentSummary) -> set[FacetRow]:
    """What the incident is listed under."""
    told = [("all", ""), *(("type", code) for code in summary.types), *(("mode", mode) for mode in summary.modes)]
    told += [("country", country) for country in summary.countries]
    told += [("publisher", name.lower()) for name in summary.published_by]
    told += [("disputed", slot.value) for slot in summary.disputed]
    if summary.disputed:
        told.append(("disputed", "any"))
    if summary.day is not None:
        told.append(("year", f"{summary.day.year:04}"))
    newest = 0 if summary.day is None else summary.day.toordinal()
    ranks = _ranks(summary) if summary.claims > 1 else (None, None)
    return {FacetRow(facet, value, newest, summary.id, *ranks) for facet, value in told}


def _ranks(summary: IncidentSummary) -> tuple[int, int]:
    """By dispute, and by doubt; each breaks the other's ties."""
    doubt, disputes = round(summary.doubt * DOUBT_STEPS), len(summary.disputed)
    return disputes * (DOUBT_STEPS + 1) + doubt, doubt * _SLOTS + disputes


def _row(summary: IncidentSummary) -> Row:
    counts, place = summary.counts, summary.place
    return {
        **{name: getattr(summary, name) for name in _SAME},
        **{name: list(getattr(summary, name)) for name in _LISTS},
        **{f"place_{name}": None if place is None else getattr(place, name) for name in _PLACE},
        "disputed": [slot.value for slot in summary.disputed],
        "reports": counts.reports,
        "publishers": counts.publishers,
        "origins": counts.origins,
    }


def _summary(row: Row) -> IncidentSummary:
    lists: Row = {name: tuple(row[name]) for name in _LISTS}
    place = Location(*(row[f"place_{name}"] for name in _PLACE)) if row["place_name"] is not None else None
    return IncidentSummary(
        **{name: row[name] for name in _SAME},
        **lists,
        place=place,
        disputed=tuple(Slot(value) for value in row["disputed"]),
        counts=Counts(row["reports"], row["publishers"], row["origins"]),
    )
