"""Links between claims: added and withdrawn, never changed."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from functools import cache
from typing import Any, Final

from sqlalchemy import Column, Connection, RowMapping, Select, bindparam, select, union, update

from accordingto.model.incident import Judgement, Link
from accordingto.store.among import IDS, among, listed
from accordingto.store.schema import links
from accordingto.store.values import Row, in_utc, insert, next_number

Standing = dict[tuple[str, str, str], RowMapping]

_JOINING: Final = links.c.withdrawn_at.is_(None) & (links.c.judgement == Judgement.SAME.value)
_JOINED: Final = union(
    select(links.c.right).where(among(links.c.left), _JOINING),
    select(links.c.left).where(among(links.c.right), _JOINING),
)
_BETWEEN: Final = select(links).where(
    among(links.c.left, "lefts"), among(links.c.right, "rights"), links.c.withdrawn_at.is_(None)
)
_WITHDRAWN: Final = update(links).where(among(links.c.number)).values(withdrawn_at=bindparam("moment"))


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
    wanted = {IDS: listed(claims)}
    found = {
        row["number"]: row
        for end in (links.c.left, links.c.right)
        for row in connection.execute(_links_at(end, withdrawn=withdrawn), wanted).mappings().all()
    }
    return tuple(_link(found[number]) for number in sorted(found))


def joined_to(connection: Connection, claims: Iterable[str]) -> frozenset[str]:
    """The claims that standing links join to any of the claims."""
    return frozenset(connection.execute(_JOINED, {IDS: listed(claims)}).scalars())


@cache
def _links_at(end: Column[str], *, withdrawn: bool) -> Select[*tuple[Any, ...]]:
    query = select(links).where(among(end))
    return query if withdrawn else query.where(links.c.withdrawn_at.is_(None))


def _pair(link: Link) -> tuple[str, str, str]:
    return link.left, link.right, link.method


def _standing(connection: Connection, pairs: Iterable[tuple[str, str, str]]) -> Standing:
    """The links that are not withdrawn, by pair and method."""
    wanted = set(pairs)
    values = {"lefts": listed({left for left, _, _ in wanted}), "rights": listed({right for _, right, _ in wanted})}
    return {
        pair: row
        for row in connection.execute(_BETWEEN, values).mappings().all()
        if (pair := (row["left"], row["right"], row["method"])) in wanted
    }


def _says_the_same(row: RowMapping | None, link: Link) -> bool:
    return row is not None and (row["judgement"], row["score"], row["made_by"]) == (
        link.judgement.value,
        link.score,
        link.made_by,
    )


def _withdraw(connection: Connection, numbers: list[int], moment: datetime) -> None:
    if numbers:
        connection.execute(_WITHDRAWN, {IDS: listed(numbers), "moment": moment})


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


def _link(row: RowMapping) -> Link:
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
