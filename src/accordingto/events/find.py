"""Events of a report: the words that tell of something the codebook knows, and who did it to whom."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from accordingto.events.circumstances import place_words, time_words
from accordingto.events.classifier import EventClassifier
from accordingto.events.contexts import contexts_of
from accordingto.events.judged import Judge, Judged, Observer
from accordingto.events.modes import mode_of
from accordingto.events.participants import can_take_part
from accordingto.events.phrases import named, phrase_of, pieces_of, with_conjuncts
from accordingto.events.plausibility import is_event
from accordingto.events.proposals import find_coded, propose
from accordingto.events.quantities import quantities_of
from accordingto.events.topic import topic_of
from accordingto.model.codebook import Codebook, load_codebook
from accordingto.model.event import EventMention, Participant, event_id
from accordingto.model.span import Span, merge
from accordingto.parse.parsed import ParsedArticle, span_of, span_of_all


def find_events(
    parsed: ParsedArticle, codebook: Codebook | None = None, classifier: EventClassifier | None = None
) -> tuple[EventMention, ...]:
    """Every event mention of the report, in the order of the text.

    With a classifier it is the learned judge that decides, over the codebook's proposals and those of words that no
    row holds; without one an event is what a row of the codebook codes.
    """
    book = codebook or load_codebook()
    judged = _by_codebook(parsed, book) if classifier is None else _by_classifier(parsed, book, classifier)
    return tuple(sorted((event_of(parsed, one, book) for one in judged), key=lambda event: event.trigger[0]))


def _by_codebook(parsed: ParsedArticle, book: Codebook) -> Iterator[Judged]:
    topic = topic_of(parsed, book)
    for paragraph in parsed.paragraphs:
        for one in find_coded(paragraph, book):
            if is_event(one, topic, book):
                yield Judged(one, mode_of(one.match, book), 1.0)


def _by_classifier(parsed: ParsedArticle, book: Codebook, classifier: EventClassifier) -> Iterator[Judged]:
    topic = topic_of(parsed, book)
    judge = Judge(classifier, book, Observer(book), topic.remote)
    for paragraph in parsed.paragraphs:
        yield from judge.events(propose(paragraph, topic, book, classifier.telling))


def event_of(parsed: ParsedArticle, judged: Judged, book: Codebook) -> EventMention:
    """The event mention that a judged proposal makes."""
    match, roles = judged.coded.match, judged.coded.roles
    tokens = (*match.words, *((roles.light_verb,) if roles.light_verb is not None else ()))
    trigger = merge(_joined(tokens))
    event_type, mode = match.trigger.event_type, judged.mode
    actors, recipients = _sides(_participants(roles.actors), _participants(roles.recipients))
    return EventMention(
        id=event_id(parsed.article.id, trigger, event_type, mode),
        trigger=trigger,
        type=event_type,
        mode=mode,
        contexts=contexts_of(match.head, book) if judged.contexts is None else judged.contexts,
        actors=actors,
        recipients=recipients,
        place_words=place_words(match.head),
        time_words=time_words(match.head),
        quantities=quantities_of(match, roles),
        score=round(judged.probability, 3),
    )


def _sides(
    actors: tuple[Participant, ...], recipients: tuple[Participant, ...]
) -> tuple[tuple[Participant, ...], tuple[Participant, ...]]:
    """Actors and recipients; where one side alone is told, *the ministers* met, it is not its own recipient."""
    return (actors, ()) if len(actors) == 1 and actors == recipients else (actors, recipients)


def _joined(tokens: Iterable[Token]) -> Iterator[Span]:
    """One span for each run of neighbouring tokens."""
    run: list[Token] = []
    for token in sorted(set(tokens), key=lambda token: token.i):
        if run and token.i != run[-1].i + 1:
            yield span_of_all(run)
            run = []
        run.append(token)
    if run:
        yield span_of_all(run)


def _participants(heads: Iterable[Token]) -> tuple[Participant, ...]:
    """The noun phrases of the heads and of those joined to them; each words once."""
    spans: dict[Span, None] = {}
    for head in heads:
        for one in with_conjuncts(head):
            if can_take_part(one):
                for first, last in pieces_of(named(one), *phrase_of(named(one))):
                    spans[Span(span_of(first).start, span_of(last).end)] = None
    return tuple(Participant(span) for span in spans)
