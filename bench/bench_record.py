"""How a store carries its size: `python bench/bench_record.py [--sizes 1000 10000] [--folder build/bench-record]`.

Fills a store to each size with `fill_store`, then adds reports with all that adding means (copies, candidates, links,
incidents, summaries), half of them of the last day and half of any day before, told by the same invented world. Shows
claims added a second of processor time, the memory of the process, and the time of an incident's page, of the front
page and of a filtered one.
"""

from __future__ import annotations

import argparse
import os
import random
import resource
import shutil
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from statistics import median

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

from fill_store import PROVENANCE, Invented, fill
from invented import invented_reports

from accordingto import catalogue, recorder
from accordingto.model.reading import Reading
from accordingto.model.summary import IncidentOrder
from accordingto.store.incident_search import IncidentSearch
from accordingto.store.open import open_store
from accordingto.store.store import Store

SIZES = (1_000, 10_000, 100_000)
MEASURED_REPORTS = 200
WARMING_REPORTS = 20
PAGES = 50
SEED = 1
FILTERED = IncidentSearch(type="ASSAULT", country="SYR")


@dataclass(frozen=True, slots=True)
class Measured:
    """What one size of store showed; times in milliseconds."""

    claims_a_second: float
    peak_mb: float
    incident_ms: float
    front_ms: float
    filtered_ms: float


def main() -> None:
    """Reads the command line, prints a line a size."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=int, nargs="+", default=list(SIZES))
    parser.add_argument("--folder", type=Path, default=Path("build/bench-record"))
    given = parser.parse_args()
    shutil.rmtree(given.folder, ignore_errors=True)
    given.folder.mkdir(parents=True)
    store = open_store(str(given.folder / "record.db"), create=True)
    reports = invented_reports(random.Random(SEED))  # noqa: S311  # an invented world, no secret
    sys.stdout.write("claims in the store  claims/s added  peak MB  incident ms  front page ms  filtered page ms\n")
    for size in sorted(given.sizes):
        missing = size - store.describe().claims
        fill(store, reports, missing, random.Random(size))  # noqa: S311  # as above
        found = _measured(store, reports)
        sys.stdout.write(
            f"{size:>19,}  {found.claims_a_second:>14.0f}  {found.peak_mb:>7.0f}  {found.incident_ms:>11.1f}"
            f"  {found.front_ms:>13.1f}  {found.filtered_ms:>16.1f}\n"
        )
        sys.stdout.flush()
    store.close()


def _measured(store: Store, reports: Iterator[Invented]) -> Measured:
    adding = [reading for reading, _ in islice(reports, MEASURED_REPORTS // 2)]
    chance = random.Random(store.describe().articles)  # noqa: S311  # as above
    for _ in range(MEASURED_REPORTS // 2):
        earlier = invented_reports(chance, chance.randrange(store.describe().articles))
        adding.append(next(earlier)[0])
    _add(store, [reading for reading, _ in islice(reports, WARMING_REPORTS)])
    started = time.process_time()
    added = _add(store, adding)
    rate = added / (time.process_time() - started)
    page = store.incident_summaries(order=IncidentOrder.DISPUTED, limit=PAGES).incidents
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return Measured(
        rate,
        peak,
        median(_milliseconds(lambda id_=each.id: catalogue.find_incident(store, id_)) for each in page),
        _milliseconds(lambda: (store.incident_summaries(), store.count_incidents(), store.count_facets())),
        _milliseconds(lambda: (store.incident_summaries(FILTERED), store.count_incidents(FILTERED))),
    )


def _add(store: Store, readings: list[Reading]) -> int:
    for reading in readings:
        recorder.add(store, reading, recorder.sighting_of(reading.article, PROVENANCE))
    return sum(len(reading.claim_rows) for reading in readings)


def _milliseconds(query: Callable[[], object]) -> float:
    started = time.process_time()
    query()
    return (time.process_time() - started) * 1000


if __name__ == "__main__":
    main()
