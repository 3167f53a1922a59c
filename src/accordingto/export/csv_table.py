"""A table as CSV or as tab-separated values: UTF-8, a heading, one row a line, `\\n` at the end of lines."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from datetime import date

from accordingto.export.column import RowT, Table, Value
from accordingto.export.text import one_line, whole_text, without_formula

LIST_SEPARATOR = " | "
"""Stands between several values in one cell."""


def csv_bytes(table: Table[RowT], rows: Iterable[RowT]) -> Iterator[bytes]:
    """The table as CSV (RFC 4180), line by line; what a spreadsheet would take for a formula has an apostrophe before.

    Empty cells are what is not known.
    """
    yield _line(table.header)
    for row in rows:
        yield _line(tuple(map(_cell, table.cells(row))))


def tsv_bytes(table: Table[RowT], rows: Iterable[RowT], *, heading: bool = True) -> Iterator[bytes]:
    """The table with tabs between cells and no quotation marks, as GDELT and POLECAT are published; line by line.

    Tabs and line ends within a text become spaces.
    """
    if heading:
        yield _tabbed(table.header)
    for row in rows:
        yield _tabbed(tuple(one_line(_text(value)) for value in table.cells(row)))


def joined(values: Iterable[str]) -> str | None:
    """Several values in one cell, each once; None where there are none.

    >>> joined(["army", "police", "army"])
    'army | police'
    """
    return LIST_SEPARATOR.join(dict.fromkeys(value for value in values if value)) or None


def _cell(value: Value) -> str:
    return without_formula(whole_text(value)) if isinstance(value, str) else _text(value)


def _text(value: Value) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return value.isoformat() if isinstance(value, date) else str(value)


def _line(cells: tuple[str, ...]) -> bytes:
    line = io.StringIO()
    csv.writer(line, lineterminator="\n").writerow(cells)
    return line.getvalue().encode()


def _tabbed(cells: tuple[str, ...]) -> bytes:
    return ("\t".join(cells) + "\n").encode()
