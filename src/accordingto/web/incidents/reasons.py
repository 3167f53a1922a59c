"""Why an incident has as many independent origins as it has: who they are, and which reports count once."""

from __future__ import annotations

from accordingto.model.incident import Incident
from accordingto.record.origins import distinct_origins


def reasons_of(incident: Incident) -> tuple[str, ...]:
    """Each collapse once, those of accounts first, then copies; empty where every report is an origin of its own."""
    collapses = [why for account in incident.accounts for why in account.collapses]
    copies = [_copied(report.title or report.publisher or report.article, report.reason) for report in incident.reports]
    return tuple(dict.fromkeys([*collapses, *(why for why in copies if why is not None)]))


def origins_of(incident: Incident) -> tuple[str, ...]:
    """The names of the incident's independent origins, as many as are counted."""
    reports = {report.article: report for report in incident.reports}
    return tuple(origin.told_as or origin.party.name for origin in distinct_origins(incident.claims, reports))


def _copied(name: str, reason: str | None) -> str | None:
    """Why a report is counted with its copies.

    >>> _copied("Harbour Post", "half of its words run as in the other")
    'Harbour Post: half of its words run as in the other'
    """
    return f"{name}: {reason}" if reason else None
