"""Addresses of pages, and the files they become in a published copy."""

from __future__ import annotations

import hashlib
import re
from typing import Final
from urllib.parse import quote, unquote

PAGE_CHARACTERS: Final = 60_000
"""Characters of a report on one page: a browser opens it at once, and most reports are one page."""
_FILE_ENDINGS: Final = (".json", ".csv", ".css", ".js", ".svg", ".txt")
_NOT_COPIED: Final = ("/search", "/review", "/docs", "/openapi.json", "/static/", "/export")
_UNSAFE: Final = re.compile(r"[^\w .,()-]|^\.+")
_LONGEST: Final = 80


def report_address(article: str, start: int = 0) -> str:
    """Where a report is read, at the page that holds the code point."""
    page = start // PAGE_CHARACTERS + 1
    return f"/report/{quote(article, safe='')}" + (f"/{page}" if page > 1 else "")


def claim_address(article: str, claim: str, start: int) -> str:
    """Where the words of a claim are read.

    >>> claim_address("1a", "2b", 70_000)
    '/report/1a/2#c-2b'
    """
    return f"{report_address(article, start)}#c-{claim}"


def is_copied(address: str) -> bool:
    """True for an address that a published copy holds: no question, and no page that only a server can answer."""
    return "?" not in address and not address.startswith(_NOT_COPIED)


def file_of(address: str) -> str:
    """The file of a page: "/incident/1a" -> "incident/1a.html". Files keep their endings, odd characters go.

    >>> file_of("/"), file_of("/incident/1a"), file_of("/incident/1a.csv"), file_of("/actor/..%2Fetc")
    ('index.html', 'incident/1a.html', 'incident/1a.csv', 'actor/__etc-f7f9121f.html')
    """
    pieces = [_piece(unquote(piece)) for piece in address.strip("/").split("/")]
    path = "/".join(pieces)
    if not path:
        return "index.html"
    return path if path.endswith(_FILE_ENDINGS) else f"{path}.html"


def relative(page: str, address: str) -> str:
    """The address as seen from the page of the copy.

    >>> relative("/incident/1a", "/report/2b#c-3"), relative("/", "/static/room.css")
    ('../report/2b.html#c-3', 'static/room.css')
    """
    path, mark, fragment = address.partition("#")
    up = "../" * file_of(page).count("/")
    return f"{up}{quote(file_of(path))}{mark}{fragment}"


def _piece(piece: str) -> str:
    """A piece of an address as the name of a file; two different pieces give two names."""
    plain = _UNSAFE.sub("_", piece)
    if plain == piece and len(piece) <= _LONGEST:
        return piece
    stem, ending = (plain, "") if not plain.endswith(_FILE_ENDINGS) else plain.rsplit(".", 1)
    mark = hashlib.sha256(piece.encode("utf-8", "replace")).hexdigest()[:8]
    return f"{stem[:_LONGEST]}-{mark}" + (f".{ending}" if ending else "")
