"""Joins the claims of an added article to those of the store, and puts the incidents it touches together again.

A link depends on its two claims alone and an incident on its links alone, so a store holds the same incidents in
whatever order its reports came. Candidates come from an index of keys: the store is never gone through.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set
from datetime import date

from accordingto.model.incident import Link, incident_id
from accordingto.model.reported import ReportedClaim
from accordingto.model.summary import IncidentSummary
from accordingto.record.blocking import keys_of, search_keys_of, search_story_keys_of, story_keys_of
from accordingto.record.incidents import assemble_incident, tells_of_an_event
from accordingto.record.linking import assemble, link_claims
from accordingto.record.sketch_json import sketch_from_json
from accordingto.record.stories_sketch import Sketch, sketch_of
from accordingto.record.summaries import summary_of
from accordingto.store.store import Store
from accordingto.store.stored import StoredArticle

CANDIDATES_A_KEY = 60
"""Claims looked at under one key, those added last first. Only a long-running story has more under one."""
MOST_CANDIDATES = 100
"""Claims that the claims of one article are compared with, those that share most keys first."""
REPORTS_A_KEY, MOST_OF_A_STORY = 40, 12
"""Reports looked at under one key of a story, and reports whose claims are compared, most like first."""
MOST_REGROUPED = 500
"""Claims put together again at most for one article: what lies beyond stays in the incidents it is in."""

WITHDRAWN = "withdraw"
"""The kind of a person's decision that a claim is no claim of any incident."""

STORY_KEY = "story "
"""What tells the keys of stories from those of copies, in the same table."""

Claims = Sequence[ReportedClaim]


def claim_keys(claims: Iterable[ReportedClaim]) -> dict[str, tuple[str, ...]]:
    """The keys to keep each claim under, by its id; a claim that tells of no event has none and is never linked."""
    return {claim.id: keys_of(claim) for claim in claims if tells_of_an_event(claim)}


def story_keys(sketch: Sketch, published: date | None) -> list[str]:
    """The keys to keep an article under for the reports of its story to find it."""
    return [STORY_KEY + key for key in story_keys_of(sketch, published)]


def judge_article(store: Store, article: str, *, links: Iterable[Link] | None = None) -> None:
    """Link the article's claims and regroup. An article that is no longer current leaves its incidents.

    `links` are those that were found beforehand, as `partitioning` does; candidates are not looked for then.
    """
    claims = [claim for claim in store.claims_of_article(article) if tells_of_an_event(claim)]
    found = store.article(article)
    if found is None or not found.is_current:
        _leave(store, claims)
        return
    store.save_links(_links(store, claims, found) if links is None else links)
    regroup(store, [claim.id for claim in claims])


def _links(store: Store, claims: Claims, article: StoredArticle) -> tuple[Link, ...]:
    """The links of the article's claims to those that the store holds, and among them."""
    sketches = _sketches(store, claims)
    candidates = _candidates(store, claims, article, sketches[article.id]) if claims else ()
    sketches |= _sketches(store, [claim for claim in candidates if claim.article not in sketches])
    return link_claims(claims, candidates, sketches)


def regroup(store: Store, ids: Iterable[str], *, touched: Iterable[str] = ()) -> None:
    """Put the incidents together again that the claims, and all that is linked to them, belong to.

    `touched` are other incidents that claims have left: what is left of them is summarised again.
    """
    asked = set(ids)
    connected = store.claims(_connected(store, asked))
    where = store.incidents_of(claim.id for claim in connected)
    withdrawn = store.decided_on((claim.id for claim in connected), WITHDRAWN)
    held = [claim for claim in connected if claim.id not in withdrawn]
    links = store.links_of(claim.id for claim in held)
    groups = {incident_id(claim.id for claim in group): group for group in assemble(links, held)}
    sizes = Counter(where.values())
    changed = {
        incident: group
        for incident, group in groups.items()
        if len(group) != sizes[incident] or any(where.get(each.id) != incident or each.id in asked for each in group)
    }
    store.remove_from_incidents(claim.id for claim in connected if claim.id in withdrawn)
    store.save_incidents({incident: [claim.id for claim in group] for incident, group in changed.items()})
    store.save_summaries(summarised(store, changed.values(), links), gone={*where.values(), *touched} - groups.keys())


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
    staying = store.claims_of_incidents(incidents) - set(left)
    store.remove_from_incidents(left)
    regroup(store, sorted(staying), touched=incidents)


def _candidates(store: Store, claims: Claims, article: StoredArticle, sketch: Sketch) -> tuple[ReportedClaim, ...]:
    """The claims of other articles that share most keys with these, and those of reports of the article's story."""
    under = store.claims_by_keys({key for claim in claims for key in search_keys_of(claim)}, limit=CANDIDATES_A_KEY)
    own = {claim.id for claim in claims}
    shared = Counter(id_ for ids in under.values() for id_ in ids if id_ not in own)
    alike = _most_shared(shared, MOST_CANDIDATES)
    told = store.claims_of_articles(_reports_of_the_story(store, article, sketch))
    found = {claim.id: claim for claim in (*store.claims(alike), *told) if tells_of_an_event(claim)}
    return tuple(found[id_] for id_ in sorted(found))


def _reports_of_the_story(store: Store, article: StoredArticle, sketch: Sketch) -> list[str]:
    keys = [STORY_KEY + key for key in search_story_keys_of(sketch, article.published)]
    shared = store.articles_under(keys, limit=REPORTS_A_KEY)
    shared.pop(article.id, None)
    return _most_shared(shared, MOST_OF_A_STORY)


def _most_shared(shared: Mapping[str, int], most: int) -> list[str]:
    """The ids that stand under most keys."""
    return sorted(shared, key=lambda id_: (-shared[id_], id_))[:most]


def _sketches(store: Store, claims: Claims) -> dict[str, Sketch]:
    """Those that are kept, and those made now where an older program kept none."""
    articles = dict.fromkeys(claim.article for claim in claims)
    kept = {id_: sketch_from_json(id_, text) for id_, text in store.sketches(articles).items()}
    missing = store.originals(id_ for id_ in articles if id_ not in kept)
    return kept | {id_: sketch_of(article) for id_, article in missing.items()}


def _connected(store: Store, ids: Iterable[str]) -> set[str]:
    """The claims, and those that can be reached from them by links that join, with all of their incidents."""
    reached: set[str] = set(ids)
    waiting: Set[str] = reached.copy()
    while waiting and len(reached) < MOST_REGROUPED:
        members = store.claims_of_incidents(store.incidents_of(waiting | store.joined_to(waiting)).values())
        waiting = members - reached
        reached |= members
    return reached
