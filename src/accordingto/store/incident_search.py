"""Finding incidents by their summaries: pages, counts and facets, each read from an index.

One facet of the search leads, the rarest; what else is asked is looked up for each incident that it brings up. Words of
reports and names of people are no facets: they lead to reports and claims, of which the `MOST_CLAIMS` added last count.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final

from sqlalchemy import Column, ColumnElement, Connection, Select, and_, exists, func, or_, select, tuple_

from accordingto.model.errors import InputError
from accordingto.model.summary import IncidentOrder, IncidentSummary
from accordingto.store.facets import Value, count_of, counts_of
from accordingto.store.schema import claims, decisions, incident_claims, incident_facets, incident_summaries
from accordingto.store.search import articles_holding, claims_naming
from accordingto.store.summaries import summaries_with

MOST_COUNTED: Final = 10_000
"""Incidents counted one by one: what has more is told as so many at least."""
MOST_CLAIMS: Final = 5_000
"""Reports that words, and claims that a name, lead to: the last added."""
LONGEST: Final = 366
"""Days that an event may last and still be found by its last days."""
ACCEPTED: Final = "accept"
"""The kind of a person's decision that an incident is right as it is."""
ALL: Final[Value] = ("all", "")
COUNTED_FACETS: Final = ("type", "country", "year", "disputed")

Ids = Select[str, int]


@dataclass(frozen=True, slots=True)
class IncidentSearch:
    """What the incidents must be; None and False let anything through.

    `words` and `actor` as in `ClaimSearch`, of one claim of the incident; `type`, `country` and so on of any.
    `since` and `until` go by the days of the event, else of the first report; `disputed` is a slot or "any"; `several`
    asks for incidents of several claims, `to_review` for those of them that nobody has accepted.
    """

    words: str | None = None
    type: str | None = None
    mode: str | None = None
    country: str | None = None
    since: date | None = None
    until: date | None = None
    actor: str | None = None
    publisher: str | None = None
    disputed: str | None = None
    year: int | None = None
    several: bool = False
    to_review: bool = False


@dataclass(frozen=True, slots=True)
class IncidentPage:
    """Some incidents, in order. `next` is what to give as `after` for those that follow; None at the end."""

    incidents: tuple[IncidentSummary, ...]
    next: str | None = None


@dataclass(frozen=True, slots=True)
class IncidentCount:
    """How many incidents there are; where it is not exact, so many at least."""

    incidents: int
    is_exact: bool = True


@dataclass(frozen=True, slots=True)
class FacetCounts:
    """How many of the incidents have each value, the most frequent first; years the latest first.

    Where they are not exact they are of the `MOST_COUNTED` newest.
    """

    type: tuple[tuple[str, int], ...] = ()
    country: tuple[tuple[str, int], ...] = ()
    year: tuple[tuple[str, int], ...] = ()
    disputed: tuple[tuple[str, int], ...] = ()
    is_exact: bool = True


def page_of(
    connection: Connection, wanted: IncidentSearch, order: IncidentOrder, limit: int, after: str | None
) -> IncidentPage:
    """The next incidents in the order. Raises InputError where `after` is not what a page gave."""
    rank = _rank_of(order)
    query = _found(connection, wanted, rank).order_by(rank.desc(), incident_facets.c.incident.desc())
    if after is not None:
        query = query.where(tuple_(rank, incident_facets.c.incident) < tuple_(*_place(after)))
    rows = connection.execute(query.limit(limit + 1)).all()
    shown = rows[:limit]
    last = f"{shown[-1][1]}~{shown[-1][0]}" if len(rows) > limit else None
    return IncidentPage(summaries_with(connection, [row[0] for row in shown]), last)


def count_incidents(connection: Connection, wanted: IncidentSearch) -> IncidentCount:
    """How many incidents fit."""
    facets = _facets_of(wanted)
    if len(facets) < 2 and wanted == _only_facets(wanted):
        return IncidentCount(count_of(connection, facets[0] if facets else ALL))
    some = _found(connection, wanted, incident_facets.c.newest).limit(MOST_COUNTED).subquery()
    number = connection.execute(select(func.count()).select_from(some)).scalar_one()
    return IncidentCount(number, number < MOST_COUNTED)


def count_facets(connection: Connection, wanted: IncidentSearch) -> FacetCounts:
    """How many of the incidents that fit are of each type, country, year, and dispute."""
    if wanted == IncidentSearch():
        return _told(counts_of(connection, COUNTED_FACETS), is_exact=True)
    rank = incident_facets.c.newest
    some = _found(connection, wanted, rank).order_by(rank.desc(), incident_facets.c.incident.desc())
    ids = some.limit(MOST_COUNTED).subquery()
    under = incident_facets.alias()
    query = (
        select(under.c.facet, under.c.value, func.count().label("number"))
        .join(ids, ids.c.incident == under.c.incident)
        .where(under.c.facet.in_(COUNTED_FACETS))
        .group_by(under.c.facet, under.c.value)
    )
    counted = {(row.facet, row.value): row.number for row in connection.execute(query)}
    return _told(counted, is_exact=count_incidents(connection, wanted).is_exact)


def _told(counted: dict[Value, int], *, is_exact: bool) -> FacetCounts:
    by_facet = {
        name: tuple(sorted(((value, n) for (facet, value), n in counted.items() if facet == name), key=_most_first))
        for name in COUNTED_FACETS
    }
    years = tuple(sorted(by_facet.pop("year"), reverse=True))
    return FacetCounts(**by_facet, year=years, is_exact=is_exact)


def _most_first(row: tuple[str, int]) -> tuple[int, str]:
    return -row[1], row[0]


def _rank_of(order: IncidentOrder) -> Column[Any]:
    names = {IncidentOrder.DISPUTED: "by_dispute", IncidentOrder.UNCERTAIN: "by_doubt"}
    return incident_facets.c[names.get(order, "newest")]


def _place(after: str) -> tuple[int, str]:
    rank, _, incident = after.partition("~")
    if not rank.isdigit() or not incident:
        raise InputError(f"Cannot go on after {after!r}. Give what the page before gave as `next`, or nothing.")
    return int(rank), incident


def _found(connection: Connection, wanted: IncidentSearch, rank: Column[Any]) -> Ids:
    """The ids of the incidents that fit, each with its rank."""
    facets = _facets_of(wanted) or [ALL]
    first, *others = sorted(facets, key=lambda value: count_of(connection, value)) if len(facets) > 1 else facets
    leading = incident_facets.c
    query = select(leading.incident, rank).where(leading.facet == first[0], leading.value == first[1])
    if rank.name != "newest":
        query = query.where(rank.is_not(None))
    conditions = [*(_is_under(value) for value in others), *_in_time(wanted), *_of_people(wanted)]
    if (told := _told_by_claims(connection, wanted)) is not None:
        conditions.append(told)
    return query.where(*conditions)


def _facets_of(wanted: IncidentSearch) -> list[Value]:
    year = None if wanted.year is None else f"{wanted.year:04}"
    named = [
        ("type", wanted.type),
        ("mode", wanted.mode),
        ("country", wanted.country),
        ("year", year),
        ("publisher", wanted.publisher and wanted.publisher.lower()),
        ("disputed", wanted.disputed),
    ]
    return [(facet, value) for facet, value in named if value is not None]


def _only_facets(wanted: IncidentSearch) -> IncidentSearch:
    return replace(wanted, words=None, actor=None, since=None, until=None, several=False, to_review=False)


def _is_under(value: Value) -> ColumnElement[bool]:
    """The day is the same in all rows of an incident: with it the row is found by the whole of its key, at once."""
    other, row = incident_facets.alias(), incident_facets.c
    is_it = (other.c.facet == value[0], other.c.value == value[1], other.c.newest == row.newest)
    return exists().where(*is_it, other.c.incident == row.incident)


def _in_time(wanted: IncidentSearch) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    newest, row = incident_facets.c.newest, incident_summaries.c
    if wanted.until is not None:
        found += [newest <= wanted.until.toordinal(), newest > 0]
    if wanted.since is not None:
        still = exists().where(row.id == incident_facets.c.incident, row.last_day >= wanted.since)
        found += [newest >= wanted.since.toordinal() - LONGEST, or_(newest >= wanted.since.toordinal(), still)]
    return found


def _of_people(wanted: IncidentSearch) -> list[ColumnElement[bool]]:
    """Of several claims, and accepted by nobody."""
    found: list[ColumnElement[bool]] = []
    if wanted.several or wanted.to_review:
        found.append(incident_facets.c.by_dispute.is_not(None))
    if wanted.to_review:
        made = and_(decisions.c.subject == incident_facets.c.incident, decisions.c.kind == ACCEPTED)
        found.append(~exists().where(made, decisions.c.undone_at.is_(None)))
    return found


def _told_by_claims(connection: Connection, wanted: IncidentSearch) -> ColumnElement[bool] | None:
    """What only the claims know; None where nothing of it is asked."""
    if wanted.words is None and wanted.actor is None:
        return None
    query = select(incident_claims.c.incident).join(claims, claims.c.id == incident_claims.c.claim)
    if wanted.words is not None:
        query = query.where(claims.c.article.in_(articles_holding(connection, wanted.words, MOST_CLAIMS)))
    if wanted.actor is not None:
        query = query.where(claims.c.number.in_(claims_naming(wanted.actor, MOST_CLAIMS)))
    for column, value in ((claims.c.type, wanted.type), (claims.c.mode, wanted.mode)):
        query = query if value is None else query.where(column == value)
    return incident_facets.c.incident.in_(query)
