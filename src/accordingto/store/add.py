"""A reading and its claims -> rows, on the connection of the one writer."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlalchemy import Connection, bindparam, delete, select, update

from accordingto.model.article import Article
from accordingto.model.reading import Reading
from accordingto.model.reported import ReportedClaim
from accordingto.store.among import IDS, among, listed
from accordingto.store.claim_rows import ClaimRows, rows_of
from accordingto.store.schema import (
    article_keys,
    articles,
    channels,
    claim_keys,
    claims,
    counts,
    hops,
    participants,
    parties,
    readings,
)
from accordingto.store.sighting import AddOutcome, AddStatus, Provenance, Sighting
from accordingto.store.values import Row, as_json, insert, insert_new, next_number, storable, text_hash
from accordingto.store.versions import is_noted, note_version, refresh_current

Keys = Mapping[str, Collection[str]]

_PARTS_OF_A_CLAIM = (participants, counts, hops, channels, claim_keys)
_NUMBERS: Final = select(claims.c.id, claims.c.number).where(among(claims.c.id))


@dataclass(frozen=True, slots=True)
class Addition:
    """All that is stored of one article at once. `keys` are the blocking keys of the claims, by the claims' ids."""

    reading: Reading
    claims: Sequence[ReportedClaim]
    sighting: Sighting
    keys: Keys
    article_keys: Collection[str] = ()


def is_read(connection: Connection, article: str, provenance: Provenance) -> bool:
    """True where the article is in the store, read by this program and reader."""
    query = select(readings.c.number).where(
        readings.c.article == article,
        readings.c.program == provenance.program,
        readings.c.reader == provenance.reader,
    )
    return connection.execute(query).first() is not None


def is_settled(connection: Connection, article: Article, sighting: Sighting) -> bool:
    """True where adding the article would change nothing."""
    return is_read(connection, article.id, sighting.provenance) and is_noted(connection, article, sighting.address)


def note_sighting(connection: Connection, article: Article, sighting: Sighting, moment: datetime) -> AddOutcome:
    """Note where an article that is in the store was found; a new version where it replaces another there."""
    replaced = note_version(connection, article, sighting.address, moment)
    refresh_current(connection, article.id)
    status = AddStatus.UNCHANGED if replaced is None else AddStatus.NEW_VERSION
    return AddOutcome(status, article.id, replaced)


def add_reading(connection: Connection, addition: Addition, moment: datetime) -> AddOutcome:
    """Add all of it; nothing of it where the article was read before by the same program and reader."""
    article, sighting = addition.reading.article, addition.sighting
    if is_read(connection, article.id, sighting.provenance):
        return note_sighting(connection, article, sighting, moment)
    is_new = _article_number(connection, article.id) is None
    content = addition.reading.to_dict()
    if is_new:
        insert(connection, articles, [_article_row(connection, addition, content["article"], moment)])
    _add_claims(connection, addition, _add_reading(connection, addition, content, moment))
    _replace_article_keys(connection, article.id, addition.article_keys)
    replaced = note_version(connection, article, sighting.address, moment)
    if not is_new:
        refresh_current(connection, article.id)
    if replaced is not None:
        return AddOutcome(AddStatus.NEW_VERSION, article.id, replaced)
    return AddOutcome(AddStatus.NEW if is_new else AddStatus.READ_AGAIN, article.id)


def _article_number(connection: Connection, article: str) -> int | None:
    number: int | None = connection.execute(select(articles.c.number).where(articles.c.id == article)).scalar()
    return number


def _article_row(connection: Connection, addition: Addition, content: Row, moment: datetime) -> Row:
    article = addition.reading.article
    same = ("id", "url", "path", "title", "publisher", "published", "language", "text")
    return {
        **{name: getattr(article, name) for name in same},
        "number": next_number(connection, articles),
        "byline": list(article.byline),
        "parts": content["parts"],
        "republished_from": content["republished_from"],
        "text_hash": text_hash(article.text),
        "raw_hash": addition.sighting.raw_hash,
        "is_current": True,
        "added_at": moment,
    }


def _add_reading(connection: Connection, addition: Addition, content: Row, moment: datetime) -> int:
    """The number of the reading, which is in the store now."""
    provenance = addition.sighting.provenance
    number = next_number(connection, readings)
    row = {
        "number": number,
        "article": addition.reading.article.id,
        "program": provenance.program,
        "reader": provenance.reader,
        "models": dict(provenance.models),
        "content": as_json(content),
        "added_at": moment,
    }
    insert(connection, readings, [row])
    return number


def _add_claims(connection: Connection, addition: Addition, reading: int) -> None:
    """Add the claims; those that an earlier reading found too take the place of their rows, under the same number."""
    by_id = {claim.id: claim for claim in addition.claims}
    known = _numbers_of(connection, by_id)
    first = next_number(connection, claims)
    fresh = [id_ for id_ in by_id if id_ not in known]
    numbers = known | {id_: number for number, id_ in enumerate(fresh, first)}
    rows = rows_of(by_id.values(), numbers, reading)
    _clear(connection, list(known.values()))
    insert(connection, claims, [row for row in rows.claims if row["id"] not in known])
    _rewrite(connection, [row for row in rows.claims if row["id"] in known])
    _add_parts(connection, rows)
    insert(connection, claim_keys, _key_rows(addition.keys, numbers))


def _key_rows(keys: Keys, numbers: dict[str, int]) -> list[Row]:
    return [
        {"key": key, "claim": number, "id": id_, "is_current": True}
        for id_, number in numbers.items()
        for key in sorted(set(keys.get(id_, ())))
    ]


def _numbers_of(connection: Connection, ids: Collection[str]) -> dict[str, int]:
    return {row.id: row.number for row in connection.execute(_NUMBERS, {IDS: listed(ids)}).all()}


def _clear(connection: Connection, numbers: list[int]) -> None:
    if numbers:
        for table in _PARTS_OF_A_CLAIM:
            connection.execute(delete(table).where(among(table.c.claim)), {IDS: listed(numbers)})


def _rewrite(connection: Connection, rows: list[Row]) -> None:
    if rows:
        names = [name for name in rows[0] if name not in {"number", "id"}]
        statement = update(claims).where(claims.c.number == bindparam("_number"))
        values: Row = {name: bindparam(f"_{name}") for name in names}
        given = [{f"_{name}": storable(value) for name, value in row.items() if name != "id"} for row in rows]
        connection.execute(statement.values(values), given)


def _add_parts(connection: Connection, rows: ClaimRows) -> None:
    insert_new(connection, parties, list(rows.parties.values()))
    insert(connection, participants, rows.participants)
    insert(connection, counts, rows.counts)
    insert(connection, hops, rows.hops)
    insert(connection, channels, rows.channels)


def _replace_article_keys(connection: Connection, article: str, keys: Collection[str]) -> None:
    number = _article_number(connection, article)
    connection.execute(delete(article_keys).where(article_keys.c.article == number))
    insert(connection, article_keys, [{"key": key, "article": number} for key in sorted(set(keys))])
