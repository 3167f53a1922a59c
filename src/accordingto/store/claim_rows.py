"""A reported claim -> the rows that hold it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from accordingto.model.ids import content_id
from accordingto.model.reported import Location, Party, Period, ReportedClaim
from accordingto.store.values import Row

ACTOR, RECIPIENT = "actor", "recipient"

SAME_NAMES: Final = (
    "id", "article", "event", "sentence", "start", "trigger", "lemma", "type", "mode", "commitment", "lead", "score",
)  # fmt: skip
"""The fields of a claim that are a column of the same name and type."""


@dataclass(frozen=True, slots=True)
class ClaimRows:
    """The rows of some claims, by table; a party stands there once."""

    claims: list[Row] = field(default_factory=list)
    parties: dict[str, Row] = field(default_factory=dict)
    participants: list[Row] = field(default_factory=list)
    counts: list[Row] = field(default_factory=list)
    hops: list[Row] = field(default_factory=list)
    channels: list[Row] = field(default_factory=list)


def party_id(party: Party) -> str:
    """The id of a party: it depends on all that is known of it."""
    return content_id("party", party.name, party.kind, party.country, *party.sectors)


def rows_of(claims: Iterable[ReportedClaim], numbers: dict[str, int], reading: int) -> ClaimRows:
    """The rows of the claims of one reading; `numbers` are those of the claims by id."""
    rows = ClaimRows()
    for claim in claims:
        number = numbers[claim.id]
        rows.claims.append(_claim_row(claim) | {"number": number, "reading": reading, "is_current": True})
        _add_participants(rows, number, claim)
        _add_hops(rows, number, claim)
        rows.counts.extend(
            {"claim": number, "position": position, "kind": count.kind, "low": count.low, "high": count.high}
            for position, count in enumerate(claim.counts)
        )
    return rows


def _claim_row(claim: ReportedClaim) -> Row:
    place, when = claim.place or Location(""), claim.when
    return {
        **{name: getattr(claim, name) for name in SAME_NAMES},
        "factuality": claim.factuality.value,
        "contexts": list(claim.contexts),
        "place_name": place.name if claim.place else None,
        "place_country": place.country,
        "place_geonameid": place.geonameid,
        "place_latitude": place.latitude,
        "place_longitude": place.longitude,
        "place_precision": place.precision,
        **_when_columns(when),
        "first_day": when.start if when else claim.published,
        "last_day": when.end if when else claim.published,
    }


def _when_columns(when: Period | None) -> Row:
    if when is None:
        return {"when_start": None, "when_end": None, "when_precision": None}
    return {"when_start": when.start, "when_end": when.end, "when_precision": when.precision.value}


def _add_participants(rows: ClaimRows, number: int, claim: ReportedClaim) -> None:
    for role, parties in ((ACTOR, claim.actors), (RECIPIENT, claim.recipients)):
        rows.participants.extend(
            {"claim": number, "role": role, "position": position, "party": _noted(rows, party)}
            for position, party in enumerate(parties)
        )


def _add_hops(rows: ClaimRows, number: int, claim: ReportedClaim) -> None:
    for position, hop in enumerate(claim.hops):
        speaker = None if hop.speaker is None else _noted(rows, hop.speaker)
        rows.hops.append({"claim": number, "position": position, "speaker": speaker})
        rows.channels.extend(
            {"claim": number, "hop": position, "position": place, "party": _noted(rows, channel)}
            for place, channel in enumerate(hop.channels)
        )


def _noted(rows: ClaimRows, party: Party) -> str:
    """The id of the party, whose row is among the rows now."""
    found = party_id(party)
    if found not in rows.parties:
        rows.parties[found] = {
            "id": found,
            "name": party.name,
            "folded": party.name.casefold(),
            "kind": party.kind,
            "country": party.country,
            "sectors": list(party.sectors),
        }
    return found
