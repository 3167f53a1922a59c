"""An incident: its accounts side by side."""

from __future__ import annotations

from dataclasses import dataclass

from fastapi import APIRouter

from accordingto.catalogue import find_incident, links_within, timeline_of_incident
from accordingto.model.incident import Account, Slot
from accordingto.model.incident_contract import incident_to_dict
from accordingto.web.incidents.lanes import lanes_of, moment_rows
from accordingto.web.incidents.map import map_of, places_of
from accordingto.web.incidents.network import network_of
from accordingto.web.incidents.reasons import origins_of, reasons_of
from accordingto.web.incidents.table import claims_table
from accordingto.web.incidents.words import MOST, SHOWN, ExactWords, words_of_claims
from accordingto.web.siblings import Page, add_page
from accordingto.web.site import SiteDep

router = APIRouter()
MOST_LINKS = 40
"""Reasons for joining that a page shows, the surest first."""


@dataclass(frozen=True, slots=True)
class ShownAccount:
    """An account with its number on the page, the words shown at once and those that unfold."""

    number: int
    account: Account
    first: tuple[ExactWords, ...]
    more: tuple[ExactWords, ...]
    hidden: int


def incident_page(site: SiteDep, incident: str) -> Page:
    """One incident: its accounts, who holds each, in which words, and what they dispute."""
    found = find_incident(site.store, incident)
    places = places_of(found)
    links = links_within(site.store, found)[:MOST_LINKS]
    values = {
        "incident": found,
        "accounts": [_shown(number, account) for number, account in enumerate(found.accounts, start=1)],
        "slots": [slot for slot in Slot if any(account.slots.get(slot) for account in found.accounts)],
        "origins": origins_of(found),
        "reasons": reasons_of(found),
        "network": network_of(found),
        "lanes": lanes_of(found),
        "moments": moment_rows(timeline_of_incident(found)[:MOST]),
        "places": places,
        "map": map_of(places),
        "links": links,
        "claims": {claim.id: claim for claim in found.claims},
    }
    return Page(
        "incident.html", values, lambda: incident_to_dict(found), lambda: claims_table(found), f"incident-{found.id}"
    )


add_page(router, "/incident/{incident}", incident_page)


def _shown(number: int, account: Account) -> ShownAccount:
    words = words_of_claims(account.claims)
    return ShownAccount(number, account, words[:SHOWN], words[SHOWN:], max(0, len(account.claims) - MOST))
