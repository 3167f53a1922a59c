"""Keeping a store in order: what is wrong with it, and one store's reports into another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from accordingto import recorder
from accordingto.judging import WITHDRAWN, judge_article, regroup
from accordingto.model.contract_reading import reading_from_dict
from accordingto.model.incident import Judgement, Link, incident_id
from accordingto.model.reading import Reading
from accordingto.record.incidents import tells_of_an_event
from accordingto.record.linking import PERSON, assemble
from accordingto.store import carrying
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
    for decision in other.decisions(undone=True):
        _carry(into, decision)
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


def _carry(into: Store, decision: Decision) -> None:
    with into.transaction():
        carried = carrying.carry_decision(into, decision)
        if carried is None or carried.undone_at is not None:
            return
        pairs = [(left, right) for left, right in carried.details.get("pairs", ())]
        ids = {id_ for pair in pairs for id_ in pair} or {carried.subject}
        into.save_links(_links(into, carried, pairs))
        regroup(into, {claim.id for claim in into.claims(ids)})


def _links(into: Store, decision: Decision, pairs: Iterable[tuple[str, str]]) -> Iterator[Link]:
    """The links of a decision, save those on pairs that somebody decided later."""
    judgement = Judgement.DIFFERENT if decision.kind == "split" else Judgement.SAME
    score = 0.0 if judgement is Judgement.DIFFERENT else 1.0
    for left, right in pairs:
        standing = [link for link in into.links_of([left]) if link.right == right and link.method == PERSON]
        if any(link.made_at and link.made_at > decision.decided_at for link in standing):
            continue
        reasons = (f"decided by {decision.person}",)
        yield Link(left, right, judgement, score, PERSON, decision.person, decision.decided_at, reasons=reasons)
