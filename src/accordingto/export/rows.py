"""What is exported: reports with their readings and the wanted claims, and incidents with their accounts.

Both come as streams, so that a large record never stands in memory. A format goes through one of them, or through each.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from accordingto.model.incident import Incident
from accordingto.model.reported import ReportedClaim

Json = dict[str, Any]  # a JSON object: values of many types


@dataclass(frozen=True)
class ExportedReport:
    """One report: its reading as the object of the contract, and its claims that are wanted, in order of the text.

    `incidents` holds the incident of each claim that is in one.
    """

    reading: Json
    claims: tuple[ReportedClaim, ...] = ()
    incidents: Mapping[str, str] = field(default_factory=dict)

    @property
    def article(self) -> Json:
        return self.reading["article"]  # type: ignore[no-any-return]  # an object of the contract

    @property
    def text(self) -> str:
        return str(self.article["text"])

    @cached_property
    def attributions(self) -> dict[str, Json]:
        return _by_id(self.reading["attributions"])

    @cached_property
    def events(self) -> dict[str, Json]:
        return _by_id(self.reading["events"])

    @cached_property
    def claim_rows(self) -> dict[str, Json]:
        return _by_id(self.reading["claims"])

    @cached_property
    def entities(self) -> dict[str, Json]:
        return _by_id(self.reading["entities"])

    @cached_property
    def places(self) -> dict[str, Json]:
        return _by_id(self.reading["places"])


@dataclass(frozen=True)
class ExportedClaim:
    """One claim with its report."""

    claim: ReportedClaim
    report: ExportedReport

    @property
    def incident(self) -> str | None:
        return self.report.incidents.get(self.claim.id)

    @property
    def event(self) -> Json | None:
        """The event as the reading has it; None where the claim is of another reading."""
        return self.report.events.get(self.claim.event)

    @property
    def chain(self) -> tuple[Json, ...]:
        """The attributions of the claim, nearest the event first."""
        row = self.report.claim_rows.get(self.claim.id)
        found = self.report.attributions
        return () if row is None else tuple(found[link] for link in row["chain"] if link in found)


@dataclass(frozen=True, slots=True)
class Rows:
    """The two streams; each may be gone through several times."""

    reports: Callable[[], Iterable[ExportedReport]] = tuple
    incidents: Callable[[], Iterable[Incident]] = tuple

    def claims(self) -> Iterator[ExportedClaim]:
        """The wanted claims, report by report."""
        return (ExportedClaim(claim, report) for report in self.reports() for claim in report.claims)


def _by_id(rows: Iterable[Json]) -> dict[str, Json]:
    return {row["id"]: row for row in rows}
