"""Why an incident has fewer independent origins than reports, in sentences."""

from __future__ import annotations

from accordingto.model.incident import Incident


def reasons_of(incident: Incident) -> tuple[str, ...]:
    """Each collapse once, those of accounts first, then copies; empty where every report is an origin of its own."""
    collapses = [why for account in incident.accounts for why in account.collapses]
    copies = [_copied(report.title or report.publisher or report.article, report.reason) for report in incident.reports]
    return tuple(dict.fromkeys([*collapses, *(why for why in copies if why is not None)]))


def _copied(name: str, reason: str | None) -> str | None:
    """Why a report is counted with its copies.

    >>> _copied("Harbour Post", "half of its words run as in the other")
    'Harbour Post: half of its words run as in the other'
    """
    return f"{name}: {reason}" if reason else None
