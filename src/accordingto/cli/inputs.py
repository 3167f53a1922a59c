"""What `read` is to read: the inputs, how many reports they may hold, and the articles in them."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path

from accordingto.cli import streams
from accordingto.ingest.details import ArticleDetails
from accordingto.ingest.failure import Failure
from accordingto.ingest.inputs import STANDARD_INPUT, read_articles
from accordingto.ingest.inputs import find_inputs as find_paths
from accordingto.model.article import Article

_REPORT_A_LINE = frozenset({".jsonl", ".ndjson"})
_CHUNK = 1 << 20
_ADDRESS = re.compile("https?://", re.IGNORECASE)


def articles_of(inputs: Iterable[str | Failure], details: ArticleDetails) -> Iterator[Article | Failure]:
    """The articles of all the inputs, in order; a file is opened only when its turn comes."""
    for path in inputs:
        if isinstance(path, Failure):
            yield path
            continue
        if path == STANDARD_INPUT and sys.stdin.isatty():
            streams.say("Reading the report from the terminal; end it with Ctrl-D.")
        yield from read_articles([path], details)


def find_inputs(paths: Iterable[str]) -> Iterator[str | Failure]:
    """The files to read, those of folders included, "-", and a Failure for whatever is none of these."""
    for found in find_paths(paths):
        yield _not_fetched(found.path) if isinstance(found, Failure) and _ADDRESS.match(found.path) else found


def _not_fetched(address: str) -> Failure:
    remedy = f"Save the page, or: curl -s {address} | accordingto read -"
    return Failure(address, f"{address} is an address, and nothing is fetched. {remedy}")


def expected_articles(inputs: Iterable[str | Failure]) -> int | None:
    """How many reports the inputs hold: one a file, one a line of JSON Lines; None where standard input is one."""
    total = 0
    for path in inputs:
        if path == STANDARD_INPUT:
            return None
        is_lines = isinstance(path, str) and Path(path).suffix.lower() in _REPORT_A_LINE
        total += _line_count(Path(str(path))) if is_lines else 1
    return total


def _line_count(path: Path) -> int:
    try:
        with path.open("rb") as file:
            return sum(chunk.count(b"\n") for chunk in iter(partial(file.read, _CHUNK), b""))
    except OSError:  # told when it is read
        return 1
