"""The claims of an incident as a table."""

from __future__ import annotations

from typing import Final

from accordingto.model.incident import Incident
from accordingto.model.reported import ReportedClaim
from accordingto.web.chains import chain_of_claim
from accordingto.web.siblings import Cell, Table

COLUMNS: Final = (
    "incident",
    "account",
    "statement",
    "claim",
    "article",
    "publisher",
    "published",
    "according_to",
    "factuality",
    "commitment",
    "type",
    "mode",
    "trigger",
    "start",
    "sentence",
    "when_start",
    "when_end",
    "place",
    "place_country",
)


def claims_table(incident: Incident) -> Table:
    """A row a claim, account by account; `account` counts from 1 as on the page."""
    return Table(
        COLUMNS,
        (
            (incident.id, number, account.statement, *_row(claim))
            for number, account in enumerate(incident.accounts, start=1)
            for claim in account.claims
        ),
    )


def _row(claim: ReportedClaim) -> tuple[Cell, ...]:
    return (
        claim.id,
        claim.article,
        claim.publisher,
        str(claim.published) if claim.published else None,
        " › ".join(strip.name for strip in chain_of_claim(claim)),
        str(claim.factuality),
        claim.commitment,
        claim.type,
        claim.mode,
        claim.trigger,
        claim.start,
        claim.sentence,
        str(claim.when.start) if claim.when else None,
        str(claim.when.end) if claim.when else None,
        claim.place.name if claim.place else None,
        claim.place.country if claim.place else None,
    )
