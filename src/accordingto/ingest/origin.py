"""Where a report comes from, as its margins tell: reporters, agency, and the outlets it ran in before."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final

from accordingto.ingest.agencies import Agency, agency_pattern, find_agency, is_same_outlet
from accordingto.ingest.boilerplate import as_matched, is_agency_credit
from accordingto.ingest.byline import find_byline, find_contributors, find_reporters, unique
from accordingto.ingest.parts import BACK, dateline_of
from accordingto.model.article import Part, PartRole, Republication
from accordingto.model.resources import load_toml
from accordingto.model.span import Span

_OUTLET: Final = re.compile(
    r"\s+(?P<outlet>(?:the )?(?:[\w-]+\.(?:com|org|net|co\.uk|info|news)\b"
    r"|[A-Z0-9][\w&’-]*(?:\.[A-Z]\.?)*(?:(?:\s+(?:of|the|and|for|&))*\s+[A-Z0-9&][\w&’-]*){0,6}))"
)
_COPYRIGHT: Final = re.compile(r"(?:©|\(c\)|copyright)", re.IGNORECASE)


def find_reporter_names(text: str, parts: Sequence[Part]) -> tuple[str, ...]:
    """The people of the bylines, then those of "Reporting by …" credits, each once; else those who contributed."""
    found: list[str] = []
    for part in parts:
        if part.role is PartRole.BYLINE:
            found += find_byline(part.span.of(text)) or ()
        if part.role is PartRole.BOILERPLATE:
            found += find_reporters(part.span.of(text))
    notices = (part.span.of(text) for part in parts if part.role is PartRole.BOILERPLATE)
    return unique(found or (name for notice in notices for name in find_contributors(notice)))


def find_republications(
    text: str, parts: Sequence[Part], publisher: str | None, origin: str | None = None
) -> tuple[Republication, ...]:
    """The outlets that the report ran in before, the publisher itself left out, each once, with the words that tell.

    An agency counts when the dateline, the byline, the copyright line or a credit at the end names it. `origin` is
    one that metadata name; it has no words in the text.
    """
    found: dict[str, Republication] = {}
    from_metadata = [Republication(origin, None)] if origin else []
    for earlier in [*_notices(text, parts), *_agencies(text, parts), *from_metadata]:
        if publisher is None or not _is_same(earlier.publisher, publisher):
            found.setdefault(earlier.publisher.casefold(), earlier)
    return tuple(sorted(found.values(), key=lambda earlier: earlier.span.start if earlier.span else 0))


def _notices(text: str, parts: Sequence[Part]) -> Iterator[Republication]:
    """What notices say: *This article is from the archive of our partner The Wire.*"""
    for part in parts:
        if part.role is not PartRole.BOILERPLATE:
            continue
        words = as_matched(part.span.of(text))
        for notice in _republication_pattern().finditer(words):
            named = _OUTLET.match(words, notice.end())
            if named:
                span = Span(part.span.start + named.start("outlet"), part.span.start + named.end("outlet"))
                agency = find_agency(span.of(text))
                yield Republication(agency.name if agency else _without_article(span.of(text)), span)


def _agencies(text: str, parts: Sequence[Part]) -> Iterator[Republication]:
    dateline = dateline_of(text, parts)
    for number, part in enumerate(parts):
        words = part.span.of(text)
        if part.role is PartRole.DATELINE:
            is_origin = dateline is not None and dateline.agency is not None and dateline.span.start == part.span.start
        elif part.role is PartRole.BOILERPLATE:
            is_credit = number >= len(parts) - BACK and is_agency_credit(as_matched(words))
            is_origin = is_credit or _COPYRIGHT.match(words) is not None
        else:
            is_origin = part.role is PartRole.BYLINE
        for found in agency_pattern().finditer(words) if is_origin else ():
            agency = _known(found[0])
            yield Republication(agency.name, Span(part.span.start + found.start(), part.span.start + found.end()))


def _known(words: str) -> Agency:
    agency = find_agency(words)
    assert agency is not None, f"{words!r} matched as an agency"
    return agency


def _is_same(outlet: str, publisher: str) -> bool:
    """True for one outlet under two names: *The Wire* and *the Wire*, *AP* and *Associated Press*, *cnn.com*."""
    agency = find_agency(outlet)
    if agency is not None and is_same_outlet(publisher, agency):
        return True
    names = {outlet, *(agency.short if agency else ())}
    if {name.casefold().replace(" ", "") for name in names} & set(publisher.casefold().split(".")):
        return True
    return _without_article(outlet).casefold() == _without_article(publisher).casefold()


def _without_article(words: str) -> str:
    """The name as it is written, without a small article before it: *the Guardian*; *The Wire* keeps its own."""
    return words.removeprefix("the ").strip()


@cache
def _republication_pattern() -> re.Pattern[str]:
    patterns = [pattern for group in load_toml("boilerplate.toml")["republication"] for pattern in group["patterns"]]
    return re.compile(r"\b(?:" + "|".join(f"(?:{pattern})" for pattern in patterns) + r")(?!\w)", re.IGNORECASE)
