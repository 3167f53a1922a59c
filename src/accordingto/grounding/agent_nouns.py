"""Nouns for people and bodies ("gunmen", "foreign minister", "dock workers") and the sector each stands for."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache

from accordingto.grounding.actors_in_force import OwnActors, in_force
from accordingto.grounding.atoms import atoms_of
from accordingto.model.entity import EntityKind
from accordingto.model.resources import load_toml

TABLE = "actors/agents.toml"

_IRREGULAR = {
    "men": "man",
    "women": "woman",
    "people": "people",
    "children": "child",
    "forces": "force",
    "wives": "wife",
    "police": "police",
}


@dataclass(frozen=True, slots=True)
class AgentNoun:
    """A noun of the table. A weak one says a position only; its sector is what a bare one means, or None."""

    words: str
    sector: str | None
    kind: EntityKind
    weak: bool


def agent_nouns() -> dict[str, AgentNoun]:
    """Every noun by its key: the user's, then those of the table."""
    return _with_own(in_force())


@lru_cache(maxsize=4)
def _with_own(own: OwnActors | None) -> dict[str, AgentNoun]:
    return _shipped_nouns() if own is None else _shipped_nouns() | own.nouns


@cache
def _shipped_nouns() -> dict[str, AgentNoun]:
    """Every noun of the table; strong entries go before weak ones."""
    table = load_toml(TABLE)
    nouns: dict[str, AgentNoun] = {}
    for group in table["sector"]:
        for words in group["words"]:
            nouns.setdefault(_key(words), AgentNoun(words, group["code"], EntityKind(group["kind"]), weak=False))
    weak = table["weak"]
    for words in weak["persons"]:
        nouns.setdefault(_key(words), AgentNoun(words, weak["without"].get(words), EntityKind.PERSON, weak=True))
    for words in weak["bodies"]:
        nouns.setdefault(_key(words), AgentNoun(words, weak["without"].get(words), EntityKind.ORGANISATION, weak=True))
    return nouns


def agent_noun(keys: tuple[str, ...]) -> AgentNoun | None:
    """The noun that the words name, in the singular or the plural, or None.

    >>> noun = agent_noun(("dock", "workers"))
    >>> noun.sector if noun else None
    'LAB'
    """
    nouns = agent_nouns()
    found = nouns.get(" ".join(keys))
    return found or nouns.get(" ".join((*keys[:-1], singular(keys[-1]))))


def singular(word: str) -> str:
    """The singular of a folded noun, by its ending.

    >>> [singular(word) for word in ("ministries", "policemen", "judges", "witnesses", "boss")]
    ['ministry', 'policeman', 'judge', 'witness', 'boss']
    """
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if word.endswith("men"):
        return word[:-3] + "man"
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "ches", "shes", "xes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) else word


def is_plural(word: str) -> bool:
    """True for a folded noun whose singular is another word."""
    return singular(word) != word


def former_words() -> frozenset[str]:
    """Words that put an office into the past: *former* president."""
    return _former()[0]


def sectors_left_behind() -> frozenset[str]:
    """The sectors that a former holder no longer belongs to."""
    return _former()[1]


@cache
def _former() -> tuple[frozenset[str], frozenset[str]]:
    former = load_toml(TABLE)["former"]
    return frozenset(former["words"]), frozenset(former["sectors"])


def _key(words: str) -> str:
    return " ".join(atom.key for atom in atoms_of(words))
