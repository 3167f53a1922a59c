"""The words of data/factuality.toml, looked up by word, class and arc."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from spacy.tokens import Token

from accordingto.events.stance import Stance
from accordingto.model.claim import Factuality
from accordingto.model.resources import load_toml

_LISTS = {"VERB": "verbs", "AUX": "verbs", "NOUN": "nouns", "PROPN": "nouns", "ADJ": "adjectives", "ADV": "adjectives"}


@dataclass(frozen=True, slots=True)
class Governor:
    """What a word does to its complement: its stance where the word holds, where it is denied, and when passed on."""

    name: str
    affirmed: Stance
    negated: Stance
    presupposed: bool
    teller: Stance | None


def governor_of(word: Token, arc: str) -> Governor | None:
    """The group of a governing word for this kind of complement, or None where the word is in none."""
    kind = _LISTS.get(word.pos_)
    if kind is None:
        return None
    table = _governors()
    if kind == "verbs":
        found = _phrasal(table, word, arc)
        if found is not None:
            return found
    return table.get((kind, word.lower_, arc)) or table.get((kind, word.lemma_, arc))


def _phrasal(table: dict[tuple[str, str, str], Governor], word: Token, arc: str) -> Governor | None:
    """The group of a verb with its particle: *call off* a strike, *have yet* to agree."""
    particles = (child.lower_ for child in word.rights if child.dep_ in {"prt", "advmod"})
    found = (table.get(("verbs", f"{word.lemma_} {particle}", arc)) for particle in particles)
    return next((governor for governor in found if governor is not None), None)


def modifier_stance(word: Token) -> Stance | None:
    """The stance that an adjective or adverb gives the event beside it: *alleged*, *nearly*, *so-called*."""
    return _modifiers().get(word.lower_) or _modifiers().get(_with_what_is_joined(word))


def _with_what_is_joined(word: Token) -> str:
    """The word with what a hyphen joins to it, which the parse takes apart: *so-called*."""
    doc, i = word.doc, word.i
    return f"{doc[i - 2].lower_}-{word.lower_}" if i > 1 and doc[i - 1].lower_ == "-" else word.lower_


def modal_stance(word: Token) -> Stance | None:
    """The stance a modal verb gives its main verb."""
    return _stances("modal").get(word.lower_)


def preposition_stance(word: str) -> Stance | None:
    """The stance of an event after the preposition, or None where it says nothing: *without* firing."""
    return _stances("preposition").get(word)


@cache
def words(group: str) -> frozenset[str]:
    """A plain word list of the data file's `words` table."""
    return frozenset(load_toml("factuality.toml")["words"][group])


@cache
def _governors() -> dict[tuple[str, str, str], Governor]:
    table: dict[tuple[str, str, str], Governor] = {}
    for row in load_toml("factuality.toml")["governor"]:
        governor = _governor(row)
        keys = [(kind, word, arc) for kind in set(_LISTS.values()) for word in row.get(kind, ()) for arc in row["arcs"]]
        for key in keys:
            table.setdefault(key, governor)
    return table


def _governor(row: dict[str, Any]) -> Governor:  # a TOML table: values of many types
    teller = row.get("teller")
    return Governor(
        name=row["name"],
        affirmed=_stance(row["affirmed"]),
        negated=_stance(row["negated"]),
        presupposed=row.get("presupposed", False),
        teller=_stance(teller) if teller is not None else None,
    )


@cache
def _modifiers() -> dict[str, Stance]:
    rows = load_toml("factuality.toml")["modifier"]
    return {word: _stance(row["stance"]) for row in reversed(rows) for word in row["words"]}


@cache
def _stances(group: str) -> dict[str, Stance]:
    return {word: _stance(pair) for word, pair in load_toml("factuality.toml")[group].items()}


def _stance(pair: list[Any]) -> Stance:  # [factuality, commitment]
    return Stance(Factuality(pair[0]), float(pair[1]))
