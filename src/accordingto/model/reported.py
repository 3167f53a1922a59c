"""A claim as the record holds it: flat, with all that comparing it with other reports' claims needs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from accordingto.model.claim import Factuality
from accordingto.model.when import TimePrecision


@dataclass(frozen=True, slots=True)
class Party:
    """A participant, speaker or channel as one report knows it. `kind` is that of the entity, `country` ISO alpha-3."""

    name: str
    kind: str | None = None
    country: str | None = None
    sectors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Location:
    """Where, as one report has it. `geonameid` and the degrees are None for a place the gazetteer does not know."""

    name: str
    country: str | None = None
    geonameid: int | None = None
    latitude: float | None = None
    longitude: float | None = None
    precision: str | None = None


@dataclass(frozen=True, slots=True)
class Period:
    """When, as one report has it: first and last day, both included, and how closely the words say so."""

    start: date
    end: date
    precision: TimePrecision


@dataclass(frozen=True, slots=True)
class Count:
    """A count of people, such as killed or injured; None where a bound is not told."""

    kind: str
    low: int | None
    high: int | None


@dataclass(frozen=True, slots=True)
class Hop:
    """One link of a claim's chain: who tells it (None: not named), and the media or documents it came through."""

    speaker: Party | None
    channels: tuple[Party, ...] = ()


@dataclass(frozen=True, slots=True)
class ReportedClaim:
    """One claim with its report, its words and its slots.

    `sentence` holds the words around the trigger, `start` the trigger's first code point in the article; `lead` is
    whether the sentence is the headline or among the first of the report. `hops` are nearest the event first; empty,
    it is the report's own voice. `published` is the day of the report, `publisher` who put it out.
    """

    id: str
    article: str
    event: str
    publisher: str | None
    published: date | None
    title: str | None
    sentence: str
    start: int
    trigger: str
    lemma: str
    type: str
    mode: str | None
    factuality: Factuality
    commitment: float
    lead: bool = False
    contexts: tuple[str, ...] = ()
    actors: tuple[Party, ...] = ()
    recipients: tuple[Party, ...] = ()
    place: Location | None = None
    when: Period | None = None
    counts: tuple[Count, ...] = ()
    hops: tuple[Hop, ...] = ()
    score: float = 1.0


@dataclass(frozen=True, slots=True)
class Report:
    """What the record must know of a report to count it: who put it out, when, and whom it comes from.

    `family` is shared by the copies of one dispatch (the article's own id where there are none) and `reason` says for
    people why; `credits` are the agencies and outlets it says it comes from.
    """

    article: str
    publisher: str | None
    family: str
    credits: tuple[str, ...] = ()
    reason: str | None = None
    path: str | None = None
    title: str | None = None
    published: date | None = None
