"""Articles -> the store: what is stored already is passed over, the rest read, and written by this process alone."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from accordingto import recorder
from accordingto.admitting import refusal_of
from accordingto.cli.added import Added
from accordingto.cli.reading_options import How
from accordingto.cli.workers import read_all
from accordingto.ingest.failure import Failure
from accordingto.model.article import Article
from accordingto.model.errors import AccordingToError
from accordingto.model.incident import Link
from accordingto.model.reading import Reading
from accordingto.sharding.links import LinksOf
from accordingto.store.sighting import Provenance, Sighting
from accordingto.store.store import Store

Outcome = Added | Failure


@dataclass(frozen=True, slots=True)
class Orders:
    """How articles are read, and whether what was forgotten may come back."""

    how: How
    allow_forgotten: bool = False

    @property
    def provenance(self) -> Provenance:
        """What a reading is known by: one with other actors is another reading."""
        with_actors = "".join(f", actors {_file_hash(path)[:16]}" for path in self.how.actors)
        return Provenance(version("accordingto"), self.how.reader + with_actors)


def add_all(store: Store, articles: Iterable[Article | Failure], orders: Orders) -> Iterator[Outcome]:
    """What became of each article, in their order; an article is in the store when it comes."""
    made_by, allowed = orders.provenance, orders.allow_forgotten
    unread = (_recalled(store, article, made_by, allow_forgotten=allowed) for article in articles)
    for read in read_all(unread, orders.how):
        yield _stored(store, read, made_by, allow_forgotten=allowed) if isinstance(read, Reading) else read


def read_again(store: Store, orders: Orders) -> Iterator[Outcome]:
    """What became of each current article whose reading is by another version of the program, or another reader."""
    found = (store.original(article.id) for article in store.articles_in_order())
    here = Sighting(orders.provenance)
    unread = (article for article in found if article is not None and not store.is_read(article, here))
    for read in read_all(unread, orders.how):
        if isinstance(read, Reading):
            yield Added(read.article, recorder.add(store, read, here, allow_forgotten=True), read.notes)
        else:
            yield read


def add_readings(
    store: Store, outcomes: Iterable[Reading | Failure], provenance: Provenance, links: LinksOf | None = None
) -> Iterator[Outcome]:
    """What became of each article that was read elsewhere; it is in the store when it comes.

    `links`, by article, are those that were found beforehand; None where they are to be looked for.
    """
    for outcome in outcomes:
        if isinstance(outcome, Failure):
            yield outcome
            continue
        found = _recalled(store, outcome.article, provenance)
        known = None if links is None else links.get(outcome.article.id, ())
        yield _stored(store, outcome, provenance, links=known) if isinstance(found, Article) else found


def _recalled(
    store: Store, article: Article | Failure, provenance: Provenance, *, allow_forgotten: bool = False
) -> Article | Added | Failure:
    """The article where it must be read, else what became of it."""
    if isinstance(article, Failure):
        return article
    recorded = recorder.recall(store, article, recorder.sighting_of(article, provenance))
    if recorded is not None:
        return Added(article, recorded)
    refusal = None if allow_forgotten else refusal_of(store, article)
    return article if refusal is None else Failure(article.path or "-", refusal)


def _stored(
    store: Store,
    reading: Reading,
    provenance: Provenance,
    *,
    allow_forgotten: bool = False,
    links: Iterable[Link] | None = None,
) -> Outcome:
    article = reading.article
    try:
        sighting = recorder.sighting_of(article, provenance, _raw_hash(article))
        recorded = recorder.add(store, reading, sighting, allow_forgotten=allow_forgotten, links=links)
        return Added(article, recorded, reading.notes)
    except AccordingToError:
        raise  # nothing can be stored at all
    except Exception as error:  # noqa: BLE001  # one article's defect is told, and the others are stored
        path = article.path or "-"
        reason = f"{type(error).__name__}: {error}. This is a defect of accordingto: please report it."
        return Failure(path, f"{path} could not be stored: {reason}")


def _raw_hash(article: Article) -> str | None:
    """The hash of the article's file, or None where it has none of its own, as a line of JSON Lines has not."""
    path = None if article.path is None else Path(article.path)
    return None if path is None or not os.path.isfile(path) else _file_hash(path)


def _file_hash(path: Path) -> str:
    """SHA-256 of the file's bytes, in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
