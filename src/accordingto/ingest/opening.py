"""A stream of bytes -> articles, whatever it is: a report, a feed, or an archive of them; told from how it begins."""

from __future__ import annotations

import json
import logging
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from io import BufferedReader, BytesIO
from typing import BinaryIO, Final, cast

from accordingto.ingest.bounds import Place
from accordingto.ingest.decoding import LARGEST_INPUT, InputKind, check_is_text, decode, find_kind
from accordingto.ingest.details import NO_DETAILS, ArticleDetails
from accordingto.ingest.failure import Failure
from accordingto.ingest.feed_articles import articles_of_feed
from accordingto.ingest.feeds import is_feed, read_feed
from accordingto.ingest.html_page import article_from_html
from accordingto.ingest.json_lines import articles_from_json, articles_from_jsonl
from accordingto.ingest.metered import BUFFER
from accordingto.ingest.plain_text import article_from_text
from accordingto.ingest.suffixes import SUFFIXES, suffix_of
from accordingto.ingest.unpacking import find_packing, unpacked
from accordingto.ingest.warc import Passed, is_warc, warc_pages
from accordingto.ingest.zip_and_tar import Entry, is_tar, tar_entries, zip_entries
from accordingto.model.article import Article
from accordingto.model.errors import InputError

logger = logging.getLogger(__name__)

_ZIP: Final = b"PK\x03\x04"
_LINES: Final = (".jsonl", ".ndjson")
_PACKED: Final = (".gz", ".zst", ".bz2", ".xz")

Found = Iterator[Article | Failure]


def articles_in(stream: BufferedReader, place: Place, details: ArticleDetails, *, encoding: str | None = None) -> Found:
    """The articles of a stream, and a Failure for each thing in it that is none; the rest goes on. Nothing raises."""
    try:
        yield from _articles_in(stream, place, details, encoding)
    except InputError as error:
        yield Failure(place.label, str(error))


def articles_from_bytes(
    raw: bytes, name: str, details: ArticleDetails = NO_DETAILS, *, encoding: str | None = None
) -> Found:
    """The articles in the bytes of one report or feed. Raises InputError where they are no text.

    `encoding` is what a server declared: a hint, which the bytes and the page itself go before.
    """
    named = replace(details, path=name)
    if is_feed(raw[:BUFFER]):
        yield from articles_of_feed(read_feed(raw, name), named)
        return
    kind = find_kind(raw, _bare(name))
    if kind is InputKind.JSON_LINES:
        yield from articles_from_jsonl(lines_of(BytesIO(raw)), name, details)
    elif kind is InputKind.JSON:
        yield from articles_from_json(raw, name, details)
    elif kind is InputKind.HTML:
        yield article_from_html(raw, named, encoding=encoding)
    else:
        yield article_from_text(decode(raw, name, encoding=encoding), named)


def lines_of(file: BinaryIO) -> Iterator[bytes]:
    """The lines of a file, none held in memory beyond the limit: of a longer one, enough to be told as too large."""
    while line := file.readline(LARGEST_INPUT + 1):
        rest = line
        while len(rest) > LARGEST_INPUT and not rest.endswith(b"\n"):
            rest = file.readline(LARGEST_INPUT + 1)
        yield line


def _articles_in(stream: BufferedReader, place: Place, details: ArticleDetails, encoding: str | None) -> Found:
    head = stream.peek(BUFFER)
    packing = find_packing(head)
    if packing is not None:
        inner = place.within()
        yield from articles_in(unpacked(stream, packing, inner), inner, details)
    elif head.startswith(_ZIP):
        yield from _articles_of_entries(zip_entries(_seekable(stream, place), place), place.label, details)
    elif is_tar(head):
        yield from _articles_of_entries(tar_entries(stream, place), place.label, details)
    elif is_warc(head):
        yield from _articles_of_warc(stream, place, details)
    elif _is_lines(head, place.label):
        check_is_text(head, place.label)
        yield from articles_from_jsonl(lines_of(stream), place.label, details)
    else:
        yield from articles_from_bytes(stream.read(LARGEST_INPUT + 1), place.label, details, encoding=encoding)


def _articles_of_entries(entries: Iterator[Entry], name: str, details: ArticleDetails) -> Found:
    """The articles of an archive's files; those of other kinds are counted and told at the end, as in a folder."""
    others: Counter[str] = Counter()
    for entry in entries:
        suffix = suffix_of(entry.name)
        if suffix not in SUFFIXES:
            others[suffix] += 1
        elif entry.stream is None:
            yield Failure(entry.place.label, entry.problem or f"{entry.place.label} cannot be read.")
        else:
            yield from articles_in(entry.stream, entry.place, details)
    if others:
        kinds = ", ".join(f"{count:,} {suffix}" for suffix, count in sorted(others.items()))
        logger.warning("%s: files of other kinds were passed over: %s", name, kinds)


def _articles_of_warc(stream: BufferedReader, place: Place, details: ArticleDetails) -> Found:
    """The pages of a WARC; how many records were passed over is told once, at its end."""
    passed = Passed({})
    for page in warc_pages(stream, place, passed):
        if page.problem is not None:
            yield Failure(page.label, page.problem)
            continue
        known = replace(details, url=details.url or page.url)
        try:
            yield from articles_from_bytes(page.body, page.label, known, encoding=page.declared.encoding)
        except InputError as error:
            yield Failure(page.label, str(error))
    if passed.counts:
        told = ", ".join(f"{count:,} {reason}" for reason, count in sorted(passed.counts.items()))
        logger.warning("%s: passed over: %s", place.label, told)


def _is_lines(head: bytes, name: str) -> bool:
    """True for JSON Lines, by name or by a first line that is an object."""
    if _bare(name).lower().endswith(_LINES):
        return True
    first, end, _ = head.lstrip(b"\xef\xbb\xbf \t\r\n").partition(b"\n")
    if not end or not first.startswith(b"{"):
        return False
    try:
        return isinstance(json.loads(first), dict)
    except (ValueError, RecursionError):
        return False


def _seekable(stream: BufferedReader, place: Place) -> BinaryIO:
    """The zip as a file that can be read from its end; one within another input is held, within the limit."""
    raw = getattr(stream.raw, "_stream", None)
    if place.depth == 0 and isinstance(raw, BufferedReader) and raw.seekable():
        raw.seek(0)
        return cast(BinaryIO, raw)
    held = stream.read(LARGEST_INPUT + 1)
    if len(held) > LARGEST_INPUT:
        raise InputError(
            f"{place.label} is a zip of over {LARGEST_INPUT:,} bytes inside another input, which cannot be read from "
            "its end. Give it as a file of its own."
        )
    return BytesIO(held)


def _bare(name: str) -> str:
    """The name without what tells only how it is packed: "dump.jsonl" of "dump.jsonl.zst"."""
    packed = next((suffix for suffix in _PACKED if name.lower().endswith(suffix)), "")
    return name[: len(name) - len(packed)]
