"""Tracks: saved questions, the incidents that answer them in order of time, and what is before and after one of them.

"The last high-level defection" is the incident before this one in the track of REALIGN by officials of a country.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, fields
from datetime import date
from typing import Any

from accordingto.catalogue import ANY_SLOT, Moment, find_incident, timeline_of_incident
from accordingto.model.errors import InputError
from accordingto.model.incident import Incident
from accordingto.model.reported import Party, ReportedClaim
from accordingto.store.incident_search import IncidentSearch
from accordingto.store.store import Store
from accordingto.store.tracks import StoredTrack, save_track, tracks_of

PAGE = 200


@dataclass(frozen=True, slots=True)
class Question:
    """What one claim of an incident must be; None lets anything through. Names are parts of names, in any case."""

    type: str | None = None
    mode: str | None = None
    actor: str | None = None
    actor_country: str | None = None
    actor_sector: str | None = None
    recipient: str | None = None
    recipient_country: str | None = None
    place: str | None = None
    country: str | None = None
    since: date | None = None
    until: date | None = None
    disputed: bool = False


@dataclass(frozen=True, slots=True)
class Around:
    """An incident of a track with the one before and the one after it; None at the ends."""

    before: Incident | None
    incident: Incident
    after: Incident | None


@dataclass(frozen=True, slots=True)
class Counted:
    """What was known of a count on a day: one report's bounds, and the lowest and highest told up to then."""

    reported: date | None
    publisher: str | None
    holder: str
    low: int | None
    high: int | None
    lowest: int | None
    highest: int | None


def save_question(store: Store, name: str, question: Question, person: str) -> StoredTrack:
    """The track of that name, which is in the store now."""
    row = {key: value.isoformat() if isinstance(value, date) else value for key, value in asdict(question).items()}
    return save_track(store, name, {key: value for key, value in row.items() if value}, person)


def question_of(store: Store, name: str) -> Question:
    """The question of the track. Raises InputError where no track has that name."""
    found = {track.name: track.question for track in tracks_of(store)}
    if name not in found:
        raise InputError(f"There is no track {name!r} in {store.name}. Tracks: {', '.join(sorted(found)) or 'none'}.")
    known = {field.name for field in fields(Question)}
    asked: dict[str, Any] = {key: value for key, value in found[name].items() if key in known}  # fields of many types
    days: dict[str, Any] = {key: date.fromisoformat(asked[key]) for key in ("since", "until") if key in asked}
    return Question(**{**asked, **days})


def incidents_on(store: Store, question: Question) -> tuple[Incident, ...]:
    """The incidents with a claim that answers the question, in order of the event, else of the first report."""
    found = [incident for incident in _candidates(store, question) if _answers(incident.claims, question)]
    return tuple(sorted(found, key=lambda incident: (day_of(incident) or date.max, incident.id)))


def is_answered_by(claim: ReportedClaim, question: Question) -> bool:
    """True for a claim that is all that is asked; days and disputes are left to whoever finds the claims."""
    return _fits(claim, question)


def around(incidents: Iterable[Incident], incident: str) -> Around:
    """The incident with its neighbours. Raises InputError where it is not on the track."""
    held = tuple(incidents)
    at = next((number for number, each in enumerate(held) if each.id == incident), None)
    if at is None:
        raise InputError(
            f"The incident {incident!r} is not on the track, which has {len(held)}: accordingto track show"
        )
    return Around(held[at - 1] if at else None, held[at], held[at + 1] if at + 1 < len(held) else None)


def timeline_of_track(store: Store, question: Question) -> tuple[Moment, ...]:
    """The claims that answer the question, in order of the event, else of the report."""
    moments = [
        moment
        for incident in incidents_on(store, question)
        for moment in timeline_of_incident(incident)
        if _answers([moment.claim], question)
    ]
    return tuple(sorted(moments, key=lambda each: (each.happened or each.reported or date.max, each.claim.id)))


def counts_as_of(incident: Incident, kind: str) -> tuple[Counted, ...]:
    """The counts of one kind of people by day of report, each with the lowest and highest number told by then."""
    told: list[int] = []
    series = []
    for moment in timeline_of_incident(incident):
        for count in (count for count in moment.claim.counts if count.kind == kind):
            told += [bound for bound in (count.low, count.high) if bound is not None]
            bounds = (min(told), max(told)) if told else (None, None)
            holder = _holder(moment.claim)
            series.append(Counted(moment.reported, moment.claim.publisher, holder, count.low, count.high, *bounds))
    return tuple(series)


def day_of(incident: Incident) -> date | None:
    """The day of the event as most often told, else of the first report."""
    if incident.when is not None:
        return incident.when.start
    return min((report.published for report in incident.reports if report.published), default=None)


def _candidates(store: Store, question: Question) -> Iterator[Incident]:
    """The incidents that an index brings up for the question, page by page."""
    search = IncidentSearch(
        type=question.type,
        mode=question.mode,
        country=question.actor_country or question.recipient_country or question.country,
        since=question.since,
        until=question.until,
        disputed=ANY_SLOT if question.disputed else None,
    )
    after: str | None = None
    while True:
        page = store.incident_summaries(search, after=after, limit=PAGE)
        standing = (each.id for each in page.incidents if store.claims_of_incident(each.id))  # others may be writing
        yield from (find_incident(store, incident) for incident in standing)
        if (after := page.next) is None:
            return


def _answers(claims: Iterable[ReportedClaim], question: Question) -> bool:
    return any(_fits(claim, question) for claim in claims)


def _fits(claim: ReportedClaim, question: Question) -> bool:
    """True for a claim that is all that is asked at once."""
    actor = (question.actor, question.actor_country, question.actor_sector)
    recipient = (question.recipient, question.recipient_country, None)
    return (
        question.type in {None, claim.type}
        and question.mode in {None, claim.mode}
        and _any_is(claim.actors, *actor)
        and _any_is(claim.recipients, *recipient)
        and (question.place is None or _holds(claim.place.name if claim.place else "", question.place))
        and (question.country is None or (claim.place is not None and claim.place.country == question.country))
    )


def _any_is(parties: tuple[Party, ...], name: str | None, country: str | None, sector: str | None) -> bool:
    if name is country is sector is None:
        return True
    return any(
        (name is None or _holds(party.name, name))
        and country in {None, party.country}
        and (sector is None or sector in party.sectors)
        for party in parties
    )


def _holds(name: str, part: str) -> bool:
    """True where the part is in the name, without regard to case and marks.

    >>> _holds("Dar‘ā", "dara")
    True
    """
    return _plain(part) in _plain(name)


def _plain(name: str) -> str:
    letters = unicodedata.normalize("NFKD", name).casefold()
    return "".join(letter for letter in letters if letter.isalnum() or letter == " ")


def _holder(claim: ReportedClaim) -> str:
    speaker = claim.hops[0].speaker if claim.hops else None
    return speaker.name if speaker else claim.publisher or "the report"
