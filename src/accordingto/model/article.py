"""One news report as it came in, with its parts told apart. Its text is never changed."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from accordingto.model.ids import content_id
from accordingto.model.span import Span


class PartRole(StrEnum):
    """What a stretch of the text is for. Only headline, body and blockquote are read as report."""

    HEADLINE = "headline"
    DATELINE = "dateline"
    BYLINE = "byline"
    BODY = "body"
    BLOCKQUOTE = "blockquote"
    BOILERPLATE = "boilerplate"


READ_ROLES = frozenset({PartRole.HEADLINE, PartRole.BODY, PartRole.BLOCKQUOTE})
"""The roles whose words are read for attributions and events."""


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of the text, usually one paragraph, and its role."""

    role: PartRole
    span: Span


@dataclass(frozen=True, slots=True)
class Republication:
    """Where the report ran before, and the words that tell it (None: known from metadata)."""

    publisher: str
    span: Span | None


@dataclass(frozen=True, slots=True)
class Article:
    """One report. `parts` are in order, do not overlap, and cover every word of `text`.

    `id` is hashed from the words and who published them when.
    """

    text: str
    parts: tuple[Part, ...]
    path: str | None = None
    url: str | None = None
    title: str | None = None
    publisher: str | None = None
    published: date | None = None
    byline: tuple[str, ...] = ()
    language: str | None = None
    republished_from: tuple[Republication, ...] = ()
    id: str = field(init=False)

    def __post_init__(self) -> None:
        """Set the id: the same for the same words from the same publisher on the same day, wherever the file lies."""
        found = content_id("article", self.url, self.publisher, self.published, self.title, self.text)
        object.__setattr__(self, "id", found)
