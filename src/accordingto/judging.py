"""Joins the claims of an added article to those of the store, and puts the incidents it touches together again.

A link depends on its two claims alone and an incident on its links alone, so a store holds the same incidents in
whatever order its reports came. Candidates come from an index of keys: the store is never gone through.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from accordingto.model.incident import Judgement, Link, incident_id
from accordingto.model.reported import ReportedClaim
from accordingto.model.summary import IncidentSummary
from accordingto.record.blocking import keys_of, search_keys_of
from accordingto.record.incidents import assemble_incident, tells_of_an_event
from accordingto.record.linking import assemble, link_claims
from accordingto.record.stories_sketch import Sketch, sketch_of
from accordingto.record.summaries import summary_of
from accordingto.store.store import Store

CANDIDATES_A_KEY = 60
"""Claims looked at under one key, those added last first. Only a long-running story has more under one."""
MOST_REGROUPED = 4000
"""Claims put together again at most for one article: what lies beyond stays in the incidents it is in."""

WITHDRAWN = "withdraw"
"""The kind of a person's decision that a claim is no claim of any incident."""

Claims = Sequence[ReportedClaim]


def claim_keys(claims: Iterable[ReportedClaim]) -> dict[str, tuple[str, ...]]:
    """The keys to keep each claim under, by its id; a claim that tells of no event has none and is never linked."""
    return {claim.id: keys_of(claim) for claim in claims if tells_of_an_event(claim)}


def judge_article(store: Store, article: str) -> None:
    """Link the article's claims and regroup. An article that is no longer current leaves its incidents."""
    claims = [claim for claim in store.claims_of_article(article) if tells_of_an_event(claim)]
    found = store.article(article)
    if found is None or not found.is_current:
        _leave(store, claims)
        return
    candidates = _candidates(store, claims)
    store.save_links(link_claims(claims, candidates, _sketches(store, (*claims, *candidates))))
    regroup(store, [claim.id for claim in claims])


def regroup(store: Store, ids: Iterable[str], *, touched: Iterable[str] = ()) -> None:
    """Put the incidents together again that the claims, and all that is linked to them, belong to.

    `touched` are other incidents that claims have left: what is left of them is summarised again.
    """
    connected = store.claims(_connected(store, ids))
    before = {*store.incidents_of(claim.id for claim in connected).values(), *touched}
    withdrawn = store.decided_on((claim.id for claim in connected), WITHDRAWN)
    held = [claim for claim in connected if claim.id not in withdrawn]
    links = store.links_of(claim.id for claim in held)
    groups = {incident_id(claim.id for claim in group): group for group in assemble(links, held)}
    store.remove_from_incidents(claim.id for claim in connected)
    store.save_incidents({incident: [claim.id for claim in group] for incident, group in groups.items()})
    store.save_summaries(summarised(store, groups.values(), links), gone=before - groups.keys())


def summarise_all(store: Store) -> int:
    """How many incidents were summarised again: all of them. For stores made before there were summaries."""
    number = 0
    for incident in store.incidents_in_order():
        claims = store.claims(store.claims_of_incident(incident))
        store.save_summaries(summarised(store, [claims], store.links_of(claim.id for claim in claims)))
        number += 1
    return number


def summarised(store: Store, groups: Iterable[Claims], links: Iterable[Link]) -> list[IncidentSummary]:
    """The summary of each group of claims; of the links those within a group count."""
    held = [tuple(group) for group in groups]
    group_of = {claim.id: number for number, group in enumerate(held) for claim in group}
    within: list[list[Link]] = [[] for _ in held]
    for link in links:
        if (number := group_of.get(link.left, -1)) == group_of.get(link.right) and number >= 0:
            within[number].append(link)
    reports = store.reports(claim.article for group in held for claim in group)
    return [summary_of(assemble_incident(group, reports), within[number]) for number, group in enumerate(held)]


def _leave(store: Store, claims: Claims) -> None:
    left = [claim.id for claim in claims]
    incidents = set(store.incidents_of(left).values())
    staying = {claim for incident in incidents for claim in store.claims_of_incident(incident)} - set(left)
    store.remove_from_incidents(left)
    regroup(store, sorted(staying), touched=incidents)


def _candidates(store: Store, claims: Claims) -> tuple[ReportedClaim, ...]:
    """The claims of other articles that share a key with one of these."""
    keys = dict.fromkeys(key for claim in claims for key in search_keys_of(claim))
    under = store.claims_by_keys(keys, limit=CANDIDATES_A_KEY)
    own = {claim.id for claim in claims}
    return store.claims(sorted({id_ for ids in under.values() for id_ in ids} - own))


def _sketches(store: Store, claims: Claims) -> dict[str, Sketch]:
    originals = store.originals(claim.article for claim in claims)
    return {id_: sketch_of(article) for id_, article in originals.items()}


def _connected(store: Store, ids: Iterable[str]) -> set[str]:
    """The claims, and those that can be reached from them by links that join, with all of their incidents."""
    reached = set(ids)
    waiting = set(reached)
    while waiting and len(reached) < MOST_REGROUPED:
        links = [link for link in store.links_of(waiting) if link.judgement is Judgement.SAME]
        ends = waiting | {end for link in links for end in (link.left, link.right)}
        incidents = set(store.incidents_of(ends).values())
        members = {claim for incident in incidents for claim in store.claims_of_incident(incident)}
        waiting = members - reached
        reached |= members
    return reached
