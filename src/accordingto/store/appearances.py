"""Where parties appear in claims: as actors, as recipients, as speakers, and in what others say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from sqlalchemy import Connection, func, select

from accordingto.model.reported import Party
from accordingto.store.claim_rows import ACTOR
from accordingto.store.schema import claims, hops, participants, parties

MOST_PARTIES: Final = 400
"""Names that hold one word looked through, the shortest; the store's own names have a handful."""


class Part(StrEnum):
    """What somebody has to do with a claim."""

    DID = "did"
    DONE_TO = "was done to"
    SAID = "said"
    SAID_ABOUT = "said about"


@dataclass(frozen=True, slots=True)
class Appearance:
    """A party as reports know it, its id in the store, and the claims in which it acts, is acted upon, tells."""

    id: str
    party: Party
    acts: int = 0
    undergoes: int = 0
    tells: int = 0

    @property
    def claims(self) -> int:
        return self.acts + self.undergoes + self.tells


@dataclass(frozen=True, slots=True)
class Appearances:
    """Where some parties appear in current claims.

    `parts` holds the numbers of the claims of each part, those of the latest day first; `by_party` the claims of each
    party that acts, undergoes, tells; `articles` the reports, the latest first.
    """

    parts: dict[Part, tuple[int, ...]]
    by_party: dict[str, tuple[int, int, int]]
    articles: tuple[str, ...]
    first: date | None
    last: date | None


@dataclass(frozen=True, slots=True)
class _Row:
    party: str
    part: Part
    claim: int
    day: date | None
    article: str


def parties_holding(connection: Connection, word: str) -> tuple[Appearance, ...]:
    """The parties whose name holds the word, in any case, with nothing counted."""
    holds = parties.c.folded.contains(word.casefold(), autoescape=True)
    rows = connection.execute(select(parties).where(holds).order_by(func.length(parties.c.name)).limit(MOST_PARTIES))
    return tuple(Appearance(row.id, Party(row.name, row.kind, row.country, tuple(row.sectors))) for row in rows)


def appearances_of(connection: Connection, ids: Collection[str]) -> Appearances:
    """Where the parties appear, in four reads whatever their number of claims."""
    rows = [*_participations(connection, ids), *_tellings(connection, ids)]
    told = _told_by_others(connection, ids)
    days = sorted({row.day for row in rows if row.day is not None})
    return Appearances(
        parts={part: _in_order(row for row in rows if row.part is part) for part in Part if part is not Part.SAID_ABOUT}
        | {Part.SAID_ABOUT: _in_order(row for row in rows if row.part is not Part.SAID and row.claim in told)},
        by_party=_by_party(rows),
        articles=tuple(dict.fromkeys(row.article for row in sorted(rows, key=_latest_first))),
        first=days[0] if days else None,
        last=days[-1] if days else None,
    )


def _participations(connection: Connection, ids: Collection[str]) -> list[_Row]:
    query = select(participants.c.party, participants.c.role, claims.c.number, claims.c.first_day, claims.c.article)
    query = query.join(claims, claims.c.number == participants.c.claim)
    rows = connection.execute(query.where(participants.c.party.in_(ids), claims.c.is_current))
    return [
        _Row(party, Part.DID if role == ACTOR else Part.DONE_TO, claim, day, article)
        for party, role, claim, day, article in rows
    ]


def _tellings(connection: Connection, ids: Collection[str]) -> list[_Row]:
    query = select(hops.c.speaker, claims.c.number, claims.c.first_day, claims.c.article)
    query = query.join(claims, claims.c.number == hops.c.claim)
    rows = connection.execute(query.where(hops.c.speaker.in_(ids), claims.c.is_current))
    return [_Row(party, Part.SAID, claim, day, article) for party, claim, day, article in rows]


def _told_by_others(connection: Connection, ids: Collection[str]) -> frozenset[int]:
    """The claims with one of the parties in them that somebody else tells."""
    query = select(hops.c.claim).join(participants, participants.c.claim == hops.c.claim)
    query = query.where(participants.c.party.in_(ids), hops.c.speaker.is_not(None), hops.c.speaker.not_in(ids))
    return frozenset(connection.execute(query).scalars())


def _by_party(rows: Collection[_Row]) -> dict[str, tuple[int, int, int]]:
    counts = Counter((row.party, row.part) for row in {(row.party, row.part, row.claim): row for row in rows}.values())
    parties_ = {row.party for row in rows}
    return {
        party: (counts[party, Part.DID], counts[party, Part.DONE_TO], counts[party, Part.SAID]) for party in parties_
    }


def _in_order(rows: Iterable[_Row]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(row.claim for row in sorted(rows, key=_latest_first)))


def _latest_first(row: _Row) -> tuple[int, int]:
    return -(row.day or date.min).toordinal(), row.claim
