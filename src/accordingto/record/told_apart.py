"""Whether two reports name parties that cannot be the same, so that one of them must be wrong."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from accordingto.model.entity import EntityKind
from accordingto.model.reported import Party
from accordingto.record.descriptions import is_one_sort, words_of_countries
from accordingto.record.features_words import words_in
from accordingto.record.parties import is_a_persons_name, is_named, is_same_party, is_unspecific, name_words, side_of

_CIVILIANS: Final = "civilians"
_FIGHTING: Final = {"state", "armed_opponents"}


@lru_cache(maxsize=1 << 16)
def is_opposed_party(left: Party, right: Party) -> bool:
    """True where both are told apart well enough to say that they are not the same and neither is part of the other.

    >>> is_opposed_party(Party("the army", None, "SYR", ("MIL",)), Party("rebels", None, "SYR", ("REB",)))
    True
    >>> is_opposed_party(Party("gunmen"), Party("Anna Weber", "person"))
    False
    """
    if is_unspecific(left) or is_unspecific(right) or is_same_party(left, right) or _is_first_name(left, right):
        return False
    if _may_be_described(left, right) or _is_part_of_country(left, right):
        return False
    if _is_country_told(left) and _is_country_told(right) and left.country != right.country:
        return True
    if is_one_sort(left.name, right.name):
        return False
    sides = side_of(left), side_of(right)
    if None not in sides:
        return sides[0] != sides[1]
    return (
        left.kind == right.kind == EntityKind.PERSON and is_a_persons_name(left.name) and is_a_persons_name(right.name)
    )


def _is_first_name(left: Party, right: Party) -> bool:
    """True for *Leyla* and *Leyla Aliyeva*."""
    shorter, longer = sorted((name_words(left.name), name_words(right.name)), key=len)
    return left.kind == right.kind == EntityKind.PERSON and len(shorter) == 1 and shorter[0] in longer


def _may_be_described(left: Party, right: Party) -> bool:
    """True for one person by name and one by description: *Luis Paredes*, *the gunman of nineteen*.

    But for a description that puts him on the other side of a fight: *Luis Paredes*, a rebel, and *a soldier*.
    """
    if not left.kind == right.kind == EntityKind.PERSON or is_a_persons_name(left.name) == is_a_persons_name(
        right.name
    ):
        return False
    return {side_of(left), side_of(right)} != _FIGHTING


def _is_part_of_country(left: Party, right: Party) -> bool:
    """True for *North Korea* and *North Korean vessels*: what is done to the one is done to the other."""
    if left.country != right.country or (left.kind == EntityKind.COUNTRY) == (right.kind == EntityKind.COUNTRY):
        return False
    part = right if left.kind == EntityKind.COUNTRY else left
    return side_of(part) in {None, _CIVILIANS}


def _is_country_told(party: Party) -> bool:
    """True where the country is in the words, or known with the name; that of bare *soldiers* is only inferred."""
    if party.country is None:
        return False
    if party.kind == EntityKind.COUNTRY or is_named(party):
        return True
    return not words_of_countries().isdisjoint(word.casefold() for word in words_in(party.name))
