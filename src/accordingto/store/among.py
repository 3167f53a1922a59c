"""Statements that ask for any of many ids, whose words are the same however many are asked for.

A list of ids is handed over as one value, an array of JSON: the statement is compiled once, and no database's limit on
the number of values is met.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, Final

from sqlalchemy import Column, ColumnElement, Text, bindparam, cast, select
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement

from accordingto.store.values import storable

IDS: Final = "ids"
"""The name of the value that `among` takes, unless another is given."""


class _Elements(FunctionElement[Any]):  # ids are texts or numbers
    """The elements of an array of JSON, as rows with the column `value`."""

    name = "elements"
    inherit_cache = True


@compiles(_Elements, "sqlite")
def _in_sqlite(element: _Elements, compiler: SQLCompiler, **options: Any) -> str:  # options of the compiler
    return f"json_each({compiler.process(element.clauses, **options)})"


@compiles(_Elements, "postgresql")
def _in_postgresql(element: _Elements, compiler: SQLCompiler, **options: Any) -> str:  # as above
    return f"json_array_elements_text(CAST({compiler.process(element.clauses, **options)} AS json))"


def among(column: Column[Any], name: str = IDS) -> ColumnElement[bool]:
    """True where the column holds one of the ids that the statement is given, made with `listed`, under the name."""
    elements = _Elements(bindparam(name, type_=Text)).table_valued("value")
    return column.in_(select(cast(elements.c.value, column.type)))


def listed(ids: Iterable[str] | Iterable[int]) -> str:
    """The ids as the value that `among` takes.

    >>> listed(["a", "b", "a"]), listed([1])
    ('["a", "b"]', '[1]')
    """
    return json.dumps([storable(each) for each in dict.fromkeys(ids)])
