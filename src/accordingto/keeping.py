"""Keeping a store in order: what is wrong with it, and one store's reports into another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from accordingto import recorder
from accordingto.judging import WITHDRAWN, judge_article, regroup
from accordingto.model.contract_reading import reading_from_dict
from accordingto.model.incident import Judgement, Link, incident_id
from accordingto.model.reading import Reading
from accordingto.record.incidents import tells_of_an_event
from accordingto.record.linking import PERSON, assemble
from accordingto.standing import link_again, links_of_decision
from accordingto.store import carrying
from accordingto.store.anchors import CARRIED_FROM, current_claims
from accordingto.store.checks import Fault, faults_of
from accordingto.store.decisions import Decision
from accordingto.store.sighting import Provenance, Sighting
from accordingto.store.store import Store


def check_store(store: Store) -> tuple[Fault, ...]:
    """All that is wrong with the store; none where every reference, hash, offset, incident and index holds.

    Rows are read in one transaction, and the incidents are put together again from their links.
    """
    return (*faults_of(store), *_incident_faults(store))


def merge_stores(into: Store, other: Store) -> int:
    """How many articles were new: those of the other store are added to this one, and its decisions carried.

    The result is as if its reports had been added here: copies, links and incidents are found again. A decision on
    one pair of claims that was made later stands.
    """
    new = sum(_add(into, reading, sightings) for reading, sightings in _with_sightings(other))
    for article, address in carrying.sightings_in_order(other):
        _note(into, article, address)
    numbers: dict[int, int] = {}
    for decision in other.decisions(undone=True):
        _carry(into, decision, numbers)
    carrying.carry_others(other, into)
    return new


def _incident_faults(store: Store) -> Iterator[Fault]:
    """Where the incidents are not those that the links make. Claims that hang together are looked at together."""
    held = {claim.id: claim.event for claim in store.claims_in_order() if tells_of_an_event(claim)}
    gone = store.decided_on(held, WITHDRAWN)
    known = {id_: event for id_, event in held.items() if id_ not in gone}
    for component in _components(store, known):
        claims = store.claims(component)
        groups = assemble(store.links_of(component), claims)
        expected = {claim.id: incident_id(each.id for each in group) for group in groups for claim in group}
        if store.incidents_of(component) != expected:
            yield Fault("incidents", f"claim {min(component)}", "its incident is not the one that its links make")
    for id_ in sorted(store.incidents_of(gone)):
        yield Fault("incidents", f"claim {id_}", "was withdrawn, and is in an incident")


def _components(store: Store, events: dict[str, str]) -> list[list[str]]:
    """The claims that links, or one event, hold together, however many steps apart."""
    parent = {id_: id_ for id_ in events}

    def root(id_: str) -> str:
        while parent[id_] != id_:
            parent[id_] = parent[parent[id_]]
            id_ = parent[id_]
        return id_

    first: dict[str, str] = {}
    joined = [(id_, first.setdefault(event, id_)) for id_, event in events.items()]
    joined += [
        (link.left, link.right)
        for link in store.links_of(events)
        if link.judgement is Judgement.SAME and link.left in events and link.right in events
    ]
    for left, right in joined:
        parent[root(left)] = root(right)
    components: dict[str, list[str]] = defaultdict(list)
    for id_ in sorted(events):
        components[root(id_)].append(id_)
    return list(components.values())


def _with_sightings(other: Store) -> Iterator[tuple[Reading, Sighting]]:
    """Each reading with where its article was found first."""
    first: dict[str, str] = {}
    for article, address in carrying.sightings_in_order(other):
        first.setdefault(article, address)
    for carried in carrying.readings_in_order(other):
        reading = reading_from_dict(carried.content)
        yield reading, Sighting(carried.provenance, first.get(reading.article.id), carried.raw_hash)


def _add(into: Store, reading: Reading, sighting: Sighting) -> bool:
    is_new = into.article(reading.article.id) is None
    recorder.add(into, reading, sighting)
    return is_new


def _note(into: Store, article: str, address: str) -> None:
    """Note an address of an article that is there, unless it is among what the address showed."""
    original = into.original(article)
    if original is None or article in into.versions(address):
        return
    with into.transaction():
        outcome = into.note_sighting(original, Sighting(_ANY, address))
        for touched in filter(None, (article, outcome.replaced)):
            judge_article(into, touched)


_ANY = Provenance("", "")


def _carry(into: Store, decision: Decision, numbers: dict[int, int]) -> None:
    """Make the decision here too; `numbers` says which number each of the other store's has here."""
    earlier = decision.details.get(CARRIED_FROM)
    details = decision.details | ({} if earlier is None else {CARRIED_FROM: numbers.get(earlier, earlier)})
    with into.transaction():
        carried, is_new = carrying.carry_decision(into, replace(decision, details=details))
        numbers[decision.number] = carried.number
        if not is_new or carried.undone_at is not None:
            return
        pairs = [(left, right) for left, right in details.get("pairs", ())]
        into.save_links(_links(into, carried, pairs))
        for claim in into.claims([carried.subject]):
            link_again(into, claim)
        regroup(into, current_claims(into, {id_ for pair in pairs for id_ in pair} or {carried.subject}))


def _links(into: Store, decision: Decision, pairs: Iterable[tuple[str, str]]) -> Iterator[Link]:
    """The links of a decision, save those on pairs that somebody decided later."""
    for link in links_of_decision(decision, pairs):
        standing = [each for each in into.links_of([link.left]) if each.right == link.right and each.method == PERSON]
        if not any(each.made_at and each.made_at > decision.decided_at for each in standing):
            yield replace(link, made_at=decision.decided_at)
