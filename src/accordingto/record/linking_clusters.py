"""Groups from scored pairs, such that one strong link between two groups does not join them: average linkage.

Groups are joined in the order of their mean score, a pair without a score counting as 0, until no mean reaches the
threshold. Pairs judged different by a person keep their groups apart; pairs judged the same are joined first.
"""

from __future__ import annotations

import heapq
from collections.abc import Collection, Iterable, Mapping, Sequence

Key = tuple[str, str]


def cluster(
    items: Iterable[str],
    scores: Mapping[Key, float],
    *,
    threshold: float,
    together: Collection[Key] = (),
    apart: Collection[Key] = (),
) -> list[tuple[str, ...]]:
    """The groups, each in order and by their first items; the same for any order of items and pairs.

    >>> cluster("abcd", {("a", "b"): 0.9, ("b", "c"): 0.8, ("a", "c"): 0.0}, threshold=0.5)
    [('a', 'b'), ('c',), ('d',)]
    """
    names = sorted(set(items))
    known = set(names)
    kept = {_key(*pair): score for pair, score in scores.items() if known.issuperset(pair) and pair[0] != pair[1]}
    merger = _Merger(names, kept, {_key(*pair) for pair in apart if known.issuperset(pair)})
    for left, right in sorted(_key(*pair) for pair in together if known.issuperset(pair)):
        merger.join(merger.group_of(left), merger.group_of(right))
    merger.run(threshold)
    return sorted(tuple(sorted(members)) for members in merger.members.values())


def _key(left: str, right: str) -> Key:
    return (left, right) if left < right else (right, left)


class _Merger:
    """The state of one clustering: groups named by their first item, and sums of scores between groups."""

    def __init__(self, names: Sequence[str], scores: Mapping[Key, float], apart: Collection[Key]) -> None:
        self.members: dict[str, list[str]] = {name: [name] for name in names}
        self.sums: dict[str, dict[str, float]] = {name: {} for name in names}
        self.barred: dict[str, set[str]] = {name: set() for name in names}
        self.heap: list[tuple[float, str, str, int]] = []
        for (left, right), score in sorted(scores.items()):
            self.sums[left][right] = self.sums[right][left] = score
        for left, right in apart:
            self.barred[left].add(right)
            self.barred[right].add(left)
        self._owner = {name: name for name in names}

    def group_of(self, name: str) -> str:
        """The group that the item is in now."""
        return self._owner[name]

    def run(self, threshold: float) -> None:
        """Join the two groups of the highest mean, again and again, until none reaches the threshold."""
        for left, others in self.sums.items():
            for right in others:
                if left < right:
                    self._push(left, right)
        while self.heap:
            negative, left, right, size = heapq.heappop(self.heap)
            if -negative < threshold:
                return
            if left in self.members and right in self.members and size == self._size(left, right):
                self.join(left, right)

    def join(self, left: str, right: str) -> None:
        """Put two groups together under the earlier name; groups kept apart stay apart."""
        if left == right or right in self.barred[left]:
            return
        first, second = _key(left, right)
        for name in self.members[second]:
            self._owner[name] = first
        self.members[first] += self.members.pop(second)
        self._take_sums(first, second)
        for other in self.barred.pop(second):
            self.barred[other].discard(second)
            self.barred[other].add(first)
            self.barred[first].add(other)

    def _take_sums(self, first: str, second: str) -> None:
        self.sums[first].pop(second, None)
        for other, total in sorted(self.sums.pop(second).items()):
            if other == first:
                continue
            self.sums[other].pop(second)
            self.sums[first][other] = self.sums[other][first] = self.sums[first].get(other, 0.0) + total
        for other in self.sums[first]:
            self._push(*_key(first, other))

    def _push(self, left: str, right: str) -> None:
        cells = len(self.members[left]) * len(self.members[right])
        mean = round(self.sums[left][right] / cells, 9)
        heapq.heappush(self.heap, (-mean, left, right, self._size(left, right)))

    def _size(self, left: str, right: str) -> int:
        return len(self.members[left]) * 100_003 + len(self.members[right])
