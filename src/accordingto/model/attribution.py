"""Who is said to have said what: source, cue and content, as spans of the article."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from accordingto.model.ids import content_id
from accordingto.model.span import Span, Spans


class Form(StrEnum):
    """How the content is given: all inside quotation marks, none of it, or some."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


@dataclass(frozen=True, slots=True)
class Channel:
    """A medium, venue or document the words came through: "on state television", "in a statement"."""

    span: Span
    entity: str | None = None


class SourceKind(StrEnum):
    """What sort of source it is: who or what stands behind the words.

    An office is a post that speaks by itself (the foreign minister, a police spokesman); a collective a class of people
    (residents, critics); anonymous whoever is only described (a senior official).
    """

    PERSON = "person"
    OFFICE = "office"
    ORGANISATION = "organisation"
    MEDIUM = "medium"
    DOCUMENT = "document"
    ANONYMOUS = "anonymous"
    COLLECTIVE = "collective"


class Standpoint(StrEnum):
    """Of whom the source speaks, seen from where it stands: itself, its side, its adversary; or what it witnessed."""

    SELF = "self"
    SIDE = "side"
    ADVERSARY = "adversary"
    WITNESS = "witness"


class SpeechAct(StrEnum):
    """What the source does by saying it. To decline is to give no answer, or to turn down what is asked."""

    ASSERT = "assert"
    DENY = "deny"
    CONFIRM = "confirm"
    ACCUSE = "accuse"
    DEMAND = "demand"
    THREATEN = "threaten"
    PROMISE = "promise"
    PREDICT = "predict"
    HOPE = "hope"
    ORDER = "order"
    ASK = "ask"
    DECLINE = "decline"


@dataclass(frozen=True, slots=True)
class Anonymity:
    """The words that describe an unnamed source, the condition it set among them, and the reason where one is given.

    "A senior official", "who spoke on condition of anonymity"; "because the talks are confidential".
    """

    described: Spans
    reason: Span | None = None


@dataclass(frozen=True, slots=True)
class Attribution:
    """One act of telling. Any of source, cue and content may be empty or in several pieces.

    `within` is the id of the attribution whose content holds this one, or that passes it on (Reuters said, citing an
    aide); `speaker` the id of the entity that the source words point to; `score` our own confidence that this is an
    attribution, 0 to 1. `source_kind`, `standpoint`, `anonymity` and `act` are None where the text does not show them.
    """

    id: str
    source: Spans
    cue: Spans
    content: Spans
    form: Form
    within: str | None = None
    speaker: str | None = None
    channel: tuple[Channel, ...] = ()
    score: float = 1.0
    act: SpeechAct | None = None
    source_kind: SourceKind | None = None
    standpoint: Standpoint | None = None
    anonymity: Anonymity | None = None


def attribution_id(article_id: str, source: Spans, cue: Spans, content: Spans) -> str:
    """The id of an attribution: it depends on the article and the three roles' spans."""
    return content_id("attribution", article_id, source, cue, content)
