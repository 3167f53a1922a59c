"""The small words of `data/actors/words.toml`, as sets."""

from __future__ import annotations

from functools import cache

from accordingto.model.resources import load_toml


@cache
def words(group: str) -> frozenset[str]:
    """The words of a group, such as "prepositions" or "titles"."""
    return frozenset(load_toml("actors/words.toml")[group])


def spelled_out(title: str) -> str:
    """A title in lower case without shortened words.

    >>> spelled_out("lt. gen.")
    'lieutenant general'
    """
    full: dict[str, str] = load_toml("actors/words.toml")["shortened"]
    return " ".join(full.get(word.removesuffix("."), word) for word in title.split())
