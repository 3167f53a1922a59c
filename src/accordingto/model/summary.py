"""An incident in one row: what a list, a search and a review queue show of it without reading its claims."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from accordingto.model.incident import Counts, Slot
from accordingto.model.reported import Location

EVEN: Final = 0.5
"""The score of a link that is as likely wrong as right."""


class IncidentOrder(StrEnum):
    """In which order incidents are listed. The last two list incidents of several claims alone."""

    NEWEST = "newest"
    DISPUTED = "disputed"
    UNCERTAIN = "uncertain"


@dataclass(frozen=True, slots=True)
class IncidentSummary:
    """What stands in the row. It is worked out from the claims and written again whenever they are regrouped.

    `first_day` and `last_day` are those of the event as most often told, `first_report` and `last_report` those of the
    reports. `statement` are the words of the account with most origins. `least_sure` is the score of the link within
    that is nearest to even; None where no program made one. `countries` are those of places and participants.
    """

    id: str
    title: str
    statement: str
    types: tuple[str, ...]
    counts: Counts
    claims: int
    accounts: int
    modes: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    published_by: tuple[str, ...] = ()
    disputed: tuple[Slot, ...] = ()
    first_day: date | None = None
    last_day: date | None = None
    first_report: date | None = None
    last_report: date | None = None
    place: Location | None = None
    least_sure: float | None = None

    @property
    def day(self) -> date | None:
        """The day of the event, else of the first report: what lists go by."""
        return self.first_day or self.first_report

    @property
    def doubt(self) -> float:
        """How unsure the least sure link is: 1 for one as likely wrong as right, 0 for none."""
        return 0.0 if self.least_sure is None else 1 - 2 * abs(self.least_sure - EVEN)
