"""Actors of FollowTheMoney's JSON lines, as OpenSanctions publishes them: people, bodies, and who held which post."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from accordingto.grounding.actors import look_up
from accordingto.grounding.actors_own import BadRow, OwnActor, Spell
from accordingto.grounding.known import read_table
from accordingto.grounding.table_days import first_day, last_day
from accordingto.model.entity import EntityKind

BODIES = frozenset({"PublicBody", "Organization", "Company", "LegalEntity"})
PERSON, POST, HOLDING = "Person", "Position", "Occupancy"

_TOPICS = {
    "gov.legislative": "LEG", "gov.judicial": "JUD", "role.judge": "JUD", "gov.head": "GOV", "gov.executive": "GOV",
    "gov.security": "MIL", "mil": "MIL", "role.spy": "SPY", "role.journo": "JRN", "pol.party": "PTY",
    "pol.union": "LAB", "rel": "REL", "gov.religion": "REL", "role.rel": "REL", "crime.terror": "REB",
    "role.act": "OPP", "role.oligarch": "BUS", "gov.soe": "BUS", "crime": "CRM", "role.diplo": "GOV", "gov": "GOV",
    "gov.national": "GOV", "gov.state": "GOV", "gov.muni": "GOV", "gov.financial": "GOV", "role.civil": "GOV",
    "role.lawyer": "ELI", "fin.bank": "BUS",
}  # fmt: skip
"""FollowTheMoney's topics and PLOVER's sectors, the telling ones first."""

_FORMER_STATES = {"suhh": "RUS", "yucs": "SRB", "csxx": "SRB", "cshh": "CZE", "ddde": "DEU"}


@dataclass(frozen=True, slots=True)
class _Item:
    """One entity: its schema, the values of its properties, and the line it stands on."""

    id: str
    schema: str
    values: Mapping[str, Sequence[str]]
    line: int

    def all(self, *names: str) -> list[str]:
        return [value for name in names for value in self.values.get(name, ())]

    def first(self, *names: str) -> str | None:
        return next(iter(self.all(*names)), None)


def is_ftm(text: str) -> bool:
    """True where the first line is a JSON object."""
    return text.lstrip().startswith("{")


def actors_from_ftm(text: str) -> Iterator[OwnActor | BadRow]:
    """An actor a person or body of the file, with a spell a post held; lines that are no entities are named."""
    items: list[_Item] = []
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            found = _items(line, number)
            items += [] if isinstance(found, BadRow) else found
            if isinstance(found, BadRow):
                yield found
    posts = {item.id: item for item in items if item.schema == POST}
    people = {item.id for item in items if item.schema == PERSON}
    held: dict[str, list[_Item]] = {}
    for item in items:
        if item.schema == HOLDING:
            bad = _why_no_holding(item, posts, people)
            if bad is not None:
                yield bad
                continue
            held.setdefault(item.first("holder") or "", []).append(item)
    for item in items:
        if item.schema == PERSON or item.schema in BODIES:
            yield _actor(item, held.get(item.id, ()), posts)


def _items(line: str, number: int) -> list[_Item] | BadRow:
    """The entity of a line and those nested in it."""
    try:
        row = json.loads(line)
    except ValueError:
        row = None
    if not isinstance(row, dict) or not isinstance(row.get("schema"), str) or "id" not in row:
        return BadRow(number, 'found no entity. Write one a line: {"id": …, "schema": "Person", "properties": {…}}.')
    return list(_flat(row, number))


def _flat(row: Mapping[str, Any], number: int) -> Iterator[_Item]:  # JSON: values of many types
    """The entity with its nested ones apart, each named by its id."""
    properties = row.get("properties")
    values: dict[str, list[str]] = {}
    for name, listed in (properties if isinstance(properties, dict) else {}).items():
        for value in listed if isinstance(listed, list) else [listed]:
            if isinstance(value, dict) and "schema" in value:
                yield from _flat(value, number)
                values.setdefault(name, []).append(str(value.get("id", "")))
            else:
                values.setdefault(name, []).append(str(value))
    if isinstance(row.get("caption"), str):
        values.setdefault("name", [row["caption"]])
    yield _Item(str(row.get("id", "")), str(row.get("schema", "")), values, number)


def _why_no_holding(item: _Item, posts: Mapping[str, _Item], people: set[str]) -> BadRow | None:
    for name, known in (("holder", people), ("post", posts)):
        value = item.first(name)
        if value not in known:
            return BadRow(item.line, f"found an occupancy whose {name}, {value!r}, is not in the file. Add its line.")
    for name in ("startDate", "endDate"):
        cell = item.first(name)
        if cell is not None and _day(cell, name) is None:
            return BadRow(
                item.line, f"found {cell!r} in '{name}', which is no date. Write 2003, 2003-05 or 2003-05-09."
            )
    return None


def _actor(item: _Item, held: Iterable[_Item], posts: Mapping[str, _Item]) -> OwnActor | BadRow:
    names = tuple(dict.fromkeys(name for name in item.all("name", "alias", "abbreviation") if name.strip()))
    if not names:
        return BadRow(item.line, f"found a {item.schema} without a name. Add one, or take the line out.")
    countries = item.all("country", "citizenship", "nationality", "jurisdiction", "mainCountry")
    country = next(filter(None, (_country(code) for code in countries)), None)
    spells = [_spell(holding, posts[holding.first("post") or ""], country) for holding in held]
    office = item.first("position")
    sectors = _sectors(item.all("topics"), office if item.schema == PERSON else names[0])
    if sectors or not spells:
        scope = "IGO" if country is None and "gov.igo" in item.all("topics") else None
        spells.append(Spell(country, sectors, scope, office=(office or "").lower()))
    kind = EntityKind.PERSON if item.schema == PERSON else EntityKind.ORGANISATION
    return OwnActor(names, kind, tuple(spells))


def _spell(holding: _Item, post: _Item, country: str | None) -> Spell:
    """The term that an occupancy tells of."""
    name = post.first("name")
    own = next(filter(None, (_country(code) for code in post.all("country"))), country)
    start, end = holding.first("startDate"), holding.first("endDate")
    return Spell(
        own,
        _sectors(post.all("topics"), name) or ("GOV",),
        start=_day(start, "startDate") if start else None,
        end=_day(end, "endDate") if end else None,
        office=(name or "").lower(),
    )


def _sectors(topics: Sequence[str], name: str | None) -> tuple[str, ...]:
    """The sector of the topics, else that of what the post or body is called."""
    by_topic = next((sector for topic, sector in _TOPICS.items() if topic in topics), None)
    if by_topic is not None:
        return (by_topic,)
    return look_up(name).sectors[:1] if name else ()


def _day(cell: str, name: str) -> date | None:
    try:
        return last_day(cell[:10]) if name == "endDate" else first_day(cell[:10])
    except ValueError:
        return None


def _country(code: str) -> str | None:
    """The alpha-3 code of FollowTheMoney's alpha-2, also of parts of countries and of states that are no more."""
    return _FORMER_STATES.get(code.lower()) or _alpha3().get(code[:2].upper())


@cache
def _alpha3() -> dict[str, str]:
    return {row["iso2"]: row["iso3"] for row in read_table("countries")}
