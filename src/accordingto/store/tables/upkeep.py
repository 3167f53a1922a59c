"""What was forgotten, and the questions that people keep."""

from __future__ import annotations

from sqlalchemy import JSON, Index, Integer, Table, Text

from accordingto.store.tables.columns import MOMENT, column, key, metadata, optional

tombstones = Table(
    "tombstones",
    metadata,
    key("number", Integer, "number in the order of forgetting"),
    column("kind", Text, "article or person"),
    column("subject", Text, "id of the article; the label that stands for the person"),
    column("marks", JSON, "list of hashes by which it is known again; a person's are salted and slow to guess"),
    optional("salt", Text, "of the marks of a person, and the key of their label"),
    column("reason", Text, "why, for people"),
    column("person", Text, "who forgot it"),
    column("forgotten_at", MOMENT, "when"),
    Index(None, "kind", "subject"),
    info={"holds": "What was forgotten: that it was, why, and nothing of what it said."},
)

tracks = Table(
    "tracks",
    metadata,
    key("number", Integer, "number in the order of saving"),
    column("name", Text, "what people call it"),
    column("question", JSON, "what its claims must be, an object"),
    column("person", Text, "who saved it"),
    column("saved_at", MOMENT, "when"),
    optional("dropped_at", MOMENT, "when a later one of its name took its place, or it was dropped"),
    Index(None, "name"),
    info={"holds": "Saved questions. Rows are only added; a dropped one stays."},
)
