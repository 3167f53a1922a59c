"""The tables of claims and of incidents as Parquet. Needs pyarrow, which the extra `parquet` brings."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from importlib import import_module
from itertools import islice
from typing import Any, Final

from accordingto.export.claim_columns import CLAIMS
from accordingto.export.column import Kind, RowT, Table, Value
from accordingto.export.incident_columns import INCIDENTS
from accordingto.export.rows import Rows
from accordingto.export.text import whole_text
from accordingto.model.errors import InstallationError

ROWS_AT_ONCE: Final = 5000
"""Rows of a row group: so many are in memory."""

_TYPES: Final = {
    Kind.STRING: "string",
    Kind.INTEGER: "int64",
    Kind.NUMBER: "float64",
    Kind.BOOLEAN: "bool_",
    Kind.DATE: "date32",
}


def write_claims_parquet(rows: Rows) -> Iterator[bytes]:
    """One row a claim."""
    return parquet_bytes(CLAIMS, rows.claims())


def write_incidents_parquet(rows: Rows) -> Iterator[bytes]:
    """One row an incident."""
    return parquet_bytes(INCIDENTS, rows.incidents())


def parquet_bytes(table: Table[RowT], rows: Iterable[RowT]) -> Iterator[bytes]:
    """The table as Parquet, a row group at a time; what a column holds is in its metadata.

    Raises InstallationError where pyarrow is missing.
    """
    arrow, parquet = _pyarrow("pyarrow"), _pyarrow("pyarrow.parquet")
    fields = [
        arrow.field(each.name, getattr(arrow, _TYPES[each.kind])(), metadata={"description": each.holds})
        for each in table.columns
    ]
    schema, out, rest = arrow.schema(fields), io.BytesIO(), iter(rows)
    with parquet.ParquetWriter(_Appended(out), schema, compression="zstd") as writer:
        while group := [tuple(map(_plain, table.cells(row))) for row in islice(rest, ROWS_AT_ONCE)]:
            columns = [
                arrow.array(cells, each.type) for cells, each in zip(zip(*group, strict=True), fields, strict=True)
            ]
            writer.write_table(arrow.Table.from_arrays(columns, schema=schema))
            yield _taken(out)
    yield _taken(out)


class _Appended(io.RawIOBase):
    """A file that is only written at its end, and told where that is though its bytes are taken away."""

    def __init__(self, out: io.BytesIO) -> None:
        self._out, self._written = out, 0

    def writable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._written

    def write(self, data: Any) -> int:  # a buffer
        piece = bytes(data)
        self._written += len(piece)
        return self._out.write(piece)


def _taken(out: io.BytesIO) -> bytes:
    found = out.getvalue()
    out.seek(0)
    out.truncate()
    return found


def _plain(value: Value) -> Value:
    if isinstance(value, str):
        return whole_text(value)
    return value


def _pyarrow(module: str) -> Any:  # pyarrow has no types of its own
    try:
        return import_module(module)
    except ImportError:
        raise InstallationError(
            "Parquet needs pyarrow, which is not installed. Install it: pip install 'accordingto[parquet]'"
        ) from None
