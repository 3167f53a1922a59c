"""What all tables are made of: the one catalogue they stand in, and columns that carry what they mean."""

from __future__ import annotations

from typing import Any, Final

from sqlalchemy import Column, DateTime, ForeignKey, MetaData
from sqlalchemy.types import TypeEngine

Kind = type[TypeEngine[Any]] | TypeEngine[Any]  # a column may hold any type of value

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)

MOMENT: Final = DateTime(timezone=True)


def column(name: str, kind: Kind, meaning: str) -> Column[Any]:
    """A column that always holds a value."""
    return Column(name, kind, nullable=False, doc=meaning)


def optional(name: str, kind: Kind, meaning: str) -> Column[Any]:
    """A column that is null where the value is not known."""
    return Column(name, kind, nullable=True, doc=meaning)


def key(name: str, kind: Kind, meaning: str) -> Column[Any]:
    """A column of the primary key; numbers are given by us, never by the database."""
    return Column(name, kind, primary_key=True, autoincrement=False, nullable=False, doc=meaning)


def reference(name: str, target: str, meaning: str, *, key: bool = False, optional: bool = False) -> Column[Any]:
    """A column that points to a row of another table."""
    return Column(name, ForeignKey(target), primary_key=key, autoincrement=False, nullable=optional, doc=meaning)
