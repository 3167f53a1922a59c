"""What a phrase for an actor is taken for: name, kind, country, sectors, roles, and why."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from accordingto.grounding.actor_people import country_said, owner_named, person_named, scope_of
from accordingto.grounding.actor_sectors import sectors_of
from accordingto.grounding.actors_in_force import OwnActors, in_force
from accordingto.grounding.agent_nouns import agent_noun, is_plural, sectors_left_behind, singular
from accordingto.grounding.phrase_parts import Part, parts_of
from accordingto.grounding.tenures import Tenure, tenures_by_office
from accordingto.grounding.words import spelled_out, words
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


def look_up(phrase: str, on: date | None = None) -> ActorAnswer:
    """The answer for a phrase as a report of that date would mean it; without a date, as it was most of the time.

    >>> answer = look_up("Iraqi Foreign Minister Hoshyar Zebari", date(2012, 7, 12))
    >>> answer.country, answer.sectors, answer.roles[0].title
    ('IRQ', ('GOV',), 'foreign minister')
    """
    return _look_up(phrase, on, in_force())


@lru_cache(maxsize=REMEMBERED)
def _look_up(phrase: str, on: date | None, own: OwnActors | None) -> ActorAnswer:  # part of what is remembered
    parsed = parts_of(phrase)
    parts = tuple(_on(part, on) for part in parsed.parts if not part.excluded)
    head = _head(parts)
    kept = replace(parsed, parts=parts)
    person = person_named(kept, on)
    country, why_country = country_said(kept, head, person, owner_named(kept, on))
    sectors, why_sectors = sectors_of(kept, head, person, on)
    former = _is_former(parts, head)
    if former and sectors and sectors[0] in sectors_left_behind():
        sectors, why_sectors = ("ELI",), f"{why_sectors}, formerly"
    name = _name(phrase, parts, head, person)
    roles = () if parsed.plain_head is not None else _roles(phrase, parts, head, country, former=former)
    if person is None and on is not None and head is not None and country is not None and not former:
        name = _holder_name(head, country, on) or name
    why = tuple(dict.fromkeys(filter(None, (why_country, why_sectors))))
    scope = None if country is not None else scope_of(parts, person)
    return ActorAnswer(phrase, name, _kind(parsed.plain_head, head, person), country, sectors, roles, why, scope)


def _on(part: Part, day: date | None) -> Part:
    """The part with what its name was on that day: a party in government."""
    known = part.known
    return part if known is None or not known.periods else replace(part, known=known.on(day))


def _head(parts: tuple[Part, ...]) -> Part | None:
    """The part that says what the thing is: the last noun or known name before a preposition or comma."""
    first = [part for part in parts if part.where == parts[0].where] if parts else []
    meaning = [part for part in first if part.noun is not None or part.known is not None]
    nouns = [part for part in meaning if part.noun is not None]
    if not meaning:
        described = [part for part in parts if part.noun is not None]
        return described[0] if described and described[0].where == parts[0].where + 1 else None
    if meaning[-1].noun is None and not _names_thing(meaning[-1]):
        if nouns:
            return nouns[-1]
        if any(part.is_unknown_name and part.start > meaning[-1].start for part in first):
            return None
    return meaning[-1]


def _names_thing(part: Part) -> bool:
    """True for a known name that is the head where it stands last: the rebel group *Hamas*, not minister *Ankara*."""
    return part.known is not None and part.known.table not in {"region", "capital", "demonym"}


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
    if head is None or head.noun is None or head.noun.kind is not EntityKind.PERSON or is_plural(head.keys[-1]):
        return ()
    start = head.start
    for part in reversed([part for part in parts if part.where == head.where and part.end <= head.start]):
        if part.noun is None or start - part.end > 1:
            break
        start = part.start
    title = spelled_out(phrase[start : head.end].lower())
    return (Role(f"former {title}" if former else title, country, None),)


def _holder_name(head: Part, country: str, on: date) -> str | None:
    """Who held the office on that day: the Syrian *president* of 2012."""
    if head.noun is None or is_plural(head.keys[-1]):
        return None
    holding = [term for term in tenures_by_office().get((country, head.noun.words), ()) if term.holds_on(on)]
    return holding[0].name if len(holding) == 1 else None


def _kind(plain_head: str | None, head: Part | None, person: Tenure | None) -> EntityKind:
    if plain_head is not None and singular(plain_head) in words("documents"):
        return EntityKind.DOCUMENT
    if person is not None:
        return EntityKind.PERSON
    if head is None or (plain_head is not None and (head.known is not None or _is_of_people(head))):
        return EntityKind.UNKNOWN
    if head.known is not None:
        return head.known.kind
    assert head.noun is not None
    word = head.keys[-1].split()[-1]
    if is_plural(word):
        return EntityKind.GROUP if _is_person_noun(head) else head.noun.kind
    one_of_many = head.noun.kind is EntityKind.GROUP and head.noun.sector in {"CVL", "UAF", "REF"}
    return EntityKind.PERSON if one_of_many and word not in words("collective") else head.noun.kind


def _is_of_people(head: Part) -> bool:
    """True for a noun of people, which does not make what it stands before one of them: a *rebel* depot."""
    return head.noun is not None and head.noun.kind is EntityKind.PERSON


def _is_person_noun(head: Part) -> bool:
    """True where the singular of the head is a person: *soldiers*, not *forces*."""
    one = agent_noun((*head.keys[:-1], singular(head.keys[-1]))) or agent_noun((singular(head.keys[-1]),))
    return one is not None and one.kind is EntityKind.PERSON
