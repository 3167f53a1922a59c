"""Accounts and origins on our own sets of reports that disagree: `accordingto eval record gold/disputes`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from accordingto.evaluation.marked_disputes import MarkedClaim, MarkedIncident, MarkedSet, read_marked_sets
from accordingto.evaluation.report import Evaluation, figure
from accordingto.model.article import Article
from accordingto.model.incident import Account, Incident
from accordingto.model.reading import Reading
from accordingto.model.reported import ReportedClaim
from accordingto.record.accounts import holder_of
from accordingto.record.assemble import assemble_record
from accordingto.record.parties import name_words

Read = Callable[[Article], Reading]


@dataclass(frozen=True, slots=True)
class _Judged:
    """What came of the marked accounts of one set, each 1 or 0, and the false merges in words."""

    accounts: tuple[int, ...]
    origins: tuple[int, ...]
    disputed: tuple[int, ...]
    found: tuple[int, ...]
    merges: tuple[str, ...]


def evaluate_record(folder: Path, read: Read) -> Evaluation:
    """The shares of accounts and origins right, of disputes named, of claims found; and false merges a set."""
    judged = [judge(marked, read) for marked in read_marked_sets(folder)]
    shares: tuple[tuple[str, list[tuple[int, ...]]], ...] = (
        ("accounts right", [each.accounts for each in judged]),
        ("origins right", [each.origins for each in judged]),
        ("slots in dispute right", [each.disputed for each in judged]),
        ("marked claims read at all", [each.found for each in judged]),
        ("sets without a false merge", [(int(not each.merges),) for each in judged]),
    )
    figures = tuple(figure(name, units, _share, sum(map(len, units))) for name, units in shares)
    return Evaluation("record", len(judged), figures)


def _share(units: Sequence[tuple[int, ...]]) -> float:
    marked = sum(map(len, units))
    return sum(map(sum, units)) / marked if marked else 0.0


def judge(marked: MarkedSet, read: Read) -> _Judged:
    """The reading of one set beside its marks."""
    incidents = assemble_record([read(article) for article in marked.articles])
    found = [_place_of(claim, incidents) for claim in _claims(marked)]
    return _Judged(
        accounts=tuple(flag for each in marked.incidents for flag in _accounts_right(each, incidents)),
        origins=tuple(flag for each in marked.incidents for flag in _origins_right(each, incidents)),
        disputed=tuple(_disputes_right(each, incidents) for each in marked.incidents),
        found=tuple(int(place is not None) for place in found),
        merges=tuple(_merges(marked, incidents)),
    )


def _claims(marked: MarkedSet) -> Iterator[MarkedClaim]:
    for incident in marked.incidents:
        for account in incident.accounts:
            yield from account.claims


def _accounts_right(marked: MarkedIncident, incidents: tuple[Incident, ...]) -> Iterator[int]:
    """1 for each account whose claims are all in one account of ours that holds no claim of another."""
    places = [{_account_of(claim, incidents) for claim in account.claims} for account in marked.accounts]
    for number, own in enumerate(places):
        others = set().union(*(place for other, place in enumerate(places) if other != number))
        yield int(len(own) == 1 and None not in own and not own & others)


def _origins_right(marked: MarkedIncident, incidents: tuple[Incident, ...]) -> Iterator[int]:
    for account in marked.accounts:
        ours = {_account_of(claim, incidents) for claim in account.claims} - {None}
        yield int(len(ours) == 1 and _counts_of(ours.pop(), incidents) == account.origins)


def _counts_of(account_id: str | None, incidents: tuple[Incident, ...]) -> int:
    return next(each.counts.origins for own in incidents for each in own.accounts if each.id == account_id)


def _disputes_right(marked: MarkedIncident, incidents: tuple[Incident, ...]) -> int:
    """1 where the one incident that holds the marked claims names the marked slots and no other."""
    ours = {_incident_of(claim, incidents) for account in marked.accounts for claim in account.claims}
    named = [frozenset(each.disputed) for each in incidents if each.id in ours]
    return int(None not in ours and named == [marked.disputed])


def _merges(marked: MarkedSet, incidents: tuple[Incident, ...]) -> Iterator[str]:
    """For people: each pair of marked incidents of which we made one."""
    for left, right in combinations(range(len(marked.incidents)), 2):
        shared = _ours(marked.incidents[left], incidents) & _ours(marked.incidents[right], incidents)
        if shared:
            yield f"{marked.name}: incidents {left + 1} and {right + 1} became one"


def _ours(marked: MarkedIncident, incidents: tuple[Incident, ...]) -> set[str]:
    found = {_incident_of(claim, incidents) for account in marked.accounts for claim in account.claims}
    return {each for each in found if each is not None}


def _account_of(claim: MarkedClaim, incidents: tuple[Incident, ...]) -> str | None:
    place = _place_of(claim, incidents)
    return place[1].id if place else None


def _incident_of(claim: MarkedClaim, incidents: tuple[Incident, ...]) -> str | None:
    place = _place_of(claim, incidents)
    return place[0].id if place else None


def _place_of(marked: MarkedClaim, incidents: tuple[Incident, ...]) -> tuple[Incident, Account] | None:
    """The incident and account that hold the claim: the first of those whose trigger is in the marked words."""
    accounts = [(incident, account) for incident in incidents for account in incident.accounts]
    rows = [(incident, account, claim) for incident, account in accounts for claim in account.claims]
    fitting = [row for row in rows if _is_marked(row[2], marked)]
    best = min(fitting, key=lambda row: (row[2].start, row[2].id), default=None)
    return best[:2] if best else None


def _is_marked(claim: ReportedClaim, marked: MarkedClaim) -> bool:
    inside = claim.article == marked.article and marked.words.start <= claim.start < marked.words.end
    if not inside or marked.by is None:
        return inside
    if not marked.by:
        return not claim.hops
    return bool(claim.hops) and any(set(name_words(name)) <= _names(claim) for name in marked.by.split(" / "))


def _names(claim: ReportedClaim) -> set[str]:
    """The words of the holder's name and of the speaker's for a body, of a description with its title too."""
    told = [hop.speaker.name for hop in claim.hops[:1] if hop.speaker is not None]
    names = (holder_of(claim).name, *told)
    return {word for name in names for word in (*name_words(name), *re.findall(r"[^\W_]+", name.casefold()))}
