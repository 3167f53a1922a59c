"""Paths -> articles: files, folders, archives, standard input; what cannot be read is told and the rest goes on."""

from __future__ import annotations

import logging
import os
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO, Final

from accordingto.ingest.bounds import Meter, Place
from accordingto.ingest.details import NO_DETAILS, ArticleDetails
from accordingto.ingest.failure import Failure
from accordingto.ingest.metered import buffered
from accordingto.ingest.opening import articles_in
from accordingto.ingest.suffixes import SUFFIXES
from accordingto.model.article import Article
from accordingto.model.errors import InputError

logger = logging.getLogger(__name__)

STANDARD_INPUT: Final = "-"


def find_inputs(paths: Iterable[str | Path]) -> Iterator[str | Failure]:
    """The files to read, in order and each once: those named, those of folders sorted by path, and "-".

    Hidden files, and files in folders with other suffixes, are passed over; a warning counts the latter.
    """
    seen: set[str] = set()
    for path in map(str, paths):
        found = _in_folder(path) if path != STANDARD_INPUT and os.path.isdir(path) else iter([_existing(path)])
        for one in found:
            if isinstance(one, Failure) or one not in seen:
                seen.add(str(one))
                yield one


def read_articles(
    paths: Iterable[str | Path], details: ArticleDetails = NO_DETAILS, *, stdin: BinaryIO | None = None
) -> Iterator[Article | Failure]:
    """The articles of all the paths, one after another, and a Failure where there is none. Nothing raises.

    What `details` say goes before what the files say. `stdin` is read for "-"; by default the process's own.
    """
    for path in find_inputs(paths):
        if isinstance(path, Failure):
            yield path
            continue
        try:
            yield from _articles_of(path, details, stdin)
        except InputError as error:
            yield Failure(path, str(error))
        except OSError as error:
            yield Failure(path, f"{path} cannot be read: {error.strerror or error}. Check that it is there and yours.")


def _articles_of(path: str, details: ArticleDetails, stdin: BinaryIO | None) -> Iterator[Article | Failure]:
    if path == STANDARD_INPUT:
        given = stdin if stdin is not None else sys.stdin.buffer
        meter = Meter(path)
        yield from articles_in(buffered(given, path, meter.take), Place(path, meter), details)
        return
    with open(path, "rb") as file:
        meter = Meter(path, os.path.getsize(path))
        yield from articles_in(buffered(file, path, meter.take), Place(path, meter), details)


def _existing(path: str) -> str | Failure:
    if path == STANDARD_INPUT or os.path.exists(path):
        return path
    return Failure(path, f"{path} is not there. Check the name.")


def _in_folder(folder: str) -> Iterator[str | Failure]:
    """The readable files below the folder, sorted; links to folders are not followed."""
    skipped: Counter[str] = Counter()
    unreadable: list[Failure] = []
    found = False

    def note(error: OSError) -> None:
        path = str(error.filename)
        unreadable.append(Failure(path, f"{path} cannot be opened: {error.strerror}. Check its permissions."))

    for here, folders, files in os.walk(folder, onerror=note):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(name for name in files if not name.startswith(".")):
            suffix = Path(name).suffix.lower()
            if suffix in SUFFIXES:
                found = True
                yield os.path.join(here, name)
            else:
                skipped[suffix] += 1
    yield from unreadable
    if skipped:
        kinds = ", ".join(f"{count} {suffix}" for suffix, count in sorted(skipped.items()))
        logger.warning("%s: files of other kinds were passed over: %s", folder, kinds)
    if not found and not unreadable:
        yield Failure(folder, f"{folder} holds no files to read. Known kinds: {', '.join(sorted(SUFFIXES - {''}))}.")
