"""The reading room under load: `python bench/bench_web.py STORE [--readers 20] [--seconds 60] [--pages 400]`.

Starts the room on the store in a process of its own and lets readers ask for pages at once over loopback, each the next
page as soon as it has the last. Pages are drawn by Zipf's law from a list of front pages, searches with facets and
words, incidents, reports, dossiers, sources and files, so that a few are asked for often, as in a newsroom; half of the
readers are browsers that send back the ETag of what they have. Prints median and p99 of the time to a whole answer, by
kind of page and in all, the server's own processor time an answer, which other programs on the machine do not change,
and its memory over time. Fails above --median and --p99 milliseconds.
"""

from __future__ import annotations

import argparse
import asyncio
import multiprocessing
import os
import random
import socket
import sys
import time
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median, quantiles

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import httpx

from accordingto.store.open import open_store

WARM_SECONDS = 10
MOST_FAILURES_SHOWN = 5
LEAST_FOR_QUANTILES = 2


@dataclass(slots=True)
class Seen:
    """What the readers saw: milliseconds by kind of page, and what went wrong."""

    times: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    failures: list[str] = field(default_factory=list)
    unchanged: int = 0
    server_seconds: float = 0


def main() -> None:
    """Reads the command line, runs, prints, and exits 1 where it was too slow or anything failed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("store")
    parser.add_argument("--readers", type=int, default=20)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--pages", type=int, default=400)
    parser.add_argument("--median", type=float, default=100)
    parser.add_argument("--p99", type=float, default=300)
    given = parser.parse_args()
    pages = list(addresses(given.store, given.pages, random.Random(1)))  # noqa: S311  # no secret
    port = _free_port()
    server = multiprocessing.get_context("spawn").Process(target=serve, args=(given.store, port), daemon=True)
    server.start()
    try:
        seen, memory = asyncio.run(_load(given, port, server.pid or 0, pages))
    finally:
        if server.exitcode is not None:
            sys.stdout.write(f"the server ended with {server.exitcode}\n")
        server.terminate()
    sys.exit(_told(seen, memory, given))


def serve(store: str, port: int) -> None:
    """The reading room, until the process ends."""
    import uvicorn  # noqa: PLC0415  # the server's process alone

    from accordingto.web.app import create_app  # noqa: PLC0415  # as above

    uvicorn.run(create_app(open_store(store)), port=port, log_level="error", access_log=False)


def addresses(where: str, pages: int, chance: random.Random) -> Iterator[tuple[str, str]]:
    """Kinds and addresses of pages of the store."""
    store = open_store(where)
    incidents = [each.id for each in store.incident_summaries(limit=pages).incidents]
    claims = [claim for _, claim in zip(range(pages), store.claims_in_order(), strict=False)]
    store.close()
    yield from (("front", "/"), ("sources", "/sources"), ("review", "/review"), ("search", "/search"))
    kinds = ("claims", "incidents", "articles")
    for claim, incident in zip(claims, incidents, strict=False):
        yield "incident", f"/incident/{incident}"
        yield "report", f"/report/{claim.article}"
        name = next((party.name for party in (*claim.actors, *claim.recipients)), "police")
        yield "dossier", str(httpx.URL(f"/actor/{name}"))
        yield "search", f"/search?type={claim.type}&kind={chance.choice(kinds)}"
        yield "search with words", str(httpx.URL("/search", params={"words": f"{claim.trigger} {name.split()[0]}"}))
        yield "search by actor", str(httpx.URL("/search", params={"actor": name, "since": "2014-01-01"}))


async def _load(
    given: argparse.Namespace, port: int, pid: int, pages: list[tuple[str, str]]
) -> tuple[Seen, list[float]]:
    seen, memory = Seen(), []
    limits = httpx.Limits(max_connections=given.readers)
    async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}", timeout=60, limits=limits) as client:
        await _wait(client)
        end = time.monotonic() + given.seconds
        readers = [_read(client, seen, pages, (end, number)) for number in range(given.readers)]
        watch = asyncio.create_task(_watch(pid, memory, end))
        before = _processor_seconds(pid)
        await asyncio.gather(*readers)
        seen.server_seconds = _processor_seconds(pid) - before
        await watch
    return seen, memory


async def _wait(client: httpx.AsyncClient) -> None:
    """Until the server answers and has read its index."""
    started = time.monotonic()
    while time.monotonic() - started < WARM_SECONDS * 6:
        try:
            answer = await client.get("/search")
        except httpx.TransportError:
            await asyncio.sleep(0.1)
            continue
        if "http-equiv" not in answer.text:
            sys.stdout.write(f"ready {time.monotonic() - started:.1f} s after the start\n")
            return
        await asyncio.sleep(0.2)


async def _read(client: httpx.AsyncClient, seen: Seen, pages: list[tuple[str, str]], how: tuple[float, int]) -> None:
    end, number = how
    chance = random.Random(number)  # noqa: S311  # no secret
    tags: dict[str, str] = {}
    while time.monotonic() < end:
        kind, address = pages[min(len(pages) - 1, int(len(pages) ** chance.random()))]
        known = {"If-None-Match": tags[address]} if number % 2 and address in tags else {}
        started = time.perf_counter()
        try:
            answer = await client.get(address, headers=known)
        except httpx.TransportError as error:
            seen.failures.append(f"{type(error).__name__} {address}")
            await asyncio.sleep(1)
            continue
        seen.times[kind].append((time.perf_counter() - started) * 1000)
        seen.unchanged += answer.status_code == httpx.codes.NOT_MODIFIED
        if answer.status_code not in {httpx.codes.OK, httpx.codes.NOT_MODIFIED}:
            seen.failures.append(f"{answer.status_code} {address}")
        if "etag" in answer.headers:
            tags[address] = answer.headers["etag"]


async def _watch(pid: int, memory: list[float], end: float) -> None:
    """The server's memory in MB, ten times over the run."""
    step = max(0.5, (end - time.monotonic()) / 10)
    while time.monotonic() < end:
        memory.append(_resident_mb(pid))
        await asyncio.sleep(step)


def _resident_mb(pid: int) -> float:
    pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def _processor_seconds(pid: int) -> float:
    """Processor time of the server so far."""
    told = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(told[11]) + int(told[12])) / os.sysconf("SC_CLK_TCK")


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def _told(seen: Seen, memory: list[float], given: argparse.Namespace) -> int:
    """The exit status, after printing a line a kind of page."""
    sys.stdout.write("page               answers  median ms  p99 ms  most ms\n")
    everything = [each for times in seen.times.values() for each in times]
    for kind, times in (*sorted(seen.times.items()), ("all", everything)):
        sys.stdout.write(
            f"{kind:<18} {len(times):>7}  {median(times):>9.1f}  {_p99(times):>6.1f}  {max(times):>7.1f}\n"
        )
    sys.stdout.write(f"{len(everything) / given.seconds:.0f} answers a second, {seen.unchanged} unchanged (304)\n")
    cost = seen.server_seconds / len(everything) * 1000
    sys.stdout.write(
        f"{cost:.1f} ms of the server's processor time an answer, load of the machine {os.getloadavg()[0]:.1f}\n"
    )
    sys.stdout.write(f"memory of the server, MB: {' '.join(f'{each:.0f}' for each in memory)}\n")
    for failure in seen.failures[:MOST_FAILURES_SHOWN]:
        sys.stdout.write(f"failed: {failure}\n")
    is_slow = median(everything) > given.median or _p99(everything) > given.p99
    return 1 if is_slow or seen.failures else 0


def _p99(times: list[float]) -> float:
    return quantiles(times, n=100)[98] if len(times) >= LEAST_FOR_QUANTILES else times[0]


if __name__ == "__main__":
    main()
