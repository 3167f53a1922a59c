"""Pages out of WARC files: written here by another library, read by ours."""

from __future__ import annotations

import gzip
import io
from datetime import date

import pytest
from warcio.statusandheaders import StatusAndHeaders  # type: ignore[import-untyped]  # it has no types
from warcio.warcwriter import WARCWriter  # type: ignore[import-untyped]  # it has no types

from accordingto.ingest.bounds import Meter, Place
from accordingto.ingest.details import NO_DETAILS
from accordingto.ingest.failure import Failure
from accordingto.ingest.metered import buffered
from accordingto.ingest.opening import articles_in
from accordingto.ingest.warc import Passed, warc_pages
from accordingto.model.article import Article

PAGE = (
    "<html><head><title>Łódź</title></head><body><article><p>Rebels shelled the harbour of Łódź on Monday, the "
    "governor said in a long statement to the agency, and nobody was hurt.</p></article></body></html>"
)


def written(*, gzipped: bool = True) -> bytes:
    """A response in chunks and packed, an error, a picture, a resource of text, a revisit."""
    held = io.BytesIO()
    writer = WARCWriter(held, gzip=gzipped)

    def answer(url: str, status: str, headers: list[tuple[str, str]], body: bytes, kind: str = "response") -> None:
        http = StatusAndHeaders(status, headers, protocol="HTTP/1.1")
        dated = {"WARC-Date": "2024-05-06T10:00:00Z"}
        record = writer.create_warc_record(
            url, kind, payload=io.BytesIO(body), http_headers=http, warc_headers_dict=dated
        )
        writer.write_record(record)

    packed = gzip.compress(PAGE.encode("iso-8859-2"))
    chunked = b"%x\r\n" % len(packed) + packed + b"\r\n0\r\n\r\n"
    html = ("Content-Type", "text/html; charset=ISO-8859-2")
    answer(
        "https://example.org/a",
        "200 OK",
        [html, ("Transfer-Encoding", "chunked"), ("Content-Encoding", "gzip")],
        chunked,
    )
    answer("https://example.org/b", "404 Not Found", [html], PAGE.encode())
    answer("https://example.org/c.png", "200 OK", [("Content-Type", "image/png")], b"\x89PNG")
    text = writer.create_warc_record(
        "https://example.org/d",
        "resource",
        payload=io.BytesIO(b"Rebels shelled Aden on Monday."),
        warc_content_type="text/plain",
    )
    writer.write_record(text)
    writer.write_record(
        writer.create_revisit_record("https://example.org/a", "sha1:AAA", "https://example.org/a", "2024")
    )
    return held.getvalue()


def found_in(raw: bytes) -> list[Article | Failure]:
    meter = Meter("w.warc", len(raw))
    return list(articles_in(buffered(io.BytesIO(raw), "w.warc", meter.take), Place("w.warc", meter), NO_DETAILS))


@pytest.mark.parametrize("gzipped", [True, False])
def test_pages_come_with_their_addresses_and_the_rest_is_counted(
    gzipped: bool, caplog: pytest.LogCaptureFixture
) -> None:
    found = found_in(written(gzipped=gzipped))
    assert [(item.url, item.path) for item in found if isinstance(item, Article)] == [
        ("https://example.org/a", "w.warc!1"),
        ("https://example.org/d", "w.warc!4"),
    ]
    assert "Łódź on Monday" in getattr(found[0], "text", "")
    assert "1 repeats of pages seen before (revisit)" in caplog.text


def test_the_day_of_capture_is_told_and_is_no_day_of_publication() -> None:
    raw = written(gzipped=False)
    meter = Meter("w", len(raw))
    first = next(warc_pages(buffered(io.BytesIO(raw), "w", meter.take), Place("w", meter), Passed({})))
    assert first.captured == date(2024, 5, 6)
    assert getattr(found_in(raw)[0], "published", date.max) is None


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 99\r\n\r\nshort", "cut off"),
        (b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: -5\r\n\r\n", "the length '-5'"),
        (b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 30000000\r\n\r\n", "too large"),
        (b"WARC/1.0\r\n" + b"a" * 70_000, "a line of over 65,536 bytes"),
        (b"WARC/1.0\r\n" + b"a: b\r\n" * 1_100, "over 1,000 headers"),
        (b"WARC/1.0\r\nContent-Length: 0\r\n\r\n\r\n\r\nrubbish", "damaged after record 1"),
    ],
)
def test_what_is_broken_is_told(raw: bytes, expected: str) -> None:
    failure = found_in(raw)[0]
    assert isinstance(failure, Failure)
    assert expected in failure.reason
