"""Values on their way into a row and out of it."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from itertools import islice
from typing import Any, Final, TypeVar

from sqlalchemy import JSON, Connection, Dialect, String, Table, func, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.types import TypeEngine

Row = dict[str, Any]  # the values of a row have no common type
Item = TypeVar("Item")

CHUNK: Final = 500
"""Ids asked for at once: fewer than any SQLite takes."""

STREAMED: Final = {"yield_per": 1000}
"""Options of a query whose rows are to come a few at a time."""

_UNSTORABLE: Final = re.compile("[\x00\ud800-\udfff]")


def storable(value: Any) -> Any:  # any value of a row
    """The value with what no database holds (NUL, half a character) as U+FFFD, one for one, so that offsets stay.

    >>> storable("a\\x00b"), storable(["x", None]), storable(3)
    ('a\ufffdb', ['x', None], 3)
    """
    if isinstance(value, str):
        if value.isascii() and "\x00" not in value:  # nearly always, and ten times as fast to tell
            return value
        return _UNSTORABLE.sub("\ufffd", value)
    if isinstance(value, list | tuple):
        return [storable(each) for each in value]
    if isinstance(value, dict):
        return {storable(name): storable(each) for name, each in value.items()}
    return value


def as_json(value: Row) -> str:
    """The object as JSON, in which nothing is lost: half a character is written as an escape."""
    text = json.dumps(value, ensure_ascii=False)
    return json.dumps(value) if _UNSTORABLE.search(text) else text


def text_hash(text: str) -> str:
    """SHA-256 of the text in UTF-8, in hexadecimal."""
    return hashlib.sha256(text.encode("utf-8", errors="surrogatepass")).hexdigest()


def in_utc(moment: datetime) -> datetime:
    """The moment in UTC; one without a zone, as SQLite gives it back, is taken to be in UTC."""
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


def chunks(items: Iterable[Item], size: int = CHUNK) -> Iterator[list[Item]]:
    """The items in lists of `size`, the last one shorter.

    >>> list(chunks("abcde", 2))
    [['a', 'b'], ['c', 'd'], ['e']]
    """
    rest = iter(items)
    while chunk := list(islice(rest, size)):
        yield chunk


def next_number(connection: Connection, table: Table) -> int:
    """The number of the table's next row. Sound only under the writers' lock."""
    highest: int | None = connection.execute(select(func.max(table.c.number))).scalar()
    return 1 if highest is None else highest + 1


def insert(connection: Connection, table: Table, rows: Sequence[Row]) -> None:
    """Add the rows, which all name the same columns; none is no work."""
    _insert(connection, table, rows, is_new_only=False)


def insert_new(connection: Connection, table: Table, rows: Sequence[Row]) -> None:
    """Add the rows whose keys are not there yet."""
    _insert(connection, table, rows, is_new_only=True)


@dataclass(frozen=True, slots=True)
class _Insertion:
    """The words of a statement that adds rows with these columns, and what makes each value fit for the driver."""

    words: str
    fitted: tuple[tuple[str, Callable[[Any], Any] | None], ...]  # any value of a row


def _insert(connection: Connection, table: Table, rows: Sequence[Row], *, is_new_only: bool) -> None:
    if not rows:
        return
    made = _insertion(table, tuple(rows[0]), connection.dialect, is_new_only)
    if connection.dialect.positional:
        values: Any = [tuple(fit(row[name]) if fit else row[name] for name, fit in made.fitted) for row in rows]
    else:
        values = [{name: fit(row[name]) if fit else row[name] for name, fit in made.fitted} for row in rows]
    connection.exec_driver_sql(made.words, values)


@lru_cache(maxsize=256)
def _insertion(table: Table, names: tuple[str, ...], dialect: Dialect, is_new_only: bool) -> _Insertion:
    """Compiled once: an eighth of the time of adding went into putting such statements together again."""
    statement = (sqlite if dialect.name == "sqlite" else postgresql).insert(table)
    chosen = statement.on_conflict_do_nothing() if is_new_only else statement
    compiled = chosen.compile(dialect=dialect, column_keys=list(names))
    ordered = getattr(compiled, "positiontup", None) or names
    return _Insertion(str(compiled), tuple((name, _fitting(table.c[name].type, dialect)) for name in ordered))


def _fitting(kind: TypeEngine[Any], dialect: Dialect) -> Callable[[Any], Any] | None:
    """What makes a value of the column fit for the driver; None where every value is."""
    process = kind.dialect_impl(dialect).bind_processor(dialect)
    if not isinstance(kind, String | JSON):
        return process
    if process is None:
        return storable
    fit = process
    return lambda value: fit(storable(value))
