"""Publishers and speakers: who put the reports out, and who is told to say what is in them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from fastapi import APIRouter, Request

from accordingto.searching import Search, to_query
from accordingto.store.publishers import Publisher
from accordingto.store.store import Store
from accordingto.web.indexes import SECONDS_TO_WAIT, index_of
from accordingto.web.siblings import Cell, Page, Table, add_page
from accordingto.web.site import SiteDep

router = APIRouter()

COLUMNS: Final = ("kind", "name", "claims", "reports", "first_report", "last_report")
SHOWN: Final = 200


def sources_page(site: SiteDep, request: Request) -> Page:
    """The publishers with their reports and claims, and those whom reports name as sources with their claims."""
    is_page = not request.url.path.endswith((".json", ".csv"))
    if is_page and not index_of(site.store).is_ready(SECONDS_TO_WAIT):
        return Page("waiting.html", {"address": "/sources"})
    rows = _rows(site.store)
    return Page(
        "sources.html",
        _values(rows) if is_page else {},
        document=lambda: (dict(zip(COLUMNS, row, strict=True)) for row in rows),
        table=lambda: Table(COLUMNS, rows),
        name="sources",
    )


def _values(rows: Iterator[tuple[Cell, ...]]) -> dict[str, Any]:  # values of many types
    found = list(rows)
    by_kind = {kind: [row for row in found if row[0] == kind] for kind in ("publisher", "speaker")}
    return {
        kind: [(*row[1:], _address(str(row[0]), row[1])) for row in listed[:SHOWN]] for kind, listed in by_kind.items()
    } | {"numbers": {kind: len(listed) for kind, listed in by_kind.items()}, "shown": SHOWN}


def _address(kind: str, name: Cell) -> str | None:
    if name is None:
        return None
    asked = Search(publisher=(str(name),)) if kind == "publisher" else Search(speaker=(f'"{name}"',))
    return to_query(asked)


def _rows(store: Store) -> Iterator[tuple[Cell, ...]]:
    counts = index_of(store).totals("publisher")
    for each in store.publishers():
        yield "publisher", each.name, counts.get(each.name, 0), each.reports, *_days(each)
    for name, claims in index_of(store).totals("speaker").items():
        yield "speaker", name, claims, None, None, None


def _days(publisher: Publisher) -> tuple[str | None, str | None]:
    first, last = publisher.first, publisher.last
    return (None if first is None else str(first)), (None if last is None else str(last))


add_page(router, "/sources", sources_page)
