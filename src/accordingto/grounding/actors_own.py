"""Actors that users bring, whatever the format: rows of names with what they were when, put together for looking up."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from accordingto.grounding.actors_in_force import OwnActors
from accordingto.grounding.agent_nouns import AgentNoun, agent_noun
from accordingto.grounding.atoms import atoms_of, is_acronym, name_key
from accordingto.grounding.known import Known, Period
from accordingto.grounding.tenures import Tenure
from accordingto.model.entity import EntityKind

SECTORS = frozenset(
    {"GOV", "JUD", "LEG", "MIL", "COP", "OPP", "PTY", "REB", "PRM", "SPY", "UAF", "CVL"}
    | {"ELI", "BUS", "EDU", "MED", "LAB", "AGR", "JRN", "REF", "REL", "SOC", "CRM", "UNK"}
)
"""PLOVER's primary codes of sectors."""

SCOPES = frozenset({"IGO", "NGO", "ISM", "IMG", "MNC"})
"""PLOVER's codes in place of a country."""

OWN_TABLE = "own"
SHORTEST_SHOUTED = 4
"""Letters of a word of capitals that may be a common name in a dictionary written in capitals: IRAN."""


@dataclass(frozen=True, slots=True)
class Spell:
    """What an actor was from one day to another; None: from ever, or still. Both None: what it is at other times."""

    country: str | None
    sectors: tuple[str, ...]
    scope: str | None = None
    start: date | None = None
    end: date | None = None
    office: str = ""

    @property
    def is_usual(self) -> bool:
        return self.start is None and self.end is None


@dataclass(frozen=True, slots=True)
class OwnActor:
    """An actor as a file gives it: its names, the fullest first, and its spells. `kind` None: a noun, not a name."""

    names: tuple[str, ...]
    kind: EntityKind | None
    spells: tuple[Spell, ...]


@dataclass(frozen=True, slots=True)
class BadRow:
    """A row that cannot be used: its line, what was found, and what to do."""

    line: int
    reason: str


def assemble_own_actors(actors: Iterable[OwnActor], version: str = "") -> OwnActors:
    """The actors by the keys of their names; several rows of one name add up, and the first says what the thing is.

    `version` is what readings name the actors by.
    """
    spells: dict[str, list[Spell]] = {}
    firsts: dict[str, OwnActor] = {}
    for actor in actors:
        for key in _keys(actor):
            if firsts.setdefault(key, actor).kind == actor.kind:
                spells.setdefault(key, []).extend(actor.spells)
    own = OwnActors(version=version)
    for key, actor in firsts.items():
        if actor.kind is None:
            own.nouns[key] = _noun(actor)
        elif actor.kind is EntityKind.PERSON:
            own.people[key] = tuple(_tenure(actor.names[0], spell) for spell in spells[key])
        else:
            own.names[key] = _known(actor.names[0], actor.kind, spells[key])
    return own


def _keys(actor: OwnActor) -> Iterable[str]:
    """The keys that the actor is looked up under; a word of capitals is kept as acronym and, unless short, as word."""
    for name in actor.names:
        words = [atom.key for atom in atoms_of(name)]
        if actor.kind is None:
            yield " ".join(words)
            continue
        yield name_key(name)
        if len(words) == 1 and is_acronym(name) and len(name) >= SHORTEST_SHOUTED:
            yield words[0]


def _noun(actor: OwnActor) -> AgentNoun:
    """The noun; its last word says whether a person or a body is meant, where our own table has it."""
    words = actor.names[0].lower()
    sectors = actor.spells[0].sectors
    like = agent_noun((words.split()[-1],))
    return AgentNoun(words, sectors[0] if sectors else None, like.kind if like else EntityKind.GROUP, weak=False)


def _tenure(name: str, spell: Spell) -> Tenure:
    start = spell.start or date.min
    return Tenure(name, spell.country, spell.office, start, spell.end, spell.sectors, spell.scope, usual=spell.is_usual)


def _known(name: str, kind: EntityKind, spells: Sequence[Spell]) -> Known:
    """The thing as it usually is, else as it was last; outside of its spells it has its country and no sector."""
    usual = next((spell for spell in spells if spell.is_usual), spells[-1])
    periods = [Period(item.start, item.end, item.country, item.sectors) for item in spells if not item.is_usual]
    if not usual.is_usual:
        periods.append(Period(None, None, usual.country, ()))
    return Known(name, kind, usual.country, usual.sectors, OWN_TABLE, usual.scope, tuple(periods))
