"""One event in the world, as many reports tell it. Incidents are assembled by reading links, never stored as truth."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from accordingto.model.claim import Factuality
from accordingto.model.ids import content_id
from accordingto.model.reported import Location, Period, Report, ReportedClaim


class Judgement(StrEnum):
    """What a link says of two claims: that they tell of one incident, or of two."""

    SAME = "same"
    DIFFERENT = "different"


class Slot(StrEnum):
    """What accounts of one incident can disagree on."""

    WHETHER = "whether"
    WHAT = "what"
    WHO = "who"
    TO_WHOM = "to_whom"
    WHEN = "when"
    WHERE = "where"
    HOW_MANY = "how_many"


@dataclass(frozen=True, slots=True)
class Link:
    """A judgement on two claims, `left` < `right` by id. `score` 0 to 1 is how likely they are one incident.

    `method` names the model or "person"; `made_by` who or which version. A link is never changed: a later one, or
    `withdrawn_at`, takes its place. `reasons` are words for people.
    """

    left: str
    right: str
    judgement: Judgement
    score: float
    method: str
    made_by: str
    made_at: datetime | None = None
    withdrawn_at: datetime | None = None
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Counts:
    """How much stands behind something: reports, publishers by family, and independent origins."""

    reports: int
    publishers: int
    origins: int


@dataclass(frozen=True, slots=True)
class Holder:
    """Who holds an account: a speaker (or a publisher in its own voice), how firmly, first and last seen."""

    name: str
    factuality: Factuality
    first: date | None
    last: date | None


@dataclass(frozen=True, slots=True)
class Account:
    """What one side says of an incident: claims that agree. `slots` holds a value in words for each slot it fills.

    `collapses` say, for people, why reports were counted as one origin.
    """

    id: str
    statement: str
    slots: dict[Slot, str]
    holders: tuple[Holder, ...]
    claims: tuple[ReportedClaim, ...]
    counts: Counts
    collapses: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ParticipantRole:
    """A name and whether it acts ("actor") or is acted upon ("recipient"), most often told first."""

    name: str
    role: str


@dataclass(frozen=True, slots=True)
class Incident:
    """Claims of one or many reports that speak of one event in the world, sorted into accounts.

    `changes` say, for people, who said one thing first and another later.
    """

    id: str
    title: str
    types: tuple[str, ...]
    accounts: tuple[Account, ...]
    counts: Counts
    reports: tuple[Report, ...] = ()
    when: Period | None = None
    place: Location | None = None
    participants: tuple[ParticipantRole, ...] = ()
    disputed: tuple[Slot, ...] = ()
    changes: tuple[str, ...] = ()

    @property
    def claims(self) -> tuple[ReportedClaim, ...]:
        """All claims, account by account."""
        return tuple(claim for account in self.accounts for claim in account.claims)


def incident_id(claims: Iterable[str]) -> str:
    """The id of an incident: that of its least claim, so that it stays when others join. Claims are in no order."""
    return content_id("incident", min(claims))
