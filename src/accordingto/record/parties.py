"""Whether two reports mean the same person, body or side."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import Any

from accordingto.model.entity import EntityKind
from accordingto.model.reported import Party
from accordingto.model.resources import load_toml

_WORD = re.compile(r"[^\W_]+")
_ARTICLES = frozenset({"a", "an", "the", "some", "one", "two", "three", "several"})
_PARTICLES = frozenset({"al", "bin", "ibn", "van", "von", "der", "den", "de", "da", "di", "la", "le"})
_BODIES = {EntityKind.ORGANISATION, EntityKind.MEDIUM, EntityKind.GROUP}
SPELLING_LENGTH = 5
"""Surnames this long may differ by one letter between papers: Basher and Bashar."""


@lru_cache(maxsize=1 << 16)
def is_same_party(left: Party, right: Party) -> bool:
    """True where the two are one person or body, by name, initials or spelling.

    >>> is_same_party(Party("Nawaf al-Fares", "person"), Party("Fares", "person"))
    True
    >>> is_same_party(Party("Syria's foreign ministry", "organisation"), Party("the foreign ministry", "organisation"))
    True
    >>> is_same_party(Party("Anna Weber", "person"), Party("Karl Weber", "person"))
    False
    """
    mine, theirs = name_words(left.name), name_words(right.name)
    if not mine or not theirs:
        return False
    if left.country and right.country and left.country != right.country:
        return mine == theirs and _is_full_name(left, mine) and _is_full_name(right, theirs)
    if mine == theirs or _are_one_government(left, right):
        return True
    if EntityKind.PERSON in (left.kind, right.kind):
        return left.kind == right.kind and is_named(left) and is_named(right) and _same_person(mine, theirs)
    return _same_body(mine, theirs)


def any_same_party(left: Iterable[Party], right: Iterable[Party]) -> bool:
    """True where one of the left is one of the right."""
    others = tuple(right)
    return any(is_same_party(mine, theirs) for mine in left for theirs in others)


@lru_cache(maxsize=65536)
def name_words(name: str) -> tuple[str, ...]:
    """The words of a name that tell it apart, without accents, titles and particles.

    >>> name_words("Gen. Nawaf al-Fares"), name_words("the Ministry of Défense")
    (('nawaf', 'fares'), ('ministry', 'defense'))
    """
    lists = _lists()["names"]
    plain = unicodedata.normalize("NFKD", name.casefold().replace("’s", "").replace("'s", ""))
    words = _WORD.findall("".join(letter for letter in plain if not unicodedata.combining(letter)))
    dropped = {*lists["honorifics"], *lists["particles"], *lists["small"]}
    while len(words) > 2 and words[-1] in lists["suffixes"]:
        words.pop()
    kept = tuple(word for word in words[:-1] if word not in dropped) + _last(words, dropped)
    return kept or tuple(words)


def _last(words: list[str], dropped: set[str]) -> tuple[str, ...]:
    """The last word, unless it tells nothing. A title there is what the party is: *the interior minister*."""
    titles = {*_lists()["names"]["honorifics"]} - {"the"}
    if not words or (words[-1] in dropped and words[-1] not in titles):
        return ()
    return (words[-1],)


def is_named(party: Party) -> bool:
    """True for a name, False for a description: *Anna Weber*, not *a senior official*."""
    words = [word for word in party.name.split() if word[0].isalpha()]
    if not words or words[0].casefold() in {"a", "an", "some", "several"} or words[0] == "the":
        return False
    return any(word[0].isupper() for word in (words[1:] if words[0] == "The" else words))


@lru_cache(maxsize=1 << 16)
def is_a_persons_name(name: str) -> bool:
    """True for words that are all a name: *Ana Ruiz*, not *a Mafia boss* nor *the Lyon man*."""
    words = [word for word in name.split() if word[0].isalpha()]
    if not words or words[0].casefold() in _ARTICLES or is_unspecific(Party(name.casefold())):
        return False
    return words[-1][0].isupper() and all(word[0].isupper() or word in _PARTICLES for word in words)


def is_unspecific(party: Party) -> bool:
    """True for descriptions that fit many: *gunmen*, *three people*, *another group*."""
    words = [word for word in _WORD.findall(party.name.casefold()) if not word.isdigit()]
    return not words or (words[-1] in _lists()["unspecific"]["heads"] and not is_named(party))


def side_of(party: Party) -> str | None:
    """The side of a fight that the party's first sector puts it on, or None."""
    for side, sectors in _lists()["sides"].items():
        if party.sectors and party.sectors[0] in sectors:
            return str(side)
    return None


def _are_one_government(left: Party, right: Party) -> bool:
    return bool(left.country) and left.country == right.country and _is_government(left) and _is_government(right)


def _is_government(party: Party) -> bool:
    """True for a country that acts, its seat and its government: *Manila*, *the Philippine government*."""
    if party.kind in {EntityKind.COUNTRY, EntityKind.PLACE}:
        return party.sectors[:1] == ("GOV",)
    return name_words(party.name)[-1:] == ("government",)


def _is_full_name(party: Party, words: tuple[str, ...]) -> bool:
    """True for a person's first and last name: such a one may be read with a wrong country, an ambassador's post."""
    return (
        party.kind == EntityKind.PERSON
        and is_named(party)
        and len(words) > 1
        and words[-1] in party.name.split()[-1].casefold()
    )


def _same_person(mine: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
    if min(len(mine), len(theirs)) > 1 and (set(mine) <= set(theirs) or set(theirs) <= set(mine)):
        return True
    if not is_alike(mine[-1], theirs[-1]):
        return False
    if len(mine) == 1 or len(theirs) == 1:
        return True
    return mine[0][0] == theirs[0][0] and (min(len(mine[0]), len(theirs[0])) == 1 or is_alike(mine[0], theirs[0]))


def _same_body(mine: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
    shorter, longer = sorted((mine, theirs), key=len)
    if len(shorter) == 1 and len(longer) > 1 and shorter[0] == "".join(word[0] for word in longer):
        return True
    return set(shorter) <= set(longer) and (len(shorter) > 1 or len(longer) - len(shorter) <= 1)


def is_alike(left: str, right: str) -> bool:
    """True where two words are the same but for one letter of a long one.

    >>> is_alike("bashar", "basher"), is_alike("khan", "khat")
    (True, False)
    """
    if left == right:
        return True
    if min(len(left), len(right)) < SPELLING_LENGTH or abs(len(left) - len(right)) > 1:
        return False
    start = next((place for place, (a, b) in enumerate(zip(left, right, strict=False)) if a != b), len(left))
    return (
        left[start + 1 :] == right[start + 1 :]
        or left[start:] == right[start + 1 :]
        or left[start + 1 :] == right[start:]
    )


@cache
def _lists() -> dict[str, Any]:  # TOML values have no common type
    return load_toml("record.toml")
