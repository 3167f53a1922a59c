"""Who a phrase names on a date, and the country that it says."""

from __future__ import annotations

from datetime import date

from accordingto.grounding.gazetteer import PlaceKind, find_candidates
from accordingto.grounding.phrase_parts import Part, PhraseParts
from accordingto.grounding.tenures import Tenure, tenures_by_surname
from accordingto.grounding.words import words

SMALLEST_CITY_BEHIND = 50_000
"""Inhabitants of a place that "of" or "in" a name may mean; before a noun ("Cologne police") a surname is as likely."""

SMALLEST_CITY_BEFORE = 300_000

LONGEST_BEFORE = 3650
"""Days before a first term of office on which a name may already mean who held it; before, it is a namesake."""

_OF_PLACES = frozenset({"of", "in", "from", "at", "near", "outside", "inside"})


def person_named(parsed: PhraseParts, on: date | None) -> Tenure | None:
    """The term of office of the person that the phrase names, on that date or nearest to it."""
    for part in parsed.parts:
        terms = _terms(part, parsed, on)
        if terms and not _is_owner(part, parsed):
            return _nearest(terms, on)
    return None


def owner_named(parsed: PhraseParts, on: date | None) -> Tenure | None:
    """The term of the person whose people or things the phrase means: *Merkel's* government, *Trump* supporters."""
    for part in parsed.parts:
        terms = _terms(part, parsed, on)
        if terms and _is_owner(part, parsed):
            return _nearest(terms, on)
    return None


def _terms(part: Part, parsed: PhraseParts, on: date | None) -> tuple[Tenure, ...]:
    """The terms of office behind a name, of the countries that the phrase says."""
    terms = part.tenures or (_by_surname(part, on) if part.is_unknown_name else ())
    terms = tuple(term for term in terms if on is None or (term.start - on).days < LONGEST_BEFORE)
    told = _told_countries(parsed) if terms else frozenset()
    return tuple(term for term in terms if term.country in told or term.scope is not None) if told else terms


def _is_owner(part: Part, parsed: PhraseParts) -> bool:
    """True for a name that stands in the possessive, behind a preposition, or right before a noun."""
    if part.where != parsed.parts[0].where:
        return True
    behind = [other for other in parsed.parts if other.where == part.where and other.start >= part.end]
    return bool(behind) and (part.possessive or behind[0].noun is not None)


def _told_countries(parsed: PhraseParts) -> frozenset[str]:
    """The countries that the phrase itself says the person is of: King Abdullah *of Jordan*."""
    parts = parsed.parts
    reach = 1 if parsed.first_link == "of" else 0
    return frozenset(
        part.known.country
        for part in parts
        if part.where <= parts[0].where + reach and part.known is not None and part.known.country is not None
    )


def _by_surname(part: Part, on: date | None) -> tuple[Tenure, ...]:
    """The terms behind a surname alone, where all that hold on the date are of one country."""
    keys = [key for key in part.keys if key not in words("titles") | words("particles")]
    if len(keys) != 1:
        return ()
    terms = tenures_by_surname().get(keys[0], ())
    holding = tuple(term for term in terms if on is not None and term.holds_on(on))
    wanted = holding or terms
    countries = {(term.country, term.scope) for term in wanted}
    return wanted if len(countries) == 1 else ()


def _nearest(terms: tuple[Tenure, ...], on: date | None) -> Tenure:
    if on is None:
        lasted = {id(term): ((term.end or date.max) - term.start).days for term in terms}
        return max(terms, key=lambda term: (term.usual, term.sectors == ("GOV",), lasted[id(term)]))
    return min(terms, key=lambda term: (_days_away(term, on), term.sectors != ("GOV",)))


def _days_away(term: Tenure, on: date) -> float:
    """Days from the term to the day; what someone is when nothing else is told goes before other days' terms."""
    if term.usual:
        return 0.5
    if term.holds_on(on):
        return 0
    return (term.start - on).days if on < term.start else (on - (term.end or on)).days


def country_said(
    parsed: PhraseParts, head: Part | None, person: Tenure | None, owner: Tenure | None
) -> tuple[str | None, str | None]:
    """The country of the first part that has one: before the head, then the person, the head, and what follows."""
    parts = parsed.parts
    first = [part for part in parts if part.where == parts[0].where]
    around = [part for part in first if part.known is not None and part.known.country is not None]
    adjectives = [part for part in around if part is not head]
    if adjectives:
        return _said(adjectives[0])
    if person is not None:
        why = f"{person.name}: {person.office or 'own table'}" + (" (international)" if person.scope else "")
        return person.country, why
    if around:
        return _said(around[0])
    if head is not None and head.known is not None and head.known.scope is not None:
        return None, f"{head.known.name}: international ({head.known.scope})"
    behind = [part for part in parts if part.where > parts[0].where and part.known is not None and part.known.country]
    if owner is not None and not behind:
        return owner.country, f"of {owner.name}"
    return _said(behind[0]) if behind else _of_city(parsed, head)


def _of_city(parsed: PhraseParts, head: Part | None) -> tuple[str | None, str | None]:
    """The country of a large city that the tables lack: the mayor *of Mersin*, *Cologne* police."""
    for part in parsed.parts:
        is_behind = part.where == parsed.parts[0].where + 1 and parsed.first_link in _OF_PLACES
        is_before = head is not None and head.noun is not None and part.end < head.start and not part.possessive
        if part.is_unknown_name and (is_behind or is_before):
            country = _country_of_city(" ".join(part.keys), SMALLEST_CITY_BEHIND if is_behind else SMALLEST_CITY_BEFORE)
            if country is not None:
                return country, f"{' '.join(part.keys).title()}: {country}"
    return None, None


def _country_of_city(name: str, fewest: int) -> str | None:
    """The country of the most peopled place of the name, where none abroad is a third as large."""
    found = [place for place in find_candidates(name) if place.kind in {PlaceKind.CITY, PlaceKind.REGION}]
    if not found or found[0].population < fewest:
        return None
    rival = max((place.population for place in found if place.country != found[0].country), default=0)
    return found[0].country if rival * 3 <= found[0].population else None


def scope_of(parts: tuple[Part, ...], person: Tenure | None) -> str | None:
    if person is not None and person.scope is not None:
        return person.scope
    return next((part.known.scope for part in parts if part.known is not None and part.known.scope is not None), None)


def _said(part: Part) -> tuple[str | None, str | None]:
    known = part.known
    return (known.country, f"{known.name}: {known.country}") if known is not None else (None, None)
