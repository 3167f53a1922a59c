"""A reading of a report whose event triggers are given, as sets that mark coreference do.

Where the reader has an event at the trigger, its codes and participants are taken; elsewhere the event has no type, and
its participants come from the parse: subject and object of a verb, owners and objects of a noun.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Token

from accordingto.attribution.find import find_attributions
from accordingto.events.arguments import logical_object, logical_subject
from accordingto.events.circumstances import place_words, time_words
from accordingto.events.claims import find_claims
from accordingto.events.find import find_events
from accordingto.events.phrases import named, phrase_of, with_conjuncts
from accordingto.events.roles import heads_after, named_modifiers, owners_of
from accordingto.grounding.attach import LookUps, attach_to_attribution, attach_to_event
from accordingto.grounding.entities import ground_entities
from accordingto.grounding.places import ground_places, place_finder
from accordingto.grounding.times import ground_times, time_finder
from accordingto.model.article import Article
from accordingto.model.claim import Claim, Factuality, claim_id
from accordingto.model.codebook import load_codebook
from accordingto.model.event import EventMention, Participant, event_id
from accordingto.model.reading import Reading
from accordingto.model.span import Span, Spans, any_overlap
from accordingto.parse.language_model import load_language_model
from accordingto.parse.mentions import find_mentions
from accordingto.parse.parsed import ParsedArticle, parse_article, span_of

NO_TYPE = ""
"""The type of an event that the codebook does not know."""


@dataclass(frozen=True, slots=True)
class GivenReading:
    """A reading whose claims are those of the given triggers, one each, and the head's lemma of each trigger."""

    reading: Reading
    lemmas: Mapping[Spans, str]


def read_given(article: Article, triggers: Sequence[Spans]) -> GivenReading:
    """The reading of the article with one event and one claim for each of the triggers."""
    parsed = parse_article(article, load_language_model())
    mentions, attributions = find_mentions(parsed), find_attributions(parsed)
    heads = _heads(parsed, triggers)
    events = tuple(_given(parsed, triggers, heads))
    entities = ground_entities(article, mentions, attributions, events)
    places, times = ground_places(article, mentions), ground_times(article)
    ids = LookUps(entities.entity_of, place_finder(places), time_finder(times))
    claims = _first_claims(find_claims(parsed, attributions, events), events)
    reading = Reading(
        article=article,
        attributions=tuple(attach_to_attribution(attribution, ids) for attribution in attributions),
        events=tuple(attach_to_event(event, ids) for event in events),
        claim_rows=claims,
        entities=entities.entities,
        places=places,
        times=times,
    )
    return GivenReading(reading, {spans: head.lemma_.lower() for spans, head in heads.items()})


def _first_claims(found: Iterable[Claim], events: Sequence[EventMention]) -> tuple[Claim, ...]:
    """One claim an event: the nearest source's, else one of the report's own whose stance is unknown."""
    first: dict[str, Claim] = {}
    for claim in found:
        first.setdefault(claim.event, claim)
    return tuple(
        first.get(event.id) or Claim(claim_id(event.id, ()), event.id, (), Factuality.UNKNOWN, 0.0) for event in events
    )


def _heads(parsed: ParsedArticle, triggers: Sequence[Spans]) -> dict[Spans, Token]:
    """Of each trigger the token that no other token of it governs; a trigger outside the report's text has none."""
    inside: dict[Spans, list[Token]] = {}
    by_start = sorted((spans[0].start, spans[-1].end, spans) for spans in triggers)
    for token in parsed.tokens():
        place = span_of(token)
        for start, end, spans in by_start:
            if start < place.end and place.start < end and any_overlap(spans, (place,)):
                inside.setdefault(spans, []).append(token)
    return {spans: _top(tokens) for spans, tokens in inside.items()}


def _top(tokens: Sequence[Token]) -> Token:
    own = {token.i for token in tokens}
    return next((token for token in tokens if token.head.i not in own or token.head is token), tokens[0])


def _given(parsed: ParsedArticle, triggers: Sequence[Spans], heads: Mapping[Spans, Token]) -> Iterator[EventMention]:
    found = find_events(parsed, load_codebook())
    for spans in triggers:
        ours = [event for event in found if any_overlap(event.trigger, spans)]
        head = heads.get(spans)
        if ours:
            event = ours[0]
            identifier = event_id(parsed.article.id, spans, event.type, event.mode)
            yield replace(event, id=identifier, trigger=spans)
        else:
            identifier = event_id(parsed.article.id, spans, NO_TYPE, None)
            yield EventMention(identifier, spans, NO_TYPE) if head is None else _from_parse(identifier, spans, head)


def _from_parse(identifier: str, spans: Spans, head: Token) -> EventMention:
    actors, recipients = _of_verb(head) if head.pos_ in {"VERB", "AUX"} else _of_noun(head)
    return EventMention(
        id=identifier,
        trigger=spans,
        type=NO_TYPE,
        actors=tuple(_participants(actors)),
        recipients=tuple(_participants(recipients)),
        place_words=place_words(head),
        time_words=time_words(head),
    )


def _of_verb(verb: Token) -> tuple[Iterable[Token], Iterable[Token]]:
    subject, thing = logical_subject(verb), logical_object(verb)
    after = heads_after(verb, ("with", "against", "at", "on", "to", "into"))
    return filter(None, (subject,)), filter(None, (thing,)) if thing is not None else after


def _of_noun(noun: Token) -> tuple[Iterable[Token], Iterable[Token]]:
    owners = owners_of(noun) or named_modifiers(noun)
    return owners, [token for token in heads_after(noun, ("of", "on", "against", "to", "with")) if token not in owners]


def _participants(heads: Iterable[Token]) -> Iterator[Participant]:
    spans: dict[Span, None] = {}
    for head in heads:
        for one in with_conjuncts(head):
            first, last = phrase_of(named(one))
            spans[Span(span_of(first).start, span_of(last).end)] = None
    return (Participant(span) for span in spans)
