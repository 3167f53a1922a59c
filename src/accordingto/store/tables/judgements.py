"""What programs and people make of the claims: links, decisions, and the incidents that follow."""

from __future__ import annotations

from sqlalchemy import JSON, Float, Index, Integer, Table, Text, text

from accordingto.store.tables.columns import MOMENT, column, key, metadata, optional, reference

links = Table(
    "links",
    metadata,
    key("number", Integer, "number in the order of making"),
    reference("left", "claims.id", "the claim with the smaller id"),
    reference("right", "claims.id", "the other claim"),
    column("judgement", Text, "same or different"),
    column("score", Float, "how likely they are one incident, 0 to 1"),
    column("method", Text, "the model, or person"),
    column("made_by", Text, "who, or which version"),
    column("made_at", MOMENT, "when"),
    optional("withdrawn_at", MOMENT, "when a later judgement of the same method, or a person, took its place"),
    column("reasons", JSON, "list of sentences for people"),
    Index(None, "left"),
    Index(None, "right"),
    Index(
        "uq_links_standing",
        "left",
        "right",
        "method",
        unique=True,
        sqlite_where=text("withdrawn_at IS NULL"),
        postgresql_where=text("withdrawn_at IS NULL"),
    ),
    info={"holds": "Judgements on two claims. Rows are only added; a withdrawn one stays."},
)

decisions = Table(
    "decisions",
    metadata,
    key("number", Integer, "number in the order of making"),
    column("person", Text, "who decided"),
    column("decided_at", MOMENT, "when"),
    column("kind", Text, "accept, reject, merge, split, edit, …"),
    column("subject", Text, "id of what was decided on"),
    column("details", JSON, "the decision itself, an object"),
    optional("undone_at", MOMENT, "when it was undone"),
    Index(None, "subject"),
    Index(None, "kind"),
    info={"holds": "What people decided. Rows are only added; an undone one stays."},
)

incident_claims = Table(
    "incident_claims",
    metadata,
    reference("claim", "claims.id", "the claim", key=True),
    column("incident", Text, "id of the incident"),
    Index(None, "incident"),
    info={"holds": "The incident of each claim. Can be worked out again from the links."},
)
