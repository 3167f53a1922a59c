"""Readings, claims and keys made by hand, without a parse."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from accordingto.model.article import Article, Part, PartRole
from accordingto.model.claim import Claim, Factuality, claim_id
from accordingto.model.event import EventMention
from accordingto.model.reading import Reading
from accordingto.model.reported import Count, Hop, Location, Party, Period, ReportedClaim
from accordingto.model.span import Span
from accordingto.model.when import TimePrecision
from accordingto.store.sighting import AddOutcome, Provenance, Sighting
from accordingto.store.store import Store

PROVENANCE = Provenance("1.0", "fast", {"parser": "3.8"})
DEAD = "Shells fell on the port of Aden on Monday, killing {} people."


def a_text(number: int) -> str:
    return f"Report {number}. {DEAD.format(number)}"


def a_reading(
    text: str, *, url: str | None = None, publisher: str | None = "Gulf Herald", title: str | None = None
) -> Reading:
    """A report of one event, with one claim of its own voice and one of a chain that is empty too."""
    article = Article(
        text,
        (Part(PartRole.BODY, Span(0, len(text))),),
        path="port.txt",
        url=url,
        title=title,
        publisher=publisher,
        published=date(2024, 5, 14),
        byline=("A. Writer",),
        language="en",
    )
    event = EventMention(f"event-{article.id}", (Span(0, min(6, len(text))),), "ASSAULT", "heavy-weapons")
    claims = (Claim(claim_id(event.id, ()), event.id, (), Factuality.HAPPENED, 3.0),)
    return Reading(article, events=(event,), claim_rows=claims, models=dict(PROVENANCE.models))


def claims_of(reading: Reading, count: int = 2) -> tuple[ReportedClaim, ...]:
    """Claims with something in every slot."""
    return tuple(a_claim(reading.article, number) for number in range(count))


def a_claim(article: Article, number: int, **changes: object) -> ReportedClaim:
    claim = ReportedClaim(
        id=claim_id(f"event-{article.id}-{number}", ()),
        article=article.id,
        event=f"event-{article.id}-{number}",
        publisher=article.publisher,
        published=article.published,
        title=article.title,
        sentence=article.text,
        start=number,
        trigger="fell",
        lemma="fall",
        type="ASSAULT",
        mode="heavy-weapons",
        factuality=Factuality.HAPPENED,
        commitment=2.5,
        lead=number == 0,
        contexts=("military",),
        actors=(Party("the rebels", "group", "YEM", ("REB",)), Party("shells")),
        recipients=(Party("port of Aden"),),
        place=Location("Aden", "YEM", 415189, 12.78, 45.04, "city"),
        when=Period(date(2024, 5, 13), date(2024, 5, 13), TimePrecision.DAY),
        counts=(Count("killed", 12, None), Count("injured", None, 30)),
        hops=(Hop(None, (Party("Harbour Radio"),)), Hop(Party("Ali Saleh", "person", "YEM", ("GOV",)))),
        score=0.75,
    )
    return replace(claim, **changes)  # type: ignore[arg-type]  # fields by name, of many types


def keys_of(claims: tuple[ReportedClaim, ...]) -> dict[str, set[str]]:
    return {claim.id: {f"type:{claim.type}", f"claim:{claim.id}"} for claim in claims}


def sighting(address: str | None = None, provenance: Provenance = PROVENANCE) -> Sighting:
    return Sighting(provenance, address, raw_hash="0" * 64)


def add(store: Store, text: str, address: str | None = None, provenance: Provenance = PROVENANCE) -> AddOutcome:
    """The outcome of adding a report with two claims."""
    reading = a_reading(text)
    claims = claims_of(reading)
    return store.add_reading(reading, claims, keys_of(claims), sighting(address, provenance), article_keys=["band:1"])
