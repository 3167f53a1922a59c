"""Joins the claims of an added article to those of the store, and puts the incidents it touches together again.

A link depends on its two claims alone and an incident on its links alone, so a store holds the same incidents in
whatever order its reports came. Candidates come from an index of keys: the store is never gone through.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from accordingto.model.incident import Judgement, incident_id
from accordingto.model.reported import ReportedClaim
from accordingto.record.blocking import keys_of, search_keys_of
from accordingto.record.incidents import tells_of_an_event
from accordingto.record.linking import assemble, link_claims
from accordingto.record.stories_sketch import Sketch, sketch_of
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


def regroup(store: Store, ids: Iterable[str]) -> None:
    """Put the incidents together again that the claims, and all that is linked to them, belong to."""
    connected = store.claims(_connected(store, ids))
    withdrawn = {each.subject for each in store.decisions() if each.kind == WITHDRAWN}
    held = [claim for claim in connected if claim.id not in withdrawn]
    links = store.links_of(claim.id for claim in held)
    groups = assemble(links, held)
    store.remove_from_incidents(claim.id for claim in connected)
    store.save_incidents({incident_id(claim.id for claim in group): [claim.id for claim in group] for group in groups})


def _leave(store: Store, claims: Claims) -> None:
    left = [claim.id for claim in claims]
    incidents = set(store.incidents_of(left).values())
    staying = {claim for incident in incidents for claim in store.claims_of_incident(incident)} - set(left)
    store.remove_from_incidents(left)
    regroup(store, sorted(staying))


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
