"""A reading made by hand: one report, two events, three claims, a chain of two."""

from __future__ import annotations

from datetime import date

from accordingto.model.article import Article, Part, PartRole
from accordingto.model.attribution import Attribution, Form, attribution_id
from accordingto.model.claim import Claim, Factuality, claim_id
from accordingto.model.entity import Entity, EntityKind
from accordingto.model.event import EventMention, Participant, Quantity
from accordingto.model.place import Place, PlacePrecision
from accordingto.model.reading import Reading
from accordingto.model.span import Span
from accordingto.model.when import TimePrecision, When

TEXT = (
    "Rebels shelled the port of Aden on Monday, killing at least 12 people. "
    "“No one was killed,” the rebels' spokesman said, according to Harbour Radio."
)


def span(words: str, text: str = TEXT) -> Span:
    """Where the words first stand in the text."""
    return Span(text.index(words), text.index(words) + len(words))


def a_reading(**changes: object) -> Reading:
    """The reading of `TEXT`, with some of its fields changed."""
    article = Article(
        TEXT,
        (Part(PartRole.BODY, Span(0, len(TEXT))),),
        path="aden.txt",
        title="Port shelled",
        publisher="Gulf Herald",
        published=date(2024, 5, 14),
    )
    radio = _attribution("Harbour Radio", "according to", "“No one was killed,” the rebels' spokesman said")
    spokesman = _attribution("the rebels' spokesman", "said", "No one was killed", within=radio.id)
    shelling = EventMention(
        "event-1",
        (span("shelled"),),
        "ASSAULT",
        "heavy-weapons",
        actors=(Participant(span("Rebels"), "rebels"),),
        recipients=(Participant(span("the port of Aden")),),
        place="aden",
        when="monday",
        quantities=(Quantity("killed", 12, None, span("at least 12 people")),),
    )
    killing = EventMention("event-2", (span("killed"),), "ASSAULT")
    chain = (spokesman.id, radio.id)
    fields: dict[str, object] = {
        "article": article,
        "attributions": (radio, spokesman),
        "events": (shelling, killing),
        "claim_rows": (
            Claim(claim_id("event-1", ()), "event-1", (), Factuality.HAPPENED, 3.0),
            Claim(claim_id("event-2", chain), "event-2", chain, Factuality.DENIED, -3.0),
            Claim(claim_id("event-2", ()), "event-2", (), Factuality.UNKNOWN, 0.0),
        ),
        "entities": (Entity("rebels", "the rebels", EntityKind.GROUP, sectors=("REB",), mentions=(span("Rebels"),)),),
        "places": (Place("aden", "Aden", "YEM", 12.78, 45.04, 415189, PlacePrecision.CITY, (span("Aden"),)),),
        "times": (When("monday", date(2024, 5, 13), date(2024, 5, 13), TimePrecision.DAY, (span("on Monday"),)),),
    }
    return Reading(**{**fields, **changes})  # type: ignore[arg-type]  # fields by name, of many types


def _attribution(source: str, cue: str, content: str, within: str | None = None) -> Attribution:
    spans = ((span(source),), (span(cue),), (span(content),))
    return Attribution(attribution_id("article", *spans), *spans, Form.MIXED, within)
