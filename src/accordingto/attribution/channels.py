"""The medium, venue or document that words came through: on state television, in a statement, told Reuters."""

from __future__ import annotations

from collections.abc import Sequence

from accordingto.attribution.candidate import Candidate
from accordingto.attribution.passage import Passage
from accordingto.model.attribution import Channel


def find_channels(passages: Sequence[Passage], candidates: Sequence[Candidate]) -> list[tuple[Channel, ...]]:
    """For each candidate the channels of its words, in order."""
    return [() for _ in candidates]
