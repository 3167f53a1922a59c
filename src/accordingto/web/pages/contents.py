"""The contents: every incident, some hundred a page, so that a published copy leads to all of them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Annotated, Final

from fastapi import APIRouter, Path

from accordingto.model.errors import InputError
from accordingto.model.summary import IncidentSummary
from accordingto.store.store import Store
from accordingto.web.siblings import Cell, Page, Table, add_page
from accordingto.web.site import SiteDep

router = APIRouter()
AT_ONCE: Final = 200
COLUMNS: Final = (
    "incident",
    "title",
    "types",
    "day",
    "place",
    "accounts",
    "origins",
    "publishers",
    "reports",
    "disputed",
)


def contents_page(site: SiteDep, page: Annotated[int, Path(ge=1, le=1_000_000)]) -> Page:
    """Every incident of the store, some hundred a page."""
    total = site.store.count_incidents().incidents
    pages = max(1, -(-total // AT_ONCE))
    ids = list(islice(site.store.incidents_in_order(), (page - 1) * AT_ONCE, page * AT_ONCE))
    if not ids and page > 1:
        raise InputError(f"The contents have {pages} pages.")
    values = {"incidents": site.store.summaries(ids), "total": total, "page": page, "pages": pages}
    return Page("contents.html", values, lambda: _objects(site.store), lambda: _table(site.store), "incidents")


def first_contents_page(site: SiteDep) -> Page:
    """Every incident of the store, some hundred a page."""
    return contents_page(site, 1)


add_page(router, "/contents", first_contents_page)
add_page(router, "/contents/{page}", contents_page)


def _objects(store: Store) -> Iterator[dict[str, Cell]]:
    return (dict(zip(COLUMNS, row, strict=True)) for row in _rows(store))


def _table(store: Store) -> Table:
    return Table(COLUMNS, _rows(store))


def _rows(store: Store) -> Iterator[tuple[Cell, ...]]:
    """A row an incident, read some hundred at a time."""
    every = store.incidents_in_order()
    while ids := list(islice(every, AT_ONCE)):
        yield from map(_row, store.summaries(ids))


def _row(summary: IncidentSummary) -> tuple[Cell, ...]:
    counts = summary.counts
    return (
        summary.id,
        summary.title,
        "; ".join(summary.types),
        str(summary.day) if summary.day else None,
        summary.place.name if summary.place else None,
        summary.accounts,
        counts.origins,
        counts.publishers,
        counts.reports,
        "; ".join(slot.value for slot in summary.disputed),
    )
