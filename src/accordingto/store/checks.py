"""What is wrong with a store, found by reading its rows: references, hashes, offsets, and what is derived from them."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Connection, Row, Table, and_, exists, func, literal_column, or_, select, text

from accordingto.model.reported import Party
from accordingto.store.claim_rows import party_id
from accordingto.store.reports import article_of, originals_of
from accordingto.store.schema import (
    TABLES,
    articles,
    claim_keys,
    claims,
    facet_counts,
    families,
    incident_claims,
    incident_facets,
    incident_summaries,
    parties,
    readings,
)
from accordingto.store.store import Store
from accordingto.store.values import chunks, text_hash

MOST_TOLD: Final = 20
"""Faults told of one kind in one table: a store that is wrong is wrong a thousand times over."""

_REPLACED: Final = "\ufffd"  # stands for what no database holds; a hash was taken before


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong: which check found it, in which row, and what it found."""

    check: str
    row: str
    found: str


Check = Callable[[Connection], Iterator[Fault]]


def faults_of(store: Store) -> tuple[Fault, ...]:
    """All that is wrong with the rows, read in one transaction, and with the full-text index."""
    with store._session.reading() as connection:
        found = tuple(faults_of_rows(connection))
    with store._session.writing() as connection:
        fault = search_fault(connection)
    return found if fault is None else (*found, fault)


def faults_of_rows(connection: Connection) -> Iterator[Fault]:
    """All that is wrong with the rows, as far as they can be judged one by one."""
    for check in _CHECKS:
        for number, fault in enumerate(check(connection)):
            if number == MOST_TOLD:
                yield Fault(fault.check, "…", f"more of them: the first {MOST_TOLD} are named")
                break
            yield fault


def search_fault(connection: Connection) -> Fault | None:
    """What is wrong with the full-text index of SQLite, on a writer's connection; PostgreSQL keeps its own."""
    if connection.dialect.name != "sqlite":
        return None
    try:
        connection.execute(text("INSERT INTO articles_fts(articles_fts, rank) VALUES ('integrity-check', 1)"))
    except Exception as error:  # noqa: BLE001  # whatever the database says of it is the finding
        return Fault("full-text index", "articles_fts", str(error).splitlines()[0])
    return None


def _references(connection: Connection) -> Iterator[Fault]:
    for table in TABLES:
        for key in sorted(table.foreign_keys, key=lambda key: key.parent.name):
            parent, child = key.column, key.parent
            dangling = select(child).where(child.is_not(None), ~exists().where(parent == child).correlate(table))
            for value in connection.execute(dangling.limit(MOST_TOLD + 1)).scalars():
                found = f"{child.name} points to {value!r}, which {parent.table.name}.{parent.name} has not"
                yield Fault("references", table.name, found)


def _article_hashes(connection: Connection) -> Iterator[Fault]:
    for rows in _pages(connection, articles):
        found = originals_of(connection, [row.id for row in rows])
        for row in rows:
            stored = article_of(dict(row._mapping))
            original = found[row.id] if _REPLACED in f"{row.text}{row.title}{row.publisher}{row.url}" else stored
            if original.id != row.id:
                yield Fault(
                    "hashes", f"article {row.id}", f"its words, title, publisher, day and url give {original.id}"
                )
            elif text_hash(original.text) != row.text_hash:
                yield Fault("hashes", f"article {row.id}", "text_hash is not the hash of its words")


def _party_hashes(connection: Connection) -> Iterator[Fault]:
    for row in connection.execute(select(parties)):
        found = party_id(Party(row.name, row.kind, row.country, tuple(row.sectors)))
        if found != row.id and _REPLACED not in row.name:
            yield Fault("hashes", f"party {row.id}", f"what is known of it gives {found}")


def _readings_whole(connection: Connection) -> Iterator[Fault]:
    """Each reading is of its article, and every span of it lies within the words."""
    for rows in _pages(connection, readings):
        for row in rows:
            name = f"reading {row.number} of article {row.article}"
            try:
                content = json.loads(row.content)
            except json.JSONDecodeError as error:
                yield Fault("readings", name, f"its content is no JSON: {error}")
                continue
            if content["article"]["id"] != row.article:
                yield Fault("hashes", name, f"its content is of article {content['article']['id']}")
            length = len(content["article"]["text"])
            bad = next((span for span in _spans_in(content) if not 0 <= span[0] <= span[1] <= length), None)
            if bad is not None:
                yield Fault("offsets", name, f"a span {bad} in a text of {length} code points")


def _triggers(connection: Connection) -> Iterator[Fault]:
    """Each claim's trigger stands in the article where the claim says."""
    query = (
        select(claims.c.id, claims.c.start, claims.c.trigger, articles.c.text)
        .join(articles, articles.c.id == claims.c.article)
        .execution_options(yield_per=200)
    )
    for row in connection.execute(query):
        first = row.trigger.split(" … ")[0]
        if not row.text.startswith(first, row.start) and _REPLACED not in first:
            yield Fault("offsets", f"claim {row.id}", f"{first!r} does not stand at code point {row.start}")


def _current(connection: Connection) -> Iterator[Fault]:
    """`is_current` of claims and keys says what the articles and readings say."""
    latest = select(func.max(readings.c.number)).where(readings.c.article == claims.c.article).scalar_subquery()
    expected = and_(articles.c.is_current, claims.c.reading == latest)
    query = select(claims.c.id).join(articles, articles.c.id == claims.c.article)
    for id_ in connection.execute(query.where(claims.c.is_current != expected)).scalars():
        yield Fault("is_current", f"claim {id_}", "is_current does not follow from its article and reading")
    keyed = select(claim_keys.c.id).join(claims, claims.c.number == claim_keys.c.claim)
    wrong = or_(claim_keys.c.is_current != claims.c.is_current, claim_keys.c.id != claims.c.id)
    for id_ in connection.execute(keyed.where(wrong).distinct()).scalars():
        yield Fault("is_current", f"key of claim {id_}", "id or is_current is not that of the claim")


def _families(connection: Connection) -> Iterator[Fault]:
    """A family has two members at least, and is called by the least of their ids."""
    query = select(families.c.family, func.count().label("members"), func.min(families.c.article).label("least"))
    for row in connection.execute(query.group_by(families.c.family)):
        if row.members < 2:
            yield Fault("families", f"family {row.family}", "has one member")
        if row.least != row.family:
            yield Fault("families", f"family {row.family}", f"its least member is {row.least}")


def _summaries(connection: Connection) -> Iterator[Fault]:
    """Each incident has one summary with the right number of claims, and is listed only where it is."""
    held = select(incident_claims.c.incident, func.count().label("claims")).group_by(incident_claims.c.incident)
    real, told = held.subquery(), incident_summaries
    for row in connection.execute(
        select(real.c.incident, real.c.claims, told.c.claims.label("told"))
        .outerjoin(told, told.c.id == real.c.incident)
        .where(or_(told.c.claims.is_(None), told.c.claims != real.c.claims))
    ):
        yield Fault("summaries", f"incident {row.incident}", f"has {row.claims} claims, its summary says {row.told}")
    gone = ~exists().where(incident_claims.c.incident == told.c.id)
    for id_ in connection.execute(select(told.c.id).where(gone)).scalars():
        yield Fault("summaries", f"incident {id_}", "has a summary and no claims")
    unknown = ~exists().where(told.c.id == incident_facets.c.incident)
    for id_ in connection.execute(select(incident_facets.c.incident).where(unknown).distinct()).scalars():
        yield Fault("summaries", f"incident {id_}", "is listed and has no summary")
    yield from _facet_counts(connection)


def _facet_counts(connection: Connection) -> Iterator[Fault]:
    listed = incident_facets.c
    counted = select(listed.facet, listed.value, func.count().label("number")).group_by(listed.facet, listed.value)
    real = {(row.facet, row.value): row.number for row in connection.execute(counted)}
    told = {(row.facet, row.value): row.incidents for row in connection.execute(select(facet_counts))}
    for facet in sorted({*real, *told}):
        if real.get(facet, 0) != told.get(facet, 0):
            found = f"lists {real.get(facet, 0)} incidents, {told.get(facet, 0)} are counted"
            yield Fault("summaries", f"facet {' '.join(facet)}", found)


def _spans_in(value: Any) -> Iterator[list[int]]:  # JSON: values of many types
    if isinstance(value, list) and len(value) == 2 and all(type(each) is int for each in value):
        yield value
    elif isinstance(value, dict | list):
        for each in value.values() if isinstance(value, dict) else value:
            yield from _spans_in(each)


def _pages(connection: Connection, table: Table) -> Iterator[list[Row[Any]]]:  # columns of many types
    """The rows of a numbered table, a few in memory at once."""
    numbers = connection.execute(select(table.c.number).order_by(table.c.number)).scalars().all()
    for chunk in chunks(numbers, 100):
        yield list(connection.execute(select(*_columns(table)).where(table.c.number.in_(chunk))))


def _columns(table: Table) -> list[Any]:  # as above
    return [table.c[column.name] for column in table.columns] or [literal_column("1")]


_CHECKS: Final[tuple[Check, ...]] = (
    _references,
    _article_hashes,
    _party_hashes,
    _readings_whole,
    _triggers,
    _current,
    _families,
    _summaries,
)
