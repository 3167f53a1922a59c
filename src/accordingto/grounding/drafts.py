"""Entities while they are being put together; they leave this room only as frozen `Entity` objects."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from accordingto.model.entity import EntityKind, Role
from accordingto.model.mention import Mention


class Gender(StrEnum):
    """Which pronoun an entity takes."""

    HE = "he"
    SHE = "she"
    IT = "it"
    THEY = "they"
    PERSON = "person"


@dataclass(slots=True)
class Draft:
    """One thing of the article. `names` counts its forms; `pointed`: an attribution or event rests on it.

    `acronyms` are the keys of those that stood in brackets behind a name: they mean nothing else in the report.
    """

    kind: EntityKind
    mentions: list[Mention] = field(default_factory=list)
    names: dict[str, int] = field(default_factory=dict)
    votes: dict[EntityKind, int] = field(default_factory=dict)
    description: str | None = None
    country: str | None = None
    sectors: tuple[str, ...] = ()
    roles: list[Role] = field(default_factory=list)
    gender: Gender | None = None
    pointed: bool = False
    canonical: str | None = None
    international: bool = False
    acronyms: set[str] = field(default_factory=set)

    def vote(self, kind: EntityKind, weight: int = 1) -> None:
        """Count what one mention was taken for; the draft is what most of its mentions were taken for."""
        self.votes[kind] = self.votes.get(kind, 0) + weight
        self.kind = max(self.votes, key=lambda voted: self.votes[voted])

    def add_name(self, name: str) -> None:
        self.names[name] = self.names.get(name, 0) + 1

    @property
    def best_name(self) -> str:
        """The fullest form found: the one of most words, then most used, then first; a country's usual name."""
        if self.kind is EntityKind.COUNTRY and self.canonical is not None:
            return self.canonical
        if self.names:
            return max(self.names, key=lambda name: (min(len(name.split()), 5), self.names[name]))
        return self.description or ""
