"""The columns of claims: one row a claim, with its report, its words, its slots and its chain."""

from __future__ import annotations

from datetime import date

from accordingto.export.column import Column, Kind, Table
from accordingto.export.csv_table import joined
from accordingto.export.rows import ExportedClaim
from accordingto.model.reported import Count, Location, Party


def names(parties: tuple[Party, ...]) -> str | None:
    """The names in one cell."""
    return joined(party.name for party in parties)


def chain_of(row: ExportedClaim) -> str | None:
    """Who tells it, nearest the event first, "?" for a source without a name; None in the report's own voice."""
    hops = [hop.speaker.name if hop.speaker else "?" for hop in row.claim.hops]
    return " < ".join(hops) or None


def quotation_of(row: ExportedClaim) -> str | None:
    """The words that the nearest source is given."""
    if not row.chain:
        return None
    return " … ".join(row.report.text[start:end] for start, end in sorted(row.chain[0]["content"])) or None


def counted(counts: tuple[Count, ...]) -> str | None:
    """The counts in one cell: "killed 12-14 | injured 3-"; a bound that is not told is left empty."""
    return joined(f"{count.kind} {_bound(count.low)}-{_bound(count.high)}" for count in counts)


def _bound(number: int | None) -> str:
    return "" if number is None else str(number)


def _place(row: ExportedClaim) -> Location:
    return row.claim.place or Location("")


def _text(row: ExportedClaim, field: str) -> str | None:
    value = row.report.article[field]
    return None if value is None else str(value)


def _day(row: ExportedClaim, *, first: bool) -> date | None:
    when = row.claim.when
    return None if when is None else when.start if first else when.end


CLAIMS: Table[ExportedClaim] = Table(
    "claims",
    "one claim: an event as one chain of sources has it",
    (
        Column("claim", "Id of the claim.", lambda row: row.claim.id),
        Column("article", "Id of the report.", lambda row: row.claim.article),
        Column(
            "incident", "Id of the incident the claim belongs to; empty for wishes and plans.", lambda row: row.incident
        ),
        Column("event", "Id of the event mention; claims of one mention share it.", lambda row: row.claim.event),
        Column("publisher", "Who published the report.", lambda row: row.claim.publisher),
        Column("published", "Day of the report.", lambda row: row.claim.published, Kind.DATE),
        Column("title", "Title of the report.", lambda row: row.claim.title),
        Column("url", "Address of the report.", lambda row: _text(row, "url")),
        Column("type", "Event type of the codebook.", lambda row: row.claim.type),
        Column("mode", "Mode of the event type.", lambda row: row.claim.mode),
        Column("contexts", "Contexts of the codebook.", lambda row: joined(row.claim.contexts)),
        Column("trigger", "The words that tell of the event.", lambda row: row.claim.trigger),
        Column(
            "start", "Where the trigger starts in the text, in code points.", lambda row: row.claim.start, Kind.INTEGER
        ),
        Column("sentence", "The sentence around the trigger.", lambda row: row.claim.sentence),
        Column("quotation", "The words that the nearest source is given.", quotation_of),
        Column("actors", "Who acts.", lambda row: names(row.claim.actors)),
        Column(
            "actor_countries",
            "Countries of the actors, ISO 3166 alpha-3.",
            lambda row: joined(party.country or "" for party in row.claim.actors),
        ),
        Column(
            "actor_sectors",
            "Sectors of the actors.",
            lambda row: joined(code for party in row.claim.actors for code in party.sectors),
        ),
        Column("recipients", "Who is acted upon.", lambda row: names(row.claim.recipients)),
        Column(
            "recipient_countries",
            "Countries of the recipients, ISO 3166 alpha-3.",
            lambda row: joined(party.country or "" for party in row.claim.recipients),
        ),
        Column(
            "recipient_sectors",
            "Sectors of the recipients.",
            lambda row: joined(code for party in row.claim.recipients for code in party.sectors),
        ),
        Column("place", "Name of the place.", lambda row: _place(row).name or None),
        Column("place_country", "Country of the place, ISO 3166 alpha-3.", lambda row: _place(row).country),
        Column("latitude", "Degrees north (WGS 84).", lambda row: _place(row).latitude, Kind.NUMBER),
        Column("longitude", "Degrees east (WGS 84).", lambda row: _place(row).longitude, Kind.NUMBER),
        Column("geonameid", "GeoNames id of the place.", lambda row: _place(row).geonameid, Kind.INTEGER),
        Column(
            "place_precision",
            "site, city, region, country, area or unknown; a region's point is the middle of its cities.",
            lambda row: _place(row).precision,
        ),
        Column("when_start", "First day it may mean.", lambda row: _day(row, first=True), Kind.DATE),
        Column("when_end", "Last day it may mean.", lambda row: _day(row, first=False), Kind.DATE),
        Column(
            "when_precision",
            "day, week, month, year or period.",
            lambda row: row.claim.when.precision.value if row.claim.when else None,
        ),
        Column(
            "counts",
            "Counts of people as KIND LOW-HIGH; a bound that is not told is empty.",
            lambda row: counted(row.claim.counts),
        ),
        Column(
            "chain", "Who tells it, nearest the event first, with < between; empty: the report's own voice.", chain_of
        ),
        Column(
            "channels",
            "Media and documents that the words came through.",
            lambda row: joined(party.name for hop in row.claim.hops for party in hop.channels),
        ),
        Column(
            "factuality",
            "What the source commits to: happened, denied, possible, demanded, and so on.",
            lambda row: row.claim.factuality.value,
        ),
        Column(
            "commitment",
            "How firmly, from -3 (did not happen) to 3 (did).",
            lambda row: row.claim.commitment,
            Kind.NUMBER,
        ),
        Column(
            "score", "Our own confidence in the coding of the event, 0 to 1.", lambda row: row.claim.score, Kind.NUMBER
        ),
    ),
    key="claim",
)
