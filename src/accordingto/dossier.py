"""All that a store holds of one person, body or state: what it did, was done to it, said, and what is said about it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import Any, Final

from accordingto.grounding.atoms import name_key
from accordingto.grounding.tenures import Tenure, terms_named
from accordingto.model.entity import EntityKind
from accordingto.model.reported import Party, ReportedClaim
from accordingto.record.parties import is_same_party, name_words
from accordingto.store.appearances import Appearance, Appearances, Part
from accordingto.store.store import Store

READ_FOR_ROLES: Final = 20
"""Reports whose readings are looked through for titles, the latest: each costs a millisecond or two."""
SHOWN: Final = 25


@dataclass(frozen=True, slots=True)
class Office:
    """An office or a title with the days from which and to which it is known; `source` says by what.

    By the tables, the days are those of the term (None: open); by reports, the days of the first and last report.
    """

    title: str
    country: str | None
    start: date | None
    end: date | None
    source: str


@dataclass(frozen=True, slots=True)
class Dossier:
    """Who it is, under which names it appears, in which claims, and which offices it held.

    `others` are names that share words with it and may or may not be the same; `claims` are numbers in the store, by
    part, those of the latest day first.
    """

    name: str
    names: tuple[Appearance, ...]
    others: tuple[Appearance, ...]
    claims: dict[Part, tuple[int, ...]]
    offices: tuple[Office, ...]
    first: date | None
    last: date | None

    @property
    def counts(self) -> dict[Part, int]:
        return {part: len(numbers) for part, numbers in self.claims.items()}


@dataclass(frozen=True, slots=True)
class PartPage:
    """Some of the claims of one part, latest first. `next` is what to give as `after`; None at the end."""

    claims: tuple[ReportedClaim, ...]
    next: int | None


def find_dossier(store: Store, name: str) -> Dossier:
    """The dossier of whoever goes by the name; one without names where the store knows nobody of that name."""
    own, others = _appearances(store, name)
    found = store.appearances_of([each.id for each in own])
    names = tuple(sorted(_counted(own, found), key=lambda each: (-each.claims, each.party.name, each.id)))
    return Dossier(
        name=_best_name(name, names),
        names=names,
        others=others,
        claims=found.parts,
        offices=(*_offices_known(name, names), *_offices_told(store, names, found.articles[:READ_FOR_ROLES])),
        first=found.first,
        last=found.last,
    )


def part_of(store: Store, dossier: Dossier, part: Part, *, after: int | None = None, limit: int = SHOWN) -> PartPage:
    """A page of the claims of one part; it starts after the claim of that number, and at the start without one."""
    return pages_of(store, dossier, [part], after=after, limit=limit)[part]


def pages_of(
    store: Store, dossier: Dossier, parts: Iterable[Part], *, after: int | None = None, limit: int = SHOWN
) -> dict[Part, PartPage]:
    """The same for several parts, whose claims are looked up together."""
    shown = {part: _numbers_of(dossier.claims[part], after, limit) for part in parts}
    wanted = tuple(dict.fromkeys(number for numbers, _ in shown.values() for number in numbers))
    claims = dict(zip(wanted, store.claims_numbered(wanted), strict=False))
    return {
        part: PartPage(tuple(claims[number] for number in numbers if number in claims), following)
        for part, (numbers, following) in shown.items()
    }


def _numbers_of(numbers: tuple[int, ...], after: int | None, limit: int) -> tuple[tuple[int, ...], int | None]:
    """The numbers of a page, and the key of the next one."""
    start = numbers.index(after) + 1 if after in numbers else 0
    shown = numbers[start : start + limit]
    return shown, (shown[-1] if shown and start + limit < len(numbers) else None)


def every_claim(store: Store, dossier: Dossier, parts: Iterable[Part] = Part) -> Iterator[tuple[Part, ReportedClaim]]:
    """Every claim of the parts, streamed; a claim stands once in each part that it belongs to."""
    for part in parts:
        for claim in store.claims_numbered(dossier.claims[part]):
            yield part, claim


def _appearances(store: Store, name: str) -> tuple[tuple[Appearance, ...], tuple[Appearance, ...]]:
    """Those that are it, and those that may be."""
    words = name_words(name)
    if not words:
        return (), ()
    found = store.parties_holding(words[-1])
    wanted = _wanted(name, found)
    same = [each for each in found if is_same_party(wanted, each.party)]
    strangers = [each for each in found if not is_same_party(wanted, each.party)]
    own = tuple(each for each in same if not _is_shared(each.party, wanted, strangers))
    ids = {each.id for each in own}
    return own, tuple(each for each in found if each.id not in ids)


def _counted(own: Iterable[Appearance], found: Appearances) -> Iterator[Appearance]:
    """Those that current claims name, with their counts."""
    for each in own:
        if each.id in found.by_party:
            acts, undergoes, tells = found.by_party[each.id]
            yield replace(each, acts=acts, undergoes=undergoes, tells=tells)


def _wanted(name: str, found: Iterable[Appearance]) -> Party:
    """Who is meant by the name alone: as the store knows it best, else a person."""
    exact = [each.party for each in found if each.party.name.casefold() == name.casefold()]
    known = max(exact, key=lambda party: (party.kind is not None, party.country is not None), default=None)
    return known or Party(name, EntityKind.PERSON)


def _is_shared(short: Party, wanted: Party, strangers: Iterable[Appearance]) -> bool:
    """True for a shorter name that somebody else of the store could go by too: *Weber* of Anna and of Karl Weber."""
    if len(name_words(short.name)) >= len(name_words(wanted.name)):
        return False
    return any(is_same_party(short, each.party) for each in strangers)


def _best_name(name: str, own: tuple[Appearance, ...]) -> str:
    exact = next((each.party.name for each in own if each.party.name.casefold() == name.casefold()), None)
    return exact or (own[0].party.name if own else name)


def _offices_known(name: str, own: Iterable[Appearance]) -> tuple[Office, ...]:
    """The terms of office that the tables know under its names."""
    keys = dict.fromkeys(name_key(each) for each in (name, *(each.party.name for each in own)) if " " in each)
    terms = dict.fromkeys(term for key in keys for term in terms_named(key))
    return tuple(sorted(map(_office, terms), key=lambda each: (each.start or date.min, each.title)))


def _office(term: Tenure) -> Office:
    start = None if term.start == date.min else term.start
    return Office(term.office or "in our tables", term.country, start, term.end, "tables")


def _offices_told(store: Store, own: Iterable[Appearance], articles: Iterable[str]) -> tuple[Office, ...]:
    """The titles that these reports give it, by the day of the first that does."""
    names = {each.party.name.casefold() for each in own}
    days: dict[tuple[str, str | None], list[date | None]] = {}
    for article in articles:
        published, roles = _roles(store, article)
        for held_by, title, country in roles:
            if held_by in names:
                days.setdefault((title, country), []).append(published)
    told = [_told(title, country, published) for (title, country), published in days.items()]
    return tuple(sorted(told, key=lambda each: (each.start or date.min, each.title)))


def _told(title: str, country: str | None, published: list[date | None]) -> Office:
    known = sorted(day for day in published if day is not None)
    return Office(title, country, known[0] if known else None, known[-1] if known else None, "reports")


@lru_cache(maxsize=4096)
def _roles(store: Store, article: str) -> tuple[date | None, tuple[tuple[str, str, str | None], ...]]:
    """The day of the report, and who has which title of which country in its latest reading."""
    reading: dict[str, Any] = store.reading(article) or {}  # an object of JSON
    published = reading.get("article", {}).get("published")
    roles = tuple(
        (entity["name"].casefold(), role["title"], role["country"])
        for entity in reading.get("entities", ())
        for role in entity.get("roles", ())
    )
    return (date.fromisoformat(published) if published else None), roles
