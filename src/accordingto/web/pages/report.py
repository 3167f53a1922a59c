"""A report with its sources in the margin."""

from __future__ import annotations

from fastapi import APIRouter

from accordingto.model.errors import InputError
from accordingto.web.siblings import Page, add_page
from accordingto.web.site import SiteDep

router = APIRouter()


def report_page(site: SiteDep, report: str) -> Page:
    """One report as published, with who says what beside each sentence."""
    article = site.store.original(report)
    if article is None:
        raise InputError("There is no such report in this store.")
    return Page("report.html", {"article": article}, name=f"report-{article.id}")


add_page(router, "/report/{report}", report_page)
