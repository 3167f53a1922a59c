"""From an article to its reading: the one place that knows the order of the stages."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import ParamSpec, TypeVar

from accordingto.attribution.find import find_attributions
from accordingto.events.claims import find_claims
from accordingto.events.classifier import load_event_classifier
from accordingto.events.find import find_events
from accordingto.grounding.actors_in_force import in_force
from accordingto.grounding.attach import LookUps, attach_to_attribution, attach_to_event
from accordingto.grounding.dateline_place import Grounded, with_dateline_place
from accordingto.grounding.entities import ground_entities
from accordingto.grounding.labels import with_label_speakers
from accordingto.grounding.places import ground_places, place_finder
from accordingto.grounding.source_kinds import with_source_kinds
from accordingto.grounding.times import ground_times, time_finder
from accordingto.ingest.details import ArticleDetails
from accordingto.ingest.plain_text import article_from_text
from accordingto.model.article import Article
from accordingto.model.codebook import load_codebook
from accordingto.model.errors import OptionError
from accordingto.model.reading import Reading
from accordingto.parse.encoder import WEIGHTS_FOLDER, Encoder, load_encoder
from accordingto.parse.language_model import MODEL_PACKAGE, LanguageModel, load_language_model
from accordingto.parse.mentions import find_mentions
from accordingto.parse.parsed import parse_article, with_encoding
from accordingto.parse.states import state_finder

FEWEST_WORDS = 3
"""A text with fewer words is said to be too short rather than read in vain."""

StageTimes = dict[str, float]
"""Seconds of processor time by stage; a reading adds to it."""


class ReaderName(StrEnum):
    """Which reader finds the attributions: by the encoder, or by the parse and light models alone."""

    ACCURATE = "accurate"
    FAST = "fast"


Inputs = ParamSpec("Inputs")
Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class _Clock:
    """Runs steps and adds up the processor seconds of each stage."""

    seconds: StageTimes = field(default_factory=dict)

    def run(self, stage: str, step: Callable[Inputs, Result], *inputs: Inputs.args, **options: Inputs.kwargs) -> Result:
        started = time.process_time()
        result = step(*inputs, **options)
        self.seconds[stage] = self.seconds.get(stage, 0.0) + time.process_time() - started
        return result


def read(
    text: str,
    *,
    published: date | None = None,
    publisher: str | None = None,
    title: str | None = None,
    url: str | None = None,
    reader: str = ReaderName.ACCURATE,
) -> Reading:
    """The reading of one report given as plain text.

    `reader` is "accurate", with the encoder, or "fast", with the parse and light models alone, at about twice the
    speed. `published` anchors "yesterday" and "last month"; `publisher` is who vouches for what the report says in
    its own voice. Offsets in the reading are code points of `text`, which is not changed. Raises InputError where
    the text is blank or too long to be one report, OptionError where there is no such reader.
    """
    details = ArticleDetails(published=published, publisher=publisher, title=title, url=url)
    return read_article(article_from_text(text, details), reader=reader)


def read_article(
    article: Article,
    *,
    reader: str = ReaderName.ACCURATE,
    model: LanguageModel | None = None,
    stage_times: StageTimes | None = None,
) -> Reading:
    """The reading of an article. `stage_times`, when given, takes the seconds that each stage cost."""
    name = reader_named(reader)
    refusal = _why_not_read(article)
    if refusal is not None:
        return Reading(article, notes=(refusal,))
    encoder = load_encoder() if name is ReaderName.ACCURATE else None
    return _read(article, model or load_language_model(), encoder, _Clock({} if stage_times is None else stage_times))


def reader_named(name: str) -> ReaderName:
    """The reader of that name. Raises OptionError where there is none."""
    if name not in list(ReaderName):
        raise OptionError(f"There is no reader {name!r}. Readers: {', '.join(ReaderName)}.")
    return ReaderName(name)


def _read(article: Article, model: LanguageModel, encoder: Encoder | None, clock: _Clock) -> Reading:
    parsed = clock.run("parse", parse_article, article, model)
    if encoder is not None:
        parsed = clock.run("encoder", with_encoding, parsed, encoder)
    mentions = clock.run("mentions", find_mentions, parsed)
    attributions = clock.run("attribution", find_attributions, parsed)
    events = clock.run("events", find_events, parsed, load_codebook(), load_event_classifier())
    claims = clock.run("claims", find_claims, parsed, attributions, events)
    state_at = state_finder(parsed.encoded or ())
    entities = clock.run("entities", ground_entities, article, mentions, attributions, events, state_at)
    places = clock.run("places", ground_places, article, mentions)
    times = clock.run("times", ground_times, article)
    ids = LookUps(entities.entity_of, place_finder(places), time_finder(times))
    attached = [attach_to_attribution(attribution, ids) for attribution in attributions]
    spoken = with_label_speakers(article.text, attached, entities.entities)
    placed = [attach_to_event(event, ids) for event in events]
    return Reading(
        article=article,
        attributions=clock.run("sources", with_source_kinds, article.text, spoken, entities.entities, mentions),
        events=with_dateline_place(article, placed, attributions, Grounded(places, entities.entities)),
        claim_rows=claims,
        entities=entities.entities,
        places=places,
        times=times,
        notes=() if attributions or events else ("Nothing found: no one is said to say or do anything here.",),
        models=_models(model, encoder),
    )


def _models(model: LanguageModel, encoder: Encoder | None) -> dict[str, str]:
    """What read the article, and in which version: the models, and the actors that a user brought."""
    own = in_force()
    models = {MODEL_PACKAGE: model.version}
    models |= {} if encoder is None else {WEIGHTS_FOLDER: encoder.version}
    return models | ({} if own is None else {"own actors": own.version})


def _why_not_read(article: Article) -> str | None:
    """A sentence for people where the article cannot be read, else None."""
    if article.language not in (None, "en"):
        return f"Not read: the text looks like language '{article.language}', not English; only English is read yet."
    words = len(article.text.split(maxsplit=FEWEST_WORDS))
    if words < FEWEST_WORDS:
        return f"Not read: the text is too short to hold a report ({words} words)."
    return None
