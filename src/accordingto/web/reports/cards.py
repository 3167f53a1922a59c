"""A reading -> the cards in the margin: an event with its claims, or words of a source that tell no event."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

from accordingto.model.attribution import Attribution, SpeechAct
from accordingto.model.event import EventMention
from accordingto.model.reading import ReadClaim, Reading
from accordingto.model.span import words_of
from accordingto.model.when import When
from accordingto.web.chains import Strip, chain_of, short
from accordingto.web.reports.marks import start_of

ACT_WORDS: Final = {
    None: "says",
    SpeechAct.ASSERT: "says",
    SpeechAct.DENY: "denies",
    SpeechAct.CONFIRM: "confirms",
    SpeechAct.ACCUSE: "accuses",
    SpeechAct.DEMAND: "demands",
    SpeechAct.THREATEN: "threatens",
    SpeechAct.PROMISE: "promises",
    SpeechAct.PREDICT: "predicts",
    SpeechAct.HOPE: "hopes",
    SpeechAct.ORDER: "orders",
    SpeechAct.ASK: "asks",
    SpeechAct.DECLINE: "declines",
}
"""What a source does by saying something, on a card that tells no event."""


@dataclass(frozen=True, slots=True)
class CardClaim:
    """One claim of a card: its chain from the report inwards, and what the nearest source commits to."""

    id: str
    chain: tuple[Strip, ...]
    factuality: str
    incident: str | None


@dataclass(frozen=True, slots=True)
class Card:
    """What stands beside a row; `start` is the code point it is about. `event` is None where it is only words."""

    number: int
    key: str
    start: int
    words: str
    event: str | None = None
    code: str | None = None
    facts: tuple[tuple[str, str], ...] = ()
    claims: tuple[CardClaim, ...] = ()


def cards_of(reading: Reading, incidents: Mapping[str, str]) -> tuple[Card, ...]:
    """All cards in the order of the text; `incidents` holds the incident of each claim that has one."""
    told: dict[str, list[ReadClaim]] = defaultdict(list)
    for claim in reading.claims:
        told[claim.row.event].append(claim)
    found = [*_of_events(reading, told, incidents), *_of_words(reading)]
    ordered = sorted(found, key=lambda card: (card.start, card.key))
    return tuple(_numbered(card, number) for number, card in enumerate(ordered, start=1))


def cards_by_thing(reading: Reading, cards: tuple[Card, ...]) -> dict[str, tuple[int, ...]]:
    """The numbers of the cards of each event and attribution, by id."""
    by_thing: dict[str, set[int]] = defaultdict(set)
    numbers = {card.event: card.number for card in cards if card.event}
    for card in cards:
        by_thing[card.event or card.key.removeprefix("a-")].add(card.number)
    for claim in reading.claim_rows:
        for link in claim.chain:
            by_thing[link].add(numbers[claim.event])
    return {thing: tuple(sorted(found)) for thing, found in by_thing.items()}


def _of_events(reading: Reading, told: Mapping[str, list[ReadClaim]], incidents: Mapping[str, str]) -> Iterator[Card]:
    for event in reading.events:
        claims = tuple(
            CardClaim(each.row.id, chain_of(reading, each.sources), each.factuality, incidents.get(each.row.id))
            for each in told[event.id]
        )
        yield Card(
            number=0,
            key=f"e-{event.id}",
            start=start_of([event.trigger]) or 0,
            words=short(words_of(reading.article.text, event.trigger)),
            event=event.id,
            code=" ".join(filter(None, (event.type, event.mode))),
            facts=tuple(_facts(reading, event)),
            claims=claims,
        )


def _of_words(reading: Reading) -> Iterator[Card]:
    """A card for each attribution that no claim goes through."""
    used = {link for claim in reading.claim_rows for link in claim.chain}
    for each in reading.attributions:
        start = start_of([each.cue, each.source, each.content])
        if each.id in used or start is None:
            continue
        claim = CardClaim(each.id, chain_of(reading, _outwards(reading, each)), ACT_WORDS[each.act], None)
        words = short(words_of(reading.article.text, each.content)) or "no words given"
        yield Card(number=0, key=f"a-{each.id}", start=start, words=words, claims=(claim,))


def _outwards(reading: Reading, innermost: Attribution) -> tuple[Attribution, ...]:
    """The attribution and those it is within, one after the other; a circle is followed once."""
    chain = [innermost]
    while chain[-1].within and len(chain) <= len(reading.attributions):
        outer = reading.attributions_by_id.get(chain[-1].within)
        if outer is None or outer in chain:
            break
        chain.append(outer)
    return tuple(chain)


def _facts(reading: Reading, event: EventMention) -> Iterator[tuple[str, str]]:
    """What the card says of the event beside its type: a word and a value each."""
    text = reading.article.text
    for label, participants in (("who", event.actors), ("to whom", event.recipients)):
        names = (reading.entities_by_id.get(each.entity or "") for each in participants)
        shown = [
            entity.name if entity else each.span.of(text) for entity, each in zip(names, participants, strict=True)
        ]
        if shown:
            yield label, short("; ".join(dict.fromkeys(shown)))
    place = reading.places_by_id.get(event.place or "")
    if place:
        yield "where", f"{place.name} ({place.country})" if place.country else place.name
    when = reading.times_by_id.get(event.when or "")
    if when:
        yield "when", _days(when, text)
    yield from (("how many", short(each.span.of(text))) for each in event.quantities)


def _days(when: When, text: str) -> str:
    if when.start is None or when.end is None:
        return words_of(text, when.mentions[:1])
    return str(when.start) if when.start == when.end else f"{when.start} to {when.end}"


def _numbered(card: Card, number: int) -> Card:
    return replace(card, number=number)
