"""Mentions -> entities: who and what an article speaks of, and which words point to each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from accordingto.grounding.contexts import country_of_article
from accordingto.grounding.describe import take_country, take_owner_country
from accordingto.grounding.drafts import Draft
from accordingto.grounding.pointing import Pointers
from accordingto.grounding.pronoun_network import StateAt
from accordingto.grounding.pronoun_ranker import shipped_ranker
from accordingto.grounding.workbench import Workbench, lay_out
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
    state_at: StateAt | None = None,
) -> Entities:
    """People, organisations, countries and groups of the article, one each, with everything that points to them.

    Names are put together first, then descriptions, then pronouns. What is only described ("a senior official")
    becomes an entity where an attribution or an event rests on it. `state_at` gives the encoder's word states, by which
    pronouns are ranked better.
    """
    bench = lay_out(article, mentions, attributions, shipped_ranker(state_at))
    bench.pronouns.resolve(mentions)
    for span in _spans_rested_on(attributions, events):
        _point(span, bench)
    take_owner_country(bench.drafts, bench.by_mention)
    take_country(bench.drafts, country_of_article(article.text, mentions, bench.drafts))
    return _frozen(article, bench)


def _spans_rested_on(attributions: Iterable[Attribution], events: Iterable[EventMention]) -> Iterable[Span]:
    for attribution in attributions:
        yield from attribution.source
        yield from (channel.span for channel in attribution.channel)
    for event in events:
        yield from (participant.span for participant in (*event.actors, *event.recipients))


def _point(span: Span, bench: Workbench) -> None:
    mention = bench.pointers.mention_of(span)
    draft = bench.by_mention.get(mention) if mention is not None else None
    if draft is not None:
        bench.nominals.fill_in(draft)
        draft.pointed = True


def _frozen(article: Article, bench: Workbench) -> Entities:
    kept = sorted((draft for draft in bench.drafts if _is_kept(draft)), key=lambda draft: _first(draft).start)
    article_id = article.id
    entities = {id(draft): _entity(article_id, draft) for draft in kept}
    ids = {mention: entities[id(draft)].id for mention, draft in bench.by_mention.items() if id(draft) in entities}
    return Entities(tuple(entities.values()), ids, bench.pointers)


def _is_kept(draft: Draft) -> bool:
    """True for what a reader would list: everything named but places, and what attributions and events rest on."""
    if not draft.mentions:
        return False
    return draft.pointed or (bool(draft.names) and draft.kind not in {EntityKind.PLACE, EntityKind.UNKNOWN})


def _entity(article_id: str, draft: Draft) -> Entity:
    return Entity(
        id=entity_id(article_id, draft.kind, _first(draft)),
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
