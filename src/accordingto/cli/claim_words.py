"""A claim in words for people: one function a column of the table."""

from __future__ import annotations

import re

from accordingto.model.attribution import SourceKind, Standpoint
from accordingto.model.claim import Factuality
from accordingto.model.event import Quantity
from accordingto.model.reading import ReadClaim
from accordingto.model.span import Span, covers, hull, trim, words_of
from accordingto.model.when import TimePrecision, When

MOST_WORDS = 160
"""Characters of a quotation or sentence shown in a table; the whole is in every other format."""

_SENTENCE_END = re.compile(r'[.!?…]["”’\')\]]*\s|\n\s*\n')
_WHITE = " \t\r\n\u00a0"
_FIRMNESS = ((2.5, "certain"), (1.5, "probable"), (0.5, "possible"))
_FIRM_OR_NOT = frozenset({Factuality.HAPPENED, Factuality.DENIED})
_MARKED = frozenset({SourceKind.ANONYMOUS, Standpoint.WITNESS})
_LINK = ", according to "
_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def clean(text: str) -> str:
    """The text on one line, without characters that could steer a terminal.

    >>> clean("Troops\\x1b[31m  fired\\non crowds")
    'Troops [31m fired on crowds'
    """
    return " ".join(_UNSEEN.sub(" ", text).split())


def who(claim: ReadClaim) -> str:
    """The actors, or a dash where the text names none."""
    return clean("; ".join(claim.actors)) or "–"


def did_what(claim: ReadClaim) -> str:
    """The trigger's words and what was counted: "bombed, at least 41 killed"."""
    return clean(", ".join([claim.trigger, *map(how_many, claim.event.quantities)]))


def code(claim: ReadClaim) -> str:
    """The event's type and mode, as the codebook writes them: "ASSAULT aerial"."""
    return " ".join(filter(None, (claim.event.type, claim.event.mode)))


def to_whom(claim: ReadClaim) -> str:
    """The recipients; empty where the text names none."""
    return clean("; ".join(claim.recipients))


def where(claim: ReadClaim) -> str:
    """The place with its country's code, or the place's words where the gazetteer knows none."""
    place = claim.reading.places_by_id.get(claim.event.place or "")
    if place is None:
        return _said(claim, claim.event.place_words)
    return clean(f"{place.name} ({place.country})" if place.country else place.name)


def when(claim: ReadClaim) -> str:
    """The time on the calendar, or its words where it is on none."""
    found = claim.reading.times_by_id.get(claim.event.when or "")
    if found is None or found.start is None:
        return _said(claim, claim.event.time_words)
    return _on_calendar(found)


def according_to(claim: ReadClaim) -> str:
    """The chain of sources, nearest first: "Hoshyar Zebari, according to Reuters"; the report itself is above it.

    Who is not named, and who saw it, is said so: "a clerk (anonymous, witness)".
    """
    if not claim.sources:
        return "own voice"
    nearest = claim.sources[0]
    marks = [str(mark) for mark in (nearest.source_kind, nearest.standpoint) if mark in _MARKED]
    first, *others = claim.according_to.split(_LINK)
    return clean(_LINK.join([f"{first} ({', '.join(marks)})" if marks else first, *others]))


def how_sure(claim: ReadClaim) -> str:
    """The factuality and how firmly the source commits to it: "happened, certain"."""
    if claim.factuality is Factuality.UNKNOWN:
        return "left open"
    if claim.factuality not in _FIRM_OR_NOT:
        return str(claim.factuality)
    firmness = next((word for least, word in _FIRMNESS if abs(claim.commitment) >= least), None)
    return f"{claim.factuality}, {firmness}" if firmness else str(claim.factuality)


def the_words(claim: ReadClaim) -> str:
    """What the nearest source is given as saying; in the article's own voice the sentence of the trigger."""
    text = claim.reading.article.text
    trigger = hull(claim.event.trigger)
    said = claim.sources[0].content if claim.sources else ()
    words = words_of(text, said) if said else sentence_around(text, trigger, _paragraph(claim, trigger)).of(text)
    return _cut(clean(words), clean(min(claim.event.trigger).of(text)))


def how_many(quantity: Quantity) -> str:
    """A count of people: "41 killed", "at least 41 killed", "2 to 5 injured"."""
    low, high = quantity.low, quantity.high
    if low is not None and high is not None:
        number = f"{low:,}" if low == high else f"{low:,} to {high:,}"
    elif low is not None:
        number = f"at least {low:,}"
    elif high is not None:
        number = f"at most {high:,}"
    else:
        number = "some"
    return f"{number} {quantity.kind}"


def sentence_around(text: str, span: Span, within: Span | None = None) -> Span:
    """The sentence that holds the span, by punctuation alone; it does not leave `within`.

    >>> sentence_around("It rained. Troops fired. All fled.", Span(18, 23)).of("It rained. Troops fired. All fled.")
    'Troops fired.'
    """
    bounds = within or Span(0, len(text))
    first = max(bounds.start, span.start - 2 * MOST_WORDS)
    last = min(bounds.end, span.end + 2 * MOST_WORDS)
    starts = [found.end() for found in _SENTENCE_END.finditer(text, first, span.start)]
    end = _SENTENCE_END.search(text, span.end, last)
    return trim(text, Span(starts[-1] if starts else first, end.end() if end else last), _WHITE)


def first_sentence(text: str) -> str:
    """What a report without a title may be called."""
    start = len(text) - len(text.lstrip())
    return _cut(clean(sentence_around(text, Span(start, start)).of(text)), "")


def _paragraph(claim: ReadClaim, trigger: Span) -> Span | None:
    """The part of the article that holds the trigger, so that a dateline before it is left out."""
    return next((part.span for part in claim.reading.article.parts if covers(part.span, trigger)), None)


def _said(claim: ReadClaim, span: Span | None) -> str:
    return "" if span is None else clean(span.of(claim.reading.article.text))


def _on_calendar(found: When) -> str:
    assert found.start is not None
    if found.precision is TimePrecision.YEAR:
        return f"{found.start:%Y}"
    if found.precision is TimePrecision.MONTH:
        return f"{found.start:%B %Y}"
    if found.end is None or found.end == found.start:
        return f"{found.start.day} {found.start:%b %Y}"
    return f"{found.start.day} {found.start:%b} – {found.end.day} {found.end:%b %Y}"


def _cut(words: str, keep: str) -> str:
    """The words shortened to `MOST_WORDS`, with what is to be kept inside."""
    if len(words) <= MOST_WORDS:
        return words
    at = max(0, words.find(keep))
    start = 0 if at + len(keep) < MOST_WORDS else max(0, at - MOST_WORDS // 2)
    piece = words[start : start + MOST_WORDS]
    if start:
        piece = "… " + piece.split(" ", 1)[-1]
    return piece.rsplit(" ", 1)[0] + " …" if start + MOST_WORDS < len(words) else piece
