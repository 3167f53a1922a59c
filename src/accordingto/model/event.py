"""The words of one event in one report, coded by the codebook."""

from __future__ import annotations

from dataclasses import dataclass

from accordingto.model.ids import content_id
from accordingto.model.span import Span, Spans


@dataclass(frozen=True, slots=True)
class Participant:
    """The words for an actor or a recipient, and the id of the entity they point to (None: not known)."""

    span: Span
    entity: str | None = None


@dataclass(frozen=True, slots=True)
class Quantity:
    """A count of people the event tells of, such as killed or arrested; None where a bound is not told.

    `of` are the words for whom it counts ("12 *soldiers*"). `as_of_words` and `since_words` say up to when and from
    when it was counted ("120 since *March*"); `as_of` and `since` are the ids of the times they point to.
    """

    kind: str
    low: int | None
    high: int | None
    span: Span
    of: Span | None = None
    as_of_words: Span | None = None
    since_words: Span | None = None
    as_of: str | None = None
    since: str | None = None


@dataclass(frozen=True, slots=True)
class EventMention:
    """One event as the text words it. `type`, `mode` and `contexts` are codes of the codebook.

    `place_words` and `time_words` are the words in the event's own clause that say where and when; `place` and
    `when` the ids of what they point to. `score` is our own confidence in the coding, 0 to 1.
    """

    id: str
    trigger: Spans
    type: str
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    actors: tuple[Participant, ...] = ()
    recipients: tuple[Participant, ...] = ()
    place_words: Span | None = None
    time_words: Span | None = None
    place: str | None = None
    when: str | None = None
    quantities: tuple[Quantity, ...] = ()
    score: float = 1.0


def event_id(article_id: str, trigger: Spans, event_type: str, mode: str | None) -> str:
    """The id of an event mention: it depends on the article, the trigger and the codes."""
    return content_id("event", article_id, trigger, event_type, mode)
