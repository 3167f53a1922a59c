"""A report made by hand that tells of one shelling twice, with rival numbers, and rows made of it."""

from __future__ import annotations

import io
import zipfile
from datetime import date

import pytest

from accordingto.export.formats import FORMATS
from accordingto.export.rows import ExportedReport, Rows
from accordingto.model.article import Article, Part, PartRole
from accordingto.model.attribution import Attribution, Form, attribution_id
from accordingto.model.claim import Claim, Factuality, claim_id
from accordingto.model.contract import reading_to_dict
from accordingto.model.entity import Entity, EntityKind
from accordingto.model.event import EventMention, Participant, Quantity
from accordingto.model.incident import Incident
from accordingto.model.place import Place, PlacePrecision
from accordingto.model.reading import Reading
from accordingto.model.reported import Report
from accordingto.model.span import Span
from accordingto.model.when import TimePrecision, When
from accordingto.record.flatten import reported_claims
from accordingto.record.incidents import assemble_incident

SENTENCES = (
    "Rebels shelled the port of Aden on Monday, killing 12 people. "
    "“Nine died when they shelled it,” governor Salim Haddad said."
)
HOSTILE = "=1+1\tx\x00y\ud800z\r\n\u2028 "
"""A formula, a tab, a NUL, half a character and two kinds of line end."""


def a_reading(
    *,
    before: str = "",
    title: str | None = "Port shelled",
    publisher: str | None = "Gulf Herald",
    country: bool = False,
) -> Reading:
    """The report, with some text before it; with `country` the place is all of Yemen."""
    text = before + SENTENCES
    article = Article(
        text, (Part(PartRole.BODY, Span(0, len(text))),), title=title, publisher=publisher,
        published=date(2024, 5, 14), byline=("Salim Haddad",), language="en",
    )  # fmt: skip

    def span(words: str, after: str = "") -> Span:
        start = text.index(words, text.index(after) if after else 0)
        return Span(start, start + len(words))

    roles = ((span("governor Salim Haddad"),), (span("said"),), (span("Nine died when they shelled it"),))
    said = Attribution(attribution_id(article.id, *roles), *roles, Form.DIRECT, speaker="haddad")
    rebels = (Participant(span("Rebels"), "rebels"),)
    twelve, nine = Quantity("killed", 12, 12, span("12")), Quantity("killed", 9, 9, span("Nine"))
    one = EventMention(
        f"one{article.id}", (span("shelled"),), "ASSAULT", "heavy-weapons", actors=rebels, place="aden", when="monday",
        recipients=(Participant(span("the port of Aden")),), quantities=(twelve,),
    )  # fmt: skip
    two = EventMention(
        f"two{article.id}", (span("shelled", "Nine"),), "ASSAULT", "heavy-weapons", actors=rebels, place="aden",
        when="monday", quantities=(nine,),
    )  # fmt: skip
    events = (one, two)
    chains: tuple[tuple[str, ...], ...] = ((), (said.id,))
    aden = Place("aden", "Aden", "YEM", 12.78, 45.04, 415189, PlacePrecision.CITY, (span("Aden"),))
    yemen = Place("aden", "Yemen", "YEM", None, None, None, PlacePrecision.COUNTRY, (span("Aden"),))
    return Reading(
        article,
        (said,),
        events,
        tuple(
            Claim(claim_id(event.id, chain), event.id, chain, Factuality.HAPPENED, 3.0)
            for event, chain in zip(events, chains, strict=True)
        ),
        (
            Entity("rebels", "the rebels", EntityKind.GROUP, "YEM", ("REB",), mentions=(span("Rebels"),)),
            Entity("haddad", "Salim Haddad", EntityKind.PERSON, "YEM", ("GOV",), mentions=(span("Salim Haddad"),)),
        ),
        (yemen if country else aden,),
        (When("monday", date(2024, 5, 13), date(2024, 5, 13), TimePrecision.DAY, (span("on Monday"),)),),
    )


def an_incident(reading: Reading) -> Incident:
    article = reading.article
    report = Report(article.id, article.publisher, article.id, title=article.title, published=article.published)
    return assemble_incident(reported_claims(reading), {article.id: report})


def rows_of(*readings: Reading) -> Rows:
    """The rows of the readings, each with an incident of its own."""
    incidents = [an_incident(reading) for reading in readings]
    reports = [
        ExportedReport(
            reading_to_dict(reading), reported_claims(reading), {claim.id: incident.id for claim in incident.claims}
        )
        for reading, incident in zip(readings, incidents, strict=True)
    ]
    return Rows(lambda: iter(reports), lambda: iter(incidents))


def exported(name: str, rows: Rows | None = None) -> bytes:
    return b"".join(FORMATS[name].write(rows or rows_of(a_reading())))


def members(archive: bytes) -> dict[str, bytes]:
    """The files of a ZIP archive."""
    with zipfile.ZipFile(io.BytesIO(archive)) as opened:
        return {name: opened.read(name) for name in opened.namelist()}


def hostile_rows() -> Rows:
    return rows_of(a_reading(before=HOSTILE, title=HOSTILE + "title", publisher="=cmd|x"))


def contents(data: bytes) -> list[str]:
    """What stands in the file, or in the files of an archive, as text: also what Parquet has compressed."""
    if data[:4] == b"PAR1":
        parquet = pytest.importorskip("pyarrow.parquet")
        return [str(parquet.read_table(io.BytesIO(data)).to_pylist())]
    pieces = members(data).values() if data[:2] == b"PK" else [data]
    return [piece.decode("utf-8") for piece in pieces]
