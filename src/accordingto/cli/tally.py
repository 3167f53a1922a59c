"""What became of the articles that were added: told as they come, counted, and summed up at the end."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from accordingto.cli import streams
from accordingto.cli.added import Added
from accordingto.cli.readings_out import say_failure, say_notes
from accordingto.ingest.failure import Failure

if TYPE_CHECKING:
    from accordingto.store.store import Store

NEAR_DUPLICATE, FAILED = "near-duplicate", "failed"


def told(
    outcomes: Iterable[Added | Failure], progress: streams.Progress, also: Callable[[Added], None] | None = None
) -> Counter[str]:
    """How many articles there were of each outcome; failures and notes are said as they come."""
    tally: Counter[str] = Counter()
    for outcome in outcomes:
        if isinstance(outcome, Failure):
            say_failure(outcome, progress)
            tally[FAILED] += 1
            continue
        progress.count()
        say_notes(outcome.article.path, outcome.notes, progress)
        tally[outcome.recorded.outcome.status] += 1
        tally[NEAR_DUPLICATE] += outcome.recorded.is_copy
        if also is not None:
            also(outcome)
    progress.clear()
    return tally


def say_summary(store: Store, tally: Counter[str]) -> None:
    """Every outcome is named, also those that none had: "3 new, 96 unchanged, …"."""
    streams.say(summary(tally))
    contents = store.describe()
    streams.say(f"{store.name} holds {contents.articles:,} articles and {contents.claims:,} claims.")


def summary(tally: Counter[str]) -> str:
    """What was done, for people.

    >>> summary(Counter({"new": 3, "near-duplicate": 1, "read again": 2}))
    '3 new, 0 unchanged, 0 new version, 1 near-duplicate, 0 failed, 2 read again'
    """
    named = ["new", "unchanged", "new version", NEAR_DUPLICATE, FAILED]
    others = sorted(name for name, count in tally.items() if count and name not in named)
    return ", ".join(f"{tally[name]:,} {name}" for name in [*named, *others])
