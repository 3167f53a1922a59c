"""Which claims fit, as one truth value a row of the narrow columns, and how many hold each value of a facet."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from accordingto.searching.asked import FACETS, Search
from accordingto.store.narrow import Column, NarrowClaims, Pairs

Mask = NDArray[np.bool_]

_QUOTED: Final = 3
"""Characters of the shortest whole name: one letter between quotation marks."""


def mask_of(claims: NarrowClaims, search: Search, articles: Collection[int] | None = None) -> Mask:
    """True for the rows that fit, in which `articles` are the numbers of those that hold the words (None: all)."""
    mask = np.ones(len(claims), dtype=bool)
    if articles is not None:
        mask &= np.isin(claims.articles, np.fromiter(articles, dtype=np.int32))
    if search.since is not None:
        mask &= claims.last >= search.since.toordinal()
    if search.until is not None:
        mask &= (claims.first <= search.until.toordinal()) & (claims.first > 0)
    if search.disputed:
        mask &= claims.disputed
    for facet in FACETS:
        if getattr(search, facet):
            mask &= facet_mask(claims, facet, getattr(search, facet))
    return mask


def counts_of(claims: NarrowClaims, facet: str, mask: Mask) -> NDArray[np.int64]:
    """How many of the rows hold each value of the facet, in the order of its values."""
    found = _values(claims, facet)
    if isinstance(found, Column):
        return np.bincount(found.codes[mask], minlength=len(found.values))
    return np.bincount(found.codes[mask[found.rows]], minlength=len(found.values))


def without(search: Search, facet: str) -> Search:
    """The same search with nothing ticked in the facet: what its other values are counted in."""
    nothing: dict[str, Any] = {facet: ()}  # a field may hold any type of value
    return replace(search, **nothing)


def facet_mask(claims: NarrowClaims, facet: str, wanted: tuple[str, ...]) -> Mask:
    """True for the rows that hold one of the values."""
    found = _values(claims, facet)
    if isinstance(found, Column):
        fold = str.casefold if facet == "publisher" else str
        names = {fold(name) for name in wanted}
        is_wanted = np.fromiter((fold(value or "") in names for value in found.values), dtype=bool)
        return is_wanted[found.codes] if len(found.values) else np.zeros(len(claims), dtype=bool)
    is_wanted = _is_wanted(found, facet, wanted)
    mask = np.zeros(len(claims), dtype=bool)
    if len(found.rows):
        mask[found.rows[is_wanted[found.codes]]] = True
    return mask


def _values(claims: NarrowClaims, facet: str) -> Column | Pairs:
    return claims.columns[facet] if facet in claims.columns else claims.pairs[facet]


def _is_wanted(found: Pairs, facet: str, wanted: tuple[str, ...]) -> Mask:
    """True for the values that are wanted; of names, those of which a part is asked for too."""
    is_wanted = np.zeros(len(found.values), dtype=bool)
    for name in wanted:
        if facet == "country":
            is_wanted |= np.fromiter((value == name for value in found.values), dtype=bool)
        else:
            is_wanted |= np.fromiter(_naming(found.folded, name.casefold()), dtype=bool)
    return is_wanted


def _naming(folded: Iterable[str], asked: str) -> Iterable[bool]:
    if len(asked) >= _QUOTED and asked[0] == asked[-1] == '"':
        whole = asked[1:-1]
        return (value == whole for value in folded)
    return (asked in value for value in folded)


def is_named(value: str, asked: str) -> bool:
    """True where the name holds what is asked, or is it, where that stands in quotation marks.

    >>> is_named("Nawaf Fares", "fares"), is_named("Nawaf Fares", '"fares"'), is_named("Nawaf Fares", '"Nawaf Fares"')
    (True, False, True)
    """
    return next(iter(_naming([value.casefold()], asked.casefold())))
