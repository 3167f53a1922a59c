"""What is given broken input: for each kind some whole ones to break, and what must take anything made of them.

A target returns where all is well, and raises where it is not. `test_inputs` breaks the whole ones at random;
`guided` lets the code that they reach choose.
"""

from __future__ import annotations

import gzip
import io
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from tests.ingest.test_feeds import ATOM, RSS
from tests.ingest.test_opening import LINE, PACKERS, REPORT, stored, tarred, zipped
from tests.ingest.test_warc import PAGE, written

from accordingto.ingest.decoding import LARGEST_INPUT
from accordingto.ingest.failure import Failure
from accordingto.ingest.html_page import article_from_html
from accordingto.ingest.http_body import unchunked, unencoded
from accordingto.ingest.inputs import read_articles
from accordingto.ingest.whole_articles import whole_line
from accordingto.model.article import Article
from accordingto.model.errors import InputError, OptionError
from accordingto.searching.asked import from_query, to_query

MOST_SECONDS: Final = 10.0
HTML: Final = PAGE.encode()
WHOLE: Final = whole_line(article_from_html(HTML)).encode()
TOLD: Final = (
    '“We did not fire,” General Anna Weber told Reuters on Monday. According to the ministry, troops killed 3 people '
    "in Lyon on 12 May 2012. Rebels said they had denied it.\n\nBy Jonas Keller"
).encode()  # fmt: skip


@dataclass(frozen=True, slots=True)
class Target:
    """Whole inputs of one kind, and what takes a broken one."""

    seeds: Sequence[bytes]
    take: Callable[[bytes], None]


def articles_or_reasons(raw: bytes) -> None:
    """Files of any kind give articles whose parts lie in their texts, or say why not, soon."""
    begun = time.process_time()
    found = list(read_articles(["-"], stdin=io.BytesIO(raw)))
    assert time.process_time() - begun < MOST_SECONDS
    assert all(each.reason if isinstance(each, Failure) else _holds(each) for each in found)


def a_body_or_a_reason(raw: bytes) -> None:
    """The first line names the packings; the rest is the body of an answer."""
    packings, _, body = raw.partition(b"\n")
    try:
        assert len(unencoded(unchunked(body), packings.decode("latin-1"), "page", LARGEST_INPUT)) <= LARGEST_INPUT
    except InputError:
        return


def a_search_or_a_reason(raw: bytes) -> None:
    """A query string is a search, which its own query string is too, or is refused."""
    try:
        search = from_query(raw.decode("utf-8", errors="surrogateescape"))
    except OptionError:
        return
    assert from_query(to_query(search)) == search


def a_reading_or_a_reason(raw: bytes) -> None:
    """A text is read by the fast reader, with spans within it, or is refused."""
    from tests.test_hostile_texts import spans_hold  # the models of reading

    from accordingto.reader import ReaderName, read

    try:
        assert spans_hold(read(raw.decode("utf-8", errors="replace"), reader=ReaderName.FAST))
    except InputError:
        return


def _holds(article: Article) -> bool:
    """True where every part lies in the text."""
    return all(0 <= part.span.start <= part.span.end <= len(article.text) for part in article.parts)


FILES: Final[dict[str, Sequence[bytes]]] = {
    "text": [REPORT, REPORT * 20, "Łódź: “No,” she said.\r\n\r\nBy Anna Weber\n".encode()],
    "html": [HTML, HTML * 2, b"<table><tr><td>" + HTML],
    "json-lines": [
        LINE * 5,
        LINE.replace(b"}", b', "published": "2024-05-06", "url": "https://a.example/"}'),
        WHOLE * 2,
    ],
    "warc": [written(gzipped=True), written(gzipped=False)],
    "feeds": [RSS.encode(), ATOM.encode()],
    "zip": [
        zipped({"a.txt": REPORT, "b.jsonl": LINE * 3, "c.html": HTML, "d.zip": zipped({"e.txt": REPORT})}),
        stored("a.html", HTML),
        zipped({"datapackage.json": b"{}", "archive/a.warc": written(gzipped=False)}),
    ],
    "tar": [tarred({"a.txt": REPORT, "b.html": HTML}), tarred({"a.txt": REPORT}, "w:gz")],
    "packed": [pack(LINE * 50) for pack in PACKERS.values()],
}
"""Files of each kind that is taken."""
BODIES: Final = (
    b"gzip\n" + gzip.compress(HTML), b"zstd, gzip\n" + gzip.compress(PACKERS["zst"](HTML)),
    b"\n%x\r\n" % len(HTML) + HTML + b"\r\n0\r\n\r\n", b"deflate\n" + HTML,
)  # fmt: skip
SEARCHES: Final = (
    b"words=port+of+Aden&type=ASSAULT&type=COERCE&since=2012-07-01", b"kind=incidents&disputed=true&after=77",
    b"actor=%22Anna+Weber%22&country=SYR&until=2019-03-31&factuality=denied&mode=",
)  # fmt: skip
TARGETS: Final[dict[str, Target]] = {
    **{kind: Target(seeds, articles_or_reasons) for kind, seeds in FILES.items()},
    "bodies": Target(BODIES, a_body_or_a_reason),
    "searches": Target(SEARCHES, a_search_or_a_reason),
}
"""Those that take less than a few milliseconds."""
READING: Final = Target((TOLD, REPORT), a_reading_or_a_reason)
