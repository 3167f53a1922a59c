"""What a search finds -> the rows that every format of export is written from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from accordingto.catalogue import find_incident
from accordingto.export.rows import ExportedReport, Rows
from accordingto.model.errors import InputError
from accordingto.model.incident import Incident
from accordingto.searching import Kind, Search, SearchIndex
from accordingto.store.store import Store


def rows_found(store: Store, index: SearchIndex, search: Search) -> Rows:
    """The claims that fit, report by report, and the incidents that hold one of them, streamed."""
    return Rows(lambda: _reports(store, index, search), lambda: _incidents(store, index, search))


def _reports(store: Store, index: SearchIndex, search: Search) -> Iterator[ExportedReport]:
    wanted = {int(key) for key in index.every_key(replace(search, kind=Kind.CLAIMS))}
    for article in index.every_key(replace(search, kind=Kind.ARTICLES)):
        reading = store.reading(str(article))
        told = store.claims_of_article(str(article))
        numbers = store.numbers_of(claim.id for claim in told)
        claims = tuple(claim for claim in told if numbers.get(claim.id) in wanted)
        if reading is not None:
            yield ExportedReport(reading, claims, store.incidents_of(claim.id for claim in claims))


def _incidents(store: Store, index: SearchIndex, search: Search) -> Iterator[Incident]:
    for incident in index.every_key(replace(search, kind=Kind.INCIDENTS)):
        try:
            yield find_incident(store, str(incident))
        except InputError:  # somebody took its claims apart meanwhile
            continue
