"""From a reading to claims that stand on their own feet, as the record keeps and compares them."""

from __future__ import annotations

import re
from dataclasses import replace

from accordingto.model.article import Article, PartRole
from accordingto.model.attribution import Attribution
from accordingto.model.entity import EntityKind
from accordingto.model.event import Participant, Quantity
from accordingto.model.place import Place
from accordingto.model.reading import ReadClaim, Reading
from accordingto.model.reported import Count, Hop, Location, Party, Period, ReportedClaim
from accordingto.model.span import Span, covers, hull, words_of
from accordingto.model.when import When

# A sentence ends at a full stop, question or exclamation mark, with its closing marks, before a space and a capital.
_SENTENCE_END = re.compile(r"[.!?][\"'”’)]*\s+(?=[\"'“‘(]*[A-Z0-9])")
# The stop of a title, an initial or an abbreviation ends nothing: "Gen. Ali", "U.N. diplomats", "J. Smith".
_ABBREVIATION = re.compile(
    r"\b(?:[A-Z]|Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Maj|Capt|Cmdr|Adm|Brig|Sgt|Sen|Rep|Gov|Rev|Hon|Amb|St|Jr|Sr|vs|No"
    r"|Jan|Feb|Aug|Sept?|Oct|Nov|Dec)\.$"
)
# The complement that says whose or of what: "a spokesman *for the ministry*".
_COMPLEMENT = re.compile(r"\s(?:for|of|by|from)\s[^,;:]+(?<![\s,])")
_OFFICE = re.compile(r"[Tt]he\s[^,]+$")
_DESCRIBED = re.compile(r"(?:The|An?|His|Her|Its|Their|One|Two|Some)\b")
LEAD_SENTENCES = 3
"""Sentences of a report's body that count as its lead: what it is about."""


def reported_claims(reading: Reading) -> tuple[ReportedClaim, ...]:
    """The reading's claims, flat, in the order of their events."""
    lead = _lead_end(reading.article)
    return tuple(_reported(claim, lead) for claim in reading.claims)


def sentence_around(text: str, within: Span, span: Span) -> Span:
    """The sentence of `within` (a paragraph) that holds `span`, by full stops alone.

    >>> text = "Gen. Ali fled. Troops fired at Homs. Rain fell."
    >>> sentence_around(text, Span(0, 47), Span(22, 27)).of(text)
    'Troops fired at Homs.'
    """
    start, end = within.start, within.end
    for border in _SENTENCE_END.finditer(text, within.start, within.end):
        if _ABBREVIATION.search(text, max(within.start, border.start() - 6), border.start() + 1):
            continue
        if border.end() <= span.start:
            start = border.end()
        elif border.start() >= span.end - 1:
            end = border.end()
            break
    return Span(start, len(text[:end].rstrip()))


def _reported(claim: ReadClaim, lead: int) -> ReportedClaim:
    article, event = claim.reading.article, claim.event
    trigger = hull(event.trigger)
    return ReportedClaim(
        id=claim.row.id,
        article=article.id,
        event=event.id,
        publisher=article.publisher,
        published=article.published,
        title=article.title,
        sentence=_sentence(article, trigger),
        start=trigger.start,
        trigger=words_of(article.text, event.trigger),
        lemma=words_of(article.text, event.trigger).casefold(),
        type=event.type,
        mode=event.mode,
        factuality=claim.factuality,
        commitment=claim.commitment,
        lead=trigger.start < lead,
        contexts=event.contexts,
        actors=_parties(claim.reading, event.actors),
        recipients=_parties(claim.reading, event.recipients),
        place=_location(claim.reading.places_by_id.get(event.place or "")),
        when=_period(claim.reading.times_by_id.get(event.when or "")),
        counts=tuple(_count(quantity) for quantity in event.quantities),
        hops=tuple(_hop(claim.reading, attribution) for attribution in claim.sources),
        score=event.score,
    )


def _sentence(article: Article, trigger: Span) -> str:
    part = next((part.span for part in article.parts if covers(part.span, trigger)), trigger)
    return sentence_around(article.text, part, trigger).of(article.text)


def _lead_end(article: Article) -> int:
    """Where the lead ends: after the first sentences of the body."""
    sentences = 0
    for part in article.parts:
        if part.role is not PartRole.BODY:
            continue
        place = part.span.start
        while place < part.span.end:
            sentence = sentence_around(article.text, part.span, Span(place, place + 1))
            sentences += 1
            if sentences == LEAD_SENTENCES:
                return sentence.end
            place = max(sentence.end, place) + 1
    return len(article.text)


def _parties(reading: Reading, participants: tuple[Participant, ...]) -> tuple[Party, ...]:
    return tuple(party_of(reading, participant.entity, (participant.span,)) for participant in participants)


def party_of(reading: Reading, entity_id: str | None, spans: tuple[Span, ...]) -> Party:
    """The entity as a party, or the words at the spans where they point to no entity."""
    entity = reading.entities_by_id.get(entity_id or "")
    if entity is None:
        return Party(words_of(reading.article.text, spans))
    return Party(entity.name, entity.kind.value, entity.country, entity.sectors)


def _hop(reading: Reading, attribution: Attribution) -> Hop:
    speaker = party_of(reading, attribution.speaker, attribution.source)
    channels = tuple(party_of(reading, channel.entity, (channel.span,)) for channel in attribution.channel)
    name = _name_of_office(reading, attribution) or _fullest_description(reading, attribution, speaker.name)
    told = replace(speaker, name=name)
    return Hop(told if told.name else None, channels)


def _name_of_office(reading: Reading, attribution: Attribution) -> str | None:
    """The name of the one person whom the report brings in with that office: "the minister, Ana Ruiz, said"."""
    entity = reading.entities_by_id.get(attribution.speaker or "")
    if entity is None or entity.kind is not EntityKind.PERSON or not _OFFICE.match(entity.name):
        return None
    told = entity.name.casefold().split()[1:]
    held = {
        other.name
        for other in reading.entities
        if other.kind is EntityKind.PERSON and other.name[:1].isupper() and not _DESCRIBED.match(other.name)
        if any(_is_office(role.title.casefold().split(), told) for role in other.roles)
        if not (entity.country and other.country and entity.country != other.country)
    }
    return held.pop() if len(held) == 1 else None


def _is_office(title: list[str], told: list[str]) -> bool:
    """True where one of the two is the other, or its end: *minister*, *interior minister*."""
    fewest = min(len(title), len(told))
    return fewest > 0 and title[-fewest:] == told[-fewest:]


def _fullest_description(reading: Reading, attribution: Attribution, name: str) -> str:
    """The speaker's name; where that is a mere description, as the report tells it with its complement.

    "A spokesman for the defence ministry said …, the spokesman said": he is that ministry's both times.
    """
    if name[:1].isupper() and not _DESCRIBED.match(name):
        return name
    same = (each for each in reading.attributions if each.speaker and each.speaker == attribution.speaker)
    told = (_COMPLEMENT.match(words_of(reading.article.text, each.source), len(name)) for each in (attribution, *same))
    fuller = [
        found[0] for found in told if found is not None and found.string[: len(name)].casefold() == name.casefold()
    ]
    return name + max(fuller, key=len, default="")


def _location(place: Place | None) -> Location | None:
    if place is None:
        return None
    return Location(place.name, place.country, place.geonameid, place.latitude, place.longitude, place.precision.value)


def _period(when: When | None) -> Period | None:
    if when is None or when.start is None or when.end is None:
        return None
    return Period(when.start, when.end, when.precision)


def _count(quantity: Quantity) -> Count:
    return Count(quantity.kind, quantity.low, quantity.high)
