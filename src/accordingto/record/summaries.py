"""An incident and the links that hold it together -> the one row that lists show of it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from accordingto.model.incident import Incident, Link
from accordingto.model.summary import EVEN, IncidentSummary

PEOPLE: Final = "person"


def summary_of(incident: Incident, links: Iterable[Link]) -> IncidentSummary:
    """The summary; `links` are those with both ends within the incident. What a person linked is not unsure."""
    claims = incident.claims
    scores = [link.score for link in links if link.method != PEOPLE]
    days = sorted(report.published for report in incident.reports if report.published)
    parties = (party for claim in claims for party in (*claim.actors, *claim.recipients))
    countries = {party.country for party in parties} | {claim.place.country for claim in claims if claim.place}
    return IncidentSummary(
        id=incident.id,
        title=incident.title,
        statement=incident.accounts[0].statement,
        types=incident.types,
        counts=incident.counts,
        claims=len(claims),
        accounts=len(incident.accounts),
        modes=tuple(sorted({claim.mode for claim in claims if claim.mode})),
        countries=tuple(sorted(country for country in countries if country)),
        published_by=tuple(sorted({report.publisher for report in incident.reports if report.publisher})),
        disputed=incident.disputed,
        first_day=incident.when.start if incident.when else None,
        last_day=incident.when.end if incident.when else None,
        first_report=days[0] if days else None,
        last_report=days[-1] if days else None,
        place=incident.place,
        least_sure=min(scores, key=lambda score: (abs(score - EVEN), score), default=None),
    )
