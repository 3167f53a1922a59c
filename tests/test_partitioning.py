"""Links found in partitions are those that adding one article after the other makes."""

from __future__ import annotations

import os
import random
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from importlib import import_module
from itertools import islice
from multiprocessing import get_context
from pathlib import Path

import pytest

from accordingto import judging, partitioning, recorder
from accordingto.model.incident import Judgement, Link
from accordingto.model.reading import Reading
from accordingto.model.reported import ReportedClaim
from accordingto.partitioning import Work, link_shards, partition_of
from accordingto.record.flatten import reported_claims
from accordingto.record.linking import link_claims
from accordingto.record.stories_sketch import Sketch
from accordingto.sharding.folder import save_shard, shards_in
from accordingto.sharding.parquet import to_parquet
from accordingto.sharding.shards import Shard
from accordingto.store.open import open_store
from accordingto.store.sighting import Provenance

BENCH = str(Path(__file__).parent.parent / "bench")
CLAIMS = int(os.environ.get("LINKED_CLAIMS", "400"))
"""`make bench-linking` sets it to 100,000, or to CLAIMS."""
PARTITIONINGS = (1, 2, 3, 7, 16)
LIMITS = {"CANDIDATES_A_KEY": 2, "MOST_CANDIDATES": 3, "REPORTS_A_KEY": 2, "MOST_OF_A_STORY": 1}
"""Small enough to bind in a hundred reports."""
PROVENANCE = Provenance("0.1.0", "fast")


def invented(claims: int) -> list[Reading]:
    sys.path.insert(0, BENCH)
    try:
        reports = import_module("invented").invented_reports(random.Random(1))
    finally:
        sys.path.remove(BENCH)
    return [reading for reading, _ in islice(reports, claims // 4)]


def sharded(folder: Path, readings: Sequence[Reading], size: int = 50) -> tuple[Path, ...]:
    for number, start in enumerate(range(0, len(readings), size)):
        written = to_parquet(readings[start : start + size], digest=str(number), made_by="0.1.0 fast")
        save_shard(folder, Shard(number, ()).name, written)
    return shards_in(folder)


def linked_by_one(where: Path, readings: Sequence[Reading]) -> set[Link]:
    """The links of a store to which the readings are added in this order."""
    store = open_store(str(where), create=True)
    for reading in readings:
        recorder.add(store, reading, recorder.sighting_of(reading.article, PROVENANCE))
    links = store.links_of([claim.id for reading in readings for claim in reported_claims(reading)])
    store.close()
    return {replace(link, made_at=None) for link in links}


def linked_in(partitions: int, scratch: Path, shards: Sequence[Path]) -> set[Link]:
    scratch.mkdir()
    found = link_shards(Work(scratch, partitions, tuple(shards)))
    return {link for of_shard in found for links in of_shard.values() for link in links}


def differing(found: set[Link], expected: set[Link]) -> tuple[list[Link], list[Link]]:
    """A few links of each that the other has not; a set of millions in a message helps nobody."""
    return list(islice(found - expected, 3)), list(islice(expected - found, 3))


@pytest.fixture(scope="module")
def readings() -> list[Reading]:
    return invented(CLAIMS)


@pytest.fixture(scope="module")
def shards(readings: list[Reading], tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, ...]:
    return sharded(tmp_path_factory.mktemp("archive") / "shards", readings)


@pytest.fixture(scope="module")
def compared_once() -> Iterator[None]:
    """Claims are compared with the same others once, whoever asks. The processes below compare again for themselves."""
    known: dict[tuple[frozenset[str], frozenset[str]], tuple[Link, ...]] = {}

    def links(
        new: Iterable[ReportedClaim], candidates: Iterable[ReportedClaim], sketches: Mapping[str, Sketch]
    ) -> tuple[Link, ...]:
        ours, theirs = tuple(new), tuple(candidates)
        asked = frozenset(claim.id for claim in ours), frozenset(claim.id for claim in theirs)
        if asked not in known:
            known[asked] = link_claims(ours, theirs, sketches)
        return known[asked]

    with pytest.MonkeyPatch.context() as patch:
        for room in (judging, partitioning):
            patch.setattr(room, "link_claims", links)
        yield


@pytest.fixture(scope="module")
def single(readings: list[Reading], compared_once: None, tmp_path_factory: pytest.TempPathFactory) -> set[Link]:
    return linked_by_one(tmp_path_factory.mktemp("one") / "record.db", readings)


@pytest.mark.parametrize("partitions", PARTITIONINGS)
def test_any_partitioning_gives_the_links_of_one_process(
    partitions: int, shards: tuple[Path, ...], single: set[Link], tmp_path: Path
) -> None:
    assert differing(linked_in(partitions, tmp_path / "scratch", shards), single) == ([], [])
    assert len(single) > CLAIMS / 4


def test_processes_give_the_links_of_one(readings: list[Reading], single: set[Link], tmp_path: Path) -> None:
    shards = sharded(tmp_path / "shards", readings, 120)
    (tmp_path / "scratch").mkdir()
    with ProcessPoolExecutor(2, mp_context=get_context("forkserver")) as pool:
        found = list(link_shards(Work(tmp_path / "scratch", 4, shards), pool.map))
    joined = {link for of_shard in found for links in of_shard.values() for link in links}
    assert differing(joined, single) == ([], [])


@pytest.mark.parametrize("seed", [1, 2])
def test_where_no_key_is_crowded_any_order_joins_the_same(
    seed: int, readings: list[Reading], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in LIMITS:
        monkeypatch.setattr(partitioning, name, 10**6)
    some = readings[:50]
    mixed = random.Random(seed).sample(some, len(some))
    first, second = (
        linked_in(3, tmp_path / f"scratch-{n}", sharded(tmp_path / str(n), each))
        for n, each in enumerate((some, mixed))
    )
    assert {link for link in first if link.judgement is Judgement.SAME}
    assert all(link.judgement is Judgement.DIFFERENT for link in first ^ second)


@pytest.mark.parametrize("partitions", [5])
def test_under_crowded_keys_the_order_of_the_archive_decides_as_in_one_process(
    partitions: int, readings: list[Reading], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, most in LIMITS.items():
        monkeypatch.setattr(judging, name, most)
        monkeypatch.setattr(partitioning, name, most)
    mixed = random.Random(4).sample(readings[:60], 60)
    found = linked_in(partitions, tmp_path / "scratch", sharded(tmp_path / "shards", mixed))
    assert found == linked_by_one(tmp_path / "record.db", mixed)
    assert found != linked_by_one(tmp_path / "other.db", readings[:60])


def test_what_an_address_no_longer_shows_is_no_candidate(readings: list[Reading], tmp_path: Path) -> None:
    some = [
        replace(each, article=replace(each.article, url=f"https://example.org/{number % 40}"))
        for number, each in enumerate(readings[:80])
    ]
    found = linked_in(3, tmp_path / "scratch", sharded(tmp_path / "shards", some))
    assert found == linked_by_one(tmp_path / "record.db", some)
    assert found != linked_in(3, tmp_path / "other", sharded(tmp_path / "elsewhere", readings[:80]))


def test_an_article_that_comes_twice_is_passed_over(readings: list[Reading], tmp_path: Path) -> None:
    once, twice = readings[:40], [*readings[:40], *readings[:20]]
    found = [
        linked_in(2, tmp_path / f"scratch-{n}", sharded(tmp_path / str(n), each))
        for n, each in enumerate((once, twice))
    ]
    assert found[0] == found[1]


def test_keys_are_spread_evenly() -> None:
    sizes = [0] * 8
    for number in range(8_000):
        sizes[partition_of(f"2201|name{number}|REALIGN", 8)] += 1
    assert min(sizes) > 800
