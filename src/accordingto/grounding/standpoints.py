"""Of whom a source speaks, as far as the text shows it: of itself, its side, its adversary, or of what it witnessed.

Whom a content speaks of is taken to be the subject of its first clause; under *accused* and its like, who is accused.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from accordingto.grounding.agent_nouns import singular
from accordingto.grounding.pointing import Pointers
from accordingto.grounding.source_words import phrase_of, word_list
from accordingto.model.attribution import Attribution, SpeechAct, Standpoint
from accordingto.model.entity import Entity, EntityKind
from accordingto.model.mention import Mention, MentionForm
from accordingto.model.resources import load_toml
from accordingto.model.span import Span, words_of

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_OBJECTS = frozenset({"dobj", "pobj"})
_FIRST = re.compile(r"^[\"“'‘]?(?:I|We|we|My|my|Our|our)\b")
_OWNER = re.compile(r"^(?:his|her|its|their|our|my)\s", re.IGNORECASE)
_SELF = frozenset({"i", "we", "he", "she", "it", "they", "me", "us"})
_AGAINST = frozenset({SpeechAct.ACCUSE, SpeechAct.THREATEN, SpeechAct.DEMAND})
_OF_ONESELF = frozenset({SpeechAct.PROMISE, SpeechAct.THREATEN, SpeechAct.CONFIRM})
_CHARGES = re.compile(
    r"^(?:(?:all|the|these|those|any) )*(?:it|charges?|accusations?|allegations?|wrongdoing)$", re.IGNORECASE
)
_OWN_DEED = re.compile(r"^(?:to|not to|never to|\w+ing)\b", re.IGNORECASE)


class Sides:
    """The entities of one article, and which of them stand together or against each other."""

    def __init__(self, text: str, entities: Sequence[Entity], pointers: Pointers) -> None:
        self.text = text
        self._pointers = pointers
        self._by_span = {span: entity for entity in entities for span in entity.mentions}
        self.by_id = {entity.id: entity for entity in entities}

    def entity_of(self, mention: Mention) -> Entity | None:
        return self._by_span.get(mention.name or mention.span) or self._by_span.get(mention.span)

    def spoken_of(self, attribution: Attribution) -> Mention | None:
        """The subject of the content's first clause."""
        for span in attribution.content:
            inside = self._pointers.within(span)
            subject = next((mention for mention in inside if mention.relation in _SUBJECTS), None)
            if subject is not None:
                return subject
        return None

    def addressed(self, attribution: Attribution) -> Mention | None:
        """Who stands behind the cue: accused *the army* of it."""
        if not attribution.cue:
            return None
        end = attribution.cue[-1].end
        found = self._pointers.within(Span(end, end + 60))
        return next((mention for mention in found if mention.relation in _OBJECTS), None)


def standpoint_of(sides: Sides, attribution: Attribution) -> Standpoint | None:
    """From where the source speaks of what it tells; None where the text does not show it."""
    if is_witness(sides.text, attribution):
        return Standpoint.WITNESS
    speaker = sides.by_id.get(attribution.speaker or "")
    other = sides.addressed(attribution) if attribution.act in _AGAINST else None
    if other is not None and is_opposed(speaker, sides.entity_of(other)):
        return Standpoint.ADVERSARY
    subject = None if is_own_deed(sides.text, attribution) else sides.spoken_of(attribution)
    if subject is None:
        return Standpoint.SELF if is_own_deed(sides.text, attribution) or attribution.act in _OF_ONESELF else None
    return _by_subject(sides, attribution, subject, speaker)


def is_own_deed(text: str, attribution: Attribution) -> bool:
    """True for vowed *to leave*, denied *taking* money, denied *the charges*: what is told is the source's own."""
    if attribution.act not in _OF_ONESELF | {SpeechAct.DENY}:
        return False
    told = words_of(text, attribution.content)
    return _OWN_DEED.match(told) is not None or (attribution.act is SpeechAct.DENY and _CHARGES.match(told) is not None)


def is_witness(text: str, attribution: Attribution) -> bool:
    """True for *witnesses*, for *saw* as the telling word, and for *we heard shots*."""
    phrase = phrase_of(words_of(text, attribution.source)) if attribution.source else None
    if phrase is not None and phrase.head in word_list("witness", "always"):
        return True
    if words_of(text, attribution.cue).lower() in {"saw", "recalled", "witnessed", "remembered", "recounted"}:
        return True
    said = words_of(text, attribution.content[:1])[:80].lower()
    return re.search(_perceiving(), said) is not None


def is_opposed(left: Entity | None, right: Entity | None) -> bool:
    """True for rebels and government, for opposition and government, and for two states."""
    if left is None or right is None or left is right:
        return False
    sectors = {f"{one} {two}" for one in left.sectors for two in right.sectors}
    sectors |= {f"{two} {one}" for one in left.sectors for two in right.sectors}
    if sectors & set(load_toml("source_kinds.toml")["sides"]["opposed"]):
        return True
    return (
        _is_state(left)
        and _is_state(right)
        and None not in (left.country, right.country)
        and left.country != right.country
    )


def _by_subject(sides: Sides, attribution: Attribution, subject: Mention, speaker: Entity | None) -> Standpoint | None:
    entity = sides.entity_of(subject)
    words = subject.span.of(sides.text)
    if entity is not None and entity is speaker and (words.lower() != "it" or _is_body(speaker)):
        return Standpoint.SELF
    if subject.form is MentionForm.PRONOUN and words.lower() in {"i", "we"}:
        return Standpoint.SELF
    if subject.form is MentionForm.PRONOUN and entity is None and words.lower() in _SELF:
        return Standpoint.SELF if words.lower() != "it" or (speaker is not None and _is_body(speaker)) else None
    if _OWNER.match(words) or _is_within_source(sides, attribution, subject):
        return Standpoint.SIDE
    if _is_own_body(words, subject, speaker):
        return Standpoint.SIDE
    if entity is not None and speaker is not None and _is_of_one_side(speaker, entity):
        return Standpoint.SIDE
    return Standpoint.ADVERSARY if is_opposed(speaker, entity) and not _is_neutral(attribution) else None


def _is_within_source(sides: Sides, attribution: Attribution, subject: Mention) -> bool:
    """True where the source's words name what it speaks of: *the army's* chief of staff said the army …"""
    said = singular(subject.lemma)
    source = words_of(sides.text, attribution.source).lower().replace("'s", "").split()
    return said in {singular(word) for word in source} and len(source) > 1


def _is_own_body(words: str, subject: Mention, speaker: Entity | None) -> bool:
    """True for *the police*, *officers*, without another word, where someone of the state speaks of them."""
    bare = len(words.lower().removeprefix("the ").split()) == 1
    return bare and speaker is not None and _is_state(speaker) and subject.lemma in word_list("sides", "own_bodies")


def _is_of_one_side(speaker: Entity, other: Entity) -> bool:
    """True for a minister and his country, his army."""
    if (
        other.kind in {EntityKind.PERSON, EntityKind.PLACE}
        or speaker.country is None
        or speaker.country != other.country
    ):
        return False
    return _is_state(speaker) and _is_state(other)


def _is_body(speaker: Entity) -> bool:
    """True for what "it" can mean: of a person's words, "it" is something else (*it was a surprise*)."""
    return speaker.kind is not EntityKind.PERSON


def _is_neutral(attribution: Attribution) -> bool:
    return attribution.act in {SpeechAct.HOPE, SpeechAct.ASK, SpeechAct.DECLINE}


def _is_state(entity: Entity) -> bool:
    states = word_list("sides", "state")
    return entity.kind is EntityKind.COUNTRY or bool(states & set(entity.sectors))


def _perceiving() -> str:
    words = "|".join(sorted(word_list("witness", "perceived")))
    return rf"\b(?:i|we|he|she|they) (?:had |also |all )?(?:{words})\b|^[\"“](?:my|our) (?:house|son|brother|home)"
