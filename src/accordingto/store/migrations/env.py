"""What Alembic runs to carry out the steps, on the connection and within the transaction that it is handed."""

from __future__ import annotations

from alembic import context

from accordingto.store.schema import SCHEMA_TABLE, metadata


def migrate() -> None:
    context.configure(
        connection=context.config.attributes["connection"], target_metadata=metadata, version_table=SCHEMA_TABLE
    )
    context.run_migrations()


if __name__ == "env_py":  # the name that Alembic loads it by; a test runner that imports it has no migration to run
    migrate()
