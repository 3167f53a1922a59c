"""A store of invented claims: `python bench/fill_store.py STORE CLAIMS [--seed 1]`, about 700 claims a second.

Adds to the store, or makes it. The rows of an article, its claims, their keys and the summaries are written by the code
that adds; only the work of finding copies and scoring pairs is left out: who tells of one incident is known, so the
claims of one happening are linked (score drawn from .5 to 1) and put into one incident. `invented.py` tells the world.
"""

from __future__ import annotations

import argparse
import os
import random
import sys
import time
from collections.abc import Iterator
from itertools import islice

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

from invented import CLAIMS_A_REPORT, invented_reports

from accordingto import recorder
from accordingto.judging import summarised
from accordingto.model.incident import Judgement, Link, incident_id
from accordingto.model.reading import Reading
from accordingto.model.reported import ReportedClaim
from accordingto.store.open import open_store
from accordingto.store.sighting import Provenance
from accordingto.store.store import Store

PROVENANCE = Provenance("bench", "fast")
REPORTS_AT_ONCE = 400
Invented = tuple[Reading, tuple[int, ...]]


def main() -> None:
    """Reads the command line, fills, and says how many claims there are."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("store")
    parser.add_argument("claims", type=int)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    store = open_store(given.store, create=True)
    started = time.process_time()
    reports = invented_reports(random.Random(given.seed), store.describe().articles)  # noqa: S311  # no secret
    added = fill(store, reports, given.claims, random.Random(given.seed))  # noqa: S311  # as above
    sys.stdout.write(f"{added:,} claims added to {store.name} in {time.process_time() - started:.0f} s\n")
    store.close()


def fill(store: Store, reports: Iterator[Invented], claims: int, chance: random.Random) -> int:
    """How many claims were added: that many, or a few more."""
    added = 0
    while added < claims:
        number = min(REPORTS_AT_ONCE, -(-(claims - added) // CLAIMS_A_REPORT))
        with store.transaction():
            told: dict[int, list[ReportedClaim]] = {}
            for reading, happenings in islice(reports, number):
                made = recorder.add_alone(store, reading, recorder.sighting_of(reading.article, PROVENANCE))
                added += len(made)
                for happening, claim in zip(happenings, made, strict=True):
                    told.setdefault(happening, []).append(claim)
            _join(store, [sorted(each, key=lambda claim: claim.id) for each in told.values()], chance)
    return added


def _join(store: Store, groups: list[list[ReportedClaim]], chance: random.Random) -> None:
    links = [
        Link(left.id, right.id, Judgement.SAME, round(chance.uniform(0.5, 1), 4), "linking", "bench")
        for group in groups
        for place, left in enumerate(group)
        for right in group[place + 1 :]
    ]
    store.save_links(links)
    store.save_incidents({incident_id(each.id for each in group): [each.id for each in group] for group in groups})
    store.save_summaries(summarised(store, groups, links))


if __name__ == "__main__":
    main()
