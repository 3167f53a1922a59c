"""How many people an event tells of: killed, injured, arrested and so on, as a range."""

from __future__ import annotations

from accordingto.events.matching import Match
from accordingto.events.nominals import Roles
from accordingto.model.event import Quantity


def quantities_of(match: Match, roles: Roles) -> tuple[Quantity, ...]:
    """The counts of those the event happened to; empty where none is told."""
    return ()
