"""Taking an article, or the name of a person, out of a store for good, with a tombstone in its place.

What is left says that something was forgotten, when, by whom and why. See docs/explanation/forgetting.md.
"""

from __future__ import annotations

import json
import re
import secrets
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from accordingto import recorder
from accordingto.admitting import labels_of, mark_of, without_address
from accordingto.judging import regroup
from accordingto.model.contract_reading import reading_from_dict
from accordingto.model.errors import InputError
from accordingto.model.incident import Link
from accordingto.model.reading import Reading
from accordingto.record.linking import PERSON
from accordingto.redacting import Labels, redact_reading, relabelled
from accordingto.redacting_names import name_words
from accordingto.store import carrying, forgetting
from accordingto.store.anchors import anchors_of, claims_ever_of
from accordingto.store.decisions import Decision
from accordingto.store.sighting import Sighting
from accordingto.store.store import Store
from accordingto.store.tombstones import Tombstone, TombstoneKind, save_tombstone, tombstones_of

SHORTEST_NAME = 2
"""Words that a name must have: one alone is borne by many."""


@dataclass(frozen=True, slots=True)
class Forgotten:
    """What was done: the tombstone, how many articles were touched, and ids of those that hold part of the name."""

    tombstone: Tombstone
    articles: int
    partly: tuple[str, ...] = ()


def forget_article(store: Store, article: str, *, reason: str, person: str) -> Forgotten:
    """Take the article out everywhere; its id and the reason stay. Raises InputError where there is none."""
    found = store.article(article)
    if found is None:
        known = [each for each in tombstones_of(store, TombstoneKind.ARTICLE) if each.subject == article]
        if not known:
            raise InputError(
                f"There is no article {article!r} in {store.name}. See them: accordingto incidents --format jsonl"
            )
        forgetting.scrub(store)
        return Forgotten(known[0], 0)
    tombstone = Tombstone(TombstoneKind.ARTICLE, article, (found.text_hash,), reason, person)
    with store.transaction():
        ids = _take_out(store, article)
        forgetting.remove_decisions(store, [each.number for each in forgetting.decisions_that_mention(store, ids)])
        save_tombstone(store, tombstone)
    forgetting.scrub(store)
    return Forgotten(tombstone, 1)


def forget_person(store: Store, name: str, *, reason: str, person: str, label: str | None = None) -> Forgotten:
    """Put a label in place of the name in every article that holds all of its words, and wherever it is kept.

    Claims, links of people and decisions stay, under new ids. Raises InputError for a name of one word.
    """
    words = name_words(name)
    if len(words) < SHORTEST_NAME:
        raise InputError(f"{name!r} is too short a name to forget safely. Give given name and family name.")
    salt = secrets.token_hex(32)
    label = label or Labels(bytes.fromhex(salt)).of_person(name)
    tombstone = Tombstone(TombstoneKind.PERSON, label, (mark_of(words, salt),), reason, person, salt)
    labels = labels_of(tombstone, name)
    held = forgetting.articles_that_hold(store, words)
    with store.transaction():
        _put_labels(store, held, labels)
        forgetting.relabel_tracks(store, lambda words: relabelled(words, labels))
        save_tombstone(store, tombstone)
    forgetting.scrub(store)
    partly = forgetting.articles_that_hold(store, words[-1:])
    return Forgotten(tombstone, len(held), partly)


def _put_labels(store: Store, articles: Iterable[str], labels: Labels) -> None:
    """Each article goes out and comes in again with the label, at the same addresses; what people decided stays."""
    wanted = set(articles)
    carried = [each for each in carrying.readings_in_order(store) if each.content["article"]["id"] in wanted]
    sightings = [each for each in carrying.sightings_in_order(store) if each[0] in wanted]
    claims = {id_: labels.of_id(id_) for article in wanted for id_ in claims_ever_of(store, article)}
    incidents = {incident: claim for claim, incident in store.incidents_of(claims).items()}
    decided = forgetting.decisions_that_mention(store, {*claims, *incidents})
    links = [link for link in store.links_of(claims, withdrawn=True) if link.method == PERSON]
    forgetting.remove_decisions(store, [each.number for each in decided])
    for article in sorted(wanted):
        _take_out(store, article)
    added: dict[str, Reading] = {}
    for each in carried:
        reading = reading_from_dict(redact_reading(each.content, labels))
        old = each.content["article"]["id"]
        added[old] = reading
        first = next((address for article, address in sightings if article == old), None)
        recorder.add(store, reading, without_address(Sighting(each.provenance, first), labels))
    for old, address in sightings:
        recorder.recall(store, added[old].article, without_address(Sighting(carried[0].provenance, address), labels))
    _bring_back(store, labels, (decided, links), claims, incidents)


def _bring_back(
    store: Store,
    labels: Labels,
    decided_and_linked: tuple[Iterable[Decision], Iterable[Link]],
    claims: Mapping[str, str],
    incidents: Mapping[str, str],
) -> None:
    """Decisions and links of people, on the new ids of claims and of the incidents that hold them."""
    decided, links = decided_and_linked
    now = {old: new for old, new in claims.items() if store.claims([new])}
    moved = [_moved_link(link, now) for link in links]
    store.save_links(link for link in moved if link.withdrawn_at is None)
    regroup(store, sorted({*now.values()}))
    homes = store.incidents_of({claims.get(claim, claim) for claim in incidents.values()})
    ids = now | {old: homes[new] for old, claim in incidents.items() if (new := claims.get(claim, claim)) in homes}
    for each in decided:
        details = json.loads(relabelled(_renamed(json.dumps(each.details, ensure_ascii=False), ids), labels))
        if "anchors" in details:
            details["anchors"] = anchors_of(store, details["anchors"])
        carrying.carry_decision(store, replace(each, subject=ids.get(each.subject, each.subject), details=details))
    regroup(store, sorted({*now.values()}))


def _moved_link(link: Link, ids: Mapping[str, str]) -> Link:
    left, right = sorted((ids.get(link.left, link.left), ids.get(link.right, link.right)))
    return replace(link, left=left, right=right)


def _renamed(words: str, ids: Mapping[str, str]) -> str:
    return re.sub(r"\b[0-9a-f]{16}\b", lambda found: ids.get(found.group(), found.group()), words)


def _take_out(store: Store, article: str) -> tuple[str, ...]:
    """The ids of the article's claims, which are in no table now; its incidents are put together again without them."""
    ids = claims_ever_of(store, article)
    touched = set(store.incidents_of(ids).values())
    staying = {claim for incident in touched for claim in store.claims_of_incident(incident)} - set(ids)
    store.remove_from_incidents(ids)
    forgetting.remove_article(store, article)
    regroup(store, sorted(staying), touched=touched)
    return (*ids, *sorted(touched))
