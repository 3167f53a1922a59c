"""Articles: every version of every report, its readings, and which reports are copies."""

from __future__ import annotations

from sqlalchemy import JSON, Boolean, Column, Date, Index, Integer, Table, Text, UniqueConstraint

from accordingto.store.tables.columns import MOMENT, column, key, metadata, optional, reference

articles = Table(
    "articles",
    metadata,
    key("number", Integer, "number in the order of adding"),
    Column("id", Text, nullable=False, unique=True, doc="content hash of words, title, publisher, day and url"),
    optional("url", Text, "address it was published at"),
    optional("path", Text, "file it was first read from; FILE:LINE within JSON Lines"),
    optional("title", Text, "headline"),
    optional("publisher", Text, "who published it"),
    optional("published", Date, "day of publication"),
    column("byline", JSON, "list of authors"),
    optional("language", Text, "code of the language, such as en"),
    column("text_hash", Text, "SHA-256 of the words in UTF-8"),
    optional("raw_hash", Text, "SHA-256 of the file it was first read from; null where there was no such file"),
    column("is_current", Boolean, "false once every address it was found at shows a later version"),
    column("added_at", MOMENT, "when it was added"),
    column("parts", JSON, "list of its parts, each with role and span, as in the contract"),
    column("republished_from", JSON, "list of the agencies and outlets it says it comes from, as in the contract"),
    column("text", Text, "the words, unchanged; all offsets count its code points"),
    Index(None, "text_hash"),
    Index(None, "publisher", "published"),
    Index(None, "published"),
    info={"holds": "One row a version of a report. A changed text is a row of its own; the old one stays."},
)

versions = Table(
    "versions",
    metadata,
    key("address", Text, "the url, else the whole path of the file"),
    key("version", Integer, "1 for what was found there first"),
    reference("article", "articles.id", "what the address showed"),
    column("added_at", MOMENT, "when it was found there"),
    Index(None, "article"),
    info={"holds": "What each address showed, in order. The row with the highest version is what it shows now."},
)

readings = Table(
    "readings",
    metadata,
    key("number", Integer, "number in the order of adding"),
    reference("article", "articles.id", "the article that was read"),
    column("program", Text, "version of accordingto that read it"),
    column("reader", Text, "accurate or fast"),
    column("models", JSON, "models and their versions"),
    column("content", Text, 'the whole reading, an object of the contract "accordingto.reading/1"'),
    column("added_at", MOMENT, "when it was added"),
    UniqueConstraint("article", "program", "reader"),
    info={"holds": "Every reading of an article: its provenance and its JSON."},
)

article_keys = Table(
    "article_keys",
    metadata,
    key("key", Text, "opaque: articles that may be copies of each other, or tell one story, share one"),
    reference("article", "articles.number", "the article", key=True),
    Index(None, "article"),
    info={"holds": "Blocking keys, by which candidates for one family, or of one story, are found without a scan."},
    sqlite_with_rowid=False,
)

article_sketches = Table(
    "article_sketches",
    metadata,
    reference("article", "articles.number", "the article", key=True),
    column("sketch", Text, "its weightiest words, names, numbers and dates, each with its weight: lists of JSON"),
    info={"holds": "What linking compares of articles. Can be worked out again from their words."},
)

families = Table(
    "families",
    metadata,
    reference("article", "articles.id", "the report", key=True),
    column("family", Text, "id of the family: one for all copies of one report"),
    column("reason", Text, "why it belongs there, for people"),
    column("made_by", Text, "which method and version"),
    Index(None, "family"),
    info={"holds": "Which articles are copies of one report. Can be worked out again."},
)
