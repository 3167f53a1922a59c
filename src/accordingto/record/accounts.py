"""What each side says of one incident: claims that can all be right together form an account."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from accordingto.model.ids import content_id
from accordingto.model.incident import Account, Holder, Slot
from accordingto.model.reported import Count, Party, Period, ReportedClaim
from accordingto.record.disputes import Tellings
from accordingto.record.origins import Reports, count_all, why_collapsed
from accordingto.record.parties import any_same_party, is_same_party
from accordingto.record.sources import as_body

SHARED_HOLDER = 2.0
"""A claim that fits several accounts goes to the one its speaker holds already, before it goes by slots in common."""


def assemble_accounts(claims: Iterable[ReportedClaim], reports: Reports) -> tuple[Account, ...]:
    """The accounts of one incident, the one with most origins first.

    Claims are taken from the most to the least specific, so the order in which they come in does not matter. Each goes
    to an account none of whose claims it contradicts; one that fits several goes where its speaker is, or where most
    slots agree.
    """
    groups: list[_Group] = []
    for claim in sorted(claims, key=lambda claim: (-specificity(claim), claim.id)):
        fitting = [group for group in groups if group.fits(claim)]
        if fitting:
            chosen = fitting[0] if len(fitting) == 1 else max(fitting, key=lambda group: group.support(claim))
        else:
            chosen = _Group()
            groups.append(chosen)
        chosen.add(claim)
    accounts = [_account(group, groups, reports) for group in groups]
    return tuple(sorted(accounts, key=lambda each: (-each.counts.origins, -each.counts.reports, each.id)))


def specificity(claim: ReportedClaim) -> int:
    """How many slots the claim fills."""
    filled = (claim.mode, claim.actors, claim.recipients, claim.place, claim.when, claim.counts, claim.hops)
    return sum(bool(slot) for slot in filled)


def holder_of(claim: ReportedClaim) -> Party:
    """Who holds the claim: its innermost source, else the publisher, who vouches in the report's own voice."""
    for hop in claim.hops:
        source = hop.speaker or next(iter(hop.channels), None)
        if source is not None:
            return as_body(source)
    return Party(claim.publisher or "the report", "medium")


def find_changes(accounts: Iterable[Account]) -> tuple[str, ...]:
    """For people: who said one thing first and another later."""
    told = [(claim, account) for account in accounts for claim in account.claims]
    held: dict[str, list[tuple[ReportedClaim, Account]]] = {}
    for name, row in zip(_holder_names(claim for claim, _ in told), told, strict=True):
        held.setdefault(name, []).append(row)
    changes = [_change(name, rows) for name, rows in sorted(held.items())]
    return tuple(change for change in changes if change)


@dataclass(frozen=True, slots=True)
class _Likeness:
    """What of a claim speaks for an account: who holds it, its code, its parties, and which slots it fills."""

    holder: Party
    code: tuple[str, str | None]
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    filled: tuple[bool, bool, bool]


@dataclass(slots=True)
class _Group:
    claims: list[ReportedClaim] = field(default_factory=list)
    told: Tellings = field(default_factory=Tellings)
    alike: dict[_Likeness, set[str]] = field(default_factory=dict)
    """The articles of the claims of each likeness."""
    refused: set[str] = field(default_factory=set)
    """The ids of claims that contradict it: they always will, for claims are only added."""

    def add(self, claim: ReportedClaim) -> None:
        self.claims.append(claim)
        self.told.add(claim)
        self.alike.setdefault(_likeness(claim), set()).add(claim.article)

    def fits(self, claim: ReportedClaim) -> bool:
        if claim.id not in self.refused and self.told.is_disputed_by(claim):
            self.refused.add(claim.id)
        return claim.id not in self.refused

    def support(self, claim: ReportedClaim) -> tuple[float, int, str]:
        own = _likeness(claim)
        best = max(_agreement(own, other) + (claim.article in articles) for other, articles in self.alike.items())
        return best, len(self.claims), self.claims[0].id


def _likeness(claim: ReportedClaim) -> _Likeness:
    filled = (bool(claim.place), bool(claim.when), bool(claim.counts))
    return _Likeness(holder_of(claim), (claim.type, claim.mode), claim.actors, claim.recipients, filled)


def _agreement(left: _Likeness, right: _Likeness) -> float:
    shared = SHARED_HOLDER * is_same_party(left.holder, right.holder)
    shared += left.code == right.code
    shared += any_same_party(left.actors, right.actors) + any_same_party(left.recipients, right.recipients)
    return shared + sum(mine and theirs for mine, theirs in zip(left.filled, right.filled, strict=True))


def _account(group: _Group, groups: Sequence[_Group], reports: Reports) -> Account:
    ordered = tuple(sorted(group.claims, key=_earliest_first))
    telling = _taking_sides(ordered, [other for other in groups if other is not group])
    return Account(
        id=content_id("account", *sorted(claim.id for claim in ordered)),
        statement=max(ordered, key=lambda claim: (claim.lead, specificity(claim))).sentence,
        slots=_slots(ordered),
        holders=_holders(ordered),
        claims=ordered,
        counts=count_all(ordered, reports, telling),
        collapses=why_collapsed(telling, reports),
    )


def _taking_sides(claims: tuple[ReportedClaim, ...], others: Sequence[_Group]) -> tuple[ReportedClaim, ...]:
    """The claims that speak for this account and against another; all, where every one would fit another too.

    "The murder of the judge" tells nobody's version of who did it, and is no origin of either.
    """
    found = tuple(claim for claim in claims if not any(other.fits(claim) for other in others))
    return found or claims


def _earliest_first(claim: ReportedClaim) -> tuple[str, str, int, str]:
    return (claim.published.isoformat() if claim.published else "9999", claim.article, claim.start, claim.id)


def _holders(claims: tuple[ReportedClaim, ...]) -> tuple[Holder, ...]:
    held: dict[str, list[ReportedClaim]] = {}
    for name, claim in zip(_holder_names(claims), claims, strict=True):
        held.setdefault(name, []).append(claim)
    return tuple(_holder(name, rows) for name, rows in held.items())


def _holder(name: str, claims: list[ReportedClaim]) -> Holder:
    days = sorted(claim.published for claim in claims if claim.published)
    return Holder(name, claims[-1].factuality, days[0] if days else None, days[-1] if days else None)


def _holder_names(claims: Iterable[ReportedClaim]) -> Iterator[str]:
    """For each claim the name under which its holder is known already, else its own; each holder is looked for once."""
    name_of: dict[Party, str] = {}
    for claim in claims:
        party = holder_of(claim)
        if party not in name_of:
            known = (name for name in name_of.values() if is_same_party(Party(name, party.kind, party.country), party))
            name_of[party] = next(known, party.name)
        yield name_of[party]


def _change(name: str, rows: list[tuple[ReportedClaim, Account]]) -> str | None:
    ordered = sorted(rows, key=lambda row: _earliest_first(row[0]))
    (first, then), (last, now) = ordered[0], ordered[-1]
    if first.published == last.published or (then is now and first.factuality == last.factuality):
        return None
    return f"{name}: {_words(first)} ({first.published}), then {_words(last)} ({last.published})"


def _words(claim: ReportedClaim) -> str:
    count = _counted(claim.counts)
    return f"{claim.factuality.value}: “{claim.trigger}”" + (f", {count}" if count else "")


def _slots(claims: tuple[ReportedClaim, ...]) -> dict[Slot, str]:
    values = {
        Slot.WHETHER: [claim.factuality.value for claim in claims],
        Slot.WHAT: [code_of(claim) for claim in claims],
        Slot.WHO: [_names(claim.actors) for claim in claims],
        Slot.TO_WHOM: [_names(claim.recipients) for claim in claims],
        Slot.WHEN: [_days(claim.when) for claim in claims],
        Slot.WHERE: [claim.place.name if claim.place else "" for claim in claims],
        Slot.HOW_MANY: [_counted(claim.counts) for claim in claims],
    }
    return {slot: commonest(words) for slot, words in values.items() if any(words)}


def code_of(claim: ReportedClaim) -> str:
    """The claim's code: TYPE or TYPE:mode."""
    return f"{claim.type}:{claim.mode}" if claim.mode else claim.type


def commonest(values: Iterable[str]) -> str:
    """The value most often told, the first of those told as often; empty strings do not count."""
    counted = Counter(value for value in values if value)
    return counted.most_common(1)[0][0] if counted else ""


def _names(parties: tuple[Party, ...]) -> str:
    return ", ".join(party.name for party in parties)


def _days(when: Period | None) -> str:
    if when is None:
        return ""
    return when.start.isoformat() if when.start == when.end else f"{when.start.isoformat()}/{when.end.isoformat()}"


def _counted(counts: tuple[Count, ...]) -> str:
    return ", ".join(f"{_range(count)} {count.kind}" for count in counts)


def _range(count: Count) -> str:
    if count.low == count.high:
        return str(count.low)
    if count.low is None:
        return f"at most {count.high}"
    return f"at least {count.low}" if count.high is None else f"{count.low}–{count.high}"
