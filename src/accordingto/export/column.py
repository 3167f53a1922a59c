"""What a column of an exported table is: its name, what it holds, and how it is worked out from a row."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Generic, TypeVar

Value = str | int | float | bool | date | None
"""What a cell holds; None where it is not known."""

RowT = TypeVar("RowT")


class Kind(StrEnum):
    """The type of a column's values, by the names of the Table Schema of Frictionless Data."""

    STRING = "string"
    INTEGER = "integer"
    NUMBER = "number"
    BOOLEAN = "boolean"
    DATE = "date"


@dataclass(frozen=True, slots=True)
class Column(Generic[RowT]):
    """A column: `holds` documents it in a sentence, `value` gives its cell for a row."""

    name: str
    holds: str
    value: Callable[[RowT], Value]
    kind: Kind = Kind.STRING


@dataclass(frozen=True, slots=True)
class Table(Generic[RowT]):
    """A table: its name, which is also that of its file, what a row is, and its columns in order."""

    name: str
    a_row_is: str
    columns: tuple[Column[RowT], ...]
    key: str | None = None

    @property
    def header(self) -> tuple[str, ...]:
        return tuple(column.name for column in self.columns)

    def cells(self, row: RowT) -> tuple[Value, ...]:
        """The cells of a row, in the order of the columns."""
        return tuple(column.value(row) for column in self.columns)
