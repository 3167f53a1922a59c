"""Claims in the forty columns of POLECAT: one row an event, an actor and a recipient, tab-separated, with a heading."""

# ruff: noqa: E501  # one line a column

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.metadata import version
from typing import Final

from accordingto.export.column import Column, Kind, Table
from accordingto.export.csv_table import tsv_bytes
from accordingto.export.rows import ExportedClaim, Json, Rows
from accordingto.model.claim import Factuality
from accordingto.model.codebook import load_codebook
from accordingto.model.ids import content_id
from accordingto.model.reported import Location, Party

OURS: Final = frozenset({"REALIGN", "PERSONNEL", "MOVE"})
"""Types that PLOVER does not have: their claims are left out."""

AUXILIARY: Final = {
    Factuality.DENIED: "negation",
    Factuality.HYPOTHETICAL: "hypothetical",
    Factuality.POSSIBLE: "hypothetical",
    Factuality.EXPECTED: "future",
    Factuality.PROMISED: "future",
    Factuality.THREATENED: "future",
    Factuality.DEMANDED: "future",
    Factuality.HOPED: "hypothetical",
    Factuality.FEARED: "hypothetical",
}
"""PLOVER's auxiliary mode for what a source commits to."""

HISTORICAL_DAYS: Final = 366
"""An event that ended longer before its report than this is historical."""

_QUADS: Final = {
    1: "VERBAL COOPERATION",
    2: "MATERIAL COOPERATION",
    3: "VERBAL CONFLICT",
    4: "MATERIAL CONFLICT",
}
_SEPARATOR: Final = "; "
_CITIES: Final = frozenset({"city", "site"})


@dataclass(frozen=True, slots=True)
class Dyad:
    """A claim with one actor and one recipient; None where the text names none. `place` is where the codes say."""

    row: ExportedClaim
    actor: Party | None
    recipient: Party | None


def write_polecat(rows: Rows) -> Iterator[bytes]:
    """The claims of PLOVER's types. An event that several sources tell has a row for each chain."""
    return tsv_bytes(POLECAT, _dyads(rows))


def auxiliary_modes(row: ExportedClaim) -> tuple[str, ...]:
    """PLOVER's auxiliary modes of the claim: negation, future, hypothetical, historical."""
    claim = row.claim
    found = [AUXILIARY[claim.factuality]] if claim.factuality in AUXILIARY else []
    if claim.when and claim.published and (claim.published - claim.when.end).days > HISTORICAL_DAYS:
        found.append("historical")
    return tuple(found)


def _dyads(rows: Rows) -> Iterator[Dyad]:
    for row in rows.claims():
        if row.claim.type in OURS:
            continue
        for actor in row.claim.actors or (None,):
            for recipient in row.claim.recipients or (None,):
                yield Dyad(row, actor, recipient)


def _id(dyad: Dyad) -> str:
    names = [party.name if party else None for party in (dyad.actor, dyad.recipient)]
    return content_id("polecat", dyad.row.claim.id, *names)


def _day(dyad: Dyad) -> date | None:
    when = dyad.row.claim.when
    return when.start if when is not None and when.start == when.end else dyad.row.claim.published


def _quad(dyad: Dyad) -> str | None:
    found = load_codebook().types.get(dyad.row.claim.type)
    return _QUADS.get(found.quad) if found else None


def _modes(dyad: Dyad) -> str | None:
    return _SEPARATOR.join(filter(None, (dyad.row.claim.mode, *auxiliary_modes(dyad.row)))) or None


def _entity(dyad: Dyad, party: Party | None) -> Json | None:
    """The entity of the reading with the party's name."""
    if party is None:
        return None
    return next((each for each in dyad.row.report.entities.values() if each["name"] == party.name), None)


def _raw(dyad: Dyad, party: Party | None, role: str) -> str | None:
    """The words of the text for the party, where the event mention has them."""
    event, entity = dyad.row.event, _entity(dyad, party)
    for each in (event or {}).get(role, ()):
        start, end = each["span"]
        words = dyad.row.report.text[start:end]
        if (entity and each["entity"] == entity["id"]) or (party and words == party.name):
            return words
    return None


def _title(dyad: Dyad, party: Party | None) -> str | None:
    entity = _entity(dyad, party)
    return _SEPARATOR.join(dict.fromkeys(role["title"] for role in entity["roles"])) or None if entity else None


def _sectors(party: Party | None) -> str | None:
    return _SEPARATOR.join(party.sectors) or None if party else None


def _place(dyad: Dyad) -> Location:
    return dyad.row.claim.place or Location("")


def _name_at(dyad: Dyad, precisions: frozenset[str]) -> str | None:
    return _place(dyad).name if _place(dyad).precision in precisions else None


def _raw_place(dyad: Dyad) -> str | None:
    """The place in the words of the text."""
    place = dyad.row.report.places.get((dyad.row.event or {}).get("place") or "")
    if not place or not place["mentions"]:
        return None
    start, end = place["mentions"][0]
    return dyad.row.report.text[start:end]


def _story(dyad: Dyad, kinds: frozenset[str]) -> str | None:
    found = (each["name"] for each in dyad.row.report.entities.values() if each["kind"] in kinds)
    return _SEPARATOR.join(dict.fromkeys(found)) or None


def _not_coded(dyad: Dyad) -> None:
    """Empty: a column that POLECAT has and that we do not code."""
    del dyad


@cache
def _program() -> str:
    return f"accordingto {version('accordingto')}"


def _version(dyad: Dyad) -> str:
    del dyad
    return _program()


def _party_columns(role: str, party_of: str, field: str) -> tuple[Column[Dyad], ...]:
    def party(dyad: Dyad) -> Party | None:
        found: Party | None = getattr(dyad, party_of)
        return found

    return (
        Column(f"{role} Name", "Name of the party.", lambda row: getattr(party(row), "name", None)),
        Column(f"{role} Country", "Its country, ISO 3166 alpha-3.", lambda row: getattr(party(row), "country", None)),
        Column(f"{role} COW", "Always empty: we have no Correlates of War codes.", _not_coded),
        Column(f"Primary {role} Sector", "Its most specific sector.", lambda row: next(iter(getattr(party(row), "sectors", ())), None)),
        Column(f"{role} Sectors", "All its sectors, apart by '; '.", lambda row: _sectors(party(row))),
        Column(f"{role} Title", "Offices and titles that the report gives it.", lambda row: _title(row, party(row))),
        Column(f"{role} Name Raw", "The words of the text for it.", lambda row: _raw(row, party(row), field)),
        Column(f"Wikipedia {role} ID", "Always empty: nothing is looked up.", _not_coded),
    )  # fmt: skip


POLECAT: Table[Dyad] = Table(
    "polecat",
    "one event of one claim, with one actor and one recipient, in POLECAT's columns",
    (
        Column("Event ID", "Id of the row: a hash of claim, actor and recipient.", _id),
        Column("Event Date", "Day of the event where one day is told, else of the report.", _day, Kind.DATE),
        Column("Event Type", "PLOVER's type.", lambda row: row.row.claim.type),
        Column("Event Mode", "PLOVER's mode, then auxiliary modes: negation, future, hypothetical, historical.", _modes),
        Column("Intensity", "Always empty: we give no intensity.", _not_coded),
        Column("Quad Code", "Verbal or material, cooperation or conflict.", _quad),
        Column("Contexts", "PLOVER's contexts, apart by '; '.", lambda row: _SEPARATOR.join(row.row.claim.contexts) or None),
        *_party_columns("Actor", "actor", "actors"),
        *_party_columns("Recipient", "recipient", "recipients"),
        Column("Placename", "Name of the place.", lambda row: _place(row).name or None),
        Column("City", "The same where it is a town or a site.", lambda row: _name_at(row, _CITIES)),
        Column("District", "Always empty: districts are not told apart.", _not_coded),
        Column("Province", "Name of the place where it is a region.", lambda row: _name_at(row, frozenset({"region"}))),
        Column("Country", "Country of the place, ISO 3166 alpha-3.", lambda row: _place(row).country),
        Column("Latitude", "Degrees north (WGS 84).", lambda row: _place(row).latitude, Kind.NUMBER),
        Column("Longitude", "Degrees east (WGS 84).", lambda row: _place(row).longitude, Kind.NUMBER),
        Column("GeoNames ID", "GeoNames id of the place.", lambda row: _place(row).geonameid, Kind.INTEGER),
        Column("Raw Placename", "The place in the words of the text.", _raw_place),
        Column("Feature Type", "Our precision: site, city, region, country, area; not a GeoNames code.", lambda row: _place(row).precision),
        Column("Source", "Who published the report.", lambda row: row.row.claim.publisher),
        Column("Publication Date", "Day of the report.", lambda row: row.row.claim.published, Kind.DATE),
        Column("Story People", "All persons of the report.", lambda row: _story(row, frozenset({"person"}))),
        Column("Story Organizations", "All organisations, groups and media of the report.", lambda row: _story(row, frozenset({"organisation", "group", "medium"}))),
        Column("Story Locations", "All places of the report.", lambda row: _SEPARATOR.join(dict.fromkeys(each["name"] for each in row.row.report.places.values())) or None),
        Column("Language", "Language of the report.", lambda row: row.row.report.article["language"]),
        Column("Version", "Version of accordingto that wrote the file.", _version),
    ),
    key="Event ID",
)  # fmt: skip
