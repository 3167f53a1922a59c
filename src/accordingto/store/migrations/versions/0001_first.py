"""The first schema: articles and their readings, claims and everybody in them, judgements, full-text search."""

from __future__ import annotations

from functools import partial
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

_needed = partial(sa.Column, nullable=False)
_key = partial(sa.Column, primary_key=True, autoincrement=False, nullable=False)


def upgrade() -> None:
    _create_articles()
    _create_readings()
    _create_parties()
    _create_claims()
    _create_claim_parts()
    _create_judgements()
    if op.get_bind().dialect.name == "sqlite":
        _create_search_in_sqlite()
    else:
        _create_search_in_postgresql()


def downgrade() -> None:
    """Everything goes: there is no schema before the first."""
    if op.get_bind().dialect.name == "sqlite":
        op.execute("DROP TRIGGER articles_are_searched")
        op.execute("DROP TABLE articles_fts")
    for table in _NEWEST_FIRST:
        op.drop_table(table)


_NEWEST_FIRST = (
    "incident_claims", "decisions", "links", "claim_keys", "channels", "hops", "counts", "participants", "claims",
    "parties", "families", "article_keys", "readings", "versions", "articles",
)  # fmt: skip


def _create_articles() -> None:
    op.create_table(
        "articles",
        _key("number", sa.Integer),
        _needed("id", sa.Text, unique=True),
        sa.Column("url", sa.Text),
        sa.Column("path", sa.Text),
        sa.Column("title", sa.Text),
        sa.Column("publisher", sa.Text),
        sa.Column("published", sa.Date),
        _needed("byline", sa.JSON),
        sa.Column("language", sa.Text),
        _needed("text_hash", sa.Text),
        sa.Column("raw_hash", sa.Text),
        _needed("is_current", sa.Boolean),
        _needed("added_at", sa.DateTime(timezone=True)),
        _needed("parts", sa.JSON),
        _needed("republished_from", sa.JSON),
        _needed("text", sa.Text),
    )
    op.create_index("ix_articles_published", "articles", ["published"])
    op.create_index("ix_articles_publisher_published", "articles", ["publisher", "published"])
    op.create_index("ix_articles_text_hash", "articles", ["text_hash"])
    op.create_table(
        "versions",
        _key("address", sa.Text),
        _key("version", sa.Integer),
        _needed("article", sa.Text, sa.ForeignKey("articles.id")),
        _needed("added_at", sa.DateTime(timezone=True)),
    )
    op.create_index("ix_versions_article", "versions", ["article"])


def _create_readings() -> None:
    op.create_table(
        "readings",
        _key("number", sa.Integer),
        _needed("article", sa.Text, sa.ForeignKey("articles.id")),
        _needed("program", sa.Text),
        _needed("reader", sa.Text),
        _needed("models", sa.JSON),
        _needed("content", sa.Text),
        _needed("added_at", sa.DateTime(timezone=True)),
        sa.UniqueConstraint("article", "program", "reader"),
    )
    op.create_table(
        "article_keys",
        _key("key", sa.Text),
        _key("article", sa.Integer, sa.ForeignKey("articles.number")),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_article_keys_article", "article_keys", ["article"])
    op.create_table(
        "families",
        _key("article", sa.Text, sa.ForeignKey("articles.id")),
        _needed("family", sa.Text),
        _needed("reason", sa.Text),
        _needed("made_by", sa.Text),
    )
    op.create_index("ix_families_family", "families", ["family"])


def _create_parties() -> None:
    op.create_table(
        "parties",
        _key("id", sa.Text),
        _needed("name", sa.Text),
        _needed("folded", sa.Text),
        sa.Column("kind", sa.Text),
        sa.Column("country", sa.Text),
        _needed("sectors", sa.JSON),
    )
    op.create_index("ix_parties_country", "parties", ["country"])
    op.create_index("ix_parties_folded", "parties", ["folded"])


def _create_claims() -> None:
    op.create_table(
        "claims",
        _key("number", sa.Integer),
        _needed("id", sa.Text, unique=True),
        _needed("reading", sa.Integer, sa.ForeignKey("readings.number")),
        _needed("article", sa.Text, sa.ForeignKey("articles.id")),
        _needed("is_current", sa.Boolean),
        _needed("event", sa.Text),
        _needed("sentence", sa.Text),
        _needed("start", sa.Integer),
        _needed("trigger", sa.Text),
        _needed("lemma", sa.Text),
        _needed("type", sa.Text),
        sa.Column("mode", sa.Text),
        _needed("factuality", sa.Text),
        _needed("commitment", sa.Float),
        _needed("lead", sa.Boolean),
        _needed("contexts", sa.JSON),
        sa.Column("place_name", sa.Text),
        sa.Column("place_country", sa.Text),
        sa.Column("place_geonameid", sa.Integer),
        sa.Column("place_latitude", sa.Float),
        sa.Column("place_longitude", sa.Float),
        sa.Column("place_precision", sa.Text),
        sa.Column("when_start", sa.Date),
        sa.Column("when_end", sa.Date),
        sa.Column("when_precision", sa.Text),
        sa.Column("first_day", sa.Date),
        sa.Column("last_day", sa.Date),
        _needed("score", sa.Float),
    )
    op.create_index("ix_claims_article", "claims", ["article"])
    op.create_index("ix_claims_first_day", "claims", ["first_day"])
    op.create_index("ix_claims_old", "claims", ["number"], **_only("NOT is_current"))
    op.create_index("ix_claims_place_country_first_day", "claims", ["place_country", "first_day"])
    op.create_index("ix_claims_type_first_day", "claims", ["type", "first_day"])


def _create_claim_parts() -> None:
    op.create_table(
        "participants",
        _key("claim", sa.Integer, sa.ForeignKey("claims.number")),
        _key("role", sa.Text),
        _key("position", sa.Integer),
        _needed("party", sa.Text, sa.ForeignKey("parties.id")),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_participants_party", "participants", ["party"])
    op.create_table(
        "counts",
        _key("claim", sa.Integer, sa.ForeignKey("claims.number")),
        _key("position", sa.Integer),
        _needed("kind", sa.Text),
        sa.Column("low", sa.Integer),
        sa.Column("high", sa.Integer),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "hops",
        _key("claim", sa.Integer, sa.ForeignKey("claims.number")),
        _key("position", sa.Integer),
        sa.Column("speaker", sa.Text, sa.ForeignKey("parties.id")),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_hops_speaker", "hops", ["speaker"])
    op.create_table(
        "channels",
        _key("claim", sa.Integer, sa.ForeignKey("claims.number")),
        _key("hop", sa.Integer),
        _key("position", sa.Integer),
        _needed("party", sa.Text, sa.ForeignKey("parties.id")),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_channels_party", "channels", ["party"])
    op.create_table(
        "claim_keys",
        _key("key", sa.Text),
        _key("claim", sa.Integer, sa.ForeignKey("claims.number")),
        _needed("id", sa.Text),
        _needed("is_current", sa.Boolean),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_claim_keys_claim", "claim_keys", ["claim"])


def _create_judgements() -> None:
    op.create_table(
        "links",
        _key("number", sa.Integer),
        _needed("left", sa.Text, sa.ForeignKey("claims.id")),
        _needed("right", sa.Text, sa.ForeignKey("claims.id")),
        _needed("judgement", sa.Text),
        _needed("score", sa.Float),
        _needed("method", sa.Text),
        _needed("made_by", sa.Text),
        _needed("made_at", sa.DateTime(timezone=True)),
        sa.Column("withdrawn_at", sa.DateTime(timezone=True)),
        _needed("reasons", sa.JSON),
    )
    op.create_index("ix_links_left", "links", ["left"])
    op.create_index("ix_links_right", "links", ["right"])
    op.create_index(
        "uq_links_standing", "links", ["left", "right", "method"], unique=True, **_only("withdrawn_at IS NULL")
    )
    op.create_table(
        "decisions",
        _key("number", sa.Integer),
        _needed("person", sa.Text),
        _needed("decided_at", sa.DateTime(timezone=True)),
        _needed("kind", sa.Text),
        _needed("subject", sa.Text),
        _needed("details", sa.JSON),
        sa.Column("undone_at", sa.DateTime(timezone=True)),
    )
    op.create_index("ix_decisions_subject", "decisions", ["subject"])
    op.create_table("incident_claims", _key("claim", sa.Text, sa.ForeignKey("claims.id")), _needed("incident", sa.Text))
    op.create_index("ix_incident_claims_incident", "incident_claims", ["incident"])


def _only(condition: str) -> dict[str, Any]:
    """The options of an index of the rows that fit the condition."""
    return {"sqlite_where": sa.text(condition), "postgresql_where": sa.text(condition)}


def _create_search_in_sqlite() -> None:
    """An index of the words that keeps no copy of them; articles are only ever added."""
    op.execute(
        'CREATE VIRTUAL TABLE articles_fts USING fts5(title, text, content="articles", content_rowid="number", '
        "tokenize='porter unicode61 remove_diacritics 2')"
    )
    op.execute(
        "CREATE TRIGGER articles_are_searched AFTER INSERT ON articles BEGIN "
        "INSERT INTO articles_fts(rowid, title, text) VALUES (new.number, new.title, new.text); END"
    )


def _create_search_in_postgresql() -> None:
    """The same; of a very long text only the start is searched, since an index entry holds a megabyte at most."""
    op.execute(
        "ALTER TABLE articles ADD COLUMN searched tsvector GENERATED ALWAYS AS "
        "(to_tsvector('english', coalesce(title, '') || ' ' || left(text, 200000))) STORED"
    )
    op.execute("CREATE INDEX ix_articles_searched ON articles USING gin (searched)")
