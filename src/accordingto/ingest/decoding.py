"""Bytes -> text, and what the bytes are: text, HTML, JSON Lines, or nothing that can be read."""

from __future__ import annotations

import codecs
import json
import logging
import re
from enum import StrEnum
from typing import Final

from accordingto.model.errors import InputError

logger = logging.getLogger(__name__)

LARGEST_INPUT: Final = 20_000_000
"""Bytes of one file, or of one line of JSON Lines: room for a page with its pictures inlined. Not tuned."""

MOST_FOREIGN: Final = 0.1
"""Share of bytes beyond ASCII up to which text that is not UTF-8 counts as Western: windows-1252. Not tuned."""

FEWEST_TO_GUESS: Final = 50
"""Bytes beyond ASCII below which nothing is guessed: a few accents and quotation marks were taken for Cyrillic."""

_MOST_CONTROL: Final = 0.05
_SAMPLE: Final = 4096
_CHARSET_SAMPLE: Final = 100_000

_BYTE_ORDER_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
    (b"<\x00!\x00", "utf-16-le"),
    (b"<\x00h\x00", "utf-16-le"),
    (b"\x00<\x00!", "utf-16-be"),
    (b"\x00<\x00h", "utf-16-be"),
)
"""The last four are no marks: a page in UTF-16 that goes without one begins so."""
_SIGNATURES: Final = {
    b"%PDF": "a PDF",
    b"PK\x03\x04": "a zip archive, perhaps .docx or .epub",
    b"\x1f\x8b": "a gzip archive",
    b"7z\xbc\xaf": "a 7z archive",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
    b"\xd0\xcf\x11\xe0": "an old Office document",
    b"{\\rtf": "an RTF document",
    b"SQLite format 3": "a database",
    b"\x7fELF": "a program",
}
_CONTROL: Final = bytes(set(range(32)) - set(b"\t\n\r\f\x1b"))
_HTML: Final = re.compile(
    rb"(?:\s|<!--.*?-->|<\?xml[^>]*>)*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL
)
_DECLARED: Final = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{3,30})", re.IGNORECASE)

_ENCODINGS: Final = re.compile(
    r"ascii|utf-(?:8|16|32)|iso8859|cp(?:125|874|932|949|950)|koi8|mac|big5|gb|euc_|shift_|tis-"
)
"""Encodings that pages are written in. Python knows others (rot13, punycode) that are none, or cost the square."""


class InputKind(StrEnum):
    """What an input is, told from its bytes."""

    TEXT = "text"
    HTML = "html"
    JSON_LINES = "json lines"
    JSON = "json"


def find_kind(raw: bytes, name: str) -> InputKind:
    """The kind of an input, from its first bytes and, where they leave it open, from the suffix of its name.

    Raises InputError where the bytes are no text.

    >>> find_kind(b'{"text": "Troops fired."}', "-"), find_kind(b"<!DOCTYPE html><p>Troops fired.", "report.txt")
    (<InputKind.JSON_LINES: 'json lines'>, <InputKind.HTML: 'html'>)
    """
    check_is_text(raw, name)
    marked = _encoding_of_mark(raw)
    head = raw[:_SAMPLE] if marked is None else raw[:_SAMPLE].decode(marked, errors="ignore").encode()
    head = head.lstrip()
    suffix = name.lower().rpartition(".")[2]
    if suffix in {"jsonl", "ndjson"}:
        return InputKind.JSON_LINES
    if head[:1] in {b"{", b"["} and suffix not in {"txt", "md", "html", "htm"}:
        return _kind_of_json(raw) or InputKind.TEXT
    if _HTML.match(head) or suffix in {"html", "htm", "xhtml"}:
        return InputKind.HTML
    return InputKind.TEXT


def check_is_text(raw: bytes, name: str) -> None:
    """Raise InputError where the input is empty, binary or too large."""
    if not raw:
        raise InputError(f"{name} is empty. Give a report with words in it.")
    if len(raw) > LARGEST_INPUT:
        raise InputError(too_large(name, len(raw)))
    found = next((kind for signature, kind in _SIGNATURES.items() if raw.startswith(signature)), None)
    if found is None and _encoding_of_mark(raw) is None and _is_binary(raw[:_SAMPLE]):
        found = "binary data"
    if found is not None:
        raise InputError(f"{name} is no text: found {found}. Give plain text, HTML or JSON Lines.")


def too_large(name: str, size: int) -> str:
    """The message for an input beyond the limit."""
    return (
        f"{name} is too large: {size:,} bytes, the most is {LARGEST_INPUT:,}. "
        "Split it into one file a report, or give JSON Lines with one report a line."
    )


def decode(raw: bytes, name: str = "The text", *, encoding: str | None = None) -> str:
    """The text of the bytes: by their byte order mark, else UTF-8, else by the encoding they look like.

    Line ends stay as they are; a byte order mark is not part of the text. No byte raises: what cannot be read
    becomes U+FFFD, and a warning names the input. `encoding` is a label from elsewhere, believed before a guess.

    >>> decode(b"\\xef\\xbb\\xbfTroops\\r\\n"), decode(b"Ma\\xefa \\x93said\\x94")
    ('Troops\\r\\n', 'Maïa “said”')
    """
    marked = _encoding_of_mark(raw)
    if marked is not None:
        return raw.decode(marked, errors="replace")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        hint = _known_encoding(encoding or "")
        return raw.decode(hint, errors="replace") if hint not in {None, "utf-8"} else _decode_damaged(raw, name)


def decode_html(raw: bytes, name: str = "The page", *, encoding: str | None = None) -> str:
    """The text of a page: as `decode`, but one that is not UTF-8 is read as it declares itself, else as hinted."""
    declared = _DECLARED.search(raw[:_SAMPLE])
    if _encoding_of_mark(raw) is None and declared is not None and not _is_utf8(raw):
        named = _known_encoding(declared[1].decode("ascii", errors="replace"))
        if named is not None:
            return raw.decode(named, errors="replace")
    return decode(raw, name, encoding=encoding)


def _decode_damaged(raw: bytes, name: str) -> str:
    """Text that is not UTF-8: mostly UTF-8 with a few bad bytes, or windows-1252, or what it looks like."""
    as_utf8 = raw.decode("utf-8", errors="replace")
    bad = as_utf8.count("\ufffd")
    beyond_ascii = sum(character > "\x7f" for character in as_utf8)
    if beyond_ascii > 2 * bad:
        logger.warning("%s: %d characters are not UTF-8 and were replaced", name, bad)
        return as_utf8
    encoding = "cp1252"
    if bad > max(FEWEST_TO_GUESS, MOST_FOREIGN * len(raw)):
        from charset_normalizer import from_bytes  # noqa: PLC0415  # only such text needs it

        guess = from_bytes(raw[:_CHARSET_SAMPLE]).best()
        encoding = guess.encoding if guess is not None else encoding
    logger.warning("%s: not UTF-8, read as %s", name, encoding)
    return raw.decode(encoding, errors="replace")


def _encoding_of_mark(raw: bytes) -> str | None:
    return next((encoding for mark, encoding in _BYTE_ORDER_MARKS if raw.startswith(mark)), None)


def _is_binary(sample: bytes) -> bool:
    """True for bytes with a NUL or with many control characters."""
    return b"\x00" in sample or sum(byte in _CONTROL for byte in sample) > _MOST_CONTROL * len(sample)


def _is_utf8(raw: bytes) -> bool:
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _known_encoding(label: str) -> str | None:
    """Python's name of an encoding that a page declares; Latin-1 is read as windows-1252, as browsers do."""
    try:
        found = codecs.lookup(label).name
    except (LookupError, ValueError):
        return None
    if _ENCODINGS.match(found) is None:
        return None
    return "cp1252" if found in {"iso8859-1", "ascii"} else found


def _kind_of_json(raw: bytes) -> InputKind | None:
    """JSON Lines where the first line is an object, JSON where the whole is; None where neither."""
    first = raw.removeprefix(codecs.BOM_UTF8).lstrip().split(b"\n", 1)[0]
    for words, kind in ((first, InputKind.JSON_LINES), (raw.removeprefix(codecs.BOM_UTF8), InputKind.JSON)):
        try:
            value = json.loads(words)
        except (ValueError, RecursionError):
            continue
        if isinstance(value, dict) or (kind is InputKind.JSON and isinstance(value, list)):
            return kind
    return None
