"""Chains of sources as strips, from the report inwards: what a report page and an incident page draw alike."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from accordingto.model.attribution import Attribution, SourceKind
from accordingto.model.reading import Reading
from accordingto.model.reported import Hop, ReportedClaim
from accordingto.model.span import words_of

NOBODY: Final = "someone not named"
MOST_WORDS: Final = 160
"""Characters of words in a card; the text itself is beside it."""


@dataclass(frozen=True, slots=True)
class Strip:
    """One link of a chain: who, what the words came through, and whether the report leaves them without a name."""

    name: str
    channels: tuple[str, ...] = ()
    is_anonymous: bool = False


def chain_of(reading: Reading, sources: Sequence[Attribution]) -> tuple[Strip, ...]:
    """The strips of attributions that come nearest the event first; the publisher where there are none."""
    if not sources:
        return (_own_voice(reading.article.publisher),)
    return tuple(_strip(reading, each) for each in reversed(sources))


def chain_of_claim(claim: ReportedClaim) -> tuple[Strip, ...]:
    """The strips of a claim of the record.

    >>> from accordingto.model.reported import Party
    >>> [strip.name for strip in (_told(Hop(None)), _told(Hop(Party("Ida Lund"))))]
    ['someone not named', 'Ida Lund']
    """
    if not claim.hops:
        return (_own_voice(claim.publisher),)
    return tuple(_told(hop) for hop in reversed(claim.hops))


def short(words: str) -> str:
    """The words on one line, cut where they are long."""
    line = " ".join(words.split())
    return line if len(line) <= MOST_WORDS else line[: MOST_WORDS - 1].rstrip() + "…"


def _own_voice(publisher: str | None) -> Strip:
    return Strip(f"{publisher or 'the report'} (own voice)")


def _told(hop: Hop) -> Strip:
    return Strip(short(hop.speaker.name) if hop.speaker else NOBODY, tuple(short(each.name) for each in hop.channels))


def _strip(reading: Reading, attribution: Attribution) -> Strip:
    text = reading.article.text
    entity = reading.entities_by_id.get(attribution.speaker or "")
    words = words_of(text, attribution.source) if attribution.source else NOBODY
    channels = tuple(short(each.span.of(text)) for each in attribution.channel)
    return Strip(short(entity.name if entity else words), channels, attribution.source_kind is SourceKind.ANONYMOUS)
