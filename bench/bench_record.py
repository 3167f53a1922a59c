"""How the record grows: `python bench/bench_record.py [--sizes 1000 10000 100000] [--folder build/bench-record]`.

Fills a store with invented claims and measures, at each size, claims added a second of processor time with all that
adding means (copies, links, incidents), the memory of the process, and the time of an incident page's query.

The generator: people, towns and kinds of act are drawn by Zipf's law, so that a few are in the news all the time; an
incident is told by one report in the mean of two and a half (geometric), within three days, by publishers that are
drawn the same way; a report tells of one incident and three others at random. Ten years of reports make up a store of
any size, so a larger store is denser, as a larger archive is.
"""

from __future__ import annotations

import argparse
import random
import resource
import shutil
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import count, islice
from pathlib import Path
from statistics import median

from accordingto import catalogue, recorder
from accordingto.ingest.details import ArticleDetails
from accordingto.ingest.plain_text import article_from_text
from accordingto.judging import claim_keys
from accordingto.model.claim import Claim, Factuality, claim_id
from accordingto.model.entity import Entity, EntityKind, entity_id
from accordingto.model.event import EventMention, Participant, event_id
from accordingto.model.incident import incident_id
from accordingto.model.place import Place, PlacePrecision, place_id
from accordingto.model.reading import Reading
from accordingto.model.span import Span
from accordingto.record.flatten import reported_claims
from accordingto.store.open import open_store
from accordingto.store.search import ClaimSearch
from accordingto.store.sighting import Provenance
from accordingto.store.store import Store

SIZES = (1_000, 10_000, 100_000)
MEASURED_REPORTS = 150
REPORTS_AT_ONCE = 500
PAGES = 50
PEOPLE, TOWNS, PAPERS = 40_000, 8_000, 400
CLAIMS_A_REPORT = 4
FIRST_DAY, DAYS = date(2012, 1, 1), 3650
GO_ON = 0.6
"""The chance that one more report tells of an incident: 2.5 in the mean."""
ACTS = (
    ("ASSAULT", "firearms", "shot"), ("COERCE", "arrest", "arrested"), ("CONSULT", "visit", "visited"),
    ("ACCUSE", None, "accused"), ("ASSAULT", "explosives", "bombed"), ("PERSONNEL", "dismiss", "dismissed"),
    ("PROTEST", "demo", "protested"), ("REALIGN", "defect", "defected"), ("AID", None, "aided"),
    ("RETREAT", "release", "released"),
)  # fmt: skip
LETTERS = "bacedifogu"
PROVENANCE = Provenance("bench", "fast")


@dataclass(frozen=True, slots=True)
class Happening:
    """One incident of the invented world."""

    act: tuple[str, str | None, str]
    actor: int
    recipient: int
    town: int
    day: date


@dataclass(frozen=True, slots=True)
class Measured:
    """What one size of store showed."""

    claims: int
    claims_a_second: float
    peak_mb: float
    page_ms: float


def main() -> None:
    """Reads the command line, prints a line a size."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=int, nargs="+", default=list(SIZES))
    parser.add_argument("--folder", type=Path, default=Path("build/bench-record"))
    given = parser.parse_args()
    shutil.rmtree(given.folder, ignore_errors=True)
    given.folder.mkdir(parents=True)
    store = open_store(str(given.folder / "record.db"), create=True)
    reports = invented_reports(random.Random(1))  # noqa: S311  # an invented world, no secret
    sys.stdout.write("claims in the store  claims/s added  peak MB  incident page ms\n")
    for size in sorted(given.sizes):
        _fill(store, reports, size)
        found = _measured(store, reports, size)
        sys.stdout.write(
            f"{found.claims:>19,}  {found.claims_a_second:>14.0f}  {found.peak_mb:>7.0f}  {found.page_ms:>16.1f}\n"
        )
        sys.stdout.flush()
    store.close()


def invented_reports(chance: random.Random) -> Iterator[Reading]:
    """Readings of reports of the invented world, without end, in no order of time."""
    waiting: list[Happening] = []
    for number in count():
        if not waiting or chance.random() > GO_ON:
            waiting.append(_happening(chance))
        told = [waiting[-1], *(_happening(chance) for _ in range(CLAIMS_A_REPORT - 1))]
        if len(waiting) > 1:
            waiting.pop(0)
        yield _reading(number, told, chance)


def _fill(store: Store, reports: Iterator[Reading], size: int) -> None:
    """Adds reports until the store holds `size` claims, each its own incident: only what is measured is linked."""
    missing = max(0, size - store.describe().claims) // CLAIMS_A_REPORT
    while missing > 0:
        with store.transaction():
            for reading in islice(reports, min(missing, REPORTS_AT_ONCE)):
                claims = reported_claims(reading)
                sighting = recorder.sighting_of(reading.article, PROVENANCE)
                store.add_reading(reading, claims, claim_keys(claims), sighting)
                store.save_incidents({incident_id([claim.id]): [claim.id] for claim in claims})
        missing -= REPORTS_AT_ONCE


def _measured(store: Store, reports: Iterator[Reading], size: int) -> Measured:
    readings = list(islice(reports, MEASURED_REPORTS))
    started = time.process_time()
    for reading in readings:
        recorder.add(store, reading, recorder.sighting_of(reading.article, PROVENANCE))
    rate = MEASURED_REPORTS * CLAIMS_A_REPORT / (time.process_time() - started)
    incidents = [each.id for each in catalogue.find_incidents(store, ClaimSearch(), limit=PAGES)]
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return Measured(size, rate, peak, median(_page_seconds(store, each) for each in incidents) * 1000)


def _page_seconds(store: Store, incident: str) -> float:
    started = time.perf_counter()
    catalogue.find_incident(store, incident)
    return time.perf_counter() - started


def _happening(chance: random.Random) -> Happening:
    actor, recipient = _zipf(chance, PEOPLE), _zipf(chance, PEOPLE)
    day = FIRST_DAY + timedelta(days=chance.randrange(DAYS))
    return Happening(ACTS[_zipf(chance, len(ACTS))], actor, recipient, _zipf(chance, TOWNS), day)


def _reading(number: int, told: list[Happening], chance: random.Random) -> Reading:
    sentences = [_sentence(each) for each in told]
    published = told[0].day + timedelta(days=chance.randrange(3))
    paper = name(_zipf(chance, PAPERS), 3) + " Post"
    details = ArticleDetails(published=published, publisher=paper, url=f"https://example.org/{number}")
    article = article_from_text("\n\n".join(sentences) + "\n", details)
    events, claims, entities, places = [], [], [], []
    for happening, sentence in zip(told, sentences, strict=True):
        start = article.text.index(sentence)
        actor, recipient, place = _things(article.id, happening, sentence, start)
        trigger = (_span(sentence, happening.act[2], start),)
        code = happening.act[:2]
        event = EventMention(
            event_id(article.id, trigger, *code), trigger, *code,
            actors=(Participant(actor.mentions[0], actor.id),),
            recipients=(Participant(recipient.mentions[0], recipient.id),), place=place.id,
        )  # fmt: skip
        events.append(event)
        claims.append(Claim(claim_id(event.id, ()), event.id, (), Factuality.HAPPENED, 3.0))
        entities += [actor, recipient]
        places.append(place)
    return Reading(article, (), tuple(events), tuple(claims), tuple(entities), tuple(places))


def _things(article: str, happening: Happening, sentence: str, start: int) -> tuple[Entity, Entity, Place]:
    people = []
    for number in (happening.actor, happening.recipient):
        span = _span(sentence, person(number), start)
        people.append(
            Entity(entity_id(article, EntityKind.PERSON, span), person(number), EntityKind.PERSON, mentions=(span,))
        )
    town = name(happening.town, 4)
    place = Place(
        place_id(article, town, happening.town), town, "NOR", happening.town % 60, happening.town % 170, happening.town,
        PlacePrecision.CITY, (_span(sentence, town, start),),
    )  # fmt: skip
    return people[0], people[1], place


def _sentence(happening: Happening) -> str:
    act, where = happening.act[2], name(happening.town, 4)
    return f"{person(happening.actor)} {act} {person(happening.recipient)} in {where} on {happening.day:%A}."


def _span(sentence: str, words: str, start: int) -> Span:
    place = start + sentence.index(words)
    return Span(place, place + len(words))


def person(number: int) -> str:
    """The name of the person of that number: a given name of few, a surname of many."""
    return f"{name(number % 211, 4)} {name(number, 5)}"


def name(number: int, letters: int) -> str:
    """A capitalised word of at least so many letters that stands for the number alone."""
    digits = str(number).zfill(letters)
    return "".join(LETTERS[int(digit)] for digit in digits).capitalize()


def _zipf(chance: random.Random, size: int) -> int:
    """0 to size-1, the n-th about n times as rare as the first."""
    return min(size - 1, int(size ** chance.random()) - 1 if chance.random() < 0.98 else chance.randrange(size))


if __name__ == "__main__":
    main()
