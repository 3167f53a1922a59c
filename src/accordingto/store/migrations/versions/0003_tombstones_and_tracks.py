"""What was forgotten, and saved questions."""

from __future__ import annotations

from functools import partial

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

_needed = partial(sa.Column, nullable=False)
_key = partial(sa.Column, primary_key=True, autoincrement=False, nullable=False)


def upgrade() -> None:
    op.create_table(
        "tombstones",
        _key("number", sa.Integer),
        _needed("kind", sa.Text),
        _needed("subject", sa.Text),
        _needed("marks", sa.JSON),
        sa.Column("salt", sa.Text),
        _needed("reason", sa.Text),
        _needed("person", sa.Text),
        _needed("forgotten_at", sa.DateTime(timezone=True)),
    )
    op.create_index("ix_tombstones_kind_subject", "tombstones", ["kind", "subject"])
    op.create_table(
        "tracks",
        _key("number", sa.Integer),
        _needed("name", sa.Text),
        _needed("question", sa.JSON),
        _needed("person", sa.Text),
        _needed("saved_at", sa.DateTime(timezone=True)),
        sa.Column("dropped_at", sa.DateTime(timezone=True)),
    )
    op.create_index("ix_tracks_name", "tracks", ["name"])


def downgrade() -> None:
    for table in ("tracks", "tombstones"):
        op.drop_table(table)
