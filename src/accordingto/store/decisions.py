"""What people decided: added and undone, never changed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Connection, bindparam, select, update

from accordingto.store.among import IDS, among, listed
from accordingto.store.schema import decisions
from accordingto.store.values import Row, in_utc, insert, next_number

_DECIDED: Final = select(decisions.c.subject).where(
    decisions.c.kind == bindparam("kind"), decisions.c.undone_at.is_(None), among(decisions.c.subject)
)


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision: who decided what on which subject (a claim's or an incident's id), when, and whether it stands.

    `details` is an object of JSON that says the rest, such as the pairs that a split parts.
    """

    number: int
    person: str
    decided_at: datetime
    kind: str
    subject: str
    details: dict[str, Any]  # an object of JSON
    undone_at: datetime | None = None


def save_decision(connection: Connection, person: str, what: tuple[str, str, Row], moment: datetime) -> Decision:
    """The decision, which is in the store now; `what` is its kind, subject and details."""
    kind, subject, details = what
    decision = Decision(next_number(connection, decisions), person, in_utc(moment), kind, subject, details)
    row = {
        "number": decision.number,
        "person": person,
        "decided_at": decision.decided_at,
        "kind": kind,
        "subject": subject,
        "details": details,
        "undone_at": None,
    }
    insert(connection, decisions, [row])
    return decision


def undo_decision(connection: Connection, number: int, moment: datetime) -> Decision | None:
    """The decision, undone now, or None where there is none of that number that stands."""
    is_standing = (decisions.c.number == number) & decisions.c.undone_at.is_(None)
    changed = connection.execute(update(decisions).where(is_standing).values(undone_at=moment))
    if changed.rowcount == 0:
        return None
    row = connection.execute(select(decisions).where(decisions.c.number == number)).mappings().one()
    return _decision(dict(row))


def decisions_on(
    connection: Connection, subject: str | None = None, kind: str | None = None, *, undone: bool = False
) -> tuple[Decision, ...]:
    """The decisions on the subject, of the kind, or all, in the order they were made; undone ones only if asked for."""
    query = select(decisions).order_by(decisions.c.number)
    if subject is not None:
        query = query.where(decisions.c.subject == subject)
    if kind is not None:
        query = query.where(decisions.c.kind == kind)
    if not undone:
        query = query.where(decisions.c.undone_at.is_(None))
    return tuple(_decision(dict(row)) for row in connection.execute(query).mappings())


def decided_on(connection: Connection, subjects: Iterable[str], kind: str) -> frozenset[str]:
    """Those of the subjects that a decision of the kind stands on."""
    return frozenset(connection.execute(_DECIDED, {"kind": kind, IDS: listed(subjects)}).scalars())


def _decision(row: Row) -> Decision:
    undone = row.pop("undone_at")
    decided = row.pop("decided_at")
    return Decision(**row, decided_at=in_utc(decided), undone_at=None if undone is None else in_utc(undone))
