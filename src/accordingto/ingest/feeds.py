"""RSS and Atom -> entries, each with its address, day, publisher and words. Entities of the document never expand."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, Final
from urllib.parse import urljoin, urlsplit

from accordingto.ingest.byline import find_person_names
from accordingto.ingest.written_dates import find_date
from accordingto.model.errors import InputError

if TYPE_CHECKING:
    from lxml.etree import _Element

MOST_ENTRIES: Final = 10_000

_START: Final = re.compile(
    rb"(?:\xef\xbb\xbf)?(?:\s|<\?[^>]{0,400}>|<!--.{0,2000}?-->|<!DOCTYPE[^>\[]{0,200}(?:\[.{0,3000}?\]\s*)?>)*"
    rb"<(?:rss|feed|(?:\w{1,10}:)?RDF)[\s>]",
    re.IGNORECASE | re.DOTALL,
)
_CONTENT: Final = ("encoded", "content", "description", "summary")
_PUBLISHED: Final = ("published", "pubdate", "date", "issued", "updated", "modified")
_MAIL_NAME: Final = re.compile(r"\S+@\S+\s*\((?P<name>[^)]+)\)")


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """One report that a feed lists. `words` are what the feed gives of it, as HTML or plain."""

    key: str
    url: str | None
    title: str | None = None
    published: date | None = None
    publisher: str | None = None
    """Who the entry's `source` names: the true publisher where a feed gathers from many. Else None."""
    byline: tuple[str, ...] = ()
    words: str | None = None


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed's own title and its entries, in its order."""

    title: str | None
    entries: tuple[FeedEntry, ...]


def is_feed(head: bytes) -> bool:
    """True for the first bytes of an RSS or Atom feed.

    >>> is_feed(b'<?xml version="1.0"?><rss version="2.0">'), is_feed(b"<html><body>")
    (True, False)
    """
    return _START.match(head) is not None


def read_feed(raw: bytes, name: str, address: str | None = None) -> Feed:
    """The feed; its links are taken from `address`. Raises InputError where it is none."""
    root = _tree(raw)
    if root is None:
        raise InputError(f"{name} is no feed that can be read: found no RSS or Atom in its {len(raw):,} bytes.")
    rows = [each for each in root.iter() if _name(each) in {"item", "entry"}][:MOST_ENTRIES]
    top = next((each for each in root if _name(each) == "channel"), root)
    entries = (_entry(row, address or "") for row in rows)
    return Feed(_text_in(top, ("title",)), tuple(entry for entry in entries if entry is not None))


def _tree(raw: bytes) -> _Element | None:
    """The document's root; nothing is expanded, fetched, or read beyond libxml2's own bounds of depth and size."""
    from lxml import etree  # noqa: PLC0415  # a tenth of a second that only feeds need

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, recover=True, huge_tree=False)
    try:
        return etree.fromstring(raw, parser)
    except (etree.XMLSyntaxError, ValueError):
        return None


def _entry(row: _Element, address: str) -> FeedEntry | None:
    """The entry of a row; None where it has neither an address nor words."""
    url = _link(row, address)
    words = next((found for name in _CONTENT if (found := _markup(row, name))), None)
    if url is None and words is None:
        return None
    return FeedEntry(
        key=_text_in(row, ("guid", "id")) or url or (words or "")[:200],
        url=url,
        title=_text_in(row, ("title",)),
        published=next((day for name in _PUBLISHED if (day := _day(_text_in(row, (name,))))), None),
        publisher=_source(row),
        byline=find_person_names(_authors(row)),
        words=words,
    )


def _link(row: _Element, address: str) -> str | None:
    """The page of the entry: its link, else a guid that is an address."""
    links = [each for each in row if _name(each) == "link"]
    found = [each.get("href") or _text(each) for each in links if each.get("rel", "alternate") == "alternate"]
    found += [_text(each) for each in row if _name(each) in {"guid", "id"} and each.get("isPermaLink") != "false"]
    for words in found:
        try:
            url: str = urljoin(address, words.strip())
            urlsplit(url)  # of half a bracket it raises
        except ValueError:
            continue
        if re.match(r"https?://\S+$", url, re.IGNORECASE):
            return url
    return None


def _source(row: _Element) -> str | None:
    """The publisher that `source` names: as its text in RSS, as its title in Atom."""
    source = next((each for each in row if _name(each) == "source"), None)
    if source is None:
        return None
    return _text_in(source, ("title",)) or (_text(source) if not len(source) else None) or None


def _authors(row: _Element) -> list[str]:
    """Names of people as `dc:creator` and `author` give them, without the address of mail."""
    found: list[str] = []
    for each in row:
        if _name(each) in {"creator", "author"}:
            words = _text_in(each, ("name",)) or (_text(each) if not len(each) else "")
            mail = _MAIL_NAME.fullmatch(words)
            found += re.split(r"\s*[;,]\s*|\s+and\s+", mail["name"] if mail else words)
    return [name for name in found if name]


def _markup(row: _Element, name: str) -> str | None:
    """The words of an element: HTML that is escaped in it, or that stands in it."""
    element = next((each for each in row if _name(each) == name), None)
    if element is None:
        return None
    if not len(element):
        return _text(element) or None
    from lxml import etree  # noqa: PLC0415  # loaded by now

    return str(etree.tostring(element, encoding="unicode", method="html", with_tail=False)) or None


def _day(words: str | None) -> date | None:
    """The day of a date as feeds write it: *Mon, 06 May 2024 10:00:00 GMT*, *2024-05-06T10:00:00Z*."""
    if not words:
        return None
    try:
        return parsedate_to_datetime(words).date()
    except (ValueError, TypeError, IndexError, OverflowError):
        return find_date(words[:10]) or find_date(words)


def _text_in(row: _Element, names: tuple[str, ...]) -> str | None:
    found = (_text(each) for each in row if _name(each) in names)
    return next((words for words in found if words), None)


def _text(element: _Element) -> str:
    return " ".join("".join(str(piece) for piece in element.itertext(with_tail=False)).split())


def _name(element: _Element) -> str:
    """The name without its namespace, in lower case; "" for comments and the like."""
    return element.tag.rpartition("}")[2].lower() if isinstance(element.tag, str) else ""
