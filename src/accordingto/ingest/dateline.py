"""The words before a report's first sentence that give place, day and agency: "BAGHDAD, July 4 (Reuters) -".

A pair of dashes inside a sentence looks much the same, so a dateline needs an agency, a date, a place in capitals,
or a place name that nothing else in the sentence contradicts.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Final

from accordingto.ingest.agencies import find_agency
from accordingto.ingest.written_dates import find_date, is_date
from accordingto.model.resources import load_toml
from accordingto.model.span import Span, trim

LONGEST_DATELINE: Final = 110
"""Code points; two cities with their countries, a date and "(Thomson Reuters Foundation) -" take 93."""

_SPACED_DASH: Final = re.compile(r"\s*[\u2014\u2013\u2015]\s+|\s+[\u2014\u2013\u2015]|\s+--?\s+|\s*--\s*")
_TIGHT_DASH: Final = re.compile(r"\u2014")
_COLON: Final = re.compile(r":\s+")
_BRACKETS: Final = re.compile(r"\(([^()]{2,60})\)\s*$")
_ALONE: Final = re.compile(r"\(([^()]{2,30})\)\s*(?:[\u2014\u2013-]+\s*)?(?=[A-Z\u201c\"'\u2018])")
_PLACE: Final = re.compile(r"[^\W\d_][\w.'\u2019-]*(?: (?:[^\W\d_][\w.'\u2019-]*))*")
_SMALL_WORDS: Final = frozenset({"of", "the", "de", "la", "el", "al", "and", "on", "upon", "do", "da", "du", "near"})
_MOST_PLACE_WORDS: Final = 5


@dataclass(frozen=True, slots=True)
class Dateline:
    """What a dateline tells. `span` ends before the report's first word; `place` is None for "(Reuters) -"."""

    span: Span
    place: Span | None
    agency: str | None
    day: date | None


@dataclass(frozen=True, slots=True)
class _Reading:
    """The pieces of the words before the dash, each known to be a place, a date or an agency."""

    place: Span | None = None
    agency: str | None = None
    day: date | None = None
    has_date: bool = False
    has_brackets: bool = False


def find_dateline(text: str, paragraph: Span) -> Dateline | None:
    """The dateline that the paragraph begins with, or None.

    >>> text = "BAGHDAD, July 4 (Reuters) - Troops fired."
    >>> found = find_dateline(text, Span(0, len(text)))
    >>> found.place.of(text), found.agency
    ('BAGHDAD', 'Reuters')
    """
    head = text[paragraph.start : min(paragraph.end, paragraph.start + LONGEST_DATELINE)]
    return _agency_alone(head, paragraph) or _before_mark(text, head, paragraph)


def _agency_alone(head: str, paragraph: Span) -> Dateline | None:
    """The agency in brackets with no place: *(Reuters) -* Troops fired."""
    found = _ALONE.match(head)
    agency = _agency_in(found[1]) if found else None
    if found is None or agency is None:
        return None
    return Dateline(_to(paragraph, found.end()), None, agency, None)


def _before_mark(text: str, head: str, paragraph: Span) -> Dateline | None:
    for mark, is_told in (
        (_SPACED_DASH, _is_told_by_spaced_dash),
        (_TIGHT_DASH, _is_in_capitals),
        (_COLON, _is_told_by_colon),
    ):
        found = mark.search(head)
        if found is None or found.start() < 2 or paragraph.start + found.end() >= paragraph.end:
            continue
        reading = _read(text, Span(paragraph.start, paragraph.start + found.start()))
        if reading is not None and is_told(text, reading, _to(paragraph, found.end()), paragraph):
            return Dateline(_to(paragraph, found.end()), reading.place, reading.agency, reading.day)
    return None


def _is_told_by_spaced_dash(text: str, reading: _Reading, dateline: Span, paragraph: Span) -> bool:
    """True for words that are sure to be a dateline: *BAGHDAD (AP) —*, *Geneva, 4 July 2012 -*, *Geneva —* The …"""
    if (
        reading.agency
        or reading.has_date
        or reading.has_brackets
        or _is_in_capitals(text, reading, dateline, paragraph)
    ):
        return True
    following = text[dateline.end : dateline.end + 300]
    sentence = re.split(r"[.!?]\s", following, maxsplit=1)[0]
    return following[:1].isupper() and _SPACED_DASH.search(sentence) is None and len(_words(text, reading)) <= 3


def _is_in_capitals(text: str, reading: _Reading, dateline: Span, paragraph: Span) -> bool:
    """True for a place in capitals: *SEOUL, South Korea —*; not for a label: *UPDATE —*."""
    del dateline, paragraph
    words = reading.place.of(text) if reading.place else ""
    return len(words) > 2 and words == words.upper()


def _is_told_by_colon(text: str, reading: _Reading, dateline: Span, paragraph: Span) -> bool:
    """True for *ISLAMABAD: The minister …*; not in a transcript, where capitals and a colon name the speakers."""
    if not _is_in_capitals(text, reading, dateline, paragraph) or not text[dateline.end : dateline.end + 1].isupper():
        return False
    return re.search(r"^[A-Z][A-Z .'-]{2,30}:\s", text[paragraph.end :], re.MULTILINE) is None


def _read(text: str, words: Span) -> _Reading | None:
    """The words before the mark as place, date and agency; None where a piece is none of these."""
    bracketed = _BRACKETS.search(text[words.start : words.end])
    outside = trim(text, Span(words.start, words.start + bracketed.start()) if bracketed else words, " \t\u00a0,")
    pieces = _pieces(text, outside)
    dates = [piece for piece in pieces if is_date(piece.of(text))]
    places = [piece for piece in pieces if piece not in dates]
    agency = _agency_in(places[-1].of(text)) if places and bracketed is None else None
    if agency is not None:
        places = places[:-1]
    if not all(_is_place(piece.of(text)) for piece in places) or not places:
        return None
    if bracketed is not None:
        agency = _agency_in(bracketed[1])
    day = next(
        (
            day
            for words in [*(piece.of(text) for piece in dates), bracketed[1] if bracketed else ""]
            if (day := find_date(words))
        ),
        None,
    )
    return _Reading(places[0], agency, day, bool(dates), bracketed is not None)


def _pieces(text: str, words: Span) -> list[Span]:
    """The words cut at commas and strokes; a year stays with its day."""
    cuts = re.finditer(r"(?:(?!,\s+(?:19|20)\d\d\b)[^,/]|,(?=\s+(?:19|20)\d\d\b))+", text[words.start : words.end])
    spans = (trim(text, Span(words.start + cut.start(), words.start + cut.end())) for cut in cuts)
    return [span for span in spans if len(span)]


def _is_place(words: str) -> bool:
    """True for words that could name a place: *San José*, *N.J.*, *Ivory Coast*; not for *Breaking* or *he said*."""
    tokens = words.split()
    if _PLACE.fullmatch(words) is None or len(tokens) > _MOST_PLACE_WORDS:
        return False
    if words.casefold() in _labels():
        return False
    return tokens[0][0].isupper() and all(token[0].isupper() or token in _SMALL_WORDS for token in tokens)


def _agency_in(words: str) -> str | None:
    """The agency that words in brackets begin with: *Reuters*, *AP/KXYZ*."""
    agency = find_agency(words) or find_agency(re.split(r"[/,;]", words, maxsplit=1)[0])
    return agency.name if agency else None


def _words(text: str, reading: _Reading) -> list[str]:
    return reading.place.of(text).split() if reading.place else []


def _to(paragraph: Span, length: int) -> Span:
    return Span(paragraph.start, paragraph.start + length)


def _labels() -> frozenset[str]:
    return frozenset(load_toml("article_parts.toml")["labels"]["words"])
