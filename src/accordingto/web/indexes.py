"""The search index of each store that is shown."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from accordingto.searching import SearchIndex
from accordingto.store.store import Store

SECONDS_TO_WAIT: Final = 0.8
"""Time a page waits for the index before it says that it is being read."""


@lru_cache(maxsize=16)
def index_of(store: Store) -> SearchIndex:
    """The one index of the store."""
    return SearchIndex(store)
