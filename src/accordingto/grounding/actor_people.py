"""Who a phrase names on a date, and the country that it says."""

from __future__ import annotations

from datetime import date

from accordingto.grounding.phrase_parts import Part, PhraseParts
from accordingto.grounding.tenures import Tenure, tenures_by_surname
from accordingto.grounding.words import words


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
        return max(terms, key=lambda term: (term.sectors == ("GOV",), ((term.end or date.max) - term.start).days))
    return min(terms, key=lambda term: (_days_away(term, on), term.sectors != ("GOV",)))


def _days_away(term: Tenure, on: date) -> int:
    if term.holds_on(on):
        return 0
    return (term.start - on).days if on < term.start else (on - (term.end or on)).days


def country_said(
    parts: tuple[Part, ...], head: Part | None, person: Tenure | None, owner: Tenure | None
) -> tuple[str | None, str | None]:
    """The country of the first part that has one: before the head, then the person, the head, and what follows."""
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
    behind = [part for part in parts if part.where > parts[0].where and part.known is not None and part.known.country]
    if owner is not None and not behind:
        return owner.country, f"of {owner.name}"
    return _said(behind[0]) if behind else (None, None)


def scope_of(parts: tuple[Part, ...], person: Tenure | None) -> str | None:
    if person is not None and person.scope is not None:
        return person.scope
    return next((part.known.scope for part in parts if part.known is not None and part.known.scope is not None), None)


def _said(part: Part) -> tuple[str | None, str | None]:
    known = part.known
    return (known.country, f"{known.name}: {known.country}") if known is not None else (None, None)
