"""What a phrase for an actor is taken for: name, kind, country, sectors, roles, and why."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from accordingto.grounding.agent_nouns import is_plural, sectors_left_behind
from accordingto.grounding.phrase_parts import Part, PhraseParts, parts_of
from accordingto.grounding.tenures import Tenure, tenures_by_office, tenures_by_surname
from accordingto.model.entity import EntityKind, Role

REMEMBERED = 4096
"""Phrases whose answers are kept; a report asks for a few hundred, many of them again."""


@dataclass(frozen=True, slots=True)
class ActorAnswer:
    """What a phrase is taken for on a date. `why` says which words and facts made it so.

    `scope` is PLOVER's code in place of a country (IGO, NGO, IMG) for what belongs to none; `country` is None then.
    """

    phrase: str
    name: str
    kind: EntityKind
    country: str | None
    sectors: tuple[str, ...]
    roles: tuple[Role, ...]
    why: tuple[str, ...]
    scope: str | None = None


@lru_cache(maxsize=REMEMBERED)
def look_up(phrase: str, on: date | None = None) -> ActorAnswer:
    """The answer for a phrase as a report of that date would mean it; without a date, as it was most of the time.

    >>> answer = look_up("Iraqi Foreign Minister Hoshyar Zebari", date(2012, 7, 12))
    >>> answer.country, answer.sectors, answer.roles[0].title
    ('IRQ', ('GOV',), 'foreign minister')
    """
    parsed = parts_of(phrase)
    parts = tuple(part for part in parsed.parts if not part.excluded)
    head = _head(parts)
    person = _person(parts, head, on)
    country, why_country = _country(parts, head, person)
    sectors, why_sectors = _sectors(replace(parsed, parts=parts), head, person, on)
    former = _is_former(parts, head)
    if former and sectors and sectors[0] in sectors_left_behind():
        sectors, why_sectors = ("ELI",), f"{why_sectors}, formerly"
    name = _name(phrase, parts, head, person)
    roles = _roles(phrase, parts, head, country, former=former)
    if person is None and on is not None and head is not None and country is not None and not former:
        name = _holder_name(head, country, on) or name
    why = tuple(dict.fromkeys(filter(None, (why_country, why_sectors))))
    scope = None if country is not None else _scope(parts, person)
    return ActorAnswer(phrase, name, _kind(parts, head, person), country, sectors, roles, why, scope)


def _head(parts: tuple[Part, ...]) -> Part | None:
    """The part that says what the thing is: the last noun or known name before a preposition or comma."""
    first = [part for part in parts if part.where == parts[0].where] if parts else []
    meaning = [part for part in first if part.noun is not None or part.known is not None]
    nouns = [part for part in meaning if part.noun is not None]
    if not meaning:
        described = [part for part in parts if part.noun is not None]
        return described[0] if described and described[0].where == parts[0].where + 1 else None
    if meaning[-1].noun is None and nouns and not _names_thing(meaning[-1]):
        return nouns[-1]
    return meaning[-1]


def _names_thing(part: Part) -> bool:
    """True for a known name that is the head where it stands last: the rebel group *Hamas*, not minister *Ankara*."""
    return part.known is not None and part.known.table not in {"region", "capital", "demonym"}


def _person(parts: tuple[Part, ...], head: Part | None, on: date | None) -> Tenure | None:
    """The term of office of the person that the phrase names, on that date or nearest to it."""
    for part in parts:
        if part.where != parts[0].where:
            continue
        terms = part.tenures
        if not terms and part.is_unknown_name and not part.possessive:
            terms = _by_surname(part, on)
        if terms and (not part.possessive or part is parts[-1]):
            return _nearest(terms, on)
    return None


def _by_surname(part: Part, on: date | None) -> tuple[Tenure, ...]:
    """The terms behind a surname alone, where all that hold on the date are of one country."""
    keys = [key for key in part.keys if key not in {"al", "el"}]
    if len(keys) != 1:
        return ()
    terms = tenures_by_surname().get(keys[0], ())
    holding = tuple(term for term in terms if on is not None and term.holds_on(on))
    wanted = holding or terms
    countries = {(term.country, term.scope) for term in wanted}
    return wanted if len(countries) == 1 else ()


def _nearest(terms: tuple[Tenure, ...], on: date | None) -> Tenure:
    if on is None:
        return max(terms, key=lambda term: (term.sectors == ("GOV",), ((term.end or date.max) - term.start).days))
    return min(terms, key=lambda term: (_days_away(term, on), term.sectors != ("GOV",)))


def _days_away(term: Tenure, on: date) -> int:
    if term.holds_on(on):
        return 0
    return (term.start - on).days if on < term.start else (on - (term.end or on)).days


def _country(parts: tuple[Part, ...], head: Part | None, person: Tenure | None) -> tuple[str | None, str | None]:
    """The country of the first part that has one: before the head, then the head, the person, and what follows."""
    first = [part for part in parts if part.where == parts[0].where]
    around = [part for part in first if part.known is not None and part.known.country is not None]
    adjectives = [part for part in around if part is not head]
    if adjectives:
        return _said(adjectives[0])
    if person is not None:
        why = f"{person.name}: {person.office}" + (" (international)" if person.scope else "")
        return person.country, why
    if around:
        return _said(around[0])
    if head is not None and head.known is not None and head.known.scope is not None:
        return None, f"{head.known.name}: international ({head.known.scope})"
    for part in parts:
        if part.where > parts[0].where and part.known is not None and part.known.country is not None:
            return _said(part)
        if part.where > parts[0].where and part.tenures:
            return part.tenures[0].country, f"of {part.tenures[0].name}"
    owners = [part for part in first if part.tenures and part.possessive]
    if owners:
        return owners[0].tenures[0].country, f"of {owners[0].tenures[0].name}"
    return None, None


def _scope(parts: tuple[Part, ...], person: Tenure | None) -> str | None:
    if person is not None and person.scope is not None:
        return person.scope
    return next((part.known.scope for part in parts if part.known is not None and part.known.scope is not None), None)


def _said(part: Part) -> tuple[str | None, str | None]:
    known = part.known
    return (known.country, f"{known.name}: {known.country}") if known is not None else (None, None)


def _sectors(
    parsed: PhraseParts, head: Part | None, person: Tenure | None, on: date | None
) -> tuple[tuple[str, ...], str | None]:
    if head is not None and head.noun is not None:
        if not head.noun.weak:
            return _strong(parsed.parts, head)
        beside = _beside(parsed, head)
        if beside is not None:
            return beside
        if person is None or on is None or not person.holds_on(on):
            return _bare(parsed.parts, head)
    if person is not None:
        return _of_person(person, on)
    if head is not None and head.known is not None:
        return head.known.sectors, f"{head.known.name}: {head.known.table}"
    return (), None


def _strong(parts: tuple[Part, ...], head: Part) -> tuple[tuple[str, ...], str | None]:
    """The head noun's sector; armed men of rebels are rebels: *rebel* soldiers, *Taliban* troops."""
    if head.noun is None or head.noun.sector is None:
        return (), None
    sector = head.noun.sector
    if sector in {"MIL", "UAF", "PRM", "CVL"}:
        for part in parts:
            if part is not head and part.where == head.where and _sector_of(part) in {"REB", "PRM"}:
                return (_sector_of(part) or sector,), f"{' '.join(part.keys)} {head.noun.words}"
    return (sector,), head.noun.words


def _beside(parsed: PhraseParts, head: Part) -> tuple[tuple[str, ...], str | None] | None:
    """For a weak head, the sector of the nearest part before it, else of what it is head *of*."""
    before = [part for part in parsed.parts if part.where == head.where and part.end <= head.start]
    behind = [part for part in parsed.parts if part.where > head.where]
    follows = behind if parsed.first_link in {"of", "for", "from", "in", "at", "with", ","} else []
    for part in [*reversed(before), *follows]:
        sector = _sector_of(part)
        international = part.known is not None and part.known.scope is not None
        if sector is not None or international:
            return (() if sector is None else (sector,)), " ".join((*part.keys, *head.keys))
    return None


def _sector_of(part: Part) -> str | None:
    """The sector that a part lends to a weak head beside it; countries, capitals and regions lend none."""
    if part.noun is not None:
        return None if part.noun.weak else part.noun.sector
    if part.known is not None and part.known.table not in {"country", "demonym", "capital", "region"}:
        return part.known.sectors[0] if part.known.sectors else None
    return None


def _bare(parts: tuple[Part, ...], head: Part) -> tuple[tuple[str, ...], str | None]:
    """A position with nothing beside it that says more: the Syrian *leader*."""
    assert head.noun is not None
    sector = head.noun.sector
    return ((sector,), head.noun.words) if sector is not None else ((), None)


def _of_person(person: Tenure, on: date | None) -> tuple[tuple[str, ...], str | None]:
    why = f"{person.name}: {person.office} {person.start}–{person.end or ''}"
    is_over = on is not None and person.end is not None and on > person.end
    if is_over and set(person.sectors) & sectors_left_behind():
        return ("ELI",), f"{why}, formerly"
    return person.sectors, why


def _is_former(parts: tuple[Part, ...], head: Part | None) -> bool:
    return head is not None and any(part.former and part.end <= head.start + 1 for part in parts)


def _name(phrase: str, parts: tuple[Part, ...], head: Part | None, person: Tenure | None) -> str:
    if person is not None:
        return person.name
    if head is not None and head.known is not None:
        return head.known.name
    unknown = [part for part in parts if part.is_unknown_name and part.where == parts[0].where and not part.possessive]
    if unknown and head is not None and unknown[-1].start > head.start:
        return phrase[unknown[-1].start : unknown[-1].end]
    return phrase


def _roles(
    phrase: str, parts: tuple[Part, ...], head: Part | None, country: str | None, *, former: bool
) -> tuple[Role, ...]:
    """The office the phrase gives: "foreign minister", "rebel leader"."""
    if head is None or head.noun is None or head.noun.kind is not EntityKind.PERSON:
        return ()
    start = head.start
    for part in reversed([part for part in parts if part.where == head.where and part.end <= head.start]):
        if part.noun is None or start - part.end > 1:
            break
        start = part.start
    title = phrase[start : head.end].lower()
    return (Role(f"former {title}" if former else title, country, None),)


def _holder_name(head: Part, country: str, on: date) -> str | None:
    """Who held the office on that day: the Syrian *president* of 2012."""
    if head.noun is None or is_plural(head.keys[-1]):
        return None
    holding = [term for term in tenures_by_office().get((country, head.noun.words), ()) if term.holds_on(on)]
    return holding[0].name if len(holding) == 1 else None


def _kind(parts: tuple[Part, ...], head: Part | None, person: Tenure | None) -> EntityKind:
    if person is not None:
        return EntityKind.PERSON
    if head is None:
        return EntityKind.UNKNOWN
    if head.known is not None:
        return head.known.kind
    assert head.noun is not None
    kind = head.noun.kind
    if kind is EntityKind.PERSON and is_plural(head.keys[-1]):
        return EntityKind.GROUP
    return kind
