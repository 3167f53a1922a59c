"""Whether two reports describe the same ones, where neither gives a name: *nine Somali pirates*, *the pirates*."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable
from functools import cache
from typing import Final

from accordingto.model.entity import EntityKind
from accordingto.model.reported import Party, ReportedClaim
from accordingto.model.resources import read_data
from accordingto.record.features_words import base_form, small_words, word_list, words_in
from accordingto.record.parties import is_same_party, is_unspecific, name_words
from accordingto.record.sources import head_of

FEWEST_COUNTED: Final = 3
"""Nine pirates and nine fishermen of one act are the same nine; one man and one boy may be two."""

_NUMBER: Final = re.compile(r"\d[\d,]*$")
_NO_NAMES: Final = ("weekdays", "months", "numbers")


def is_described_alike(left: Party, right: Party, *, by_number: bool = False) -> bool:
    """True where both are one party by name, or one description fits the other; numbers may differ.

    `by_number` takes two descriptions for one too that have a number and a word in common, whatever their heads.

    >>> is_described_alike(Party("nine farmers"), Party("The farmers"))
    True
    >>> is_described_alike(Party("an army post"), Party("a police post"))
    False
    >>> is_described_alike(Party("nine Somali pirates"), Party("nine Somali fishermen"), by_number=True)
    True
    """
    if left.country and right.country and left.country != right.country:
        return False
    if is_same_party(left, right):
        return not is_unspecific(left)
    if EntityKind.PERSON in (left.kind, right.kind) and left.kind != right.kind:
        return False
    mine, theirs = _kept(left.name), _kept(right.name)
    if by_number and _is_one_number(left.name, right.name) and mine & theirs:
        return True
    return not is_unspecific(left) and not is_unspecific(right) and is_one_sort(left.name, right.name)


def is_told_in_other_number(left: Party, right: Party) -> bool:
    """True for *seven election observers* and *three observers*; not for *at least three* nor *the observers*."""
    mine, theirs = left.name.casefold().split()[:1], right.name.casefold().split()[:1]
    if not mine or not theirs or not is_number(mine[0]) or not is_number(theirs[0]) or mine == theirs:
        return False
    return mine[0].isdigit() == theirs[0].isdigit() and is_one_sort(left.name, right.name)


def is_one_sort(left: str, right: str) -> bool:
    """True where the heads are one word and the other words of one are among those of the other, numbers aside."""
    if base_form(head_of(left)) != base_form(head_of(right)):
        return False
    mine, theirs = _kept(left), _kept(right)
    return mine <= theirs or theirs <= mine


def is_number(word: str) -> bool:
    """True for a figure, and for a word of a small or a round number."""
    return word in word_list("numbers") or _NUMBER.match(word) is not None


def any_described_alike(left: Iterable[Party], right: Iterable[Party], *, by_number: bool = False) -> bool:
    """True where one of the left is described like one of the right."""
    others = tuple(right)
    return any(is_described_alike(mine, theirs, by_number=by_number) for mine in left for theirs in others)


def names_told(claim: ReportedClaim) -> frozenset[str]:
    """The names in the claim's sentence but for its first word, as base forms: what a scene is known by.

    Countries and peoples are none: two blasts of one day in Iraq are two scenes.
    """
    trigger = {word.casefold() for word in words_in(claim.trigger)}
    words = [word for word in words_in(claim.sentence)[1:] if word[0].isupper()]
    known = small_words().union(*(word_list(name) for name in _NO_NAMES), trigger, words_of_countries())
    return frozenset(base_form(word.casefold()) for word in words if word.casefold() not in known)


@cache
def words_of_countries() -> frozenset[str]:
    """The words of countries' names and of what their people are called, in small letters."""
    rows = csv.DictReader(read_data("actors/countries.csv").splitlines())
    told = (name for row in rows for name in (row["name"], *row["demonyms"].split(";")))
    return frozenset(word.casefold() for name in told for word in words_in(name))


def _kept(name: str) -> frozenset[str]:
    """The base forms of what describes: no articles, no numbers."""
    words = (word for word in name_words(name) if word not in small_words() and not is_number(word))
    return frozenset(map(base_form, words))


def _is_one_number(left: str, right: str) -> bool:
    """True for *nine pirates* and *nine fishermen*, not for *two men* and *two boys*."""
    mine, theirs = _number_of(left), _number_of(right)
    return mine is not None and mine == theirs


def _number_of(name: str) -> str | None:
    small = word_list("numbers") - {"one", "two", "hundred", "thousand", "million", "billion", "dozen"}
    for word in name.casefold().split():
        if word in small or (_NUMBER.match(word) and int(word.replace(",", "")) >= FEWEST_COUNTED):
            return word
    return None
