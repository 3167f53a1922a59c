"""Links between claims: added and withdrawn, never changed."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import Connection, or_, select, update

from accordingto.model.incident import Judgement, Link
from accordingto.store.schema import links
from accordingto.store.values import Row, chunks, in_utc, insert, next_number

Standing = dict[tuple[str, str, str], Row]


def save_links(connection: Connection, made: Iterable[Link], moment: datetime) -> int:
    """How many links were added: those that say what the standing one of their pair and method says are not.

    A standing link that is contradicted is withdrawn. Of several links on one pair by one method the last counts.
    """
    wanted = {(link.left, link.right, link.method): link for link in made}
    standing = _standing(connection, wanted)
    fresh = [link for pair, link in wanted.items() if not _says_the_same(standing.get(pair), link)]
    _withdraw(connection, [standing[pair]["number"] for link in fresh if (pair := _pair(link)) in standing], moment)
    first = next_number(connection, links)
    insert(connection, links, [_row(link, moment) | {"number": number} for number, link in enumerate(fresh, first)])
    return len(fresh)


def withdraw_links(connection: Connection, withdrawn: Iterable[Link], moment: datetime) -> int:
    """How many standing links were withdrawn: those of the same pairs and methods."""
    found = _standing(connection, [_pair(link) for link in withdrawn])
    _withdraw(connection, [row["number"] for row in found.values()], moment)
    return len(found)


def links_of(connection: Connection, claims: Iterable[str], *, withdrawn: bool = False) -> tuple[Link, ...]:
    """The links on any of the claims, in the order they were made; withdrawn ones only when asked for."""
    found: dict[int, Row] = {}
    for chunk in chunks(dict.fromkeys(claims)):
        query = select(links).where(or_(links.c.left.in_(chunk), links.c.right.in_(chunk)))
        if not withdrawn:
            query = query.where(links.c.withdrawn_at.is_(None))
        found |= {row["number"]: dict(row) for row in connection.execute(query).mappings()}
    return tuple(_link(found[number]) for number in sorted(found))


def _pair(link: Link) -> tuple[str, str, str]:
    return link.left, link.right, link.method


def _standing(connection: Connection, pairs: Iterable[tuple[str, str, str]]) -> Standing:
    """The links that are not withdrawn, by pair and method."""
    wanted = set(pairs)
    found: Standing = {}
    for chunk in chunks({left for left, _, _ in wanted}):
        query = select(links).where(links.c.left.in_(chunk), links.c.withdrawn_at.is_(None))
        for row in connection.execute(query).mappings():
            pair = (row["left"], row["right"], row["method"])
            if pair in wanted:
                found[pair] = dict(row)
    return found


def _says_the_same(row: Row | None, link: Link) -> bool:
    return row is not None and (row["judgement"], row["score"], row["made_by"]) == (
        link.judgement.value,
        link.score,
        link.made_by,
    )


def _withdraw(connection: Connection, numbers: list[int], moment: datetime) -> None:
    for chunk in chunks(numbers):
        connection.execute(update(links).where(links.c.number.in_(chunk)).values(withdrawn_at=moment))


def _row(link: Link, moment: datetime) -> Row:
    return {
        "left": link.left,
        "right": link.right,
        "judgement": link.judgement.value,
        "score": link.score,
        "method": link.method,
        "made_by": link.made_by,
        "made_at": in_utc(link.made_at or moment),
        "withdrawn_at": None if link.withdrawn_at is None else in_utc(link.withdrawn_at),
        "reasons": list(link.reasons),
    }


def _link(row: Row) -> Link:
    return Link(
        left=row["left"],
        right=row["right"],
        judgement=Judgement(row["judgement"]),
        score=row["score"],
        method=row["method"],
        made_by=row["made_by"],
        made_at=in_utc(row["made_at"]),
        withdrawn_at=None if row["withdrawn_at"] is None else in_utc(row["withdrawn_at"]),
        reasons=tuple(row["reasons"]),
    )
