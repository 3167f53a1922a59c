"""From the store to incidents, their reasons and their course in time: reads what `recorder` wrote."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from datetime import date

from accordingto.model.errors import InputError
from accordingto.model.incident import Incident, Link
from accordingto.model.reported import Party, ReportedClaim
from accordingto.record.accounts import holder_of
from accordingto.record.incidents import assemble_incident
from accordingto.record.parties import any_same_party
from accordingto.store.incident_search import IncidentSearch
from accordingto.store.search import ClaimSearch
from accordingto.store.store import Store

ANY_SLOT = "any"
"""What `IncidentSearch.disputed` takes for a dispute over whatever slot."""


@dataclass(frozen=True, slots=True)
class Moment:
    """One row of a timeline: the day of the event (None: not told), the day of the report, and the claim."""

    happened: date | None
    reported: date | None
    claim: ReportedClaim
    part: str


def find_incident(store: Store, incident: str) -> Incident:
    """The incident with that id. Raises InputError where the store has none."""
    ids = store.claims_of_incident(incident)
    if not ids:
        raise InputError(
            f"There is no incident {incident!r} in {store.name}. List them: accordingto incidents --store …"
        )
    return _assembled(store, ids)


def find_incidents(store: Store, wanted: ClaimSearch, *, disputed: bool = False, limit: int = 50) -> Iterator[Incident]:
    """The incidents with a claim that fits, latest first; with `disputed` only those whose accounts contradict."""
    search = IncidentSearch(**asdict(wanted), disputed=ANY_SLOT if disputed else None)
    for summary in store.incident_summaries(search, limit=limit).incidents:
        if ids := store.claims_of_incident(summary.id):  # a writer may have put it together with another since
            yield _assembled(store, ids)


def links_within(store: Store, incident: Incident) -> tuple[Link, ...]:
    """The links that join the incident's claims to each other, and those that a person set, surest first."""
    ids = {claim.id for claim in incident.claims}
    links = [link for link in store.links_of(ids) if link.left in ids and link.right in ids]
    return tuple(sorted(links, key=lambda link: (-link.score, link.left, link.right)))


def timeline_of_incident(incident: Incident) -> tuple[Moment, ...]:
    """The incident's claims in the order in which they were reported."""
    moments = [_moment(claim, "told") for claim in incident.claims]
    return tuple(
        sorted(moments, key=lambda moment: (moment.reported or date.max, moment.claim.article, moment.claim.start))
    )


def timeline_of_actor(store: Store, name: str, *, since: date | None = None, limit: int = 500) -> tuple[Moment, ...]:
    """What someone did, had done to them, and said, by the day of the event, else of the report."""
    wanted = Party(name)
    claims = store.search_claims(ClaimSearch(actor=name, since=since), limit=limit)
    moments = [_moment(claim, _part_of(wanted, claim)) for claim in claims]
    return tuple(sorted(moments, key=lambda each: (each.happened or each.reported or date.max, each.claim.id)))


def _assembled(store: Store, ids: Iterable[str]) -> Incident:
    claims = store.claims(ids)
    return assemble_incident(claims, store.reports(claim.article for claim in claims))


def _moment(claim: ReportedClaim, part: str) -> Moment:
    return Moment(claim.when.start if claim.when else None, claim.published, claim, part)


def _part_of(wanted: Party, claim: ReportedClaim) -> str:
    """What the person or body has to do with the claim: did, was done to, said."""
    words = wanted.name.casefold()
    if any(words in party.name.casefold() for party in claim.actors):
        return "did"
    if any(words in party.name.casefold() for party in claim.recipients):
        return "was done to"
    said = any_same_party([wanted], [holder_of(claim)]) or words in holder_of(claim).name.casefold()
    return "said" if said else "was said by"
