"""Full calendar dates as datelines and bylines write them. Anything less than day, month and year is None."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

_MONTHS: Final = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
_MONTH: Final = r"(?P<month>[A-Za-z]{3,9})\.?"
_DAY: Final = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR: Final = r"(?P<year>(?:19|20)\d\d)"
_WEEKDAY: Final = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tue|wed|thu|fri|sat|sun)\.?,?\s+"
_FORMS: Final = tuple(
    re.compile(rf"(?:{_WEEKDAY})?{form}", re.IGNORECASE)
    for form in (
        rf"{_MONTH}\s+{_DAY}(?:,?\s+{_YEAR})?",
        rf"{_DAY}\s+{_MONTH}(?:,?\s+{_YEAR})?",
        r"(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d)(?:[T ][\d:.+Z-]*)?",
    )
)


def find_date(words: str) -> date | None:
    """The day that the words, whole, give with its year; None where they do not.

    >>> find_date("July 12, 2012"), find_date("Thursday, 12 July 2012"), find_date("2012-07-12")
    (datetime.date(2012, 7, 12), datetime.date(2012, 7, 12), datetime.date(2012, 7, 12))
    >>> find_date("July 12") is None, find_date("July 32, 2012") is None
    (True, True)
    """
    found = _match(words)
    if found is None or not found["year"]:
        return None
    month = _month_number(found["month"])
    try:
        return date(int(found["year"]), month or 0, int(found["day"]))
    except ValueError:
        return None


def is_date(words: str) -> bool:
    """True for a day of a month, with or without the year: *July 4*, *4 July 2012*, *Wednesday, July 4*."""
    found = _match(words)
    return found is not None and _month_number(found["month"]) is not None


def _match(words: str) -> re.Match[str] | None:
    wanted = words.strip()
    return next((found for form in _FORMS if (found := form.fullmatch(wanted))), None)


def _month_number(word: str) -> int | None:
    """The month for its number, name or abbreviation of at least three letters: *07*, *Sept*, *July*."""
    if word.isdigit():
        return int(word)
    matching = [number for number, name in enumerate(_MONTHS, 1) if name.startswith(word.lower())]
    return 9 if word.lower() == "sept" else next(iter(matching), None)
