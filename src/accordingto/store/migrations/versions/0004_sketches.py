"""What linking needs of an article, kept beside it."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Empty in an older store: a sketch that is missing is made from its article."""
    number = sa.Column("article", sa.Integer, sa.ForeignKey("articles.number"), primary_key=True, autoincrement=False)
    op.create_table("article_sketches", number, sa.Column("sketch", sa.Text, nullable=False))


def downgrade() -> None:
    op.drop_table("article_sketches")
