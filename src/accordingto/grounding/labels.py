"""Who stands behind *Q:* and *A:*: the answers are the person's of whom the introduction speaks, the questions the
medium's that the answers came through.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from accordingto.model.attribution import Attribution
from accordingto.model.entity import Entity, EntityKind
from accordingto.model.resources import load_toml
from accordingto.model.span import words_of


def with_label_speakers(
    text: str, attributions: Sequence[Attribution], entities: Sequence[Entity]
) -> tuple[Attribution, ...]:
    """The attributions, those of bare labels with the entity that the label stands for, where one is known."""
    labelled = [item for item in attributions if _label(text, item) in asking() | answering()]
    if not labelled:
        return tuple(attributions)
    start = min(item.source[0].start for item in labelled)
    answerer = _introduced(entities, start)
    asker = next((channel.entity for item in labelled for channel in item.channel if channel.entity), None)
    ids = {item.id: asker if _label(text, item) in asking() else answerer for item in labelled}
    return tuple(replace(item, speaker=ids[item.id]) if item.id in ids else item for item in attributions)


@cache
def asking() -> frozenset[str]:
    """The labels of whoever asks, in lower case."""
    return frozenset(load_toml("dialogue.toml")["asking"].split())


@cache
def answering() -> frozenset[str]:
    """The labels of whoever answers, in lower case."""
    return frozenset(load_toml("dialogue.toml")["answering"].split())


def _label(text: str, attribution: Attribution) -> str | None:
    """The words before the colon in lower case; None for an attribution without a label."""
    if words_of(text, attribution.cue) != ":" or not attribution.source:
        return None
    return words_of(text, attribution.source).lower()


def _introduced(entities: Sequence[Entity], start: int) -> str | None:
    """The person that the words before the first label speak of most; of several the first."""
    counts = {
        entity.id: sum(mention.end <= start for mention in entity.mentions)
        for entity in entities
        if entity.kind is EntityKind.PERSON
    }
    most = max(counts, key=lambda entity: counts[entity], default=None)
    return most if most is not None and counts[most] else None
