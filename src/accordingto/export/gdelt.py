"""Incidents and their claims in the columns of GDELT's events and mentions, tab-separated, with headings."""

# ruff: noqa: E501  # one line a column

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from accordingto.export.archive import zipped
from accordingto.export.column import Column, Kind, Table, Value
from accordingto.export.csv_table import tsv_bytes
from accordingto.export.incident_columns import place_of
from accordingto.export.rows import Rows
from accordingto.model.codebook import load_codebook
from accordingto.model.incident import Incident
from accordingto.model.reported import Party, ReportedClaim
from accordingto.model.resources import load_toml

_GEO_TYPES: Final = {"country": 1, "city": 4, "site": 4, "region": 5}


@dataclass(frozen=True, slots=True)
class Mention:
    """A claim as a mention of its incident."""

    incident: Incident
    claim: ReportedClaim


def write_gdelt(rows: Rows) -> Iterator[bytes]:
    """events.tsv and mentions.tsv in a ZIP archive."""
    mentions = (Mention(incident, claim) for incident in rows.incidents() for claim in incident.claims)
    return zipped(
        (("events.tsv", tsv_bytes(EVENTS, rows.incidents())), ("mentions.tsv", tsv_bytes(MENTIONS, mentions)))
    )


def cameo_code(event_type: str, mode: str | None) -> str | None:
    """The CAMEO code nearest to a type and mode, by data/cameo.toml; None for types that CAMEO has not.

    >>> cameo_code("ASSAULT", "aerial"), cameo_code("PROTEST", None), cameo_code("REALIGN", "defect")
    ('195', '140', None)
    """
    codes = load_toml("cameo.toml").get(event_type, {})
    found: str | None = codes.get(mode or "", codes.get(""))
    return found


def gdelt_number(identifier: str) -> int:
    """A whole number for an id, below 2**60, as GDELT's ids are numbers."""
    return int(identifier, 16) >> 4


def _first(incident: Incident) -> ReportedClaim:
    return incident.claims[0]


def _code(incident: Incident) -> str | None:
    return cameo_code(_first(incident).type, _first(incident).mode)


def _day(incident: Incident) -> date | None:
    days = (report.published for report in incident.reports if report.published)
    return incident.when.start if incident.when else min(days, default=None)


def _date_part(length: int) -> Callable[[Incident], Value]:
    def part(incident: Incident) -> Value:
        day = _day(incident)
        return None if day is None else int(day.strftime("%Y%m%d")[:length])

    return part


def _fraction(incident: Incident) -> float | None:
    day = _day(incident)
    return None if day is None else round(day.year + (day.month * 30 + day.day) / 365, 4)


def _quad(incident: Incident) -> int | None:
    found = load_codebook().types.get(_first(incident).type)
    return (found.quad or None) if found else None


def _party(incident: Incident, role: str) -> Party:
    return next((party for claim in incident.claims for party in getattr(claim, role)), Party(""))


def _of_party(role: str, value: Callable[[Party], Value]) -> Callable[[Incident], Value]:
    return lambda incident: value(_party(incident, role)) or None


def _empty(row: Any) -> None:  # a row of any table
    """Empty: a column that GDELT has and that we do not code."""
    del row


_NOT_CODED: Final = "Always empty: not coded."


def _actor_columns(number: int, role: str) -> tuple[Column[Incident], ...]:
    start = f"Actor{number}"
    return (
        Column(f"{start}Code", "Country and sectors, run together.", _of_party(role, lambda each: (each.country or "") + "".join(each.sectors))),
        Column(f"{start}Name", "Name of the party.", _of_party(role, lambda each: each.name)),
        Column(f"{start}CountryCode", "Its country, ISO 3166 alpha-3.", _of_party(role, lambda each: each.country)),
        *(Column(f"{start}{each}Code", _NOT_CODED, _empty) for each in ("KnownGroup", "Ethnic", "Religion1", "Religion2")),
        *(Column(f"{start}Type{place}Code", "A sector of it.", _of_party(role, _sector(place))) for place in (1, 2, 3)),
    )  # fmt: skip


def _sector(place: int) -> Callable[[Party], Value]:
    return lambda party: next(iter(party.sectors[place - 1 : place]), None)


def _geo_columns(start: str) -> tuple[Column[Incident], ...]:
    if start != "Action":
        names = ("Type", "Fullname", "CountryCode", "ADM1Code", "ADM2Code", "Lat", "Long", "FeatureID")
        return tuple(Column(f"{start}Geo_{name}", _NOT_CODED, _empty) for name in names)
    return (
        Column("ActionGeo_Type", "1 country, 4 town or site, 5 region.", lambda row: _GEO_TYPES.get(place_of(row).precision or ""), Kind.INTEGER),
        Column("ActionGeo_Fullname", "Name of the place.", lambda row: place_of(row).name or None),
        Column("ActionGeo_CountryCode", "ISO 3166 alpha-3, where GDELT has FIPS.", lambda row: place_of(row).country),
        Column("ActionGeo_ADM1Code", _NOT_CODED, _empty),
        Column("ActionGeo_ADM2Code", _NOT_CODED, _empty),
        Column("ActionGeo_Lat", "Degrees north (WGS 84).", lambda row: place_of(row).latitude, Kind.NUMBER),
        Column("ActionGeo_Long", "Degrees east (WGS 84).", lambda row: place_of(row).longitude, Kind.NUMBER),
        Column("ActionGeo_FeatureID", "GeoNames id, where GDELT has its own.", lambda row: place_of(row).geonameid),
    )  # fmt: skip


EVENTS: Table[Incident] = Table(
    "events",
    "one incident, in the columns of GDELT's events",
    (
        Column("GLOBALEVENTID", "A number made of the incident's id.", lambda row: gdelt_number(row.id), Kind.INTEGER),
        Column("SQLDATE", "First day of the event, else of the first report, YYYYMMDD.", _date_part(8), Kind.INTEGER),
        Column("MonthYear", "The same as YYYYMM.", _date_part(6), Kind.INTEGER),
        Column("Year", "The same as YYYY.", _date_part(4), Kind.INTEGER),
        Column("FractionDate", "Year, and the part of it that is over.", _fraction, Kind.NUMBER),
        *_actor_columns(1, "actors"),
        *_actor_columns(2, "recipients"),
        Column("IsRootEvent", "1 where a claim stands in the lead of a report, else 0.", lambda row: int(any(claim.lead for claim in row.claims)), Kind.INTEGER),
        Column("EventCode", "CAMEO code by data/cameo.toml; empty for types of ours.", _code),
        Column("EventBaseCode", "Its first three digits.", lambda row: (_code(row) or "")[:3] or None),
        Column("EventRootCode", "Its first two digits.", lambda row: (_code(row) or "")[:2] or None),
        Column("QuadClass", "1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict.", _quad, Kind.INTEGER),
        Column("GoldsteinScale", "Always empty: we ship no scale.", _empty, Kind.NUMBER),
        Column("NumMentions", "How many claims tell of it.", lambda row: len(row.claims), Kind.INTEGER),
        Column("NumSources", "How many publishers, by family.", lambda row: row.counts.publishers, Kind.INTEGER),
        Column("NumArticles", "How many reports.", lambda row: row.counts.reports, Kind.INTEGER),
        Column("AvgTone", "Always empty: we measure no tone.", _empty, Kind.NUMBER),
        *_geo_columns("Actor1"),
        *_geo_columns("Actor2"),
        *_geo_columns("Action"),
        Column("DATEADDED", "Always empty: the bytes of an export depend on what it holds alone.", _empty),
        Column("SOURCEURL", "File or address of the first report.", lambda row: next((each.path for each in row.reports if each.path), None)),
    ),
    key="GLOBALEVENTID",
)  # fmt: skip

MENTIONS: Table[Mention] = Table(
    "mentions",
    "one claim as a mention of its incident, in the columns of GDELT's mentions",
    (
        Column("GLOBALEVENTID", "Number of the event.", lambda row: gdelt_number(row.incident.id), Kind.INTEGER),
        Column("EventTimeDate", "First day of the event as this claim has it, YYYYMMDD.", lambda row: _digits(row.claim.when.start if row.claim.when else None)),
        Column("MentionTimeDate", "Day of the report, YYYYMMDD.", lambda row: _digits(row.claim.published)),
        Column("MentionType", "Always 1: a report.", lambda row: 1 if row else None, Kind.INTEGER),
        Column("MentionSourceName", "Who published the report.", lambda row: row.claim.publisher),
        Column("MentionIdentifier", "Id of the report.", lambda row: row.claim.article),
        Column("SentenceID", _NOT_CODED, _empty),
        Column("Actor1CharOffset", _NOT_CODED, _empty),
        Column("Actor2CharOffset", _NOT_CODED, _empty),
        Column("ActionCharOffset", "Where the trigger starts, in code points.", lambda row: row.claim.start, Kind.INTEGER),
        Column("InRawText", "Always 1.", lambda row: 1 if row else None, Kind.INTEGER),
        Column("Confidence", "Our confidence in the coding, 0 to 100.", lambda row: round(100 * row.claim.score), Kind.INTEGER),
        Column("MentionDocLen", _NOT_CODED, _empty),
        Column("MentionDocTone", "Always empty: we measure no tone.", _empty),
        Column("MentionDocTranslationInfo", "Always empty: nothing is translated.", _empty),
        Column("Extras", "Factuality and who holds the claim: ours, where GDELT has nothing.", lambda row: _extras(row.claim)),
    ),
)  # fmt: skip


def _digits(day: date | None) -> str | None:
    return day.strftime("%Y%m%d") if day else None


def _extras(claim: ReportedClaim) -> str:
    speakers = [hop.speaker.name for hop in claim.hops if hop.speaker]
    return f"{claim.factuality.value}; according to {' < '.join(speakers) or claim.publisher or 'the report'}"
