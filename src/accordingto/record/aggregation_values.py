"""What each report of an incident says in each slot, as one row a report: the most specific claim that fills it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import Any, TypeVar

from accordingto.model.claim import Factuality
from accordingto.model.incident import Incident, Slot
from accordingto.model.reported import Count, Location, Party, ReportedClaim
from accordingto.model.resources import load_toml
from accordingto.record.accounts import code_of, specificity
from accordingto.record.aggregation_columns import Value
from accordingto.record.aggregation_counts import best_of_each
from accordingto.record.parties import is_same_party, is_unspecific

ReportRow = dict[str, Value]

Filled = TypeVar("Filled")


def report_rows(incident: Incident, *, copies_once: bool = False) -> tuple[ReportRow, ...]:
    """One row a report, in order of publication; with `copies_once`, one for all copies of one dispatch.

    Names of one party or place are written alike in all rows.
    """
    names = _Names(incident.claims)
    return tuple(_row(claims, names) for claims in _by_report(incident, copies_once=copies_once))


def report_counts(incident: Incident, kind: str, *, copies_once: bool = False) -> tuple[Count, ...]:
    """The count of one kind of people that each report gives; reports that give none are left out."""
    chosen = (
        _first(claims, lambda claim: next((count for count in claim.counts if count.kind == kind), None))
        for claims in _by_report(incident, copies_once=copies_once)
    )
    return tuple(count for count in chosen if count is not None)


def slot_values(incident: Incident, slot: Slot, *, kind: str = "killed") -> list[Value]:
    """What each report says in a slot, None where it says nothing; for `how_many`, its number of the kind."""
    if slot is Slot.HOW_MANY:
        return [best_of_each(found)[0] if found else None for found in _counts_of_each(incident, kind)]
    return [row[slot.value] for row in report_rows(incident)]


class _Names:
    """One spelling for each party and place of an incident: the fullest name, and the first name of a GeoNames id."""

    __slots__ = ("_parties", "_places")

    def __init__(self, claims: Iterable[ReportedClaim]) -> None:
        told = list(claims)
        parties = {party for claim in told for party in (*claim.actors, *claim.recipients)}
        self._parties = sorted(parties, key=lambda party: (-len(party.name), party.name))
        places = sorted((claim.place for claim in told if claim.place), key=lambda place: place.name)
        self._places = {place.geonameid: place.name for place in reversed(places) if place.geonameid is not None}

    def of_parties(self, parties: tuple[Party, ...]) -> str:
        names = {
            next((known.name for known in self._parties if is_same_party(known, each)), each.name) for each in parties
        }
        return "; ".join(sorted(names))

    def of_place(self, place: Location) -> str:
        return place.name if place.geonameid is None else self._places.get(place.geonameid, place.name)


def _by_report(incident: Incident, *, copies_once: bool) -> Iterator[tuple[ReportedClaim, ...]]:
    """The claims of each report, the most specific first; the reports by day."""
    families = {report.article: report.family for report in incident.reports} if copies_once else {}
    groups: dict[str, list[ReportedClaim]] = {}
    for claim in incident.claims:
        groups.setdefault(families.get(claim.article, claim.article), []).append(claim)
    for _, claims in sorted(groups.items(), key=lambda group: (_day(group[1]), group[0])):
        yield tuple(sorted(claims, key=_most_specific_first))


def _day(claims: list[ReportedClaim]) -> str:
    return min((claim.published.isoformat() for claim in claims if claim.published), default="9999")


def _most_specific_first(claim: ReportedClaim) -> tuple[int, float, int, str]:
    return (-specificity(claim), -claim.commitment, claim.start, claim.id)


def _row(claims: tuple[ReportedClaim, ...], names: _Names) -> ReportRow:
    actors, recipients = _first(claims, lambda claim: claim.actors), _first(claims, lambda claim: claim.recipients)
    coded = _first(claims, lambda claim: claim if claim.mode else None) or claims[0]
    when, place = _first(claims, lambda claim: claim.when), _first(claims, lambda claim: claim.place)
    whether = _first(claims, lambda claim: None if claim.factuality is Factuality.UNKNOWN else claim.factuality)
    return {
        "commitment": claims[0].commitment,
        "specificity": specificity(claims[0]),
        "whether": whether.value if whether else None,
        "what": code_of(coded),
        "what_precision": 2 if coded.mode else 1,
        "who": names.of_parties(actors) if actors else None,
        "who_precision": _party_precision(actors) if actors else None,
        "to_whom": names.of_parties(recipients) if recipients else None,
        "to_whom_precision": _party_precision(recipients) if recipients else None,
        "when": f"{when.start.isoformat()}/{when.end.isoformat()}" if when else None,
        "when_precision": _precisions()["time"][when.precision.value] if when else None,
        "start": when.start.isoformat() if when else None,
        "end": when.end.isoformat() if when else None,
        "where": names.of_place(place) if place else None,
        "where_precision": _precisions()["place"][place.precision or "unknown"] if place else None,
    }


def _first(claims: Iterable[ReportedClaim], slot: Callable[[ReportedClaim], Filled | None]) -> Filled | None:
    """The slot of the most specific claim that fills it."""
    return next((filled for filled in map(slot, claims) if filled), None)


def _counts_of_each(incident: Incident, kind: str) -> Iterator[list[Count]]:
    for claims in _by_report(incident, copies_once=False):
        yield [count for claim in claims for count in claim.counts if count.kind == kind]


def _party_precision(parties: tuple[Party, ...]) -> int:
    ranks = _precisions()["party"]
    return max(0 if is_unspecific(party) else int(ranks[party.kind or "unknown"]) for party in parties)


@cache
def _precisions() -> dict[str, Any]:  # TOML values have no common type
    table: dict[str, Any] = load_toml("aggregation.toml")["precision"]
    return table
