"""Where parties appear in claims: as actors, as recipients, as speakers, and in what others say."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, Select, and_, func, or_, select, union

from accordingto.model.reported import Party, ReportedClaim
from accordingto.store.claim_rows import ACTOR, RECIPIENT
from accordingto.store.load import CLAIMS, assembled
from accordingto.store.schema import claims, hops, participants, parties

MOST_PARTIES: Final = 400
"""Spellings of one name looked through; the store's own names have a handful."""
STREAMED_AT_ONCE: Final = 500


class Part(StrEnum):
    """What somebody has to do with a claim."""

    DID = "did"
    DONE_TO = "was done to"
    SAID = "said"
    SAID_ABOUT = "said about"


@dataclass(frozen=True, slots=True)
class Appearance:
    """A party as reports know it, its id in the store, and the current claims in which it acts, undergoes, tells."""

    id: str
    party: Party
    acts: int = 0
    undergoes: int = 0
    tells: int = 0

    @property
    def claims(self) -> int:
        return self.acts + self.undergoes + self.tells


def parties_holding(connection: Connection, word: str) -> tuple[Appearance, ...]:
    """The parties whose name holds the word, in any case, with nothing counted yet."""
    holds = parties.c.folded.contains(word.casefold(), autoescape=True)
    rows = connection.execute(select(parties).where(holds).order_by(func.length(parties.c.name)).limit(MOST_PARTIES))
    return tuple(Appearance(row.id, Party(row.name, row.kind, row.country, tuple(row.sectors))) for row in rows)


def counted(connection: Connection, found: Collection[Appearance]) -> tuple[Appearance, ...]:
    """The same with their claims counted, those with most first; those of older versions alone are left out."""
    ids = [each.id for each in found]
    acts, undergoes = (_count(connection, _roles(ids, role), participants.c.party) for role in (ACTOR, RECIPIENT))
    tells = _count(connection, select(hops.c.claim, hops.c.speaker).where(hops.c.speaker.in_(ids)), hops.c.speaker)
    rows = [
        Appearance(each.id, each.party, acts.get(each.id, 0), undergoes.get(each.id, 0), tells.get(each.id, 0))
        for each in found
    ]
    return tuple(sorted((row for row in rows if row.claims), key=lambda row: (-row.claims, row.party.name, row.id)))


def count_part(connection: Connection, ids: Collection[str], part: Part) -> int:
    """How many current claims the parties have that part in."""
    query = select(func.count()).select_from(claims).where(claims.c.is_current, claims.c.number.in_(_of(ids, part)))
    return connection.execute(query).scalar_one()


def span_of(connection: Connection, ids: Collection[str]) -> tuple[date | None, date | None]:
    """The first and the last day of the current claims in which the parties appear."""
    numbers = union(_of(ids, Part.DID), _of(ids, Part.DONE_TO), _of(ids, Part.SAID))
    query = select(func.min(claims.c.first_day), func.max(claims.c.first_day))
    first, last = connection.execute(query.where(claims.c.is_current, claims.c.number.in_(numbers))).one()
    return first, last


def claims_of_part(
    connection: Connection, ids: Collection[str], part: Part, *, after: int | None = None, limit: int = 50
) -> tuple[tuple[int, ReportedClaim], ...]:
    """The current claims, each with its number, latest day first, from the one `after` that number on."""
    day = func.coalesce(claims.c.first_day, date.min)
    wanted = [claims.c.is_current, claims.c.number.in_(_of(ids, part))]
    if after is not None:
        wanted.append(
            _comes_after(day, connection.execute(select(day).where(claims.c.number == after)).scalar(), after)
        )
    query = CLAIMS.where(*wanted).order_by(day.desc(), claims.c.number).limit(limit)
    found = assembled(connection, query)
    ordered = connection.execute(query.with_only_columns(claims.c.number)).scalars()
    return tuple(zip(ordered, found, strict=True))


def every_claim_of_part(connection: Connection, ids: Collection[str], part: Part) -> Iterator[ReportedClaim]:
    """All of them in the same order, a few in memory at once."""
    after: int | None = None
    while True:
        rows = claims_of_part(connection, ids, part, after=after, limit=STREAMED_AT_ONCE)
        yield from (claim for _, claim in rows)
        if len(rows) < STREAMED_AT_ONCE:
            return
        after = rows[-1][0]


def articles_of(connection: Connection, ids: Collection[str], limit: int) -> tuple[str, ...]:
    """The latest reports in whose current claims the parties appear."""
    numbers = union(_of(ids, Part.DID), _of(ids, Part.DONE_TO), _of(ids, Part.SAID))
    latest = func.max(func.coalesce(claims.c.first_day, date.min))
    query = select(claims.c.article).where(claims.c.is_current, claims.c.number.in_(numbers))
    query = query.group_by(claims.c.article).order_by(latest.desc(), claims.c.article).limit(limit)
    return tuple(connection.execute(query).scalars())


def _comes_after(day: ColumnElement[Any], last: date | None, number: int) -> ColumnElement[bool]:
    at = last or date.min
    return or_(day < at, and_(day == at, claims.c.number > number))


def _roles(ids: Collection[str], role: str) -> Select[*tuple[Any, ...]]:
    return select(participants.c.claim, participants.c.party).where(
        participants.c.party.in_(ids), participants.c.role == role
    )


def _count(connection: Connection, found: Select[*tuple[Any, ...]], of: ColumnElement[str]) -> dict[str, int]:
    rows = found.subquery()
    party = rows.c[of.key or ""]
    query = select(party, func.count(rows.c.claim.distinct()))
    query = query.join(claims, claims.c.number == rows.c.claim).where(claims.c.is_current).group_by(party)
    return {row[0]: row[1] for row in connection.execute(query)}


def _of(ids: Collection[str], part: Part) -> Select[*tuple[Any, ...]]:
    """The numbers of the claims in which the parties have that part."""
    if part is Part.SAID:
        return select(hops.c.claim).where(hops.c.speaker.in_(ids))
    if part is not Part.SAID_ABOUT:
        role = ACTOR if part is Part.DID else RECIPIENT
        return select(participants.c.claim).where(participants.c.party.in_(ids), participants.c.role == role)
    others = select(hops.c.claim).where(hops.c.speaker.not_in(ids), hops.c.claim == participants.c.claim)
    return select(participants.c.claim).where(participants.c.party.in_(ids), others.exists())
