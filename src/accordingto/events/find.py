"""Events of a report: the words that tell of something the codebook knows, and who did it to whom."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from accordingto.events.circumstances import place_words, time_words
from accordingto.events.contexts import contexts_of
from accordingto.events.matching import Match, match_noun, match_verb
from accordingto.events.modes import mode_of
from accordingto.events.nominals import roles_of_noun
from accordingto.events.participants import can_take_part, is_actor
from accordingto.events.phrases import named, phrase_of, pieces_of, with_conjuncts
from accordingto.events.plausibility import is_event
from accordingto.events.quantities import quantities_of
from accordingto.events.repeats import without_repeats
from accordingto.events.roles import Coded, Roles, owners_of
from accordingto.events.speech_acts import announced, demanded, is_empty_will, refused, with_recipients_of_content
from accordingto.events.topic import topic_of
from accordingto.events.verbals import roles_of_verb
from accordingto.model.codebook import Codebook, Trigger, load_codebook
from accordingto.model.event import EventMention, Participant, event_id
from accordingto.model.span import Span, merge
from accordingto.parse.parsed import Paragraph, ParsedArticle, span_of, span_of_all

_VERBAL_TYPES = frozenset({"ACCUSE", "REJECT", "SUPPORT", "REQUEST", "CONCEDE", "AGREE", "THREATEN"})


def find_events(parsed: ParsedArticle, codebook: Codebook | None = None) -> tuple[EventMention, ...]:
    """Every event mention of the report, in the order of the text; no event without a trigger of the codebook."""
    book = codebook or load_codebook()
    topic = topic_of(parsed, book)
    found = [
        _event(parsed, one.match, one.roles, book)
        for paragraph in parsed.paragraphs
        for one in _in_paragraph(paragraph, book)
        if is_event(one, topic, book)
    ]
    return tuple(sorted(found, key=lambda event: event.trigger[0]))


def _in_paragraph(paragraph: Paragraph, book: Codebook) -> Iterator[Coded]:
    matches = list(_verb_matches(paragraph, book))
    taken = {token.i for match in matches for token in (*match.words, *match.within_act)}
    matches += _noun_matches(paragraph, book, taken)
    coded = without_repeats({match.head.i: Coded(match, _roles(match, book)) for match in matches}, book)
    yield from _with_speech_acts(paragraph, coded, book)


def _with_speech_acts(paragraph: Paragraph, coded: dict[int, Coded], book: Codebook) -> Iterator[Coded]:
    """The coded matches, and the acts of announcing, refusing and demanding them."""
    for one in coded.values():
        full = with_recipients_of_content(one, coded)
        if is_empty_will(full, coded):
            continue
        yield from filter(None, (announced(full, book), refused(full, book)))
        yield full
    for token in paragraph.doc:
        if token.dep_ == "ccomp" and (demand := demanded(token)) is not None:
            yield demand


def _verb_matches(paragraph: Paragraph, book: Codebook) -> Iterator[Match]:
    for token in paragraph.doc:
        if token.pos_ == "VERB" or (token.lemma_ == "be" and token.dep_ != "auxpass" and token.dep_ != "aux"):
            rows = book.adjectives.get(token.lower_) or book.verbs.get(token.lemma_.lower())
        elif token.pos_ == "ADJ" and token.dep_ != "amod":
            rows = book.adjectives.get(token.lower_)
        else:
            continue
        if rows is not None and token.dep_ not in {"amod", "compound"}:
            match = match_verb(token, rows)
            if match is not None:
                yield match


def _noun_matches(paragraph: Paragraph, book: Codebook, taken: set[int]) -> Iterator[Match]:
    for token in paragraph.doc:
        if token.tag_ not in {"NN", "NNS"} or token.i in taken or token.dep_ == "compound":
            continue
        rows = book.nouns.get(token.lemma_.lower()) or book.nouns.get(token.lower_)
        if rows is not None:
            match = match_noun(token, rows)
            if match is not None:
                yield match


def _roles(match: Match, book: Codebook) -> Roles:
    head, row = match.head, match.trigger
    if head.pos_ == "NOUN":
        return roles_of_noun(head, row, book)
    roles = roles_of_verb(head, row, match.within_act)
    if row.event_type in _VERBAL_TYPES:
        recipients = tuple(owner for token in roles.recipients for owner in _owners_or_self(token, row, book))
        return Roles(tuple(_tellers(roles.actors)), recipients)
    return roles


def _tellers(actors: Iterable[Token]) -> Iterator[Token]:
    """Of a document whose it is: a *UN* report condemns, a resolution of *parliament* demands."""
    for actor in actors:
        yield from (actor,) if is_actor(actor) else owners_of(actor) or (actor,)


def _owners_or_self(token: Token, row: Trigger, book: Codebook) -> tuple[Token, ...]:
    """Of a decision its maker, of a person the person: condemned *Israel*'s raid; of a release that is asked nobody."""
    if is_actor(token):
        return (token,)
    if row.event_type != "REQUEST":
        return owners_of(token) or (token,)
    acts = book.nouns.get(token.lemma_.lower(), ())
    return owners_of(token) if not acts or acts[0].of_is_actor else ()


def _event(parsed: ParsedArticle, match: Match, roles: Roles, book: Codebook) -> EventMention:
    tokens = (*match.words, *((roles.light_verb,) if roles.light_verb is not None else ()))
    trigger = merge(_joined(tokens))
    event_type, mode = match.trigger.event_type, mode_of(match, book)
    actors, recipients = _sides(_participants(roles.actors), _participants(roles.recipients))
    return EventMention(
        id=event_id(parsed.article.id, trigger, event_type, mode),
        trigger=trigger,
        type=event_type,
        mode=mode,
        contexts=contexts_of(match.head, book),
        actors=actors,
        recipients=recipients,
        place_words=place_words(match.head),
        time_words=time_words(match.head),
        quantities=quantities_of(match, roles),
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
