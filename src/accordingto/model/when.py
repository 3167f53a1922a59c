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


_UCDP_DATE_LONGEST = ((1, 1), (6, 2), (7, 3), (31, 4))
"""Most days of a stretch, and the code that UCDP gives it; what is longer has 5."""

_LONGER_THAN_A_MONTH = 5


def ucdp_date_precision(when: When | None) -> int | None:
    """UCDP's `date_prec` of an event at this time, None where its days are not known.

    1 the day; 2 two to six days; 3 a week; 4 eight days to a month; 5 more than a month. The code comes from the days
    themselves, so a period that is exactly a day ("the day of the vote") has 1. UCDP GED codebook, "date_prec".
    """
    if when is None or when.start is None or when.end is None:
        return None
    days = (when.end - when.start).days + 1
    return next((code for longest, code in _UCDP_DATE_LONGEST if days <= longest), _LONGER_THAN_A_MONTH)
