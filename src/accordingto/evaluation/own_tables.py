"""The rows of our own tables of marks, `gold/*.tsv`: tab-separated, quotation marks as they stand."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from pathlib import Path

from accordingto.model.errors import InputError

Row = dict[str, str]


def rows_of(file: Path, columns: Sequence[str]) -> Iterator[tuple[str, Row]]:
    """Each row with where it stands, for messages. Raises InputError for one that lacks a column."""
    with file.open(encoding="utf-8", newline="") as lines:
        for number, row in enumerate(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE), start=2):
            where = f"{file}, line {number}"
            if any(row.get(column) is None for column in columns):
                raise InputError(f"{where}: a row has the columns {', '.join(columns)}, parted by tabs.")
            yield where, row
