"""News agencies by any of their names: who stands behind "(AP)"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from accordingto.model.resources import load_toml


@dataclass(frozen=True, slots=True)
class Agency:
    """A news agency, or an outlet that signs like one; the first of its names is the full one."""

    names: tuple[str, ...]
    short: tuple[str, ...]
    country: str

    @property
    def name(self) -> str:
        return self.names[0]


def find_agency(words: str) -> Agency | None:
    """The agency that the words name, whole; short forms in their own letters, full names in any.

    >>> find_agency("AP").name
    'The Associated Press'
    >>> find_agency("the associated press").name
    'The Associated Press'
    >>> find_agency("ap") is None
    True
    """
    wanted = " ".join(words.split())
    return _by_short().get(wanted) or _by_name().get(wanted.casefold())


def is_same_outlet(publisher: str, agency: Agency) -> bool:
    """True where the publisher is the agency: "Associated Press" and "AP"."""
    return find_agency(publisher) == agency


@cache
def agency_pattern() -> re.Pattern[str]:
    """Matches any name or short form of an agency, longest first; short forms in their own letters."""
    names = {re.escape(name) for agency in _agencies() for name in agency.names}
    short = {re.escape(form) for agency in _agencies() for form in agency.short}
    ordered = [f"(?i:{name})" for name in sorted(names, key=len, reverse=True)]
    ordered += sorted(short, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(ordered)})(?!\w)")


@cache
def _agencies() -> tuple[Agency, ...]:
    rows = load_toml("agencies.toml")["agency"]
    return tuple(Agency(tuple(row["names"]), tuple(row["short"]), row["country"]) for row in rows)


@cache
def _by_short() -> dict[str, Agency]:
    return {form: agency for agency in _agencies() for form in agency.short}


@cache
def _by_name() -> dict[str, Agency]:
    return {name.casefold(): agency for agency in _agencies() for name in agency.names}
