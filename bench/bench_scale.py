"""Reading at scale: `python bench/bench_scale.py [--articles 20000] [--reader fast] [--folder build/bench-scale]`.

The articles of `varied.py` are read in shards by one process, by two, by a local Dask cluster of two workers, and by a
cluster of which a worker is killed when half of the shards are there. A line each says: seconds of the clock, seconds
of processors of all processes together, articles a second, how many times as fast as one process, the most memory that
the largest process held while each quarter of the shards was written, and whether every shard is the same bytes.
The last line says what the killed worker cost: seconds of processors over those of the cluster that was left alone.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

import psutil
from varied import varied

WHOLE, KILLED = "cluster of two", "one killed"
RUNS = {
    "one process": [],
    "two processes": ["--workers", "2"],
    WHOLE: ["--workers", "2", "--cluster", "local"],
    KILLED: ["--workers", "2", "--cluster", "local"],
}
LOOK_EVERY = 0.5
QUARTERS = 4
A_READER = 150e6
"""Bytes: a process that holds more has loaded the models."""


@dataclass(slots=True)
class Watched:
    """What was seen of the processes of a run."""

    seconds: float = 0.0
    peaks: list[int] = field(default_factory=lambda: [0] * QUARTERS)
    processors: dict[int, float] = field(default_factory=dict)
    killed: int | None = None

    @property
    def used(self) -> float:
        """Seconds of processors, of all processes together."""
        return sum(self.processors.values())


def run(arguments: list[str], out: Path, shards: int, *, kill_one: bool) -> Watched:
    """What was seen while the program wrote so many shards there."""
    began, seen = time.monotonic(), Watched()
    process = subprocess.Popen(  # noqa: S603  # our own command
        [str(Path(sys.executable).with_name("accordingto")), *arguments], stderr=subprocess.DEVNULL
    )
    while process.poll() is None:
        done = len(list(out.glob("shard-*.parquet")))
        sizes = _look(process.pid, seen, quarter=min(QUARTERS * done // shards, QUARTERS - 1))
        readers = [pid for pid, size in sizes.items() if pid != process.pid and size > A_READER]
        if kill_one and seen.killed is None and readers and done >= shards / 2:
            seen.killed = readers[-1]
            os.kill(seen.killed, signal.SIGKILL)
        time.sleep(LOOK_EVERY)
    if process.returncode != 0:
        sys.exit(f"accordingto {' '.join(arguments)} ended with status {process.returncode}.")
    seen.seconds = time.monotonic() - began
    return seen


def _look(pid: int, seen: Watched, *, quarter: int) -> dict[int, int]:
    """The bytes that each process of the family holds; `seen` is brought up to date."""
    sizes: dict[int, int] = {}
    try:
        for each in [psutil.Process(pid), *psutil.Process(pid).children(recursive=True)]:
            times = each.cpu_times()
            seen.processors[each.pid] = times.user + times.system
            sizes[each.pid] = each.memory_info().rss
    except psutil.NoSuchProcess:
        return {}
    seen.peaks[quarter] = max(seen.peaks[quarter], *sizes.values())
    return sizes


def hashes(folder: Path) -> dict[str, str]:
    """The SHA-256 of each shard, by name."""
    return {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in sorted(folder.glob("*.parquet"))}


def told(seen: Watched, articles: int, single: float) -> str:
    """The figures of a run in a line."""
    speed = f"{seen.seconds:8.1f} s, {seen.used:8.1f} s of processors, {articles / seen.seconds:6.1f} articles a second"
    memory = ", ".join(f"{peak / 1e6:.0f}" for peak in seen.peaks)
    return f"{speed}, {single / seen.seconds:.2f}x, memory {memory} MB"


def main() -> None:
    """Make the articles, read them in every way, and print a line a way."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--articles", type=int, default=20_000)
    parser.add_argument("--size", type=int, default=200, help="articles a shard")
    parser.add_argument("--reader", default="fast")
    parser.add_argument("--folder", type=Path, default=Path("build/bench-scale"))
    given = parser.parse_args()
    shutil.rmtree(given.folder, ignore_errors=True)
    given.folder.mkdir(parents=True)
    source = given.folder / "articles.jsonl"
    source.write_text("".join(json.dumps(row) + "\n" for row in varied(given.articles)), encoding="utf-8")
    shards = -(-given.articles // given.size)
    print(f"{given.articles:,} articles in {shards} shards of {given.size}, reader {given.reader}", flush=True)
    first: dict[str, str] = {}
    seen: dict[str, Watched] = {}
    for name, options in RUNS.items():
        out = given.folder / name.replace(" ", "-")
        command = ["shards", "read", str(source), "--out", str(out), "--size", str(given.size)]
        seen[name] = run([*command, "--reader", given.reader, *options], out, shards, kill_one=name == KILLED)
        found = hashes(out)
        first = first or found
        same = "the same bytes" if found == first else "OTHER BYTES"
        print(f"{name:14}{told(seen[name], given.articles, seen['one process'].seconds)}, {same}", flush=True)
    cost, a_shard = seen[KILLED].used - seen[WHOLE].used, seen["one process"].used / shards
    print(f"worker {seen[KILLED].killed} was killed; it cost {cost:.1f} s of processors, a shard takes {a_shard:.1f} s")


if __name__ == "__main__":
    main()
