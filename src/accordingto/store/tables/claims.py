"""Claims, flat, with everybody in them, and the keys by which they are found."""

from __future__ import annotations

from sqlalchemy import JSON, Boolean, Column, Date, Float, Index, Integer, Table, Text, text

from accordingto.store.tables.columns import column, key, metadata, optional, reference

parties = Table(
    "parties",
    metadata,
    key("id", Text, "content hash of the other columns"),
    column("name", Text, "name, else the words of the report"),
    column("folded", Text, "the name in lower case, for searching"),
    optional("kind", Text, "person, organisation, group, state, …"),
    optional("country", Text, "ISO 3166-1 alpha-3"),
    column("sectors", JSON, "list of PLOVER sectors, such as GOV"),
    Index(None, "folded"),
    Index(None, "country"),
    info={"holds": "Participants, speakers and channels, as reports know them; the same party once."},
)

claims = Table(
    "claims",
    metadata,
    key("number", Integer, "number in the order of adding"),
    Column("id", Text, nullable=False, unique=True, doc="content hash of the event and its chain of sources"),
    reference("reading", "readings.number", "the latest reading that holds it: its provenance"),
    reference("article", "articles.id", "the report"),
    column("is_current", Boolean, "true where the article is current and this reading is its latest"),
    column("event", Text, "id of the event within the reading"),
    column("sentence", Text, "the words around the trigger"),
    column("start", Integer, "code point of the article at which the trigger starts"),
    column("trigger", Text, "words of the event"),
    column("lemma", Text, "the same in lower case"),
    column("type", Text, "event type of the codebook"),
    optional("mode", Text, "mode of the type"),
    column("factuality", Text, "what the source commits to"),
    column("commitment", Float, "-3 certain it did not happen, to +3 certain it did"),
    column("lead", Boolean, "whether the sentence opens the report"),
    column("contexts", JSON, "list of contexts of the codebook"),
    optional("place_name", Text, "where"),
    optional("place_country", Text, "its country, ISO 3166-1 alpha-3"),
    optional("place_geonameid", Integer, "its number in GeoNames"),
    optional("place_latitude", Float, "degrees, WGS 84"),
    optional("place_longitude", Float, "degrees, WGS 84"),
    optional("place_precision", Text, "how closely the words say where"),
    optional("when_start", Date, "first day it may have happened"),
    optional("when_end", Date, "last day it may have happened"),
    optional("when_precision", Text, "how closely the words say when"),
    optional("first_day", Date, "when_start, else the day of the report: what since and until go by"),
    optional("last_day", Date, "when_end, else the day of the report"),
    column("score", Float, "our own confidence in the reading, 0 to 1"),
    Index(None, "article"),
    Index(None, "type", "first_day"),
    Index(None, "place_country", "first_day"),
    Index(None, "first_day"),
    Index("ix_claims_old", "number", sqlite_where=text("NOT is_current"), postgresql_where=text("NOT is_current")),
    info={"holds": "One row a claim: an event as one chain of sources has it."},
)

participants = Table(
    "participants",
    metadata,
    reference("claim", "claims.number", "the claim", key=True),
    key("role", Text, "actor or recipient"),
    key("position", Integer, "0 for the first of the role"),
    reference("party", "parties.id", "who"),
    Index(None, "party"),
    info={"holds": "Who acts and who is acted upon in a claim."},
    sqlite_with_rowid=False,
)

counts = Table(
    "counts",
    metadata,
    reference("claim", "claims.number", "the claim", key=True),
    key("position", Integer, "0 for the first"),
    column("kind", Text, "killed, injured, …"),
    optional("low", Integer, "at least"),
    optional("high", Integer, "at most"),
    info={"holds": "Counts of people in a claim."},
    sqlite_with_rowid=False,
)

hops = Table(
    "hops",
    metadata,
    reference("claim", "claims.number", "the claim", key=True),
    key("position", Integer, "0 for the source nearest the event"),
    reference("speaker", "parties.id", "who tells it; null where nobody is named", optional=True),
    Index(None, "speaker"),
    info={"holds": "The chain of sources of a claim. No rows: the report's own voice."},
    sqlite_with_rowid=False,
)

channels = Table(
    "channels",
    metadata,
    reference("claim", "claims.number", "the claim", key=True),
    key("hop", Integer, "position of the hop"),
    key("position", Integer, "0 for the first of the hop"),
    reference("party", "parties.id", "the medium, venue or document"),
    Index(None, "party"),
    info={"holds": "Media and documents that a source's words came through."},
    sqlite_with_rowid=False,
)

claim_keys = Table(
    "claim_keys",
    metadata,
    key("key", Text, "opaque: claims that may tell of one incident share one"),
    reference("claim", "claims.number", "the claim", key=True),
    column("id", Text, "its id, so that looking a key up reads this table alone"),
    column("is_current", Boolean, "as in claims"),
    Index(None, "claim"),
    info={"holds": "Blocking keys, by which candidates for one incident are found without a scan."},
    sqlite_with_rowid=False,
)
