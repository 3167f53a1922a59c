"""The front page: what the store holds, what is newest, and what is most disputed."""

from __future__ import annotations

from dataclasses import asdict
from typing import Final

from fastapi import APIRouter

from accordingto.catalogue import ANY_SLOT
from accordingto.model.summary import IncidentOrder
from accordingto.store.incident_search import IncidentSearch
from accordingto.web.indexes import index_of
from accordingto.web.siblings import Page, Table, add_page
from accordingto.web.site import SiteDep

router = APIRouter()
LISTED: Final = 8


def front(site: SiteDep) -> Page:
    """What the store holds."""
    contents = site.store.describe()
    first, last = site.store.report_days()
    counts = asdict(contents) | {"first_report": str(first or ""), "last_report": str(last or "")}
    if not site.is_static:
        index_of(site.store).is_ready(0)  # so that it is read by the time somebody searches
    disputed = IncidentSearch(disputed=ANY_SLOT)
    return Page(
        "front.html",
        {
            "contents": contents,
            "first": first,
            "last": last,
            "newest": site.store.incident_summaries(limit=LISTED).incidents,
            "disputed": site.store.incident_summaries(disputed, order=IncidentOrder.DISPUTED, limit=LISTED).incidents,
        },
        document=lambda: counts,
        table=lambda: Table(("what", "number"), counts.items()),
        name="contents",
    )


add_page(router, "/", front, stem="/index")
