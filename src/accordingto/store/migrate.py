"""Which schema a database holds, and the steps that bring it to the newest."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, inspect, select, table
from sqlalchemy.sql import column

from accordingto.store.schema import LATEST_SCHEMA, SCHEMA_TABLE, TABLES

_MIGRATIONS = Path(__file__).parent / "migrations"


def found_schema(connection: Connection) -> str | None:
    """The revision of the store in the database, or None where it holds none."""
    if not inspect(connection).has_table(SCHEMA_TABLE):
        return None
    return connection.execute(select(column("version_num")).select_from(table(SCHEMA_TABLE))).scalar()


def tables_of_others(connection: Connection) -> tuple[str, ...]:
    """The tables that bear names of ours in a database that holds no store."""
    ours = {each.name for each in TABLES}
    return tuple(sorted(ours.intersection(inspect(connection).get_table_names())))


def is_known(revision: str) -> bool:
    """True for a revision that this program has the steps for; a newer program wrote any other.

    >>> is_known("0001"), is_known("9999")
    (True, False)
    """
    return any(path.name.startswith(f"{revision}_") for path in (_MIGRATIONS / "versions").glob("*.py"))


def migrate(connection: Connection) -> None:
    """Bring the store to the newest schema within the connection's transaction; does nothing to one that is there."""
    from alembic import command  # noqa: PLC0415  # a sixth of a second, which only a store of an older schema needs
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, LATEST_SCHEMA)
