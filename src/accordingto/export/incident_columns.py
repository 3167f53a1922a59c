"""The columns of incidents, of their accounts, and of reports."""

from __future__ import annotations

from dataclasses import dataclass

from accordingto.export.column import Column, Kind, Table
from accordingto.export.csv_table import joined
from accordingto.export.rows import ExportedReport
from accordingto.model.incident import Account, Incident, Slot
from accordingto.model.reported import Location
from accordingto.record.aggregation_counts import Estimate, ucdp_estimate
from accordingto.record.aggregation_values import report_counts


@dataclass(frozen=True, slots=True)
class AccountOf:
    """An account with its incident."""

    incident: Incident
    account: Account


def deaths(incident: Incident) -> Estimate:
    """Low, best and high of those killed: the extremes of all claims, and the number that most dispatches give.

    A claim that counts several groups ("ten soldiers and two drivers") stands for its largest.
    """
    told = [counts for claim in incident.claims if (counts := [each for each in claim.counts if each.kind == "killed"])]
    largest = [max(counts, key=lambda each: each.low or each.high or 0) for counts in told]
    spread = ucdp_estimate("killed", largest)
    best = ucdp_estimate("killed", report_counts(incident, "killed", copies_once=True)).best
    if best is None or spread.low is None or spread.high is None:
        return spread
    return Estimate("killed", spread.low, min(max(best, spread.low), spread.high), spread.high)


def place_of(incident: Incident) -> Location:
    """The place of the incident, one without a name where none is known."""
    return incident.place or Location("")


def party_names(incident: Incident, role: str) -> str | None:
    """The participants in the role, most often told first."""
    return joined(each.name for each in incident.participants if each.role == role)


def holders_of(incident: Incident) -> str | None:
    """Who holds any of its accounts."""
    return joined(holder.name for account in incident.accounts for holder in account.holders)


INCIDENTS: Table[Incident] = Table(
    "incidents",
    "one incident: what reports tell of one event, side by side",
    (
        Column("incident", "Id of the incident.", lambda row: row.id),
        Column("title", "Who, what, when and where in a line.", lambda row: row.title),
        Column("types", "Event types of its claims, the commonest first.", lambda row: joined(row.types)),
        Column(
            "when_start",
            "First day of the time most often told.",
            lambda row: row.when.start if row.when else None,
            Kind.DATE,
        ),
        Column("when_end", "Last day of that time.", lambda row: row.when.end if row.when else None, Kind.DATE),
        Column(
            "when_precision",
            "day, week, month, year or period.",
            lambda row: row.when.precision.value if row.when else None,
        ),
        Column("place", "Place most often told.", lambda row: place_of(row).name or None),
        Column("country", "Country of the place, ISO 3166 alpha-3.", lambda row: place_of(row).country),
        Column("latitude", "Degrees north (WGS 84).", lambda row: place_of(row).latitude, Kind.NUMBER),
        Column("longitude", "Degrees east (WGS 84).", lambda row: place_of(row).longitude, Kind.NUMBER),
        Column("geonameid", "GeoNames id of the place.", lambda row: place_of(row).geonameid, Kind.INTEGER),
        Column("place_precision", "site, city, region, country, area or unknown.", lambda row: place_of(row).precision),
        Column("actors", "Who acts, most often told first.", lambda row: party_names(row, "actor")),
        Column("recipients", "Who is acted upon, most often told first.", lambda row: party_names(row, "recipient")),
        Column("killed_low", "Lowest number of killed that a claim gives.", lambda row: deaths(row).low, Kind.INTEGER),
        Column(
            "killed_best", "Number of killed that most dispatches give.", lambda row: deaths(row).best, Kind.INTEGER
        ),
        Column(
            "killed_high", "Highest number of killed that a claim gives.", lambda row: deaths(row).high, Kind.INTEGER
        ),
        Column("accounts", "How many accounts there are.", lambda row: len(row.accounts), Kind.INTEGER),
        Column("origins", "How many independent origins.", lambda row: row.counts.origins, Kind.INTEGER),
        Column("publishers", "How many publishers, by family.", lambda row: row.counts.publishers, Kind.INTEGER),
        Column("reports", "How many reports.", lambda row: row.counts.reports, Kind.INTEGER),
        Column(
            "disputed",
            "What its accounts contradict each other on.",
            lambda row: joined(slot.value for slot in row.disputed),
        ),
        Column("holders", "Who holds an account of it.", holders_of),
    ),
    key="incident",
)

ACCOUNTS: Table[AccountOf] = Table(
    "accounts",
    "one account: what one side says of an incident",
    (
        Column("account", "Id of the account.", lambda row: row.account.id),
        Column("incident", "Id of the incident.", lambda row: row.incident.id),
        Column("statement", "The sentence that tells it best.", lambda row: row.account.statement),
        Column("whether", "Whether it happened, as this side has it.", lambda row: row.account.slots.get(Slot.WHETHER)),
        Column("what", "Code of what happened.", lambda row: row.account.slots.get(Slot.WHAT)),
        Column("who", "Who did it.", lambda row: row.account.slots.get(Slot.WHO)),
        Column("to_whom", "To whom.", lambda row: row.account.slots.get(Slot.TO_WHOM)),
        Column("when", "When: a day, or first/last.", lambda row: row.account.slots.get(Slot.WHEN)),
        Column("where", "Where it was.", lambda row: row.account.slots.get(Slot.WHERE)),
        Column("how_many", "Counts of people.", lambda row: row.account.slots.get(Slot.HOW_MANY)),
        Column("holders", "Who holds it.", lambda row: joined(holder.name for holder in row.account.holders)),
        Column("claims", "Ids of its claims.", lambda row: joined(claim.id for claim in row.account.claims)),
        Column("origins", "How many independent origins.", lambda row: row.account.counts.origins, Kind.INTEGER),
        Column(
            "publishers", "How many publishers, by family.", lambda row: row.account.counts.publishers, Kind.INTEGER
        ),
        Column("reports", "How many reports.", lambda row: row.account.counts.reports, Kind.INTEGER),
    ),
    key="account",
)

REPORTS: Table[ExportedReport] = Table(
    "reports",
    "one report that was read",
    (
        Column("article", "Id of the report.", lambda row: row.article["id"]),
        Column("title", "Title of the report.", lambda row: row.article["title"]),
        Column("publisher", "Who published it.", lambda row: row.article["publisher"]),
        Column("published", "Day of publication.", lambda row: row.article["published"], Kind.DATE),
        Column("byline", "Its authors.", lambda row: joined(row.article["byline"])),
        Column("url", "Its address.", lambda row: row.article["url"]),
        Column("path", "Its file.", lambda row: row.article["path"]),
        Column("language", "Its language.", lambda row: row.article["language"]),
        Column(
            "republished_from",
            "Where it ran before.",
            lambda row: joined(each["publisher"] for each in row.article["republished_from"]),
        ),
        Column("characters", "Length of the text in code points.", lambda row: len(row.text), Kind.INTEGER),
        Column("claims", "How many of its claims are in this export.", lambda row: len(row.claims), Kind.INTEGER),
        Column("program", "Version of accordingto that read it.", lambda row: row.reading["provenance"]["accordingto"]),
    ),
    key="article",
)
