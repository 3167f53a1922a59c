"""The rows of claims -> reported claims."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from operator import attrgetter
from types import MappingProxyType
from typing import Any

from sqlalchemy import Column, Connection, Row, Select, Table, select

from accordingto.model.claim import Factuality
from accordingto.model.reported import Count, Hop, Location, Party, Period, ReportedClaim
from accordingto.model.when import TimePrecision
from accordingto.store.among import IDS, among, listed
from accordingto.store.claim_rows import ACTOR, RECIPIENT, SAME_NAMES
from accordingto.store.corrections import corrected
from accordingto.store.recent import RecentClaims
from accordingto.store.schema import articles, channels, claims, counts, hops, participants, parties

CLAIMS = select(claims, articles.c.publisher, articles.c.published, articles.c.title).join(
    articles, articles.c.id == claims.c.article
)
"""Every claim with what it takes from its article. Narrow it down, then hand its rows to `assembled`."""

VERSIONS = select(claims.c.id, claims.c.reading)
"""Which claims, and the reading that each is of. Narrow it down, then hand it to `recalled`."""

_CLAIMS_AMONG = CLAIMS.where(among(claims.c.id))
_VERSIONS_AMONG = VERSIONS.where(among(claims.c.id))

Found = Row[*tuple[Any, ...]]  # columns by name, of many types
_SAME = attrgetter(*SAME_NAMES)


@dataclass(frozen=True, slots=True)
class _Parts:
    """What belongs to some claims, by the claim's number."""

    participants: dict[tuple[int, str], list[Party]]
    counts: dict[int, list[Count]]
    hops: dict[int, list[Hop]]


def claims_with(connection: Connection, ids: Iterable[str], recent: RecentClaims) -> tuple[ReportedClaim, ...]:
    """The claims with these ids, in their order; those that are not in the store are left out."""
    wanted = tuple(dict.fromkeys(ids))
    found = {claim.id: claim for claim in recalled(connection, _VERSIONS_AMONG, recent, {IDS: listed(wanted)})}
    return tuple(found[id_] for id_ in wanted if id_ in found)


def recalled(
    connection: Connection, query: Select[*tuple[Any, ...]], recent: RecentClaims, values: Mapping[str, Any]
) -> tuple[ReportedClaim, ...]:
    """The claims of a query made from `VERSIONS`, in its order, with corrections; read are those not read lately.

    `values` are those that the query is given.
    """
    versions = {id_: (id_, reading) for id_, reading in connection.execute(query, values).all()}
    found = recent.known(versions.values())
    missing = [id_ for id_ in versions if id_ not in found]
    if missing:
        read = as_read(connection, _CLAIMS_AMONG, {IDS: listed(missing)})
        recent.keep((versions[claim.id], claim) for claim in read)
        found |= {claim.id: claim for claim in read}
    return corrected(connection, [found[id_] for id_ in versions if id_ in found])


def assembled(connection: Connection, query: Select[*tuple[object, ...]]) -> tuple[ReportedClaim, ...]:
    """The claims of a query made from `CLAIMS`, in its order, with what people corrected in them.

    It should give a few hundred at most.
    """
    return corrected(connection, as_read(connection, query))


def as_read(
    connection: Connection, query: Select[*tuple[object, ...]], values: Mapping[str, Any] = MappingProxyType({})
) -> tuple[ReportedClaim, ...]:
    """The same, as the reader read them; `values` are those that the query is given."""
    rows = connection.execute(query, values).all()
    parts = _parts_of(connection, [row.number for row in rows])
    return tuple(_claim(row, parts) for row in rows)


def _parts_of(connection: Connection, numbers: list[int]) -> _Parts:
    parts = _Parts(defaultdict(list), defaultdict(list), defaultdict(list))
    wanted = {IDS: listed(numbers)}
    for row in connection.execute(_rows_of(participants, participants.c.party), wanted).all():
        parts.participants[row.claim, row.role].append(_party(row))
    for row in connection.execute(_rows_of(counts), wanted).all():
        parts.counts[row.claim].append(Count(row.kind, row.low, row.high))
    through: dict[tuple[int, int], list[Party]] = defaultdict(list)
    for row in connection.execute(_rows_of(channels, channels.c.party), wanted).all():
        through[row.claim, row.hop].append(_party(row))
    for row in connection.execute(_rows_of(hops, hops.c.speaker), wanted).all():
        speaker = None if row.speaker is None else _party(row)
        parts.hops[row.claim].append(Hop(speaker, tuple(through[row.claim, row.position])))
    return parts


@cache
def _rows_of(table: Table, party: Column[str] | None = None) -> Select[*tuple[Any, ...]]:
    """The table's rows for the claims asked for, in order, with the columns of the party that `party` points to."""
    query = select(table)
    if party is not None:
        query = query.add_columns(parties.c.name, parties.c.kind, parties.c.country, parties.c.sectors)
        query = query.select_from(table.outerjoin(parties, parties.c.id == party))
    return query.where(among(table.c.claim)).order_by(*table.primary_key.columns)


def _party(row: Found) -> Party:
    return Party(row.name, row.kind, row.country, tuple(row.sectors))


def _claim(row: Found, parts: _Parts) -> ReportedClaim:
    number = row.number
    return ReportedClaim(
        **dict(zip(SAME_NAMES, _SAME(row), strict=True)),
        publisher=row.publisher,
        published=row.published,
        title=row.title,
        factuality=Factuality(row.factuality),
        contexts=tuple(row.contexts),
        actors=tuple(parts.participants[number, ACTOR]),
        recipients=tuple(parts.participants[number, RECIPIENT]),
        place=_location(row),
        when=_period(row),
        counts=tuple(parts.counts[number]),
        hops=tuple(parts.hops[number]),
    )


def _location(row: Found) -> Location | None:
    if row.place_name is None:
        return None
    return Location(
        row.place_name,
        row.place_country,
        row.place_geonameid,
        row.place_latitude,
        row.place_longitude,
        row.place_precision,
    )


def _period(row: Found) -> Period | None:
    if row.when_start is None:
        return None
    return Period(row.when_start, row.when_end, TimePrecision(row.when_precision))
