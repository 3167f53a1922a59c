"""Incidents in columns named as in UCDP's event data and in ACLED's: alike in form, and coded by us, not by them."""

# ruff: noqa: E501  # one line a column

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any, Final

from accordingto.export.column import Column, Kind, Table
from accordingto.export.conflict_codes import acled_geo_precision, acled_time_precision, acled_type, is_violent
from accordingto.export.countries import country_name
from accordingto.export.csv_table import csv_bytes, joined
from accordingto.export.incident_columns import deaths, holders_of, party_names, place_of
from accordingto.export.rows import Rows
from accordingto.model.incident import Incident
from accordingto.model.place import Place, PlacePrecision, ucdp_where_precision
from accordingto.model.reported import Location
from accordingto.model.when import When, ucdp_date_precision


def write_ucdp(rows: Rows) -> Iterator[bytes]:
    """Violent incidents, one a row."""
    return csv_bytes(UCDP, (each for each in rows.incidents() if is_violent(each)))


def write_acled(rows: Rows) -> Iterator[bytes]:
    """Incidents of a type that ACLED has, one a row."""
    return csv_bytes(ACLED, (each for each in rows.incidents() if acled_type(each) is not None))


def where_precision(place: Location | None) -> int | None:
    """UCDP's `where_prec`."""
    if place is None:
        return None
    precision = PlacePrecision(place.precision or "unknown")
    found = Place("", place.name, place.country, place.latitude, place.longitude, place.geonameid, precision)
    return ucdp_where_precision(found)


def date_precision(incident: Incident) -> int | None:
    """UCDP's `date_prec`."""
    when = incident.when
    return None if when is None else ucdp_date_precision(When("", when.start, when.end, when.precision))


def _start(row: Incident) -> date | None:
    return row.when.start if row.when else None


def _end(row: Incident) -> date | None:
    return row.when.end if row.when else None


def _year(row: Incident) -> int | None:
    return row.when.start.year if row.when and row.when.start.year == row.when.end.year else None


def _outlets(row: Incident) -> str | None:
    return joined(report.publisher or "" for report in row.reports)


def _headlines(row: Incident) -> str | None:
    return joined(report.title or "" for report in row.reports)


def _statements(row: Incident) -> str | None:
    return joined(account.statement for account in row.accounts)


def _last_published(row: Incident) -> date | None:
    return max((report.published for report in row.reports if report.published), default=None)


_PLACE: Final[tuple[Column[Incident], ...]] = (
    Column(
        "latitude",
        "Degrees north (WGS 84); of a region the middle of its cities.",
        lambda row: place_of(row).latitude,
        Kind.NUMBER,
    ),
    Column("longitude", "Degrees east (WGS 84).", lambda row: place_of(row).longitude, Kind.NUMBER),
)
_DISPUTED: Final[Column[Incident]] = Column(
    "disputed",
    "What the accounts contradict each other on. A column of ours.",
    lambda row: joined(slot.value for slot in row.disputed),
)

UCDP: Table[Incident] = Table(
    "ucdp",
    "one violent incident, with columns of UCDP's georeferenced event data",
    (
        Column("id", "Id of the incident: ours, 16 hexadecimal digits, where UCDP has a number.", lambda row: row.id),
        Column("year", "Year, where it is one.", _year, Kind.INTEGER),
        Column("side_a", "Who acts, most often told first.", lambda row: party_names(row, "actor")),
        Column("side_b", "Who is acted upon, most often told first.", lambda row: party_names(row, "recipient")),
        Column("number_of_sources", "How many reports tell of it.", lambda row: row.counts.reports, Kind.INTEGER),
        Column("number_of_origins", "How many independent origins. A column of ours.", lambda row: row.counts.origins, Kind.INTEGER),
        Column("source_office", "Who published the reports.", _outlets),
        Column("source_date", "Day of the latest report.", _last_published, Kind.DATE),
        Column("source_headline", "Titles of the reports.", _headlines),
        Column("source_original", "Who is said to have said so: the holders of the accounts.", holders_of),
        Column("where_prec", "1 town or site, 4 region, 5 feature without one point, 6 country, 7 international waters.", lambda row: where_precision(row.place), Kind.INTEGER),
        Column("where_coordinates", "Name of the place.", lambda row: place_of(row).name or None),
        *_PLACE,
        Column("country", "English name of the country of the place.", lambda row: country_name(place_of(row).country)),
        Column("date_prec", "1 day, 2 two to six days, 3 week, 4 up to a month, 5 longer.", date_precision, Kind.INTEGER),
        Column("date_start", "First day it may have been.", _start, Kind.DATE),
        Column("date_end", "Last day it may have been.", _end, Kind.DATE),
        Column("best", "Number of killed given most often, the smaller of two.", lambda row: deaths(row).best, Kind.INTEGER),
        Column("high", "Highest number of killed given.", lambda row: deaths(row).high, Kind.INTEGER),
        Column("low", "Lowest number of killed given.", lambda row: deaths(row).low, Kind.INTEGER),
        _DISPUTED,
        Column("notes", "The sentence of each account.", _statements),
    ),
    key="id",
)  # fmt: skip


def _acled(position: int) -> Any:  # a function of an incident
    return lambda row: (acled_type(row) or (None, None))[position]


ACLED: Table[Incident] = Table(
    "acled",
    "one incident of a type that ACLED has, with columns of ACLED's data",
    (
        Column("event_id_cnty", "Id of the incident: ours.", lambda row: row.id),
        Column("event_date", "First day it may have been.", _start, Kind.DATE),
        Column("year", "Year, where it is one.", _year, Kind.INTEGER),
        Column("time_precision", "1 day, 2 week, 3 month; empty for longer.", acled_time_precision, Kind.INTEGER),
        Column("event_type", "Approximated from the event type and mode: see conflict_codes.py.", _acled(0)),
        Column("sub_event_type", "The same; empty where mode and parties do not tell.", _acled(1)),
        Column("actor1", "Who acts, most often told first.", lambda row: party_names(row, "actor")),
        Column("actor2", "Who is acted upon, most often told first.", lambda row: party_names(row, "recipient")),
        Column("country", "English name of the country of the place.", lambda row: country_name(place_of(row).country)),
        Column("location", "Name of the place.", lambda row: place_of(row).name or None),
        *_PLACE,
        Column("geo_precision", "1 town or site, 3 region; empty for less.", acled_geo_precision, Kind.INTEGER),
        Column("source", "Who published the reports.", _outlets),
        Column("source_original", "Who is said to have said so. A column of ours.", holders_of),
        Column("notes", "The sentence of each account.", _statements),
        Column("fatalities", "Lowest number of killed that a claim gives; empty where none does.", lambda row: deaths(row).low, Kind.INTEGER),
        Column("fatalities_best", "Number given most often. A column of ours.", lambda row: deaths(row).best, Kind.INTEGER),
        Column("fatalities_high", "Highest number given. A column of ours.", lambda row: deaths(row).high, Kind.INTEGER),
        _DISPUTED,
    ),
    key="event_id_cnty",
)  # fmt: skip
