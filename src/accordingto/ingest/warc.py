"""WARC files -> the pages in them: responses and resources that are HTML or text, each with its address and day.

The format is ISO 28500. A file is read once from front to back; lines, headers and bodies are bounded.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from io import BufferedReader
from typing import Final

from accordingto.ingest.bounds import Place
from accordingto.ingest.decoding import LARGEST_INPUT, too_large
from accordingto.ingest.http_body import unchunked, unencoded
from accordingto.ingest.media_types import MediaType, media_type
from accordingto.ingest.written_dates import find_date
from accordingto.model.errors import InputError

LONGEST_LINE: Final = 65_536
MOST_HEADERS: Final = 1_000

_PIECE: Final = 1 << 16
_READ_TYPES: Final = frozenset({"response", "resource", "conversion"})
_PAGES: Final = frozenset({"text/html", "application/xhtml+xml", "text/plain"})
_WELL: Final = re.compile(r"HTTP/\d(?:\.\d)?\s+200\b")

Headers = dict[str, str]


@dataclass(frozen=True, slots=True)
class WarcPage:
    """A page of a WARC: its address, the day of its capture, its bytes and what it was declared as; or a problem."""

    label: str
    url: str | None
    captured: date | None
    body: bytes
    declared: MediaType
    problem: str | None = None


@dataclass(slots=True)
class Passed:
    """How many records held no page, by why: filled while the file is read."""

    counts: dict[str, int]

    def note(self, reason: str) -> None:
        """One more record was passed over."""
        self.counts[reason] = self.counts.get(reason, 0) + 1


def is_warc(head: bytes) -> bool:
    """True for the first bytes of a WARC."""
    return head.startswith((b"WARC/1.", b"WARC/0."))


def warc_pages(stream: BufferedReader, place: Place, passed: Passed) -> Iterator[WarcPage]:
    """The pages of the file in order; other records are counted in `passed`. Raises InputError where it is damaged."""
    number = 0
    while (version := _next_line(stream, place.label)) is not None:
        if not is_warc(version):
            raise InputError(f"{place.label} is damaged after record {number}: found {version[:20]!r}. Get it again.")
        number += 1
        place.meter.enter()
        headers = _headers(stream, place.label)
        length = _length(headers, place.label)
        page, taken = _page(stream, headers, length, f"{place.label}!{number}", passed)
        if page is not None:
            yield page
        _skip(stream, length - taken, place.label)


def _page(
    stream: BufferedReader, headers: Headers, length: int, label: str, passed: Passed
) -> tuple[WarcPage | None, int]:
    """The page of one record, None where it has none, and how many bytes of the record were read."""
    kind = headers.get("warc-type", "").lower()
    if kind not in _READ_TYPES:
        passed.note("repeats of pages seen before (revisit)" if kind == "revisit" else "records of other kinds")
        return None, 0
    url = headers.get("warc-target-uri", "").strip("<> ") or None
    captured = find_date(headers.get("warc-date", "")[:10])
    name = f"{label} ({url})" if url else label
    if length > LARGEST_INPUT:
        return WarcPage(label, url, captured, b"", MediaType(), too_large(name, length)), 0
    block = stream.read(length)
    if len(block) < length:
        raise InputError(f"{label} ends in the middle: it was cut off. Get it again.")
    http: Headers = headers
    if "application/http" in headers.get("content-type", "").lower():
        split = _split_http(block)
        if split is None:
            passed.note("answers that were no page (redirects, errors)")
            return None, length
        http, block = split
    declared = media_type(http.get("content-type", ""))
    if declared.name is not None and declared.name not in _PAGES:
        passed.note("files that are no pages (pictures, scripts, styles)")
        return None, length
    try:
        return WarcPage(label, url, captured, _body(block, http, name), declared), length
    except InputError as error:
        return WarcPage(label, url, captured, b"", declared, str(error)), length


def _body(block: bytes, http: Headers, name: str) -> bytes:
    if "chunked" in http.get("transfer-encoding", "").lower():
        block = unchunked(block)
    return unencoded(block, http.get("content-encoding", ""), name, LARGEST_INPUT)


def _split_http(block: bytes) -> tuple[Headers, bytes] | None:
    """The headers and the body of an answer that went well; None for redirects and errors."""
    found = re.search(rb"\r?\n\r?\n", block[: LONGEST_LINE * 4])
    if found is None:
        return None
    status, *lines = block[: found.start()].decode("latin-1").splitlines() or [""]
    if _WELL.match(status) is None:
        return None
    return _named(lines[:MOST_HEADERS]), block[found.end() :]


def _named(lines: list[str]) -> Headers:
    """Header lines by name, in lower case; the last of one name counts."""
    pairs = (line.partition(":") for line in lines)
    return {name.strip().lower(): value.strip() for name, colon, value in pairs if colon}


def _headers(stream: BufferedReader, label: str) -> Headers:
    lines: list[str] = []
    while line := _line(stream, label).strip():
        lines.append(line.decode("utf-8", errors="replace"))
        if len(lines) > MOST_HEADERS:
            raise InputError(f"{label} is damaged: a record has over {MOST_HEADERS:,} headers. Get it again.")
    return _named(lines)


def _length(headers: Headers, label: str) -> int:
    words = headers.get("content-length", "")
    if not (words.isascii() and words.isdigit() and len(words) < 16):
        raise InputError(f"{label} is damaged: a record has the length {words[:30]!r}. Get it again.")
    return int(words)


def _next_line(stream: BufferedReader, label: str) -> bytes | None:
    """The next line with something in it; None at the end of the file."""
    while line := _line(stream, label):
        if line.strip():
            return line
    return None


def _line(stream: BufferedReader, label: str) -> bytes:
    line = stream.readline(LONGEST_LINE)
    if len(line) == LONGEST_LINE:
        raise InputError(f"{label} is damaged: a line of over {LONGEST_LINE:,} bytes among its headers. Get it again.")
    return line


def _skip(stream: BufferedReader, count: int, label: str) -> None:
    while count > 0:
        piece = stream.read(min(count, _PIECE))
        if not piece:
            raise InputError(f"{label} ends in the middle: it was cut off. Get it again.")
        count -= len(piece)
