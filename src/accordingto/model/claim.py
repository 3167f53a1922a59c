"""The unit of the record: an event mention as one chain of sources has it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from accordingto.model.ids import content_id


class Factuality(StrEnum):
    """What the source commits to. It is the source's stance, never our own doubt."""

    HAPPENED = "happened"
    DENIED = "denied"
    POSSIBLE = "possible"
    EXPECTED = "expected"
    PROMISED = "promised"
    THREATENED = "threatened"
    DEMANDED = "demanded"
    HOPED = "hoped"
    FEARED = "feared"
    HYPOTHETICAL = "hypothetical"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Claim:
    """An event mention × a chain of attributions × the factuality that the nearest source gives it.

    `chain` holds attribution ids, nearest the event first; empty, it is the article's own voice and the
    publisher vouches. `commitment` runs from −3 (certain it did not happen) to +3 (certain it did), after the
    FactBank line of work.
    """

    id: str
    event: str
    chain: tuple[str, ...]
    factuality: Factuality
    commitment: float


def claim_id(event: str, chain: tuple[str, ...]) -> str:
    """The id of a claim: it depends on the event mention and on who tells it."""
    return content_id("claim", event, *chain)
