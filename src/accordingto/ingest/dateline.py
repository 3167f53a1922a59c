"""The words before a report's first sentence that give place, day and agency: "BAGHDAD, July 4 (Reuters) -".

A pair of dashes inside a sentence looks much the same, so a dateline needs an agency, a date, a place in capitals,
or a place name that nothing else in the sentence contradicts.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Final

from accordingto.ingest.agencies import find_agency
from accordingto.ingest.written_dates import find_date, is_date
from accordingto.model.resources import load_toml
from accordingto.model.span import Span, trim

LONGEST_DATELINE: Final = 110
"""Code points; two cities with their countries, a date and "(Thomson Reuters Foundation) -" take 77."""

_SPACED_DASH: Final = re.compile(r"\s*[\u2014\u2013\u2015]\s+|\s+[\u2014\u2013\u2015]|\s+--?\s+|\s+--|--(?=\S)")
_TIGHT_DASH: Final = re.compile(r"\u2014")
_COLON: Final = re.compile(r":\s+")
_BRACKETS: Final = re.compile(r"\(([^()]{2,60})\)\s*$")
_ALONE: Final = re.compile(r"\(([^()]{2,30})\)\s*(?:[\u2014\u2013-]+\s*)?(?=[A-Z\u201c\"'\u2018])")
_PLACE: Final = re.compile(r"[^\W\d_][\w.'\u2019-]*(?: (?:[^\W\d_][\w.'\u2019-]*))*")
_SMALL_WORDS: Final = frozenset({"of", "the", "de", "la", "el", "al", "and", "on", "upon", "do", "da", "du", "near"})
_MOST_PLACE_WORDS: Final = 5
_MOST_PLACE_WORDS_ALONE: Final = 3
_SENTENCE_LOOKED_AT: Final = 300


@dataclass(frozen=True, slots=True)
class Dateline:
    """What a dateline tells. `span` ends before the report's first word; `place` is None for "(Reuters) -"."""

    span: Span
    place: Span | None
    agency: str | None
    day: date | None


@dataclass(frozen=True, slots=True)
class _Pieces:
    """The words before the mark, each known to be a place, a date or an agency."""

    place: Span | None
    place_words: str
    agency: str | None
    day: date | None
    has_date: bool


def find_dateline(text: str, paragraph: Span) -> Dateline | None:
    """The dateline that the paragraph begins with or is, or None.

    >>> text = "BAGHDAD, July 4 (Reuters) - Troops fired."
    >>> found = find_dateline(text, Span(0, len(text)))
    >>> found.place.of(text), found.agency
    ('BAGHDAD', 'Reuters')
    """
    head = text[paragraph.start : min(paragraph.end, paragraph.start + LONGEST_DATELINE)]
    return _agency_alone(head, paragraph) or _before_mark(text, head, paragraph) or _whole(text, paragraph)


def _agency_alone(head: str, paragraph: Span) -> Dateline | None:
    """The agency in brackets with no place: *(Reuters) -* Troops fired."""
    found = _ALONE.match(head)
    agency = _agency_in(found[1]) if found else None
    if found is None or agency is None:
        return None
    return Dateline(_to(paragraph, found.end()), None, agency, None)


def _before_mark(text: str, head: str, paragraph: Span) -> Dateline | None:
    """The dateline before a dash or a colon: *BAGHDAD (AP) —* Troops fired."""
    for mark, is_told in _MARKS:
        found = mark.search(head)
        if found is None or found.start() < 2 or paragraph.start + found.end() >= paragraph.end:
            continue
        pieces = _pieces(text, Span(paragraph.start, paragraph.start + found.start()))
        if pieces is not None and is_told(pieces, _after(text, paragraph, found.end())):
            return Dateline(_to(paragraph, found.end()), pieces.place, pieces.agency, pieces.day)
    return None


def _whole(text: str, paragraph: Span) -> Dateline | None:
    """The dateline that is a paragraph of its own: *BAGHDAD, July 4, 2012*, *CAIRO (AP) —*."""
    if len(paragraph) > LONGEST_DATELINE:
        return None
    pieces = _pieces(text, trim(text, paragraph, " \t\u00a0\u2014\u2013-"))
    if pieces is None or pieces.place is None:
        return None
    is_sure = pieces.has_date or (pieces.agency is not None and _is_in_capitals(pieces))
    return Dateline(paragraph, pieces.place, pieces.agency, pieces.day) if is_sure else None


def _is_told_by_spaced_dash(pieces: _Pieces, following: str) -> bool:
    """True for words that are sure to be a dateline: *BAGHDAD (AP) —*, *Geneva, 4 July 2012 -*, *Geneva —* The …"""
    if pieces.agency is not None or pieces.has_date or _is_in_capitals(pieces):
        return True
    sentence = re.split(r"[.!?]\s", following, maxsplit=1)[0]
    is_lone_dash = following[:1].isupper() and _SPACED_DASH.search(sentence) is None
    return is_lone_dash and len(pieces.place_words.split()) <= _MOST_PLACE_WORDS_ALONE


def _is_told_by_tight_dash(pieces: _Pieces, following: str) -> bool:
    """True for *SEOUL—South Korea …*; small letters before a tight dash are a sentence."""
    return following[:1].isupper() and _is_in_capitals(pieces)


def _is_told_by_colon(pieces: _Pieces, following: str) -> bool:
    """True for *ISLAMABAD: The minister …*; not for *SPEAKER: I …* and *UPDATE: The …*."""
    is_known = pieces.place_words.casefold() in _words("colon_datelines")
    return is_known and following[:1].isupper() and _is_in_capitals(pieces)


def _is_in_capitals(pieces: _Pieces) -> bool:
    """True for a place in capitals: *SEOUL, South Korea —*."""
    return _is_capitals(pieces.place_words)


def _is_capitals(words: str) -> bool:
    return len(words) > 2 and words == words.upper()


_MARKS: Final = (
    (_SPACED_DASH, _is_told_by_spaced_dash),
    (_TIGHT_DASH, _is_told_by_tight_dash),
    (_COLON, _is_told_by_colon),
)


def _pieces(text: str, words: Span) -> _Pieces | None:
    """The words before the mark as place, date and agency; None where one of them is none of these."""
    bracketed = _BRACKETS.search(text[words.start : words.end])
    outside = trim(text, Span(words.start, words.start + bracketed.start()) if bracketed else words, " \t\u00a0,")
    spans = _cut(text, outside)
    dates = [span.of(text) for span in spans if is_date(span.of(text))]
    places = [span for span in spans if not is_date(span.of(text))]
    agency = _agency_in(bracketed[1]) if bracketed else None
    if places and bracketed is None and (agency := _agency_in(places[-1].of(text))) is not None:
        places = places[:-1]
    if not all(_is_place(span.of(text)) for span in places) or not (places or agency):
        return None
    days = (day for words in [*dates, bracketed[1] if bracketed else ""] if (day := find_date(words)))
    day = next(days, None)
    place = places[0] if places else None
    if bracketed and agency is None and day is None and not _is_capitals(place.of(text) if place else ""):
        return None
    return _Pieces(place, place.of(text) if place else "", agency, day, bool(dates) or day is not None)


def _cut(text: str, words: Span) -> list[Span]:
    """The words cut at commas and strokes; a year stays with its day."""
    cuts = re.finditer(r"(?:[^,/]|,(?=\s+(?:19|20)\d\d\b))+", text[words.start : words.end])
    spans = (trim(text, Span(words.start + cut.start(), words.start + cut.end())) for cut in cuts)
    return [span for span in spans if len(span)]


def _is_place(words: str) -> bool:
    """True for words that could name a place: *San José*, *N.J.*, *Ivory Coast*; not for *Breaking* or *he said*."""
    tokens = words.split()
    if _PLACE.fullmatch(words) is None or len(tokens) > _MOST_PLACE_WORDS or words.casefold() in _words("labels"):
        return False
    if words.casefold() in _words("calendar"):
        return False
    return tokens[0][0].isupper() and all(token[0].isupper() or token in _SMALL_WORDS for token in tokens)


def _agency_in(words: str) -> str | None:
    """The agency that words in brackets begin with: *Reuters*, *AP/KXYZ*."""
    agency = find_agency(words) or find_agency(re.split(r"[/,;]", words, maxsplit=1)[0])
    return agency.name if agency else None


def _after(text: str, paragraph: Span, length: int) -> str:
    """The start of the report after the dateline."""
    start = paragraph.start + length
    return text[start : min(paragraph.end, start + _SENTENCE_LOOKED_AT)]


def _to(paragraph: Span, length: int) -> Span:
    return Span(paragraph.start, paragraph.start + length)


@cache
def _words(group: str) -> frozenset[str]:
    return frozenset(load_toml("article_parts.toml")[group]["words"])
