"""RSS and Atom."""

from __future__ import annotations

from datetime import date

import pytest

from accordingto.ingest.feeds import is_feed, read_feed
from accordingto.model.errors import InputError

RSS = """<?xml version="1.0"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>
<title>Harbour Digest</title>
<item><title>Envoy leaves</title><link>/envoy</link><guid isPermaLink="false">77</guid>
<pubDate>Mon, 06 May 2024 23:30:00 +0200</pubDate><source url="https://post.example">The Harbour Post</source>
<dc:creator>Ann Hale</dc:creator><description>&lt;p&gt;The envoy left.&lt;/p&gt;</description></item>
</channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Digest</title><entry><id>tag:1</id>
<title>Envoy leaves</title><link rel="self" href="https://x.example/self"/><link href="https://x.example/a"/>
<published>2024-05-06T10:00:00Z</published><author><name>Bo Ruiz</name></author>
<source><title>The Harbour Post</title></source>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>The envoy left.</p></div></content></entry></feed>"""


@pytest.mark.parametrize(
    ("raw", "url", "byline"),
    [(RSS, "https://digest.example/envoy", "Ann Hale"), (ATOM, "https://x.example/a", "Bo Ruiz")],
)
def test_an_entry(raw: str, url: str, byline: str) -> None:
    (entry,) = read_feed(raw.encode(), "feed", "https://digest.example/rss").entries
    assert (entry.url, entry.title, entry.published) == (url, "Envoy leaves", date(2024, 5, 6))
    assert (entry.publisher, entry.byline) == ("The Harbour Post", (byline,))
    assert "<p>The envoy left.</p>" in (entry.words or "")


@pytest.mark.parametrize(
    "address", ["file:///etc/passwd", "javascript:alert(1)", "http://[::1/a", "ftp://example.org/a"]
)
def test_only_addresses_of_the_web_are_links(address: str) -> None:
    raw = f"<rss><channel><item><link>{address}</link><description>Troops fired.</description></item></channel></rss>"
    (entry,) = read_feed(raw.encode(), "feed").entries
    assert entry.url is None


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (b"<?xml version='1.0'?>\n<!-- a --><rss>", True),
        (b"<rdf:RDF xmlns:rdf='x'>", True),
        (b"<feed>", True),
        (b"<html>", False),
        (b"", False),
        (b"<!--" * 5000, False),
    ],
)
def test_feeds_are_told_from_their_bytes(raw: bytes, expected: bool) -> None:
    assert is_feed(raw) is expected


def test_what_is_no_feed_is_told() -> None:
    with pytest.raises(InputError, match="is no feed"):
        read_feed(b"", "feed")
