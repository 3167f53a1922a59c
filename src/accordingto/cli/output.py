"""Readings as text for programs: JSON Lines, one JSON list, CSV."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from accordingto.cli import claim_words as words
from accordingto.model.reading import ReadClaim, Reading
from accordingto.model.span import words_of

CSV_COLUMNS = (
    "path", "publisher", "published", "title", "article", "event", "type", "mode", "contexts", "trigger", "actors",
    "recipients", "place", "country", "latitude", "longitude", "when_start", "when_end", "when_words", "quantities",
    "claim", "chain", "factuality", "commitment", "quotation",
)  # fmt: skip
"""One row a claim; several of one thing are separated by " | "."""

_SURROGATE = re.compile("[\ud800-\udfff]")
_OTHER_LINE_ENDS = {0x85: "\\u0085", 0x2028: "\\u2028", 0x2029: "\\u2029"}


def to_json_line(row: dict[str, Any]) -> str:  # a JSON object: values of many types
    """The object on one line, as UTF-8 can hold it: text with a lone surrogate is written in escapes.

    >>> to_json_line({"text": "Maïa"}), to_json_line({"text": "a\\ud800"})
    ('{"text": "Maïa"}', '{"text": "a\\\\ud800"}')
    """
    line = json.dumps(row, ensure_ascii=False)
    return json.dumps(row) if _SURROGATE.search(line) else line.translate(_OTHER_LINE_ENDS)


def json_lines(readings: Iterable[Reading]) -> Iterator[str]:
    """One line a reading: the contract of `docs/reference/contract.md`."""
    return (to_json_line(reading.to_dict()) + "\n" for reading in readings)


def json_list(readings: Iterable[Reading]) -> Iterator[str]:
    """One JSON list of readings, indented, in pieces as they come."""
    yield "["
    separator = "\n"
    for reading in readings:
        yield separator + _indented(reading.to_dict())
        separator = ",\n"
    yield "\n]\n"


def csv_rows(readings: Iterable[Reading]) -> Iterator[str]:
    """A heading, then one row a claim."""
    yield csv_line(CSV_COLUMNS)
    for reading in readings:
        for claim in reading.claims:
            yield csv_line([_cell(value) for value in _csv_values(claim)])


def _csv_values(claim: ReadClaim) -> tuple[object, ...]:
    article, event = claim.reading.article, claim.event
    place = claim.reading.places_by_id.get(event.place or "")
    when = claim.reading.times_by_id.get(event.when or "")
    return (
        article.path, article.publisher, article.published, article.title, article.id,
        event.id, event.type, event.mode, event.contexts, claim.trigger, claim.actors, claim.recipients,
        *((place.name, place.country, place.latitude, place.longitude) if place else (None,) * 4),
        *((when.start, when.end) if when else (None, None)),
        words_of(article.text, [event.time_words]) if event.time_words else None,
        tuple(map(words.how_many, event.quantities)),
        claim.row.id, tuple(speaker or "?" for speaker in claim.speakers), claim.factuality, claim.commitment,
        claim.quotation,
    )  # fmt: skip


def _cell(value: object) -> str:
    if value is None:
        return ""
    text = " | ".join(map(str, value)) if isinstance(value, tuple) else str(value)
    return _SURROGATE.sub("\ufffd", text)


def csv_line(cells: Iterable[str]) -> str:
    """One line of CSV, with its end."""
    line = io.StringIO()
    csv.writer(line, lineterminator="\n").writerow(cells)
    return line.getvalue()


def _indented(row: dict[str, Any]) -> str:  # a JSON object: values of many types
    text = json.dumps(row, ensure_ascii=False, indent=2)
    return json.dumps(row, indent=2) if _SURROGATE.search(text) else text
