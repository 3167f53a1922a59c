"""When the articles of an archive are current: one is not, from when its address shows another until it shows it again.

This is what a store works out as articles are added (`store/versions.py`), told beforehand from the whole archive.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

Place = tuple[int, int]
"""Where an article stands in an archive: the number of its shard, and its row there."""
Absences = Mapping[Place, tuple[tuple[Place, Place | None], ...]]
"""For an article that is not always current: from which article on it is not, and from which on it is again."""


@dataclass(frozen=True, slots=True)
class Arrival:
    """An article of the archive: its place, its id, and the address where it was found."""

    place: Place
    article: str
    address: str | None


def repeated(arrivals: Iterable[Arrival]) -> frozenset[Place]:
    """The places of articles that stand in the archive before: they are passed over."""
    first: dict[str, Place] = {}
    return frozenset(each.place for each in arrivals if first.setdefault(each.article, each.place) != each.place)


def absences(arrivals: Iterable[Arrival]) -> Absences:
    """When which article is not current; those that always are stay out.

    >>> old, new = Arrival((0, 0), "old", "https://example.org/"), Arrival((0, 1), "new", "https://example.org/")
    >>> absences([old, new])
    {(0, 0): (((0, 1), None),)}
    """
    first: dict[str, Place] = {}
    latest: dict[str, str] = {}
    shown_at: dict[str, set[str]] = defaultdict(set)
    spans: dict[Place, list[tuple[Place, Place | None]]] = defaultdict(list)
    for each in arrivals:
        first.setdefault(each.article, each.place)
        if each.address is None or latest.get(each.address) == each.article:
            continue
        before, latest[each.address] = latest.get(each.address), each.article
        shown_at[each.article].add(each.address)
        if before is not None and not any(latest[address] == before for address in shown_at[before]):
            spans[first[before]].append((each.place, None))
        mine = spans.get(first[each.article], [])
        if mine and mine[-1][1] is None:
            mine[-1] = (mine[-1][0], each.place)
    return {place: tuple(some) for place, some in spans.items()}


def is_present(absent: Absences, place: Place, at: Place) -> bool:
    """True where the article at `place` is current when the one at `at` is added."""
    return not any(start <= at and (end is None or at < end) for start, end in absent.get(place, ()))
