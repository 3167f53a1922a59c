"""What `add` tells of an article."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from accordingto.model.article import Article

if TYPE_CHECKING:
    from accordingto.recorder import Recorded


@dataclass(frozen=True, slots=True)
class Added:
    """An article that was added or was there already, and notes for people on its reading."""

    article: Article
    recorded: Recorded
    notes: tuple[str, ...] = ()
