"""What `read` is to read: the inputs, how many reports they may hold, and the articles in them."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, closing
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from accordingto.cli import streams
from accordingto.cli.source_options import Sources
from accordingto.ingest.details import ArticleDetails
from accordingto.ingest.failure import Failure
from accordingto.ingest.inputs import STANDARD_INPUT, read_articles
from accordingto.ingest.inputs import find_inputs as find_paths
from accordingto.ingest.suffixes import ARCHIVES, FEEDS, suffix_of
from accordingto.model.article import Article

if TYPE_CHECKING:
    from accordingto.fetch.fetcher import Fetcher

_REPORT_A_LINE = frozenset({".jsonl", ".ndjson"})
_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class Gathering:
    """What goes with the inputs: what the user knows of them, which are wanted, and how the web is asked."""

    details: ArticleDetails
    sources: Sources = field(default_factory=Sources)
    state: Path | None = None
    """Where ETag and Last-Modified of what was fetched are kept; None to ask for everything afresh."""


def articles_of(inputs: Iterable[str | Failure], gathering: Gathering) -> Iterator[Article | Failure]:
    """The articles of all the inputs, in order; a file is opened, and an address fetched, only when its turn comes."""
    with ExitStack() as opened:
        fetcher: Fetcher | None = None
        for path in inputs:
            if isinstance(path, Failure):
                yield path
                continue
            if path == STANDARD_INPUT and sys.stdin.isatty():
                streams.say("Reading the report from the terminal; end it with Ctrl-D.")
            if is_address(path) and fetcher is None:
                fetcher = opened.enter_context(closing(fetcher_of(gathering.sources.allowed_hosts, gathering.state)))
            is_whole = gathering.sources.is_wanted(path)
            for found in _articles_of_one(path, gathering.details, fetcher):
                if is_whole or gathering.sources.is_wanted(found.path):
                    yield found


def state_file(where: str, reader: str) -> Path | None:
    """Where the state of the web is kept for a store: beside its file, one a reader; None for a database elsewhere."""
    return None if "://" in where else Path(f"{where}.{reader}.web.json")


def fetcher_of(allowed_hosts: frozenset[str], state: Path | None) -> Fetcher:
    """What fetches, politely. Nothing of the network is loaded before an address is given."""
    from accordingto.fetch.answers import Manners  # noqa: PLC0415  # an HTTP client that files can do without
    from accordingto.fetch.fetcher import Fetcher  # noqa: PLC0415
    from accordingto.fetch.validators import Validators  # noqa: PLC0415

    return Fetcher(Manners(allowed_hosts=allowed_hosts), None if state is None else Validators(state))


def _articles_of_one(path: str, details: ArticleDetails, fetcher: Fetcher | None) -> Iterator[Article | Failure]:
    if fetcher is None or not is_address(path):
        return read_articles([path], details)
    from accordingto.gathering import articles_at  # noqa: PLC0415  # as above

    return articles_at(path, details, fetcher)


def is_address(path: str) -> bool:
    """True for an address of the web, which is fetched rather than opened."""
    return path.lower().startswith(("http://", "https://"))


def find_inputs(paths: Iterable[str]) -> Iterator[str | Failure]:
    """The addresses as they are and the files to read, those of folders included, "-", and a Failure for the rest."""
    for path in paths:
        yield from [path] if is_address(path) else find_paths([path])


def expected_articles(inputs: Iterable[str | Failure]) -> int | None:
    """How many reports the inputs hold: one a file, one a line of JSON Lines; None where that cannot be told."""
    total = 0
    for path in inputs:
        if path == STANDARD_INPUT or (isinstance(path, str) and _holds_many(path)):
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


def _holds_many(path: str) -> bool:
    return not is_address(path) and suffix_of(path) in ARCHIVES | FEEDS
