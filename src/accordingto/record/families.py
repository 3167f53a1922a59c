"""Which reports are one dispatch in several papers: wire copies, reprints, trimmed and lightly rewritten versions.

A report is cut into shingles of five words; words inside quotation marks are left out, because two reporters who
heard the same speech share them without having copied from each other. A fixed share of all shingles (a FracMinHash
sketch) are the keys under which a store finds what a report may be a copy of, whole or trimmed; the exact containment
then decides.
"""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from accordingto.model.article import Article, PartRole

SHINGLE_WORDS = 5
SKETCH_SHARE = 8
"""One shingle in so many is a key: a copy of a third of a 150-word brief still shares one with 19 in 20."""
MOST_KEYS = 96
LEAST_SHARED = 0.3
"""Containment from which one is a copy of the other. Independent reports of one event share under a tenth."""
LEAST_SHINGLES = 15
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_QUOTED = re.compile(r"[“\"][^“”\"\n]{1,2000}[”\"]")
_COPIED_PARTS = {PartRole.BODY, PartRole.BLOCKQUOTE}


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """A report's own words as hashes of shingles; `keys` is the part of them to look copies up by."""

    article: str
    shingles: frozenset[int]
    keys: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Copy:
    """A judgement that two reports are one dispatch; `shared` is the share of the shorter one's shingles."""

    left: str
    right: str
    shared: float

    @property
    def reason(self) -> str:
        """For people: why they count as one."""
        return f"{self.shared:.0%} of the shorter report's own words run as in the other"


def fingerprint_of(article: Article) -> Fingerprint:
    """The article's shingles and keys; none for a text of fewer than five words."""
    shingles: set[int] = set()
    for part in article.parts:
        if part.role in _COPIED_PARTS:
            shingles.update(_shingles(_QUOTED.sub(" ", part.span.of(article.text))))
    keys = sorted(number for number in shingles if number % SKETCH_SHARE == 0)[:MOST_KEYS]
    return Fingerprint(article.id, frozenset(shingles), tuple(keys))


def find_copy(left: Fingerprint, right: Fingerprint) -> Copy | None:
    """The judgement that the two are one dispatch, or None."""
    fewest = min(len(left.shingles), len(right.shingles))
    if fewest < LEAST_SHINGLES or left.article == right.article:
        return None
    shared = len(left.shingles & right.shingles) / fewest
    if shared < LEAST_SHARED:
        return None
    first, second = sorted((left.article, right.article))
    return Copy(first, second, shared)


def assemble_families(copies: Iterable[Copy]) -> dict[str, str]:
    """The family of every article that has a copy: the least id among all that are copies of each other, one by one."""
    neighbours: dict[str, set[str]] = defaultdict(set)
    for copy in copies:
        neighbours[copy.left].add(copy.right)
        neighbours[copy.right].add(copy.left)
    families: dict[str, str] = {}
    for article in sorted(neighbours):
        if article not in families:
            families.update(dict.fromkeys(_reached(article, neighbours), article))
    return families


def _reached(start: str, neighbours: dict[str, set[str]]) -> set[str]:
    reached, waiting = {start}, [start]
    while waiting:
        fresh = neighbours[waiting.pop()] - reached
        reached |= fresh
        waiting += fresh
    return reached


def _shingles(text: str) -> Iterable[int]:
    words = [word.casefold() for word in _WORD.findall(text)]
    for start in range(len(words) - SHINGLE_WORDS + 1):
        joined = " ".join(words[start : start + SHINGLE_WORDS])
        yield int.from_bytes(hashlib.blake2b(joined.encode("utf-8", "surrogatepass"), digest_size=7).digest())
