"""People, organisations, countries and groups of one article, and the words that point to them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from accordingto.model.ids import content_id
from accordingto.model.span import Span, Spans


class EntityKind(StrEnum):
    """What sort of thing an entity is."""

    PERSON = "person"
    ORGANISATION = "organisation"
    COUNTRY = "country"
    GROUP = "group"
    MEDIUM = "medium"
    DOCUMENT = "document"
    PLACE = "place"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Role:
    """An office or title that the article gives someone ("foreign minister", IRQ), and the words that say so."""

    title: str
    country: str | None
    span: Span | None


@dataclass(frozen=True, slots=True)
class Entity:
    """One thing in the world as this article knows it.

    `name` is the fullest form found; a described entity ("a senior official") is named by its description.
    `country` is ISO 3166 alpha-3, `sectors` are PLOVER's, most specific first. `mentions` are names, nominals
    and pronouns, in order.
    """

    id: str
    name: str
    kind: EntityKind
    country: str | None = None
    sectors: tuple[str, ...] = ()
    roles: tuple[Role, ...] = ()
    mentions: Spans = ()


def entity_id(article_id: str, kind: EntityKind, first_mention: Span) -> str:
    """The id of an entity within its article: it depends on where the article first speaks of it."""
    return content_id("entity", article_id, kind, first_mention)
