"""From claims that links hold together to an incident: its accounts, what they dispute, and what stands behind it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import combinations

from accordingto.model.claim import Factuality
from accordingto.model.incident import Incident, ParticipantRole, Slot, incident_id
from accordingto.model.reported import Location, Party, Period, Report, ReportedClaim
from accordingto.record.accounts import assemble_accounts, code_of, commonest, find_changes
from accordingto.record.descriptions import is_number
from accordingto.record.disputes import Tellings
from accordingto.record.features_words import small_words
from accordingto.record.origins import Reports, count_all
from accordingto.record.parties import is_same_party

MOST_PARTICIPANTS = 8
TOLD_AS_EVENTS = frozenset({Factuality.HAPPENED, Factuality.DENIED, Factuality.POSSIBLE, Factuality.UNKNOWN})
"""What a claim must say of its event to be an account of it. Wishes, plans and threats stay claims of their report."""


def tells_of_an_event(claim: ReportedClaim) -> bool:
    """True where the claim says, or denies, that something happened."""
    return claim.factuality in TOLD_AS_EVENTS


def assemble_incident(claims: Iterable[ReportedClaim], reports: Reports) -> Incident:
    """The incident that the claims tell of. Raises ValueError where there are none."""
    held = tuple(sorted(claims, key=lambda claim: claim.id))
    if not held:
        raise ValueError("An incident needs at least one claim; found none.")
    accounts = assemble_accounts(held, reports)
    return Incident(
        id=incident_id(claim.id for claim in held),
        title=_title(held),
        types=tuple(code for code, _ in Counter(claim.type for claim in held).most_common()),
        accounts=accounts,
        counts=count_all(held, reports),
        reports=tuple(sorted((reports[article] for article in {claim.article for claim in held}), key=_earliest_first)),
        when=_commonest_period(held),
        place=_commonest_place(held),
        participants=_participants(held),
        disputed=_disputed([account.claims for account in accounts]),
        changes=find_changes(accounts),
    )


def _earliest_first(report: Report) -> tuple[date, str]:
    return report.published or date.max, report.article


def _disputed(groups: Sequence[tuple[ReportedClaim, ...]]) -> tuple[Slot, ...]:
    told = [Tellings(group) for group in groups]
    found = {slot for left, right in combinations(told, 2) for slot in left.disputed_by(right)}
    return tuple(slot for slot in Slot if slot in found)


def _title(claims: tuple[ReportedClaim, ...]) -> str:
    """Who is named most often, codes, day and place: "Nawaf Fares · defect, dismiss · 2012-07-11 · Iraq"."""
    names = _telling_names(_participants(claims))[:2]
    codes = list(dict.fromkeys((claim.mode or claim.type.lower()) for claim in sorted(claims, key=code_of)))
    when, place = _commonest_period(claims), _commonest_place(claims)
    pieces = [", ".join(names), ", ".join(codes), when.start.isoformat() if when else "", place.name if place else ""]
    return " · ".join(piece for piece in pieces if piece)


def _telling_names(participants: Iterable[ParticipantRole]) -> list[str]:
    """Each name once, those that tell nothing by themselves last: *he*, *12*."""
    names = list(dict.fromkeys(participant.name for participant in participants))
    distinct = [name for name in names if not any(_is_within(name, other) for other in names)]
    return sorted(distinct, key=lambda name: name.casefold() in small_words() or is_number(name.casefold()))


def _is_within(name: str, other: str) -> bool:
    """True for *Torobekov* beside "Azamat Torobekov"."""
    return name != other and set(name.casefold().split()) < set(other.casefold().split())


def _participants(claims: tuple[ReportedClaim, ...]) -> tuple[ParticipantRole, ...]:
    told = [(party, "actor") for claim in claims for party in claim.actors]
    told += [(party, "recipient") for claim in claims for party in claim.recipients]
    counted: list[tuple[Party, str, int]] = []
    for party, role in told:
        place = next((n for n, row in enumerate(counted) if row[1] == role and is_same_party(row[0], party)), None)
        if place is None:
            counted.append((party, role, 1))
        else:
            fullest = max(counted[place][0], party, key=lambda each: len(each.name))
            counted[place] = (fullest, role, counted[place][2] + 1)
    counted.sort(key=lambda row: (-row[2], row[0].name, row[1]))
    return tuple(ParticipantRole(party.name, role) for party, role, _ in counted[:MOST_PARTICIPANTS])


def _commonest_period(claims: tuple[ReportedClaim, ...]) -> Period | None:
    """The period most often told; of those as frequent the shortest, then the first."""
    counted = Counter(claim.when for claim in claims if claim.when)
    return min(counted, key=lambda when: (-counted[when], when.end - when.start, when.start), default=None)


def _commonest_place(claims: tuple[ReportedClaim, ...]) -> Location | None:
    name = commonest(claim.place.name for claim in claims if claim.place)
    return next((claim.place for claim in claims if claim.place and claim.place.name == name), None)
