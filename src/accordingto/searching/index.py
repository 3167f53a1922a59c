"""Answers searches from the narrow columns, which are read once and again when the store has changed."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from accordingto.searching.asked import FACETS, LONGEST_VALUE, Kind, Search
from accordingto.searching.masks import Mask, counts_of, facet_mask, mask_of, without
from accordingto.store.narrow import NarrowClaims
from accordingto.store.store import Store

PAGE_SIZE: Final = 25
SHOWN_VALUES: Final = 12
READ_AT_ONCE: Final = 20_000
"""Claims up to which the columns are read again while the reader waits (a fifth of a second); more are read beside."""
LOOK_AFTER: Final = 0.2
"""Seconds between two looks at whether the store has changed."""

_NAMED: Final = frozenset({"actor", "recipient", "speaker"})


@dataclass(frozen=True, slots=True)
class FacetValue:
    """One value of a facet, as a search writes it, in how many of the claims, and whether it is ticked."""

    value: str
    shown: str
    claims: int
    is_ticked: bool


@dataclass(frozen=True, slots=True)
class Page:
    """One page of what was found. `keys` are numbers of claims, ids of incidents or of articles, by the kind.

    `total` counts things of the kind, `claims` claims; `next` is the key for the next page, None on the last.
    """

    keys: tuple[int | str, ...]
    total: int
    claims: int
    facets: dict[str, tuple[FacetValue, ...]]
    next: int | None


class SearchIndex:
    """The columns of one store, for any number of threads."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._lock = threading.Lock()
        self._held: tuple[str, NarrowClaims] | None = None
        self._looked = 0.0

    def claims(self) -> NarrowClaims:
        """The columns as the store is; of a large one, as it was a few seconds ago while they are read again."""
        held = self._held
        if held is not None and time.monotonic() - self._looked < LOOK_AFTER:
            return held[1]
        version = self._store.version()
        self._looked = time.monotonic()
        if held is not None and held[0] == version:
            return held[1]
        if held is None or len(held[1]) <= READ_AT_ONCE:
            return self._read()
        threading.Thread(target=self._read_beside, daemon=True).start()
        return held[1]

    def is_ready(self, seconds: float) -> bool:
        """True once the columns are read, which begins now; waits so long for it at most."""
        if self._held is not None:
            return True
        reading = threading.Thread(target=self._read_beside, daemon=True)
        reading.start()
        reading.join(seconds)
        return self._held is not None

    def find(self, search: Search, *, size: int = PAGE_SIZE) -> Page:
        """The page of the search that starts after its key, with the counts of every facet."""
        claims = self.claims()
        articles = None if search.words is None else self._store.article_numbers(search.words)
        mask = mask_of(claims, search, articles)
        rows = _first_rows(claims, search.kind, np.flatnonzero(mask))
        start = 0 if search.after is None else _place_after(claims, rows, search.after)
        shown = rows[start : start + size]
        is_last = start + size >= len(rows)
        facets = {facet: _facet(claims, search, facet, (mask, articles)) for facet in FACETS}
        following = None if is_last or not len(shown) else int(claims.numbers[shown[-1]])
        return Page(_keys(claims, search.kind, shown), len(rows), int(mask.sum()), facets, following)

    def totals(self, facet: str) -> dict[str | None, int]:
        """How many claims hold each value of the facet, most first; a value that no claim holds is left out."""
        claims = self.claims()
        counts = counts_of(claims, facet, np.ones(len(claims), dtype=bool))
        values = (claims.columns.get(facet) or claims.pairs[facet]).values
        return {values[place]: int(counts[place]) for place in np.argsort(-counts, kind="stable") if counts[place]}

    def every_key(self, search: Search) -> Iterator[int | str]:
        """The keys of all that fits, in order, whatever page the search is of."""
        claims = self.claims()
        articles = None if search.words is None else self._store.article_numbers(search.words)
        rows = _first_rows(claims, search.kind, np.flatnonzero(mask_of(claims, search, articles)))
        for start in range(0, len(rows), 1000):
            yield from _keys(claims, search.kind, rows[start : start + 1000])

    def _read(self) -> NarrowClaims:
        with self._lock:
            version = self._store.version()
            if self._held is None or self._held[0] != version:
                self._held = (version, self._store.narrow_claims())
            return self._held[1]

    def _read_beside(self) -> None:
        if self._held is not None and self._lock.locked():
            return
        self._read()


def _first_rows(claims: NarrowClaims, kind: Kind, rows: NDArray[np.int64]) -> NDArray[np.int64]:
    """The rows, or the first row of each incident or article among them."""
    if kind is Kind.CLAIMS:
        return rows
    column = claims.columns["incident" if kind is Kind.INCIDENTS else "article"]
    codes = column.codes[rows]
    if kind is Kind.INCIDENTS and None in column.values:
        is_held = codes != column.values.index(None)
        rows, codes = rows[is_held], codes[is_held]
    return rows[np.sort(np.unique(codes, return_index=True)[1])]


def _place_after(claims: NarrowClaims, rows: NDArray[np.int64], key: int) -> int:
    """Where the page starts: after the claim of that number, which may have left the result meanwhile."""
    at = np.flatnonzero(claims.numbers == key)
    return int(np.searchsorted(rows, at[0], side="right")) if len(at) else len(rows)


def _keys(claims: NarrowClaims, kind: Kind, rows: NDArray[np.int64]) -> tuple[int | str, ...]:
    if kind is Kind.CLAIMS:
        return tuple(int(number) for number in claims.numbers[rows])
    column = claims.columns["incident" if kind is Kind.INCIDENTS else "article"]
    return tuple(column.values[code] or "" for code in column.codes[rows])


def _facet(
    claims: NarrowClaims, search: Search, facet: str, found: tuple[Mask, frozenset[int] | None]
) -> tuple[FacetValue, ...]:
    """The ticked values and the most frequent others, counted as if nothing were ticked in this facet."""
    mask, articles = found
    ticked: tuple[str, ...] = getattr(search, facet)
    base = mask_of(claims, without(search, facet), articles) if ticked else mask
    counts = counts_of(claims, facet, base)
    values = (claims.columns.get(facet) or claims.pairs[facet]).values
    most = np.argsort(-counts, kind="stable")[: SHOWN_VALUES + 1]
    shown = [(values[place], int(counts[place])) for place in most if counts[place] > 0]
    rows = [
        FacetValue(_asked(facet, value), value, number, _asked(facet, value) in ticked)
        for value, number in shown
        if value and len(value) < LONGEST_VALUE - 2
    ]
    missing = [value for value in ticked if value not in {row.value for row in rows}]
    held = [FacetValue(each, each, int((base & facet_mask(claims, facet, (each,))).sum()), True) for each in missing]
    return (*held, *rows[:SHOWN_VALUES])


def _asked(facet: str, value: str | None) -> str:
    return f'"{value}"' if facet in _NAMED else (value or "")
