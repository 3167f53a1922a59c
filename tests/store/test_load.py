"""Four writers and eight readers at once: nothing is lost, nothing is there twice, and the store is well.

`make test-postgres-load` does it for LOAD_MINUTES (ten); the everyday run, for a few seconds.
"""

from __future__ import annotations

import os
import statistics
import sys
from pathlib import Path

import pytest
from tests.store import load
from tests.store.adding import processes
from tests.store.conftest import an_empty_database

from accordingto.keeping import check_store
from accordingto.store.open import open_store

SECONDS = 60 * float(os.environ.get("LOAD_MINUTES", "0.05"))
WRITERS, READERS = 4, 8

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="processes are started by fork")


def test_four_writers_and_eight_readers_on_postgresql(server: str, tmp_path: Path) -> None:
    where = an_empty_database(server)
    open_store(where, create=True).close()
    added, waited = tmp_path / "added", tmp_path / "waited"
    jobs = [(load.write, (where, str(added), seed, SECONDS)) for seed in range(WRITERS)]
    jobs += [(load.read, (where, str(waited), seed, SECONDS)) for seed in range(READERS)]
    started = [processes().Process(target=target, args=arguments) for target, arguments in jobs]
    for process in started:
        process.start()
    for process in started:
        process.join()
    assert [process.exitcode for process in started] == [0] * len(jobs)
    store = open_store(where)
    said = load.lines_in(added)
    held = [str(article.url) for article in store.articles_in_order()]
    assert sorted(held) == sorted({f"https://valley.example/{number}" for number in said})
    assert len(list(store.claims_in_order())) == 2 * len(held)
    assert check_store(store) == ()
    store.close()
    times = [float(line) for line in load.lines_in(waited)]
    print(  # noqa: T201  # what `make test-postgres-load` is run for
        f"\n{SECONDS:g} s: {len(said)} reports added by {WRITERS} writers, {len(held)} of them once; "
        f"{len(times)} looks by {READERS} readers, median {statistics.median(times):.3f} s, "
        f"longest {max(times):.3f} s; store check clean"
    )
