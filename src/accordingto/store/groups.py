"""Families of articles and incidents of claims: what can be worked out again, and is written over."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from sqlalchemy import Connection, delete, select

from accordingto.store.among import IDS, among, listed
from accordingto.store.schema import claims, families, incident_claims
from accordingto.store.values import CHUNK, insert

_FAMILIES: Final = select(families).where(among(families.c.article))
_FAMILIES_LEFT: Final = delete(families).where(among(families.c.article))
_WHERE: Final = select(incident_claims.c.claim, incident_claims.c.incident).where(among(incident_claims.c.claim))
_LEFT: Final = delete(incident_claims).where(among(incident_claims.c.claim))
_MEMBERS: Final = select(incident_claims.c.claim).where(among(incident_claims.c.incident))


@dataclass(frozen=True, slots=True)
class FamilyMember:
    """An article as a member of a family of copies, and why it belongs there. `made_by`: method and version."""

    article: str
    family: str
    reason: str
    made_by: str


def save_families(connection: Connection, members: Iterable[FamilyMember]) -> None:
    """Put each article into its family; it leaves the one it was in."""
    last = {member.article: member for member in members}
    connection.execute(_FAMILIES_LEFT, {IDS: listed(last)})
    rows = [
        {"article": each.article, "family": each.family, "reason": each.reason, "made_by": each.made_by}
        for each in last.values()
    ]
    insert(connection, families, rows)


def families_of(connection: Connection, articles: Iterable[str]) -> dict[str, FamilyMember]:
    """The membership of each article that has one, by article."""
    found = connection.execute(_FAMILIES, {IDS: listed(articles)}).mappings().all()
    return {row["article"]: FamilyMember(**row) for row in found}


def members_of(connection: Connection, family: str) -> tuple[FamilyMember, ...]:
    """The articles of a family, by id."""
    query = select(families).where(families.c.family == family).order_by(families.c.article)
    return tuple(FamilyMember(**row) for row in connection.execute(query).mappings())


def save_incidents(connection: Connection, incidents: Mapping[str, Collection[str]]) -> None:
    """Put the claims of each incident into it; each leaves the one it was in."""
    where = {claim: incident for incident, members in incidents.items() for claim in members}
    remove_from_incidents(connection, where)
    insert(connection, incident_claims, [{"claim": claim, "incident": incident} for claim, incident in where.items()])


def remove_from_incidents(connection: Connection, ids: Iterable[str]) -> None:
    """Take the claims out of their incidents."""
    connection.execute(_LEFT, {IDS: listed(ids)})


def clear_incidents(connection: Connection) -> None:
    """Empty the table, to fill it again from the links."""
    connection.execute(delete(incident_claims))


def incidents_of(connection: Connection, ids: Iterable[str]) -> dict[str, str]:
    """The incident of each claim that has one, by claim."""
    return {row.claim: row.incident for row in connection.execute(_WHERE, {IDS: listed(ids)}).all()}


def claims_of_incidents(connection: Connection, incidents: Iterable[str]) -> frozenset[str]:
    """The ids of the claims of any of the incidents."""
    return frozenset(connection.execute(_MEMBERS, {IDS: listed(incidents)}).scalars())


def incidents_in_order(connection: Connection) -> Iterator[str]:
    """The ids of the incidents, in order; few of them are in memory at once."""
    last = ""
    while True:
        query = select(incident_claims.c.incident).where(incident_claims.c.incident > last).distinct()
        page = connection.execute(query.order_by(incident_claims.c.incident).limit(CHUNK)).scalars().all()
        if not page:
            return
        last = page[-1]
        yield from page


def claims_of_incident(connection: Connection, incident: str) -> tuple[str, ...]:
    """The ids of the incident's claims, in the order of adding."""
    query = (
        select(incident_claims.c.claim)
        .join(claims, claims.c.id == incident_claims.c.claim)
        .where(incident_claims.c.incident == incident)
        .order_by(claims.c.number)
    )
    return tuple(connection.execute(query).scalars())
