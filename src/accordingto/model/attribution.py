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


@dataclass(frozen=True, slots=True)
class Attribution:
    """One act of telling. Any of source, cue and content may be empty or in several pieces.

    `within` is the id of the attribution whose content holds this one, or that passes it on (Reuters said, citing an
    aide); `speaker` the id of the entity that the source words point to; `score` our own confidence that this is an
    attribution, 0 to 1.
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


def attribution_id(article_id: str, source: Spans, cue: Spans, content: Spans) -> str:
    """The id of an attribution: it depends on the article and the three roles' spans."""
    return content_id("attribution", article_id, source, cue, content)
