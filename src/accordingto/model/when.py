"""A time that an article speaks of, on the calendar or as a span of time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from accordingto.model.ids import content_id
from accordingto.model.span import Spans


class TimePrecision(StrEnum):
    """How closely the words say when. A `duration` is on no calendar: its start and end are None."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"
    PERIOD = "period"
    DURATION = "duration"


@dataclass(frozen=True, slots=True)
class When:
    """A time: the first and the last day it may mean, both included.

    A relative expression in a report whose publication date is not known has precision but no days.
    """

    id: str
    start: date | None
    end: date | None
    precision: TimePrecision
    mentions: Spans = ()


def when_id(article_id: str, start: date | None, end: date | None, precision: TimePrecision, words: str) -> str:
    """The id of a time within its article; the words count only where there are no days."""
    return content_id("when", article_id, start, end, precision, words if start is None else None)
