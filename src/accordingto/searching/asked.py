"""What a search asks, as a frozen value and as the query string of a URL."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, fields, replace
from datetime import date
from enum import StrEnum
from typing import Any, Final
from urllib.parse import parse_qsl, urlencode

from accordingto.model.claim import Factuality
from accordingto.model.codebook import load_codebook
from accordingto.model.errors import OptionError

LONGEST_VALUE: Final = 300
MOST_VALUES: Final = 20
"""Values of one facet: more than a person ticks."""
LATEST_KEY: Final = 2**31 - 1

_UNSEEN: Final = re.compile("[\x00-\x1f\x7f\ud800-\udfff]")
_COUNTRY: Final = re.compile(r"[A-Z]{3}")


class Kind(StrEnum):
    """What is looked for."""

    CLAIMS = "claims"
    INCIDENTS = "incidents"
    ARTICLES = "articles"


FACETS: Final = ("type", "mode", "factuality", "country", "actor", "recipient", "speaker", "publisher")
"""Fields that hold several values, any of which may fit. `actor`, `recipient` and `speaker` are a part of a name; in
quotation marks, the whole name."""


@dataclass(frozen=True, slots=True)
class Search:
    """What the claims must be; an empty field lets anything through, and all fields must fit.

    `words` are in the report; `since` and `until` go by the day of the event, else of the report; `after` is the key
    after which a page starts.
    """

    kind: Kind = Kind.CLAIMS
    words: str | None = None
    type: tuple[str, ...] = ()
    mode: tuple[str, ...] = ()
    factuality: tuple[str, ...] = ()
    country: tuple[str, ...] = ()
    actor: tuple[str, ...] = ()
    recipient: tuple[str, ...] = ()
    speaker: tuple[str, ...] = ()
    publisher: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    disputed: bool = False
    after: int | None = None

    def with_value(self, facet: str, value: str) -> Search:
        """The same with the value of the facet ticked, or unticked where it was; from the first page."""
        held: tuple[str, ...] = getattr(self, facet)
        ticked = tuple(each for each in held if each != value) if value in held else (*held, value)
        changed: dict[str, Any] = {facet: ticked}  # a field may hold any type of value
        return replace(self, after=None, **changed)


def to_query(search: Search) -> str:
    """The query string, without a question mark; what is as usual is left out.

    >>> to_query(Search(words="port of Aden", type=("ASSAULT", "COERCE"), since=date(2012, 7, 1)))
    'words=port+of+Aden&type=ASSAULT&type=COERCE&since=2012-07-01'
    """
    pairs: list[tuple[str, str]] = []
    for field in fields(Search):
        value = getattr(search, field.name)
        if value is None or value is False or value == () or value is Kind.CLAIMS:
            continue
        values = value if isinstance(value, tuple) else (_written(value),)
        pairs += [(field.name, each) for each in values]
    return urlencode(pairs)


def from_query(query: str | Iterable[tuple[str, str]]) -> Search:
    """The search that a query string, or its pairs, asks for.

    Raises OptionError that says which parameter is unknown or malformed, and what it may be. An empty value is none.
    """
    pairs = _parsed(query) if isinstance(query, str) else list(query)
    given: dict[str, list[str]] = {}
    for name, value in pairs:
        if cleaned := _clean(name, value):
            given.setdefault(name, []).append(cleaned)
    unknown = sorted(given.keys() - _READERS.keys())
    if unknown:
        raise OptionError(f"There is no parameter {unknown[0][:60]!r}. Parameters: {', '.join(_READERS)}.")
    search = Search(**{name: _READERS[name](name, values) for name, values in given.items()})
    if search.since and search.until and search.since > search.until:
        raise OptionError(f"since={search.since} is later than until={search.until}. Give the earlier day first.")
    return search


def _parsed(query: str) -> list[tuple[str, str]]:
    try:
        return parse_qsl(query, keep_blank_values=True, max_num_fields=200)
    except ValueError:
        raise OptionError("The address has more than 200 parameters. Give fewer.") from None


def _written(value: object) -> str:
    return "1" if value is True else str(value)


def _clean(name: str, value: str) -> str:
    if len(value) > LONGEST_VALUE:
        raise OptionError(f"{name[:60]} has {len(value):,} characters. Give {LONGEST_VALUE} at most.")
    return _UNSEEN.sub(" ", value).strip()


def _one(name: str, values: list[str]) -> str:
    if len(values) > 1:
        raise OptionError(f"{name} is given {len(values)} times. Give it once.")
    return values[0]


def _day(name: str, values: list[str]) -> date:
    value = _one(name, values)
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise OptionError(f"{name}={value!r} is no day. Write it as 2024-05-17.") from None


def _flag(name: str, values: list[str]) -> bool:
    value = _one(name, values).casefold()
    if value not in {"1", "true", "0", "false"}:
        raise OptionError(f"{name}={value!r} means nothing here. Give 1 or leave it out.")
    return value in {"1", "true"}


def _key(name: str, values: list[str]) -> int:
    value = _one(name, values)
    if not (value.isascii() and value.isdigit() and len(value) <= 10 and int(value) <= LATEST_KEY):
        raise OptionError(f"{name}={value[:40]!r} is no key of a page. Start at the first page: leave it out.")
    return int(value)


def _kind(name: str, values: list[str]) -> Kind:
    return Kind(_among(tuple(Kind), name, [_one(name, values)])[0])


def _several(name: str, values: list[str]) -> tuple[str, ...]:
    kept = tuple(dict.fromkeys(values))
    if len(kept) > MOST_VALUES:
        raise OptionError(f"{name} is given {len(kept)} values. Give {MOST_VALUES} at most.")
    return kept


def _among(allowed: Iterable[str], name: str, values: list[str]) -> tuple[str, ...]:
    known = tuple(allowed)
    wrong = next((value for value in values if value not in known), None)
    if wrong is not None:
        raise OptionError(f"There is no {name} {wrong!r}. There is: {', '.join(known)}.")
    return _several(name, values)


def _type(name: str, values: list[str]) -> tuple[str, ...]:
    return _among(sorted(load_codebook().types), name, [value.upper() for value in values])


def _factuality(name: str, values: list[str]) -> tuple[str, ...]:
    return _among(tuple(Factuality), name, [value.casefold() for value in values])


def _country(name: str, values: list[str]) -> tuple[str, ...]:
    codes = [value.upper() for value in values]
    wrong = next((code for code in codes if not _COUNTRY.fullmatch(code)), None)
    if wrong is not None:
        raise OptionError(f"{name}={wrong[:40]!r} is no country. Write three letters of ISO 3166, such as SYR.")
    return _several(name, codes)


_READERS: Final[dict[str, Callable[[str, list[str]], Any]]] = {  # a field may hold any type of value
    "kind": _kind,
    "words": _one,
    "type": _type,
    "mode": _several,
    "factuality": _factuality,
    "country": _country,
    "actor": _several,
    "recipient": _several,
    "speaker": _several,
    "publisher": _several,
    "since": _day,
    "until": _day,
    "disputed": _flag,
    "after": _key,
}
