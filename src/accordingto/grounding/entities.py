"""Mentions -> entities: who and what an article speaks of, and which words point to each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from accordingto.grounding.contexts import country_of_article
from accordingto.grounding.describe import describe_named, take_country, take_roles
from accordingto.grounding.drafts import Draft
from accordingto.grounding.name_clusters import NameClusters
from accordingto.grounding.nominals import Nominals
from accordingto.grounding.pointing import Pointers
from accordingto.grounding.pronouns import resolve_pronouns
from accordingto.model.article import Article
from accordingto.model.attribution import Attribution
from accordingto.model.entity import Entity, EntityKind, entity_id
from accordingto.model.event import EventMention
from accordingto.model.mention import Mention, MentionForm
from accordingto.model.span import Span, Spans


@dataclass(frozen=True, slots=True)
class Entities:
    """The entities of an article in the order they appear, and the way from words to them."""

    entities: tuple[Entity, ...]
    _ids: Mapping[Mention, str] = field(repr=False)
    _pointers: Pointers = field(repr=False)

    def entity_of(self, span: Span) -> str | None:
        """The id of the entity that the words of a source, an actor or a channel point to, or None."""
        mention = self._pointers.mention_of(span)
        if mention is not None and (mention in self._ids or mention.form is MentionForm.NOMINAL):
            return self._ids.get(mention)
        inside = [mention for mention in self._pointers.within(span) if mention in self._ids]
        return self._ids[max(inside, key=lambda mention: len(mention.span))] if inside else None


def ground_entities(
    article: Article,
    mentions: Sequence[Mention],
    attributions: Sequence[Attribution] = (),
    events: Sequence[EventMention] = (),
) -> Entities:
    """People, organisations, countries and groups of the article, one each, with everything that points to them.

    Names are put together first, then descriptions, then pronouns. What is only described ("a senior official")
    becomes an entity where an attribution or an event rests on it.
    """
    text = article.text
    clusters = NameClusters(text)
    by_mention = clusters.add_all(mentions)
    drafts = clusters.drafts
    for draft in drafts:
        take_roles(draft, text, article.published)
    nominals = Nominals(text, drafts, by_mention)
    nominals.add_all(mentions)
    for draft in drafts:
        if draft.names:
            describe_named(draft, text, article.published)
    pointers = Pointers(mentions)
    take_country(drafts, country_of_article(text, mentions, drafts))
    resolve_pronouns(text, mentions, attributions, pointers, by_mention)
    for span in _spans_rested_on(attributions, events):
        _point(span, pointers, nominals, by_mention)
    return _frozen(article, drafts, by_mention, pointers)


def _spans_rested_on(attributions: Iterable[Attribution], events: Iterable[EventMention]) -> Iterable[Span]:
    for attribution in attributions:
        yield from attribution.source
        yield from (channel.span for channel in attribution.channel)
    for event in events:
        yield from (participant.span for participant in (*event.actors, *event.recipients))


def _point(span: Span, pointers: Pointers, nominals: Nominals, by_mention: dict[Mention, Draft]) -> None:
    mention = pointers.mention_of(span)
    if mention is None:
        return
    draft = by_mention.get(mention)
    if draft is None and mention.form is not MentionForm.PRONOUN:
        draft = nominals.describe(mention)
    if draft is not None:
        draft.pointed = True


def _frozen(
    article: Article, drafts: Iterable[Draft], by_mention: Mapping[Mention, Draft], pointers: Pointers
) -> Entities:
    kept = sorted((draft for draft in drafts if _is_kept(draft)), key=lambda draft: _first(draft).start)
    entities = {id(draft): _entity(article, draft) for draft in kept}
    ids = {mention: entities[id(draft)].id for mention, draft in by_mention.items() if id(draft) in entities}
    return Entities(tuple(entities.values()), ids, pointers)


def _is_kept(draft: Draft) -> bool:
    """True for what a reader would list: everything named but places, and what attributions and events rest on."""
    if not draft.mentions:
        return False
    return draft.pointed or (bool(draft.names) and draft.kind is not EntityKind.PLACE)


def _entity(article: Article, draft: Draft) -> Entity:
    return Entity(
        id=entity_id(article.id, draft.kind, _first(draft)),
        name=draft.best_name,
        kind=draft.kind,
        country=draft.country,
        sectors=draft.sectors,
        roles=tuple(draft.roles),
        mentions=_spans(draft),
    )


def _spans(draft: Draft) -> Spans:
    return tuple(sorted({mention.name or mention.span for mention in draft.mentions}))


def _first(draft: Draft) -> Span:
    return _spans(draft)[0]
