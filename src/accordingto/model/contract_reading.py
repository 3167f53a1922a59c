"""The object of the JSON Lines contract -> the reading it was made from: the way back from `contract`.

The words of place and time within an event's clause are not in the contract, so they are None here.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from accordingto.model.article import Article, Part, PartRole, Republication
from accordingto.model.attribution import (
    Anonymity,
    Attribution,
    Channel,
    Form,
    SourceKind,
    SpeechAct,
    Standpoint,
)
from accordingto.model.claim import Claim, Factuality
from accordingto.model.entity import Entity, EntityKind, Role
from accordingto.model.event import EventMention, Participant, Quantity
from accordingto.model.place import Place, PlacePrecision
from accordingto.model.reading import Reading
from accordingto.model.span import Span, Spans
from accordingto.model.when import TimePrecision, When

Row = dict[str, Any]  # a JSON object: values of many types


def reading_from_dict(row: Row) -> Reading:
    """The reading of an object of the contract; its article's id is worked out from the words again."""
    return Reading(
        article=article_from_dict(row["article"]),
        attributions=tuple(map(_attribution, row["attributions"])),
        events=tuple(map(_event, row["events"])),
        claim_rows=tuple(map(_claim, row["claims"])),
        entities=tuple(map(_entity, row["entities"])),
        places=tuple(map(_place, row["places"])),
        times=tuple(map(_when, row["times"])),
        notes=tuple(row.get("notes", ())),
        models=dict(row["provenance"]["models"]),
    )


def article_from_dict(row: Row) -> Article:
    """The article of a reading in the form of the contract."""
    return Article(
        text=row["text"],
        parts=tuple(Part(PartRole(part["role"]), Span(*part["span"])) for part in row["parts"]),
        path=row["path"],
        url=row["url"],
        title=row["title"],
        publisher=row["publisher"],
        published=_day(row["published"]),
        byline=tuple(row["byline"]),
        language=row["language"],
        republished_from=tuple(
            Republication(each["publisher"], _optional_span(each["span"])) for each in row["republished_from"]
        ),
    )


def _attribution(row: Row) -> Attribution:
    act, kind, standpoint = row.get("act"), row.get("source_kind"), row.get("standpoint")
    return Attribution(
        id=row["id"],
        source=_spans(row["source"]),
        cue=_spans(row["cue"]),
        content=_spans(row["content"]),
        form=Form(row["form"]),
        within=row["within"],
        speaker=row["speaker"],
        channel=tuple(Channel(Span(*each["span"]), each["entity"]) for each in row["channel"]),
        score=row["score"],
        act=None if act is None else SpeechAct(act),
        source_kind=None if kind is None else SourceKind(kind),
        standpoint=None if standpoint is None else Standpoint(standpoint),
        anonymity=_anonymity(row.get("anonymity")),
    )


def _anonymity(row: Row | None) -> Anonymity | None:
    return None if row is None else Anonymity(_spans(row["described"]), _optional_span(row["reason"]))


def _event(row: Row) -> EventMention:
    return EventMention(
        id=row["id"],
        trigger=_spans(row["trigger"]),
        type=row["type"],
        mode=row["mode"],
        contexts=tuple(row["contexts"]),
        actors=tuple(map(_participant, row["actors"])),
        recipients=tuple(map(_participant, row["recipients"])),
        place=row["place"],
        when=row["when"],
        quantities=tuple(map(_quantity, row["quantities"])),
        score=row["score"],
    )


def _participant(row: Row) -> Participant:
    return Participant(Span(*row["span"]), row["entity"])


def _quantity(row: Row) -> Quantity:
    return Quantity(
        row["kind"],
        row["low"],
        row["high"],
        Span(*row["span"]),
        of=_optional_span(row.get("of")),
        as_of=row.get("as_of"),
        since=row.get("since"),
    )


def _claim(row: Row) -> Claim:
    return Claim(row["id"], row["event"], tuple(row["chain"]), Factuality(row["factuality"]), row["commitment"])


def _entity(row: Row) -> Entity:
    return Entity(
        id=row["id"],
        name=row["name"],
        kind=EntityKind(row["kind"]),
        country=row["country"],
        sectors=tuple(row["sectors"]),
        roles=tuple(Role(each["title"], each["country"], _optional_span(each["span"])) for each in row["roles"]),
        mentions=_spans(row["mentions"]),
    )


def _place(row: Row) -> Place:
    same = ("id", "name", "country", "latitude", "longitude", "geonameid")
    values = {name: row[name] for name in same}
    return Place(**values, precision=PlacePrecision(row["precision"]), mentions=_spans(row["mentions"]))


def _when(row: Row) -> When:
    start, end = _day(row["start"]), _day(row["end"])
    return When(row["id"], start, end, TimePrecision(row["precision"]), _spans(row["mentions"]))


def _day(value: str | None) -> date | None:
    return None if value is None else date.fromisoformat(value)


def _spans(rows: list[list[int]]) -> Spans:
    return tuple(Span(*row) for row in rows)


def _optional_span(row: list[int] | None) -> Span | None:
    return None if row is None else Span(*row)
