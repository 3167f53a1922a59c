"""The small words of `data/actors/words.toml`, as sets."""

from __future__ import annotations

from functools import cache

from accordingto.model.resources import load_toml


@cache
def words(group: str) -> frozenset[str]:
    """The words of a group, such as "prepositions" or "titles"."""
    return frozenset(load_toml("actors/words.toml")[group])
