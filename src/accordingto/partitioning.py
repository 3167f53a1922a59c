"""The links of an archive of shards, found by blocking key in partitions: exactly those of adding the shards in order.

Three steps, each of tasks that share nothing but a scratch folder. *Sorted*: of each shard, the keys of its claims and
articles go to the partition that a hash of the key names. *Met*: of each partition, who stands under a key that an
article asks for. *Linked*: of each shard, what its articles met most often in all partitions is compared.

What one process does is kept to the letter. Under a crowded key an article sees the sixty claims added last before it
(`CANDIDATES_A_KEY`), then the hundred that share most keys with it: both are told from the order of the archive, never
from which partition or process came first.
"""

from __future__ import annotations

import pickle
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any, Final
from zlib import crc32

from accordingto.judging import (
    CANDIDATES_A_KEY,
    MOST_CANDIDATES,
    MOST_OF_A_STORY,
    REPORTS_A_KEY,
    STORY_KEY,
    claim_keys,
    story_keys,
)
from accordingto.model.incident import Link
from accordingto.model.reading import Reading
from accordingto.model.reported import ReportedClaim
from accordingto.partitioning_presence import Absences, Arrival, Place, absences, is_present, repeated
from accordingto.record.blocking import search_keys_of, search_story_keys_of
from accordingto.record.flatten import reported_claims
from accordingto.record.incidents import tells_of_an_event
from accordingto.record.linking import link_claims
from accordingto.record.stories_sketch import Sketch, sketch_of
from accordingto.recorder import sighting_of
from accordingto.sharding.parquet import read_shard
from accordingto.store.sighting import Provenance

Task = Any  # a task of one step; each step has its own
Run = Callable[[Callable[[Task], Any], Iterable[Task]], Iterable[Any]]
"""How tasks are run: `map`, the map of a pool of processes, or one that asks a cluster; results in the tasks' order."""
Kept = tuple[Place, str]
"""What stands under a key: the place of an article, and the id of its claim or, after `STORY_KEY`, its own."""

SHARDS_AT_HAND: Final = 40
"""Shards whose claims a task holds in memory for comparing, those used last: about 2 MB each."""
_NOWHERE: Final = Provenance("", "")


@dataclass(frozen=True, slots=True)
class Told:
    """An article as linking sees it, with those of its claims that tell of events."""

    claims: tuple[ReportedClaim, ...]
    sketch: Sketch


@dataclass(frozen=True, slots=True)
class Work:
    """Where the steps meet, how many partitions there are, which shards, and what is never or not always there."""

    scratch: Path
    partitions: int
    shards: tuple[Path, ...]
    absent: Absences = field(default_factory=dict)
    passed_over: frozenset[Place] = frozenset()


def link_shards(work: Work, run: Run = map) -> Iterator[dict[str, tuple[Link, ...]]]:
    """For each shard the links of each article to those before it, as adding would make them, by article.

    `work.absent` and `work.passed_over` are found here. The scratch folder must be empty and is left full.
    """
    numbers = range(len(work.shards))
    arrived = [each for some in run(_sort_shard, [(work, number) for number in numbers]) for each in some]
    known = Work(work.scratch, work.partitions, work.shards, absences(arrived), repeated(arrived))
    list(run(_meet, [(known, partition) for partition in range(work.partitions)]))
    yield from run(_link_shard, [(known, number) for number in numbers])


def partition_of(key: str, partitions: int) -> int:
    """The number of the partition that holds the key, the same on every machine.

    >>> partition_of("2201|berg|REALIGN", 1)
    0
    """
    return crc32(key.encode("utf-8", errors="surrogatepass")) % partitions


def _sort_shard(task: tuple[Work, int]) -> list[Arrival]:
    """Writes the shard's claims, and its keys by partition; where each of its articles was found."""
    work, number = task
    told: dict[int, Told] = {}
    arrived: list[Arrival] = []
    kept: list[dict[str, list[Kept]]] = [defaultdict(list) for _ in range(work.partitions)]
    asked: list[dict[str, list[Place]]] = [defaultdict(list) for _ in range(work.partitions)]
    for row, outcome in enumerate(read_shard(work.shards[number])):
        if not isinstance(outcome, Reading):
            continue
        article, place = outcome.article, (number, row)
        arrived.append(Arrival(place, article.id, sighting_of(article, _NOWHERE).address))
        told[row] = _told(outcome)
        for key, id_ in _keys_of(told[row], outcome):
            kept[partition_of(key, work.partitions)][key].append((place, id_))
        for key in _asked_by(told[row], outcome):
            asked[partition_of(key, work.partitions)][key].append(place)
    _save(_told_file(work, number), told)
    for partition in range(work.partitions):
        _save(_keys_file(work, number, partition), (dict(kept[partition]), dict(asked[partition])))
    return arrived


def _told(reading: Reading) -> Told:
    return Told(tuple(filter(tells_of_an_event, reported_claims(reading))), sketch_of(reading.article))


def _keys_of(told: Told, reading: Reading) -> Iterator[tuple[str, str]]:
    """The keys to keep the article and its claims under, with what is kept."""
    for claim, keys in claim_keys(told.claims).items():
        yield from ((key, claim) for key in keys)
    yield from (
        (key, STORY_KEY + reading.article.id) for key in set(story_keys(told.sketch, reading.article.published))
    )


def _asked_by(told: Told, reading: Reading) -> set[str]:
    """The keys that the article looks under; one without events looks for nothing."""
    if not told.claims:
        return set()
    stories = search_story_keys_of(told.sketch, reading.article.published)
    return {key for claim in told.claims for key in search_keys_of(claim)} | {STORY_KEY + key for key in stories}


def _meet(task: tuple[Work, int]) -> None:
    """Writes, by shard, how often each of its articles met each claim and each article under keys of the partition."""
    work, partition = task
    kept: dict[str, list[Kept]] = defaultdict(list)
    asked: dict[str, list[Place]] = defaultdict(list)
    for number in range(len(work.shards)):
        here, asking = _load(_keys_file(work, number, partition))
        for key, some in here.items():
            kept[key] += [each for each in some if each[0] not in work.passed_over]
        for key, places in asking.items():
            asked[key] += [place for place in places if place not in work.passed_over]
    met: dict[int, dict[int, Counter[Kept]]] = defaultdict(lambda: defaultdict(Counter))
    for key, places in asked.items():
        under = kept.get(key, [])
        for shard, row in places if under else ():
            met[shard][row].update(_before((shard, row), key, under, work.absent))
    for number in range(len(work.shards)):
        _save(_met_file(work, number, partition), {row: dict(counts) for row, counts in met[number].items()})


def _before(place: Place, key: str, under: list[Kept], absent: Absences) -> Iterator[Kept]:
    """What an article at the place sees under the key: as many as may be, those added last first, its own counted."""
    is_story = key.startswith(STORY_KEY)
    left = REPORTS_A_KEY if is_story else CANDIDATES_A_KEY
    for at in range(bisect_right(under, place, key=lambda each: each[0]) - 1, -1, -1):
        if left == 0:
            return
        if is_story or is_present(absent, under[at][0], place):
            left -= 1
            if under[at][0] != place:
                yield under[at]


def _link_shard(task: tuple[Work, int]) -> dict[str, tuple[Link, ...]]:
    """The links of each of the shard's articles to those before it."""
    work, number = task
    met: dict[int, Counter[Kept]] = defaultdict(Counter)
    for partition in range(work.partitions):
        for row, counts in _load(_met_file(work, number, partition)).items():
            met[row].update(counts)
    told = _told_in(_told_file(work, number))
    return {
        told[row].sketch.article: _links(work, (number, row), met[row])
        for row in sorted(told)
        if (number, row) not in work.passed_over
    }


def _links(work: Work, place: Place, met: Mapping[Kept, int]) -> tuple[Link, ...]:
    own = _told_at(work, place)
    stories = {each: shared for each, shared in met.items() if each[1].startswith(STORY_KEY)}
    claims = {each: shared for each, shared in met.items() if each not in stories}
    found = {id_: _claim(work, at, id_) for at, id_ in _most_shared(claims, MOST_CANDIDATES)}
    for at, _ in _most_shared(stories, MOST_OF_A_STORY):
        if is_present(work.absent, at, place):
            found |= {claim.id: claim for claim in _told_at(work, at).claims}
            claims |= {(at, claim.id): 0 for claim in _told_at(work, at).claims}
    sketches = {told.sketch.article: told.sketch for told in (own, *(_told_at(work, at) for at, _ in claims))}
    return link_claims(own.claims, [found[id_] for id_ in sorted(found)], sketches)


def _most_shared(met: Mapping[Kept, int], most: int) -> list[Kept]:
    """What was met most often."""
    return sorted(met, key=lambda each: (-met[each], each[1]))[:most]


def _claim(work: Work, place: Place, id_: str) -> ReportedClaim:
    return next(claim for claim in _told_at(work, place).claims if claim.id == id_)


def _told_at(work: Work, place: Place) -> Told:
    number, row = place
    return _told_in(_told_file(work, number))[row]


@lru_cache(maxsize=SHARDS_AT_HAND)
def _told_in(file: Path) -> dict[int, Told]:
    told: dict[int, Told] = _load(file)
    return told


def _told_file(work: Work, shard: int) -> Path:
    return work.scratch / f"told-{shard}"


def _keys_file(work: Work, shard: int, partition: int) -> Path:
    return work.scratch / f"keys-{shard}-{partition}"


def _met_file(work: Work, shard: int, partition: int) -> Path:
    return work.scratch / f"met-{shard}-{partition}"


def _save(file: Path, what: object) -> None:
    file.write_bytes(pickle.dumps(what, pickle.HIGHEST_PROTOCOL))


def _load(file: Path) -> Any:  # what the step before wrote
    return pickle.loads(file.read_bytes())  # noqa: S301  # of a folder that this run made for its user alone
