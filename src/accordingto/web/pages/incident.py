"""An incident: its accounts side by side."""

from __future__ import annotations

from fastapi import APIRouter

from accordingto.catalogue import find_incident
from accordingto.model.incident_contract import incident_to_dict
from accordingto.web.siblings import Page, add_page
from accordingto.web.site import SiteDep

router = APIRouter()


def incident_page(site: SiteDep, incident: str) -> Page:
    """One incident: its accounts, who holds each, in which words, and what they dispute."""
    found = find_incident(site.store, incident)
    return Page(
        "incident.html",
        {"incident": found},
        document=lambda: incident_to_dict(found),
        name=f"incident-{found.id}",
    )


add_page(router, "/incident/{incident}", incident_page)
