"""The JSON object of an incident, format "accordingto.incident/1": docs/reference/contract.md describes every field."""

from __future__ import annotations

from datetime import date
from typing import Any

from accordingto.model.incident import Account, Counts, Holder, Incident, Slot
from accordingto.model.reported import Location, Period, Report

INCIDENT_FORMAT = "accordingto.incident/1"
Json = dict[str, Any]  # a JSON object: values of many types


def incident_to_dict(incident: Incident) -> Json:
    """The incident as a JSON object. What is not known is None or empty, and never left out."""
    return {
        "format": INCIDENT_FORMAT,
        "id": incident.id,
        "title": incident.title,
        "types": list(incident.types),
        "when": _period(incident.when),
        "place": _place(incident.place),
        "participants": [{"name": each.name, "role": each.role} for each in incident.participants],
        "reports": [_report(report) for report in incident.reports],
        "counts": _counts(incident.counts),
        "disputed": [slot.value for slot in incident.disputed],
        "changes": list(incident.changes),
        "accounts": [_account(account) for account in incident.accounts],
    }


def _account(account: Account) -> Json:
    return {
        "id": account.id,
        "statement": account.statement,
        "slots": {slot.value: account.slots.get(slot) for slot in Slot},
        "holders": [_holder(holder) for holder in account.holders],
        "claims": [{"article": claim.article, "claim": claim.id} for claim in account.claims],
        "counts": _counts(account.counts),
        "collapses": list(account.collapses),
    }


def _holder(holder: Holder) -> Json:
    return {
        "name": holder.name,
        "factuality": holder.factuality.value,
        "first": _day(holder.first),
        "last": _day(holder.last),
    }


def _report(report: Report) -> Json:
    return {
        "article": report.article,
        "path": report.path,
        "publisher": report.publisher,
        "published": _day(report.published),
        "title": report.title,
        "family": report.family,
    }


def _counts(counts: Counts) -> Json:
    return {"reports": counts.reports, "publishers": counts.publishers, "origins": counts.origins}


def _period(when: Period | None) -> Json | None:
    if when is None:
        return None
    return {"start": _day(when.start), "end": _day(when.end), "precision": when.precision.value}


def _place(place: Location | None) -> Json | None:
    if place is None:
        return None
    return {
        "name": place.name,
        "country": place.country,
        "geonameid": place.geonameid,
        "latitude": place.latitude,
        "longitude": place.longitude,
        "precision": place.precision,
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
