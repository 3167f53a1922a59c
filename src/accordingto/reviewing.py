"""What people decide on incidents: merge, split, withdraw, accept, edit, undo. Every decision is a row that stays.

A decision is kept with who made it and when. Merging and splitting are links by a person between event mentions, which
go before learned ones; withdrawing takes a claim out of all incidents. Undoing marks the decision and takes its links
back.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import product
from typing import Any

from accordingto.catalogue import find_incident
from accordingto.editing import parse_value
from accordingto.judging import WITHDRAWN, regroup
from accordingto.model.errors import InputError
from accordingto.model.incident import Incident, Judgement, Link, Slot
from accordingto.model.reported import ReportedClaim
from accordingto.model.summary import IncidentOrder
from accordingto.record.linking import PERSON
from accordingto.standing import link_again
from accordingto.store.anchors import CARRIED_FROM, anchors_of, current_claims
from accordingto.store.corrections import EDITED
from accordingto.store.decisions import Decision
from accordingto.store.incident_search import IncidentSearch
from accordingto.store.store import Store


class DecisionKind(StrEnum):
    """What a person decided."""

    ACCEPT = "accept"
    MERGE = "merge"
    SPLIT = "split"
    WITHDRAW = WITHDRAWN
    EDIT = EDITED


@dataclass(frozen=True, slots=True)
class Queued:
    """An incident to look at: how many slots are in dispute, and how unsure its least sure link is, 0 to 1."""

    incident: Incident
    disputed: int
    doubt: float


def review_queue(store: Store, *, limit: int = 20) -> tuple[Queued, ...]:
    """The incidents of several claims that nobody has accepted, most disputed first, then least certain."""
    page = store.incident_summaries(IncidentSearch(to_review=True), order=IncidentOrder.DISPUTED, limit=limit)
    return tuple(Queued(find_incident(store, each.id), len(each.disputed), each.doubt) for each in page.incidents)


def accept(store: Store, incident: str, person: str) -> Decision:
    """The decision that the incident is right as it is."""
    found = find_incident(store, incident)
    anchors = anchors_of(store, (claim.id for claim in found.claims))
    return store.save_decision(person, DecisionKind.ACCEPT, found.id, {"anchors": anchors})


def merge(store: Store, left: str, right: str, person: str) -> Decision:
    """The decision that two incidents are one. Raises InputError where they are the same already."""
    first, second = find_incident(store, left), find_incident(store, right)
    if first.id == second.id:
        raise InputError(f"{left!r} and {right!r} are one incident already. Give two ids of accordingto incidents.")
    claims = _one_an_event((*first.claims, *second.claims))
    pairs = [(claims[0], other) for other in claims[1:]]
    return _decide(store, (person, DecisionKind.MERGE, first.id), pairs, Judgement.SAME)


def split(store: Store, incident: str, account: str, person: str) -> Decision:
    """The decision that an account tells of another incident. Raises InputError where it is all of the incident."""
    found = find_incident(store, incident)
    apart = [claim for each in found.accounts if each.id == account for claim in each.claims]
    events = {claim.event for claim in apart}
    rest = [claim for claim in found.claims if claim.event not in events]
    if not apart or not rest:
        accounts = ", ".join(each.id for each in found.accounts)
        raise InputError(f"Cannot split {account!r} off {incident!r}. Give one of several accounts: {accounts}.")
    pairs = list(product(_one_an_event(apart), _one_an_event(rest)))
    return _decide(store, (person, DecisionKind.SPLIT, found.id), pairs, Judgement.DIFFERENT)


def withdraw(store: Store, claim: str, person: str) -> Decision:
    """The decision that a claim is no claim of any incident. Raises InputError where there is no such claim."""
    if not store.claims([claim]):
        raise InputError(f"There is no claim {claim!r} in {store.name}. See them: accordingto show ID --format json")
    with store.transaction():
        decision = store.save_decision(person, DecisionKind.WITHDRAW, claim, {"anchors": anchors_of(store, [claim])})
        regroup(store, [claim])
    return decision


def edit(store: Store, claim: str, slot: Slot, words: str, person: str) -> Decision:
    """The decision that a slot of a claim holds something else. Raises InputError where there is no such claim.

    The reading stays as it is: what was corrected is laid over the claim whenever it is read from the store.
    """
    found = next(iter(store.claims([claim])), None)
    if found is None:
        raise InputError(f"There is no claim {claim!r} in {store.name}. See them: accordingto show ID --format json")
    details = {"slot": slot.value, "value": parse_value(slot, words), "anchors": anchors_of(store, [claim])}
    with store.transaction():
        decision = store.save_decision(person, DecisionKind.EDIT, claim, details)
        link_again(store, found)
    return decision


def undo(store: Store, number: int) -> Decision:
    """The decision of that number, undone now, with all that came of it when its article was read again.

    Raises InputError where none of that number stands.
    """
    with store.transaction():
        decision = store.undo_decision(number)
        if decision is None:
            raise InputError(f"There is no standing decision {number}. List them: accordingto review --decisions")
        _take_back(store, decision)
        for each in store.decisions():
            if each.details.get(CARRIED_FROM) == number:
                undo(store, each.number)
    return decision


def _take_back(store: Store, decision: Decision) -> None:
    pairs = [tuple(pair) for pair in decision.details.get("pairs", ())]
    store.withdraw_links(_link(left, right, Judgement.SAME, decision.person) for left, right in pairs)
    if decision.kind == DecisionKind.EDIT:
        for claim in store.claims([decision.subject]):
            link_again(store, claim)
        return
    touched = {decision.subject} if decision.kind == DecisionKind.WITHDRAW else {id_ for pair in pairs for id_ in pair}
    regroup(store, {claim.id for claim in store.claims(touched)} & current_claims(store, touched))


def _decide(
    store: Store, what: tuple[str, str, str], pairs: Sequence[tuple[ReportedClaim, ReportedClaim]], judgement: Judgement
) -> Decision:
    person, kind, subject = what
    links = [_link(left.id, right.id, judgement, person) for left, right in pairs]
    details: dict[str, Any] = {  # an object of JSON
        "pairs": [[link.left, link.right] for link in links],
        "anchors": anchors_of(store, (id_ for link in links for id_ in (link.left, link.right))),
    }
    with store.transaction():
        decision = store.save_decision(person, kind, subject, details)
        store.save_links(links)
        regroup(store, {id_ for link in links for id_ in (link.left, link.right)})
    return decision


def _link(left: str, right: str, judgement: Judgement, person: str) -> Link:
    first, second = sorted((left, right))
    score = 1.0 if judgement is Judgement.SAME else 0.0
    return Link(first, second, judgement, score, PERSON, person, reasons=(f"decided by {person}",))


def _one_an_event(claims: Iterable[ReportedClaim]) -> list[ReportedClaim]:
    first: dict[str, ReportedClaim] = {}
    for claim in sorted(claims, key=lambda claim: claim.id):
        first.setdefault(claim.event, claim)
    return list(first.values())
