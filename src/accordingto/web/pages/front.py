"""The front page: what the store holds."""

from __future__ import annotations

from dataclasses import asdict

from fastapi import APIRouter

from accordingto.web.siblings import Page, Table, add_page
from accordingto.web.site import SiteDep

router = APIRouter()


def front(site: SiteDep) -> Page:
    """What the store holds."""
    contents = site.store.describe()
    counts = asdict(contents)
    return Page(
        "front.html",
        {"contents": contents},
        document=lambda: counts,
        table=lambda: Table(("what", "number"), counts.items()),
        name="contents",
    )


add_page(router, "/", front, stem="/index")
