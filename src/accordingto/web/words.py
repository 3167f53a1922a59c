"""Values in words for people: the filters of all templates."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any, Final
from urllib.parse import quote, urlencode

from accordingto.model.claim import Factuality
from accordingto.model.incident import Slot
from accordingto.model.reported import Count, Location, Party, Period, ReportedClaim

SLOT_WORDS: Final = {
    Slot.WHETHER: "Whether",
    Slot.WHAT: "What",
    Slot.WHO: "Who",
    Slot.TO_WHOM: "To whom",
    Slot.WHEN: "When",
    Slot.WHERE: "Where",
    Slot.HOW_MANY: "How many",
}


def counted(number: int, one: str, many: str | None = None) -> str:
    """A number with its noun.

    >>> counted(1, "account"), counted(2000, "account"), counted(2, "country", "countries")
    ('1 account', '2,000 accounts', '2 countries')
    """
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def day(value: date | None) -> str:
    """A day as 2012-07-11, or words where it is not known."""
    return value.isoformat() if value else "day not known"


def period(value: Period | None) -> str:
    """First and last day with their precision.

    >>> from accordingto.model.when import TimePrecision
    >>> period(Period(date(2012, 7, 1), date(2012, 7, 31), TimePrecision.MONTH))
    '2012-07-01 to 2012-07-31 (month)'
    """
    if value is None:
        return "not known"
    if value.start == value.end:
        return value.start.isoformat()
    return f"{value.start} to {value.end} ({value.precision})"


def place(value: Location | None) -> str:
    """A place with its country's code."""
    if value is None:
        return "not known"
    return f"{value.name} ({value.country})" if value.country and value.country != value.name else value.name


def how_many(value: Count) -> str:
    """A count of people: "41 killed", "at least 41 killed", "2 to 5 injured".

    >>> how_many(Count("killed", 41, None))
    'at least 41 killed'
    """
    low, high = value.low, value.high
    if low is not None and high is not None:
        return f"{low:,} {value.kind}" if low == high else f"{low:,} to {high:,} {value.kind}"
    if low is not None:
        return f"at least {low:,} {value.kind}"
    return f"some {value.kind}" if high is None else f"at most {high:,} {value.kind}"


def factuality(value: str) -> str:
    """What the source commits to, in a word or two.

    >>> factuality(Factuality.DENIED), factuality("unknown")
    ('denied', 'left open')
    """
    return "left open" if value == Factuality.UNKNOWN else str(value)


def according_to(claim: ReportedClaim) -> str:
    """Who says so, nearest the event first: "Ana Ruiz, according to Inland Mail"."""
    told = [_teller(hop.speaker, hop.channels) for hop in claim.hops]
    publisher = claim.publisher or "the report"
    return ", according to ".join((*told, publisher)) if told else f"{publisher} (own voice)"


def _teller(speaker: Party | None, channels: Iterable[Party]) -> str:
    if speaker is not None:
        return speaker.name
    return next((each.name for each in channels), "an unnamed source")


def around_trigger(claim: ReportedClaim) -> tuple[str, str, str]:
    """The sentence of a claim before the words of the event, these, and after; all before where they are not found."""
    at = claim.sentence.find(claim.trigger)
    if at < 0 or not claim.trigger:
        return claim.sentence, "", ""
    end = at + len(claim.trigger)
    return claim.sentence[:at], claim.trigger, claim.sentence[end:]


def path(value: str) -> str:
    """A value as one piece of an address.

    >>> path("a/b ü?")
    'a%2Fb%20%C3%BC%3F'
    """
    return quote(value, safe="", errors="replace")


def query(values: Mapping[str, object]) -> str:
    """Values as the query of an address, those that are None or empty left out."""
    given = {name: value for name, value in values.items() if value not in (None, "", False)}
    return urlencode(given, doseq=True, errors="replace")


FILTERS: Final[dict[str, Callable[..., Any]]] = {
    "counted": counted,
    "day": day,
    "period": period,
    "place": place,
    "how_many": how_many,
    "factuality": factuality,
    "according_to": according_to,
    "around_trigger": around_trigger,
    "path": path,
    "query": query,
    "slot": SLOT_WORDS.__getitem__,
}
"""Filters by name; a page may add its own here."""
