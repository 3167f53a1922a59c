"""What kind of source stands behind each attribution: a named person, an office, a body, or somebody who is not named.

The kind is that of whom the words point to: "he" is a named person where it means one. A class of people without
number ("residents") is a collective; one or a counted few of them ("two residents") are anonymous, and so is whoever
asks not to be named.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from accordingto.grounding.anonymity import anonymity_of, condition_near
from accordingto.grounding.pointing import Pointers
from accordingto.grounding.source_words import (
    SourcePhrase,
    is_bare,
    is_hidden,
    is_person,
    kind_described,
    kind_of_lead_in,
    phrase_of,
    word_list,
)
from accordingto.grounding.standpoints import Sides, standpoint_of
from accordingto.model.attribution import Attribution, SourceKind, SpeechAct, Standpoint
from accordingto.model.entity import Entity, EntityKind
from accordingto.model.mention import Mention, MentionForm
from accordingto.model.span import Span, hull

_KINDS_OF_NAMES = {
    EntityKind.PERSON: SourceKind.PERSON,
    EntityKind.ORGANISATION: SourceKind.ORGANISATION,
    EntityKind.COUNTRY: SourceKind.ORGANISATION,
    EntityKind.GROUP: SourceKind.ORGANISATION,
    EntityKind.PLACE: SourceKind.ORGANISATION,
    EntityKind.MEDIUM: SourceKind.MEDIUM,
    EntityKind.DOCUMENT: SourceKind.DOCUMENT,
}
_BODIES = frozenset({EntityKind.ORGANISATION, EntityKind.MEDIUM, EntityKind.DOCUMENT, EntityKind.COUNTRY})
_NO_PERSONS = frozenset({SourceKind.ORGANISATION, SourceKind.MEDIUM, SourceKind.DOCUMENT})
_HE_OR_SHE = frozenset({"he", "she"})
_HIDEABLE = frozenset({SourceKind.ANONYMOUS, SourceKind.COLLECTIVE, SourceKind.OFFICE})


def with_source_kinds(
    text: str, attributions: Sequence[Attribution], entities: Sequence[Entity], mentions: Sequence[Mention]
) -> tuple[Attribution, ...]:
    """The attributions with the kind of their source, its standpoint, and how it is described where it is not named."""
    sources = Sources(text, entities, mentions)
    return tuple(
        _with_kind(sources, attribution) if attribution.source else attribution for attribution in attributions
    )


class Sources:
    """The words of one article with what they point to."""

    def __init__(self, text: str, entities: Sequence[Entity], mentions: Sequence[Mention]) -> None:
        self.text = text
        self.pointers = Pointers(mentions)
        self.sides = Sides(text, entities, self.pointers)
        self.by_id = {entity.id: entity for entity in entities}
        names = {mention.name for mention in mentions if mention.form is MentionForm.NAME and mention.name}
        self._named = {entity.id for entity in entities if not names.isdisjoint(entity.mentions)}
        self.names_people = any(entity.kind is EntityKind.PERSON and self.is_named(entity) for entity in entities)

    def is_named(self, entity: Entity) -> bool:
        """True where some mention of the entity is a name."""
        return entity.id in self._named


def kind_of(sources: Sources, attribution: Attribution) -> SourceKind | None:
    """The kind of the source; None where nobody is named or described."""
    span = attribution.source[0]
    mention = _name_beside(sources, span) or sources.pointers.mention_of(hull(attribution.source))
    entity = sources.by_id.get(attribution.speaker or "")
    kind = _kind_of_words(sources, span, mention, entity)
    if kind in _HIDEABLE and condition_near(sources.text, attribution.source) is not None:
        return SourceKind.ANONYMOUS
    return None if kind is SourceKind.ANONYMOUS and _may_be_named(sources, span, mention, entity) else kind


def _may_be_named(sources: Sources, span: Span, mention: Mention | None, entity: Entity | None) -> bool:
    """True for *the singer* in a report that names people: she may be one of them, though none was found to be her."""
    words = span.of(sources.text) if mention is None or mention.form is not MentionForm.PRONOUN else ""
    described = [words, entity.name if entity is not None else ""]
    bare = all(not text or is_bare(text) for text in described)
    return bare and any(described) and sources.names_people


def _with_kind(sources: Sources, attribution: Attribution) -> Attribution:
    kind = kind_of(sources, attribution)
    standpoint = standpoint_of(sources.sides, attribution)
    hidden = kind is SourceKind.ANONYMOUS
    anonymity = anonymity_of(sources.text, attribution.source, attribution.cue) if hidden else None
    accuses = standpoint is Standpoint.ADVERSARY and attribution.act is SpeechAct.ASSERT
    act = SpeechAct.ACCUSE if accuses else attribution.act
    return replace(attribution, source_kind=kind, standpoint=standpoint, anonymity=anonymity, act=act)


def _kind_of_words(sources: Sources, span: Span, mention: Mention | None, entity: Entity | None) -> SourceKind | None:
    words = span.of(sources.text)
    if mention is not None and mention.form is MentionForm.PRONOUN:
        return None if entity is None else _kind_of_pronoun(sources, words, entity)
    phrase = phrase_of(words)
    if mention is not None and mention.form is MentionForm.NAME:
        assert mention.name is not None
        start = min(span.start, mention.span.start)
        return kind_of_lead_in(Span(start, mention.name.start).of(sources.text)) or _kind_of_name(mention, entity)
    is_definite = phrase is not None and not phrase.counted and not phrase.plural
    if is_definite and entity is not None and entity.kind is EntityKind.PERSON and sources.is_named(entity):
        return SourceKind.PERSON
    return _checked(kind_described(words), phrase, sources, entity)


def _checked(
    kind: SourceKind | None, phrase: SourcePhrase | None, sources: Sources, entity: Entity | None
) -> SourceKind | None:
    """The kind by the words, but of unknown nouns what the entity is: *the circus*, *PETA*; "the sign" is nobody."""
    if kind is not SourceKind.ANONYMOUS or phrase is None or phrase.counted or is_hidden(phrase):
        return kind
    if entity is not None and entity.kind in _BODIES:
        return _KINDS_OF_NAMES[entity.kind]
    if phrase.capital and phrase.head in word_list("heads", "mastheads"):
        return SourceKind.MEDIUM
    if phrase.capital:
        return SourceKind.PERSON if entity is not None and entity.kind is EntityKind.PERSON else SourceKind.ORGANISATION
    return kind if entity is None or entity.kind is not EntityKind.UNKNOWN or is_person(phrase) else None


def _name_beside(sources: Sources, span: Span) -> Mention | None:
    """A name in apposition within the source: the bill's sponsor, *Marta Quill*; the website *Tundra Post*."""
    names = (mention for mention in sources.pointers.within(span) if mention.form is MentionForm.NAME)
    return next((name for name in names if name.apposition_of is not None), None)


def _kind_of_pronoun(sources: Sources, words: str, entity: Entity) -> SourceKind | None:
    """The kind of what a pronoun points to; *she* is no organisation, whatever the name was taken for."""
    kind = _kind_of_entity(sources, entity)
    is_misread = words.lower() in _HE_OR_SHE and kind in _NO_PERSONS
    return (SourceKind.PERSON if entity.kind is EntityKind.PLACE else None) if is_misread else kind


def _kind_of_entity(sources: Sources, entity: Entity) -> SourceKind | None:
    if sources.is_named(entity) and entity.kind in _KINDS_OF_NAMES:
        return _KINDS_OF_NAMES[entity.kind]
    return kind_described(entity.name)


def _kind_of_name(mention: Mention, entity: Entity | None) -> SourceKind | None:
    """By what the name is of; *Iranians* are a collective, and what is not known is what its words say."""
    kind = None if entity is None else _KINDS_OF_NAMES.get(entity.kind)
    if kind is SourceKind.ORGANISATION and mention.label == "NORP" and mention.plural:
        return SourceKind.COLLECTIVE
    if kind is SourceKind.ORGANISATION and mention.lemma in word_list("heads", "mastheads"):
        return SourceKind.MEDIUM
    if kind is not None:
        return kind
    return SourceKind.PERSON if mention.label == "PERSON" else SourceKind.ORGANISATION
