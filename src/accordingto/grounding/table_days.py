"""The days that a year, a month or a day of a table can mean."""

from __future__ import annotations

import calendar
from datetime import date
from functools import cache


@cache
def first_day(cell: str) -> date:
    """The first day that a year, a month or a day can mean. Raises ValueError for what is none.

    >>> first_day("2003"), first_day("2003-05")
    (datetime.date(2003, 1, 1), datetime.date(2003, 5, 1))
    """
    return date.fromisoformat(f"{cell}-01-01"[:10])


@cache
def last_day(cell: str) -> date:
    """The last day that it can mean. Raises ValueError for what is none.

    >>> last_day("2003"), last_day("2004-02")
    (datetime.date(2003, 12, 31), datetime.date(2004, 2, 29))
    """
    first = first_day(cell)
    dashes = cell.count("-")
    if dashes == 0:
        return date(first.year, 12, 31)
    return first if dashes > 1 else first.replace(day=calendar.monthrange(first.year, first.month)[1])
