"""Reports of an invented world, as readings that need no parse: to fill stores of any size with.

What is real about it: people, towns, papers and kinds of act are drawn by the law of Zipf and Mandelbrot (the n-th is
about n + 20 times as rare), so that the best known takes part in one act of 75 and most are named once; an incident is
told by two and a half reports in the mean (geometric: one in a hundred by ten), within three days; of a report's four
claims one tells of its own incident and three of others, each of which other reports tell as well or not. A feed brings
a hundred reports a day, so that a store grows as an archive does, day by day: 10,000 claims are a month, a million is
seven years. Of the reports of one incident one in four gives another number of dead, so that there is something in
dispute, and one in three names an official who says so.

What is not: the words. Names are made of syllables, sentences follow one pattern, and the rest of a report is filled
with invented words. What a language model or a rule of language makes of them says nothing.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from accordingto.ingest.details import ArticleDetails
from accordingto.ingest.plain_text import article_from_text
from accordingto.model.attribution import Attribution, Form, attribution_id
from accordingto.model.claim import Claim, Factuality, claim_id
from accordingto.model.entity import Entity, EntityKind, entity_id
from accordingto.model.event import EventMention, Participant, Quantity, event_id
from accordingto.model.place import Place, PlacePrecision, place_id
from accordingto.model.reading import Reading
from accordingto.model.span import Span

PEOPLE, TOWNS, PAPERS, OFFICIALS, WORDS = 40_000, 8_000, 400, 300, 20_000
CLAIMS_A_REPORT = 4
REPORTS_A_DAY = 100
FILLING = 60
"""Invented words that fill a report up."""
FIRST_DAY = date(2012, 1, 1)
GO_ON = 0.6
"""The chance that one more report tells of an incident first of all: 2.5 in the mean."""
RECENT = 60
"""Incidents from which the others that a report tells of are drawn, where they are not its alone."""
SHARED, TOLL_DIFFERS, OFFICIAL_TOLD = 0.5, 0.25, 0.33
OFFSET = 20
ACTS = (
    ("ASSAULT", "firearms", "shot"), ("COERCE", "arrest", "arrested"), ("CONSULT", "visit", "visited"),
    ("ACCUSE", None, "accused"), ("ASSAULT", "explosives", "bombed"), ("PERSONNEL", "dismiss", "dismissed"),
    ("PROTEST", "demo", "protested"), ("REALIGN", "defect", "defected"), ("AID", None, "aided"),
    ("RETREAT", "release", "released"),
)  # fmt: skip
COUNTRIES = ("NOR", "SYR", "YEM", "FRA", "KEN", "PER", "IDN", "GEO", "LBN", "MEX", "PAK", "SSD")
SYLLABLES = tuple(first + then for first in "bdfgklmnrs" for then in "aeiou")
MIXING = 7_919
"""A prime, so that names that follow each other are not alike."""
GIVEN = (
    "Ahmed", "Ali", "Anna", "Carlos", "David", "Elena", "George", "Hassan", "Ibrahim", "James", "John", "Jose", "Karim",
    "Maria", "Michael", "Mohammed", "Omar", "Peter", "Robert", "Sara",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Happening:
    """One incident of the invented world."""

    number: int
    act: tuple[str, str | None, str]
    actor: int
    recipient: int
    town: int
    toll: int


@dataclass(frozen=True, slots=True)
class Told:
    """What one report says of a happening: the number of dead, and the official that it names."""

    happening: Happening
    toll: int
    official: int | None

    @property
    def words(self) -> str:
        """The sentence: "Baba Cefo shot Dubo Gaba in Dedo, killing 4, Ibo Cefa said." """
        act, people = self.happening.act[2], (self.happening.actor, self.happening.recipient)
        where = f"in {town_name(self.happening.town)}, killing {self.toll} people"
        end = "" if self.official is None else f", {person(self.official)} said"
        return f"{person(people[0])} {act} {person(people[1])} {where}{end}."


def invented_reports(chance: random.Random, first: int = 0) -> Iterator[tuple[Reading, tuple[int, ...]]]:
    """Readings without end, from the report of that number on, each with the numbers of the incidents it tells of."""
    recent: list[Happening] = []
    number, happened = first, first * CLAIMS_A_REPORT
    while True:
        told: list[Happening] = []
        for place in range(CLAIMS_A_REPORT):
            if recent and chance.random() < (SHARED if place else GO_ON):
                told.append(recent[-1] if place == 0 else chance.choice(recent))
            else:
                happened += 1
                told.append(_happening(chance, happened))
        fresh = [each for each in told if each not in recent]
        recent = [*recent, *fresh[1:], *fresh[:1]][-RECENT:]
        yield _reading(number, tuple(dict.fromkeys(told)), chance), tuple(each.number for each in dict.fromkeys(told))
        number += 1


def person(number: int) -> str:
    """The name of the person of that number: one of few given names, a surname of many."""
    return f"{GIVEN[number % len(GIVEN)]} {name(number)}"


def town_name(number: int) -> str:
    """The name of the town of that number."""
    return name(50_000 + number)


def name(number: int, syllables: int = 3) -> str:
    """A capitalised word of so many syllables that stands for the number alone, up to 2,500 or 125,000."""
    mixed, word = number * MIXING % len(SYLLABLES) ** syllables, ""
    for _ in range(syllables):
        mixed, place = divmod(mixed, len(SYLLABLES))
        word += SYLLABLES[place]
    return word.capitalize()


def _happening(chance: random.Random, number: int) -> Happening:
    actor, recipient = _drawn(chance, PEOPLE), _drawn(chance, PEOPLE)
    act = ACTS[min(len(ACTS) - 1, int(chance.expovariate(0.4)))]
    return Happening(number, act, actor, recipient, _drawn(chance, TOWNS), 1 + _drawn(chance, 40))


def _drawn(chance: random.Random, size: int) -> int:
    """0 to size-1, the n-th about n + 20 times as rare as the first would be without the 20."""
    return min(size - 1, int(OFFSET * ((size + OFFSET) / OFFSET) ** chance.random()) - OFFSET)


def _told(happening: Happening, chance: random.Random) -> Told:
    toll = happening.toll + chance.randrange(1, 9) if chance.random() < TOLL_DIFFERS else happening.toll
    return Told(happening, toll, _drawn(chance, OFFICIALS) if chance.random() < OFFICIAL_TOLD else None)


def _reading(number: int, happenings: tuple[Happening, ...], chance: random.Random) -> Reading:
    told = [_told(each, chance) for each in happenings]
    filling = " ".join(name(70_000 + _drawn(chance, WORDS)).lower() for _ in range(FILLING)).capitalize()
    details = ArticleDetails(
        title=told[0].words.removesuffix("."),
        published=FIRST_DAY + timedelta(days=number // REPORTS_A_DAY + chance.randrange(2)),
        publisher=f"{name(_drawn(chance, PAPERS), 2)} Post",
        url=f"https://example.org/{number}/{chance.randrange(10**9)}",
    )
    article = article_from_text("\n\n".join([*(each.words for each in told), f"{filling}."]) + "\n", details)
    read = _Read([], [], [], [], [])
    for each in told:
        _add(read, article.id, each, article.text.index(each.words))
    return Reading(
        article, tuple(read.attributions), tuple(read.events), tuple(read.claims), tuple(read.entities),
        tuple(read.places),
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Read:
    attributions: list[Attribution]
    events: list[EventMention]
    claims: list[Claim]
    entities: list[Entity]
    places: list[Place]


def _add(read: _Read, article: str, told: Told, start: int) -> None:
    """Note all that the sentence, which starts there, tells."""
    happening, words = told.happening, told.words
    actor, recipient = (
        _person(article, each, _span(words, person(each), start)) for each in (happening.actor, happening.recipient)
    )
    trigger, code = (_span(words, f" {happening.act[2]} ", start + 1, -2),), happening.act[:2]
    place = _place(article, happening.town, _span(words, town_name(happening.town) + ",", start, -1))
    dead = Quantity("killed", told.toll, told.toll, _span(words, f"{told.toll} people", start))
    event = EventMention(
        event_id(article, trigger, *code), trigger, *code, actors=(Participant(actor.mentions[0], actor.id),),
        recipients=(Participant(recipient.mentions[0], recipient.id),), place=place.id, quantities=(dead,),
    )  # fmt: skip
    chain = _chain(read, article, told, start)
    read.events.append(event)
    read.claims.append(Claim(claim_id(event.id, chain), event.id, chain, Factuality.HAPPENED, 3.0))
    read.entities.extend({each.id: each for each in (actor, recipient)}.values())
    read.places.append(place)


def _chain(read: _Read, article: str, told: Told, start: int) -> tuple[str, ...]:
    """The attribution to the official that is named, which is among the others now."""
    if told.official is None:
        return ()
    words, who = told.words, person(told.official)
    first = words.rindex(who)
    source = (Span(start + first, start + first + len(who)),)
    cue, content = (Span(source[0].end + 1, source[0].end + 5),), (Span(start, start + first - 2),)
    found = attribution_id(article, source, cue, content)
    read.attributions.append(Attribution(found, source, cue, content, Form.INDIRECT))
    return (found,)


def _person(article: str, number: int, span: Span) -> Entity:
    country = COUNTRIES[number % len(COUNTRIES)]
    kind = EntityKind.PERSON
    return Entity(entity_id(article, kind, span), person(number), kind, country=country, mentions=(span,))


def _place(article: str, number: int, span: Span) -> Place:
    town, country = town_name(number), COUNTRIES[number % len(COUNTRIES)]
    found = place_id(article, town, number)
    return Place(found, town, country, number % 60, number % 170, number, PlacePrecision.CITY, (span,))


def _span(sentence: str, words: str, start: int, less: int = 0) -> Span:
    place = start + sentence.index(words)
    return Span(place, place + len(words) + less)
