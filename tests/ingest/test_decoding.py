"""What bytes are, and their text."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accordingto.ingest.decoding import InputKind, check_is_text, decode, decode_html, find_kind
from accordingto.model.errors import InputError

CYRILLIC = "Министр сказал, что войска ушли из города ночью и что мост открыт. " * 8


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (b"Troops\r\nfired\n", "Troops\r\nfired\n"),
        ("Maïa".encode(), "Maïa"),
        (codecs.BOM_UTF8 + "Maïa".encode(), "Maïa"),
        ("Maïa".encode("utf-16"), "Maïa"),
        (codecs.BOM_UTF16_BE + "Maïa".encode("utf-16-be"), "Maïa"),
        ("Maïa “said”".encode("cp1252"), "Maïa “said”"),
        ("Maïa said “é”, é and ü. ".encode() + b"\xff", "Maïa said “é”, é and ü. \ufffd"),
        (CYRILLIC.encode("cp1251"), CYRILLIC),
    ],
)
def test_decoding(raw: bytes, expected: str) -> None:
    assert decode(raw) == expected


@given(st.binary())
def test_no_bytes_raise(raw: bytes) -> None:
    assert isinstance(decode(raw), str)
    assert isinstance(decode_html(raw), str)


def test_a_page_is_read_as_it_declares_itself() -> None:
    page = '<html><head><meta charset="iso-8859-2"></head><body>Łódź</body></html>'
    assert decode_html(page.encode("iso-8859-2")) == page


def test_a_page_in_utf8_is_read_as_utf8_whatever_it_declares() -> None:
    page = '<html><head><meta charset="iso-8859-1"></head><body>Łódź</body></html>'
    assert decode_html(page.encode()) == page


@pytest.mark.parametrize(
    ("raw", "name", "expected"),
    [
        (b"Troops fired.", "report.txt", InputKind.TEXT),
        (b"Troops fired.", "report.unknown", InputKind.TEXT),
        (b"<!DOCTYPE html><html>", "report.txt", InputKind.HTML),
        (b"\n <!-- x --><HTML lang='en'>", "-", InputKind.HTML),
        (b"<p>Troops fired.</p>", "report.html", InputKind.HTML),
        (b"<p>Troops fired.</p>", "report.txt", InputKind.TEXT),
        (b'{"text": "a"}\n{"text": "b"}\n', "-", InputKind.JSON_LINES),
        (b"not json", "a.jsonl", InputKind.JSON_LINES),
        (b'[{"text": "a"}]', "a.json", InputKind.JSON),
        (b'{\n"text": "a"\n}', "a.json", InputKind.JSON),
        (b"{not json", "-", InputKind.TEXT),
        (b"[Laughter] Troops fired.", "-", InputKind.TEXT),
    ],
)
def test_kinds(raw: bytes, name: str, expected: InputKind) -> None:
    assert find_kind(raw, name) is expected


@pytest.mark.parametrize(
    ("raw", "found"),
    [
        (b"", "is empty"),
        (b"%PDF-1.7 ...", "a PDF"),
        (b"PK\x03\x04rest", "zip"),
        (b"words\x00words", "binary data"),
        (bytes(range(1, 32)) * 9, "binary data"),
        (b"a" * 20_000_001, "too large"),
    ],
)
def test_what_is_no_text_is_told(raw: bytes, found: str) -> None:
    with pytest.raises(InputError, match=rf"report\.txt .*{found}"):
        check_is_text(raw, "report.txt")
