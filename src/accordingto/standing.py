"""Decisions of people that stand when an article is read again and its claims have other ids.

A decision holds on to where its claims stand: the article, the span of the trigger, the event type and who tells it.
Where the newer reading has a claim there, the same decision by the same person is made on it, and the old one stays.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from accordingto.judging import judge_article, regroup
from accordingto.model.incident import Judgement, Link
from accordingto.model.reported import ReportedClaim
from accordingto.record.linking import PERSON
from accordingto.store.anchors import CARRIED_FROM, Anchor, anchors_of, claims_ever_of, current_claims
from accordingto.store.corrections import EDITED
from accordingto.store.decisions import Decision
from accordingto.store.store import Store

ACCEPTED, SPLIT = "accept", "split"


def carry_over(store: Store, article: str) -> int:
    """How many decisions were made again on the claims of the article's newest reading.

    Claims that only an older reading has leave their incidents.
    """
    every = claims_ever_of(store, article)
    current = current_claims(store, every)
    gone = [id_ for id_ in every if id_ not in current]
    if not gone:
        return 0
    _leave_incidents(store, gone)
    anchors = anchors_of(store, current)
    made = [_made_again(store, each, anchors) for each in store.decisions() if _is_on(each, gone)]
    return sum(made)


def link_again(store: Store, claim: ReportedClaim) -> None:
    """Find the links of a claim again that programs made: after one of its slots was corrected."""
    learned = [link for link in store.links_of([claim.id]) if link.method != PERSON]
    others = {end for link in learned for end in (link.left, link.right)}
    store.withdraw_links(learned)
    regroup(store, current_claims(store, {claim.id, *others}))
    judge_article(store, claim.article)


def _leave_incidents(store: Store, gone: Iterable[str]) -> None:
    left = set(gone)
    touched = set(store.incidents_of(left).values())
    staying = {claim for incident in touched for claim in store.claims_of_incident(incident)} - left
    store.remove_from_incidents(left)
    regroup(store, sorted(staying), touched=touched)


def _is_on(decision: Decision, gone: Iterable[str]) -> bool:
    return not {*decision.details.get("anchors", {})}.isdisjoint(gone)


def _made_again(store: Store, decision: Decision, current: Mapping[str, Anchor]) -> bool:
    """True where the decision is made now on claims that stand where its own stood."""
    ids = {old: _standing_at(anchor, current) for old, anchor in decision.details["anchors"].items()}
    moved = {old: new or old for old, new in ids.items()}
    if moved.keys() == set(moved.values()) or _is_made(store, decision, set(moved.values())):
        return False
    subject = _subject(store, decision, moved)
    if subject is None:
        return False
    details: dict[str, Any] = {  # an object of JSON
        **decision.details,
        "anchors": anchors_of(store, moved.values()),
        CARRIED_FROM: decision.number,
    }
    if "pairs" in details:
        details["pairs"] = [sorted((moved[left], moved[right])) for left, right in details["pairs"]]
    store.save_decision(decision.person, decision.kind, subject, details)
    store.save_links(links_of_decision(decision, details.get("pairs", ())))
    if decision.kind == EDITED:
        for claim in store.claims([subject]):
            link_again(store, claim)
    elif decision.kind != ACCEPTED:
        regroup(store, current_claims(store, moved.values()))
    return True


def _standing_at(anchor: Anchor, current: Mapping[str, Anchor]) -> str | None:
    """The claim with the same anchor; else the one whose trigger overlaps, of the same type and told by the same."""
    same = [id_ for id_, each in current.items() if each == anchor]
    near = [id_ for id_, each in current.items() if _is_near(anchor, each)]
    return next(iter([*sorted(same), *sorted(near)]), None)


def _is_near(left: Anchor, right: Anchor) -> bool:
    told = ("article", "type", "speaker")
    overlap = left["start"] < right["end"] and right["start"] < left["end"]
    return overlap and all(left[name] == right[name] for name in told)


def _is_made(store: Store, decision: Decision, ids: set[str]) -> bool:
    """True where the same was decided on these claims already, whether it stands or was undone."""
    same = [each for each in store.decisions(kind=decision.kind, undone=True) if each.person == decision.person]
    told = ("slot", "value")
    return any(
        set(each.details.get("anchors", ())) == ids
        and all(each.details.get(name) == decision.details.get(name) for name in told)
        for each in same
    )


def _subject(store: Store, decision: Decision, moved: Mapping[str, str]) -> str | None:
    """What the decision is on now: the claim, or the one incident that holds all of the claims."""
    if decision.kind != ACCEPTED:
        return moved.get(decision.subject, decision.subject)
    incidents = store.incidents_of(moved.values())
    is_one = len(set(incidents.values())) == 1 and len(incidents) == len(set(moved.values()))
    if not is_one:
        return None
    incident = next(iter(incidents.values()))
    return incident if set(store.claims_of_incident(incident)) == set(moved.values()) else None


def links_of_decision(decision: Decision, pairs: Iterable[Iterable[str]]) -> list[Link]:
    """The links between claims that a decision to merge or split comes to."""
    judgement = Judgement.DIFFERENT if decision.kind == SPLIT else Judgement.SAME
    score = 0.0 if judgement is Judgement.DIFFERENT else 1.0
    reasons = (f"decided by {decision.person}",)
    ends = [tuple(sorted(pair)) for pair in pairs]
    return [Link(left, right, judgement, score, PERSON, decision.person, reasons=reasons) for left, right in ends]
