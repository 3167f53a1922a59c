"""How much markup a page may have: extraction costs time by its tags and its depth more than by its words."""

from __future__ import annotations

import re
from typing import Final

from accordingto.model.errors import InputError

MOST_TAGS: Final = 100_000
"""Tags of one page. Of 60 saved news pages the largest has under 10,000. Chosen, not tuned."""


_TAG: Final = re.compile(r"<[/!]?[A-Za-z]")


def check_markup(page: str, name: str) -> None:
    """Raise InputError for a page with more tags than any report has."""
    count = sum(1 for _ in _TAG.finditer(page))
    if count > MOST_TAGS:
        raise InputError(f"{name} is no page of a report: found {count:,} tags, the most is {MOST_TAGS:,}.")
