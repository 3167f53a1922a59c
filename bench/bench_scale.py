"""Reading at scale: `python bench/bench_scale.py [--articles 20000] [--reader fast] [--folder build/bench-scale]`.

The generator varies the reports that the project ships: each article is one of them with its body paragraphs in another
order, some left out, capitalised names swapped for others by a table drawn anew each time, and numbers changed, all by
a seed, so that article N is the same everywhere. The articles are read in shards by one process, by two, and by a local
Dask cluster of two workers of which one is killed in the middle. Printed are seconds, articles a second, the peak of
memory of the largest process, and whether every shard is the same bytes as one process makes.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import psutil

from accordingto.cli.samples import pairs

NAMES = (  # noqa: SIM905  # shorter than the list
    "Anna Jonas Mira Pavel Leila Tomas Ruth Omar Ines Viktor Nadia Karl Weber Keller Santos Novak Haddad Lind "
    "Moreau Okoye Petrov Silva Brandt Mori"
).split()
NAME = re.compile(r"\b([A-Z][a-z]{3,})\b(?=[ ,.’'])")
NUMBER = re.compile(r"\b\d{1,2}\b")
KEPT = 0.8
RUNS = {
    "one process": [],
    "two processes": ["--workers", "2"],
    "cluster of two": ["--workers", "2", "--cluster", "local"],
}


def invented(count: int) -> Iterator[dict[str, str]]:
    """The articles as objects of JSON Lines."""
    samples = [report.text for pair in pairs() for report in pair.reports]
    for number in range(count):
        draw = random.Random(number)  # noqa: S311  # a seed, not a secret
        yield {"text": _varied(draw.choice(samples), draw), "publisher": f"Paper {draw.randrange(40)}",
               "published": f"2024-{draw.randrange(1, 13):02}-{draw.randrange(1, 29):02}"}  # fmt: skip


def _varied(text: str, draw: random.Random) -> str:
    first, *rest = text.split("\n\n")
    kept = [paragraph for paragraph in rest if draw.random() < KEPT]
    draw.shuffle(kept)
    names: dict[str, str] = {}

    def renamed(found: re.Match[str]) -> str:
        if draw.random() < 0.5:  # half of the names stay, so that places and bodies are still found
            return names.setdefault(found[1], found[1])
        return names.setdefault(found[1], draw.choice(NAMES))

    whole = NAME.sub(renamed, "\n\n".join([first, *kept]))
    return NUMBER.sub(lambda found: str(draw.randrange(1, 99)), whole)


def run(arguments: list[str], *, kill_one: bool) -> tuple[float, int]:
    """Seconds of the clock and the peak memory in bytes of the largest of all processes."""
    began = time.monotonic()
    process = subprocess.Popen(  # noqa: S603  # our own command
        [str(Path(sys.executable).with_name("accordingto")), *arguments], stderr=subprocess.DEVNULL
    )
    peak, done = [0], threading.Event()
    watcher = threading.Thread(target=_watch, args=(process.pid, peak, done, kill_one))
    watcher.start()
    status = process.wait()
    done.set()
    watcher.join()
    if status != 0:
        sys.exit(f"accordingto {' '.join(arguments)} ended with status {status}.")
    return time.monotonic() - began, peak[0]


def _watch(pid: int, peak: list[int], done: threading.Event, kill_one: bool) -> None:
    began = time.monotonic()
    while not done.wait(0.5):
        try:
            family = [psutil.Process(pid), *psutil.Process(pid).children(recursive=True)]
            sizes = {each.pid: each.memory_info().rss for each in family}
        except psutil.NoSuchProcess:
            continue
        peak[0] = max(peak[0], *sizes.values())
        workers = [each for each, size in sizes.items() if each != pid and size > 150e6]
        if kill_one and workers and time.monotonic() - began > 15:
            os.kill(workers[-1], signal.SIGKILL)
            kill_one = False


def hashes(folder: Path) -> dict[str, str]:
    """The SHA-256 of each shard, by name."""
    return {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in sorted(folder.glob("*.parquet"))}


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
    source.write_text("".join(json.dumps(row) + "\n" for row in invented(given.articles)), encoding="utf-8")
    first: dict[str, str] = {}
    for name, options in RUNS.items():
        out = given.folder / name.replace(" ", "-")
        command = ["shards", "read", str(source), "--out", str(out), "--size", str(given.size)]
        seconds, peak = run([*command, "--reader", given.reader, *options], kill_one="--cluster" in options)
        found = hashes(out)
        first = first or found
        same = "the same bytes" if found == first else "OTHER BYTES"
        rate = given.articles / seconds
        told = f"{seconds:8.1f} s {rate:7.1f} articles a second, peak {peak / 1e6:6.0f} MB"
        print(f"{name:16} {told}, {len(found)} shards, {same}")


if __name__ == "__main__":
    main()
