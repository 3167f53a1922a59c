"""Words as claims are compared by them: base forms, what kin two words are, and how rare each is in the news.

The tables in `data/linking_words.json` come from WordNet, from the groups of `linking_groups.toml` and from counts over
news texts; `training/coreference/words.py` writes them.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from math import log, sqrt
from typing import Final

from accordingto.model.resources import load_toml, read_data

WORD: Final = re.compile(r"[A-Za-zÀ-ɏ0-9$€£](?:[\w'’.,-]*\w)?")
_ENDINGS: Final = (
    ("ies", "y"), ("sses", "ss"), ("ing", "e"), ("ing", ""), ("ed", "e"), ("ed", ""), ("es", "e"), ("es", ""),
    ("s", ""),
)  # fmt: skip
_STEMMED: Final = (("ies", "y"), ("ing", ""), ("ed", ""), ("es", ""), ("s", ""))
_SHORTEST: Final = 3
_SCALE: Final = 9
NEAR_IN_MEANING: Final = 0.3
"""Kinship from which two words may tell one act: *shot*, *killed*."""


@dataclass(frozen=True, slots=True)
class WordTables:
    """`bases` of irregular forms, `kin`: the senses of a word with their weights, `rarity` by base form."""

    bases: Mapping[str, str]
    kin: Mapping[str, Mapping[str, float]]
    rarity: Mapping[str, float]
    rarest: float


@cache
def load_words() -> WordTables:
    """The tables that the package ships, read once."""
    table = json.loads(read_data("linking_words.json"))
    return WordTables(
        bases=table["bases"],
        kin={word: _nodes(row) for word, row in table["kin"].items()},
        rarity={word: float(level) for level, words in table["rarity"].items() for word in words.split()},
        rarest=log(1 + table["texts"]),
    )


@cache
def word_list(name: str) -> frozenset[str]:
    """A list of `linking_lists.toml`: small, telling, weekdays, months, numbers."""
    return frozenset(load_toml("linking_lists.toml")[name].split())


def small_words() -> frozenset[str]:
    """Words that tell nothing of what a report is about."""
    return word_list("small")


@lru_cache(maxsize=1 << 17)
def base_form(word: str) -> str:
    """The base of a word in lower case: of *shot* shoot, of *arrested* arrest; a stem where no table knows it.

    >>> base_form("shot"), base_form("arrested"), base_form("stopping"), base_form("Homs".lower())
    ('shoot', 'arrest', 'stop', 'hom')
    """
    tables = load_words()
    plain = word.removesuffix("'s").removesuffix("’s")
    if plain in tables.bases:
        return tables.bases[plain]
    if plain in tables.kin:
        return plain
    for ending, instead in _ENDINGS:
        if plain.endswith(ending) and len(plain) - len(ending) >= _SHORTEST - 1:
            base = plain[: -len(ending)] + instead
            if base in tables.kin:
                return base
            if not instead and len(base) > _SHORTEST and base[-1] == base[-2] and base[:-1] in tables.kin:
                return base[:-1]
    return _stem(plain)


@lru_cache(maxsize=1 << 16)
def rarity(base: str) -> float:
    """How rare a base form is in the news: 0 for words of every text, about 7 for words of none."""
    tables = load_words()
    return tables.rarity.get(base, tables.rarest)


@lru_cache(maxsize=1 << 16)
def kinship(left: str, right: str) -> float:
    """How near two base forms are in meaning, 0 to 1: one word, one family, synonyms, one sense above them.

    >>> kinship("kill", "kill"), kinship("purchase", "acquisition") > 0.5, kinship("arrest", "climb") < 0.3
    (1.0, True, True)
    """
    if left == right:
        return 1.0
    tables = load_words()
    mine, theirs = tables.kin.get(left), tables.kin.get(right)
    if not mine or not theirs:
        return 0.0
    return max((sqrt(mine[node] * theirs[node]) for node in mine.keys() & theirs.keys()), default=0.0)


def are_near(left: Collection[str], right: Collection[str]) -> bool:
    """True where a base form of the left may tell the act that one of the right tells: *shoot*, *kill*."""
    return any(kinship(mine, theirs) >= NEAR_IN_MEANING for mine in left for theirs in right)


def words_in(text: str) -> list[str]:
    """The words and numbers of a text, as written."""
    return WORD.findall(text)


def telling_bases(words: Iterable[str]) -> list[str]:
    """The base forms of the words that tell something, in order.

    >>> telling_bases(["The", "troops", "were", "firing"])
    ['troop', 'firing']
    """
    small = small_words()
    lower = (word.lower() for word in words)
    return [base_form(word) for word in lower if word not in small]


@lru_cache(maxsize=1 << 14)
def trigger_bases(trigger: str) -> frozenset[str]:
    """The base forms of a trigger's telling words: each is asked for in many pairs of claims.

    >>> sorted(trigger_bases("were shot dead"))
    ['dead', 'shoot']
    """
    return frozenset(telling_bases(words_in(trigger)))


def numbers_in(words: Iterable[str]) -> frozenset[str]:
    """The numbers among the words: figures, and words for small and round ones."""
    small = word_list("numbers")
    return frozenset(
        word.strip("$€£.,") for word in words if word[0].isdigit() or word[0] in "$€£" or word.lower() in small
    )


def _stem(word: str) -> str:
    for ending, instead in _STEMMED:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST and not word.endswith("ss"):
            return word[: -len(ending)] + instead
    return word


def _nodes(row: str) -> dict[str, float]:
    return {node: int(weight) / _SCALE for node, weight in (cell.split(":") for cell in row.split())}
