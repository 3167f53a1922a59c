"""Days with a name and a fixed date: Christmas Eve, New Year's Day, 9/11."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from accordingto.grounding.days import day_of, nearest_year
from accordingto.grounding.time_value import Anchor, TimeValue, one_day
from accordingto.model.resources import load_toml
from accordingto.model.span import Span
from accordingto.model.when import TimePrecision


def find_named_days(text: str, part: Span, anchor: Anchor) -> Iterator[tuple[Span, TimeValue]]:
    """Where a named day stands in a part of the text, and the nearest such day to publication."""
    for match in _pattern().finditer(text, part.start, part.end):
        value = _value(re.sub(r"\s+", " ", match.group().lower().replace("’", "'")), anchor)
        if value is not None:
            yield Span(*match.span()), value


def _value(name: str, anchor: Anchor) -> TimeValue | None:
    month, day, *years = load_toml("times.toml")["named_day"][name]
    if not years and anchor.published is None:
        return TimeValue(None, TimePrecision.DAY)
    if not years and anchor.published is not None:
        years = [nearest_year(anchor.published, month, day)]
    return one_day(day_of(years[0], month, day), dated=False)


@cache
def _pattern() -> re.Pattern[str]:
    names = sorted(load_toml("times.toml")["named_day"], key=len, reverse=True)
    spelled = (re.escape(name).replace(r"\ ", r"\s").replace("'", "['’]") for name in names)
    return re.compile(rf"(?<!\w)(?:{'|'.join(spelled)})(?!\w)", re.IGNORECASE)
