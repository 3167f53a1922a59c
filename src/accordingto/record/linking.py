"""Links between claims, and the groups of claims that the links hold together.

What is linked are event mentions: the claims of one mention (who says so, who doubts it) are one incident by
themselves. A link depends on its two claims and their articles alone, so that the order in which reports arrive does
not matter.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from accordingto.model.incident import Judgement, Link
from accordingto.model.reported import ReportedClaim
from accordingto.record.features import Profile, profile_of
from accordingto.record.linking_clusters import cluster
from accordingto.record.scoring import (
    LEAST_KEPT,
    VETOED,
    LinkingModel,
    Verdict,
    is_worth_scoring,
    load_linking,
    reasons,
    score_pairs,
)
from accordingto.record.stories_sketch import Sketch

METHOD: Final = "linking"
PERSON: Final = "person"
"""The method of links that people made: they go before what is learned."""

Pair = tuple[Profile, Profile]


def link_claims(
    new: Iterable[ReportedClaim],
    candidates: Iterable[ReportedClaim],
    sketches: Mapping[str, Sketch],
    *,
    model: LinkingModel | None = None,
) -> tuple[Link, ...]:
    """The links among the new claims and from them to the candidates, one for two event mentions, in order.

    `sketches` are those of the claims' articles, by id. A link with a score below the model's threshold, or vetoed,
    says "different": groups are formed by means, and a veto is worth explaining.
    """
    fitted = model or load_linking()
    pairs = pairs_to_score(new, candidates)
    verdicts = score_pairs(pairs, sketches, fitted)
    made = (_link(pair, verdict, fitted) for pair, verdict in zip(pairs, verdicts, strict=True) if _is_kept(verdict))
    return tuple(sorted(made, key=lambda link: (link.left, link.right)))


def pairs_to_score(new: Iterable[ReportedClaim], candidates: Iterable[ReportedClaim]) -> list[Pair]:
    """The pairs of event mentions worth scoring, among the new and from them to the candidates; the lower id first."""
    ours = _first_of_each_event(new)
    theirs = {event: claim for event, claim in _first_of_each_event(candidates).items() if event not in ours}
    return _pairs([profile_of(claim) for claim in ours.values()], [profile_of(claim) for claim in theirs.values()])


def assemble(
    links: Iterable[Link], claims: Iterable[ReportedClaim], *, model: LinkingModel | None = None
) -> tuple[tuple[ReportedClaim, ...], ...]:
    """The groups of claims that are one incident each, every claim in one; the same for any order of links and claims.

    Withdrawn links do not count. A person's link on two mentions goes before learned ones and vetoes, the later
    before the earlier.
    """
    fitted = model or load_linking()
    held = {claim.id: claim for claim in claims}
    standing = [link for link in links if link.withdrawn_at is None and link.left in held and link.right in held]
    people = _latest([link for link in standing if link.method == PERSON], held)
    vetoed = [pair for link in standing if link.score == VETOED and (pair := _events(link, held)) not in people]
    groups = cluster(
        (claim.event for claim in held.values()),
        _scores([link for link in standing if link.method != PERSON], held),
        threshold=fitted.threshold,
        together=[pair for pair, link in people.items() if link.judgement is Judgement.SAME],
        apart=[pair for pair, link in people.items() if link.judgement is Judgement.DIFFERENT] + vetoed,
    )
    group_of = {event: number for number, group in enumerate(groups) for event in group}
    members: list[list[ReportedClaim]] = [[] for _ in groups]
    for claim in sorted(held.values(), key=lambda claim: claim.id):
        members[group_of[claim.event]].append(claim)
    return tuple(tuple(group) for group in members)


def _first_of_each_event(claims: Iterable[ReportedClaim]) -> dict[str, ReportedClaim]:
    first: dict[str, ReportedClaim] = {}
    for claim in sorted(claims, key=lambda claim: claim.id):
        first.setdefault(claim.event, claim)
    return first


def _pairs(ours: list[Profile], theirs: list[Profile]) -> list[Pair]:
    """The pairs worth scoring, each with the claim of the lower id first."""
    among = [(left, right) for place, left in enumerate(ours) for right in ours[place + 1 :]]
    across = [(left, right) for left in ours for right in theirs]
    ordered = (pair if pair[0].claim.id < pair[1].claim.id else (pair[1], pair[0]) for pair in (*among, *across))
    return [pair for pair in ordered if is_worth_scoring(*pair)]


def _is_kept(verdict: Verdict) -> bool:
    return verdict.score >= LEAST_KEPT or verdict.rule is not None


def _link(pair: Pair, verdict: Verdict, model: LinkingModel) -> Link:
    left, right = pair
    return Link(
        left=left.claim.id,
        right=right.claim.id,
        judgement=Judgement.SAME if verdict.score >= model.threshold else Judgement.DIFFERENT,
        score=round(verdict.score, 4),
        method=METHOD,
        made_by=model.version,
        reasons=reasons(left, right, verdict),
    )


def _scores(links: Iterable[Link], held: Mapping[str, ReportedClaim]) -> dict[tuple[str, str], float]:
    """The highest score of the links between each two event mentions."""
    scores: dict[tuple[str, str], float] = {}
    for link in links:
        pair = _events(link, held)
        if pair[0] != pair[1]:
            scores[pair] = max(scores.get(pair, 0.0), link.score)
    return scores


def _latest(links: Iterable[Link], held: Mapping[str, ReportedClaim]) -> dict[tuple[str, str], Link]:
    """The last link that a person made on each two event mentions."""
    ordered = sorted(links, key=lambda link: (link.made_at is not None, str(link.made_at), link.left, link.right))
    return {_events(link, held): link for link in ordered}


def _events(link: Link, held: Mapping[str, ReportedClaim]) -> tuple[str, str]:
    left, right = sorted((held[link.left].event, held[link.right].event))
    return left, right
