"""Articles -> the store: what is stored already is passed over, the rest read, and written by this process alone."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from accordingto import recorder
from accordingto.cli.added import Added
from accordingto.cli.workers import read_all
from accordingto.ingest.failure import Failure
from accordingto.model.article import Article
from accordingto.model.errors import AccordingToError
from accordingto.model.reading import Reading
from accordingto.store.sighting import Provenance
from accordingto.store.store import Store

Outcome = Added | Failure


@dataclass(frozen=True, slots=True)
class Orders:
    """How many processes read, with which reader, and with which files of actors."""

    workers: int
    reader: str
    actors: tuple[Path, ...] = ()

    @property
    def provenance(self) -> Provenance:
        """What a reading is known by: one with other actors is another reading."""
        with_actors = "".join(f", actors {_file_hash(path)[:16]}" for path in self.actors)
        return Provenance(version("accordingto"), self.reader + with_actors)


def add_all(store: Store, articles: Iterable[Article | Failure], orders: Orders) -> Iterator[Outcome]:
    """What became of each article, in their order; an article is in the store when it comes."""
    provenance = orders.provenance
    unread = (_recalled(store, article, provenance) for article in articles)
    for read in read_all(unread, orders.workers, orders.reader, orders.actors):
        yield _stored(store, read, provenance) if isinstance(read, Reading) else read


def _recalled(store: Store, article: Article | Failure, provenance: Provenance) -> Article | Added | Failure:
    """The article where it must be read, else what became of it."""
    if isinstance(article, Failure):
        return article
    recorded = recorder.recall(store, article, recorder.sighting_of(article, provenance))
    return article if recorded is None else Added(article, recorded)


def _stored(store: Store, reading: Reading, provenance: Provenance) -> Outcome:
    article = reading.article
    try:
        sighting = recorder.sighting_of(article, provenance, _raw_hash(article))
        return Added(article, recorder.add(store, reading, sighting), reading.notes)
    except AccordingToError:
        raise  # nothing can be stored at all
    except Exception as error:  # noqa: BLE001  # one article's defect is told, and the others are stored
        path = article.path or "-"
        reason = f"{type(error).__name__}: {error}. This is a defect of accordingto: please report it."
        return Failure(path, f"{path} could not be stored: {reason}")


def _raw_hash(article: Article) -> str | None:
    """The hash of the article's file, or None where it has none of its own, as a line of JSON Lines has not."""
    path = None if article.path is None else Path(article.path)
    return None if path is None or not path.is_file() else _file_hash(path)


def _file_hash(path: Path) -> str:
    """SHA-256 of the file's bytes, in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
