"""Files of every kind that are taken, broken: each gives articles or says why not, and nothing else."""

from __future__ import annotations

import io
import time

import pytest
from tests.fuzz.mutating import many, mutated
from tests.ingest.test_feeds import ATOM, RSS
from tests.ingest.test_opening import LINE, PACKERS, REPORT, tarred, zipped
from tests.ingest.test_warc import PAGE, written

from accordingto.ingest.failure import Failure
from accordingto.ingest.inputs import read_articles
from accordingto.model.article import Article

MOST_SECONDS = 10.0
HTML = PAGE.encode()
SEEDS = {
    "text": [REPORT, REPORT * 20, "Łódź: “No,” she said.\r\n\r\nBy Anna Weber\n".encode()],
    "html": [HTML, HTML * 2, b"<table><tr><td>" + HTML],
    "json lines": [LINE * 5, LINE.replace(b"}", b', "published": "2024-05-06", "url": "https://a.example/"}')],
    "warc": [written(gzipped=True), written(gzipped=False)],
    "feeds": [RSS.encode(), ATOM.encode()],
    "zip": [zipped({"a.txt": REPORT, "b.jsonl": LINE * 3, "c.html": HTML, "d.zip": zipped({"e.txt": REPORT})})],
    "tar": [tarred({"a.txt": REPORT, "b.html": HTML}), tarred({"a.txt": REPORT}, "w:gz")],
    "packed": [pack(LINE * 50) for pack in PACKERS.values()],
}


@pytest.mark.parametrize("kind", SEEDS)
def test_broken_input_gives_articles_or_reasons(kind: str) -> None:
    @many(mutated(SEEDS[kind]))
    def read(raw: bytes) -> None:
        begun = time.process_time()
        found = list(read_articles(["-"], stdin=io.BytesIO(raw)))
        assert time.process_time() - begun < MOST_SECONDS
        assert all(each.reason if isinstance(each, Failure) else _holds(each) for each in found)

    read()


@pytest.mark.parametrize("kind", SEEDS)
def test_whole_input_gives_articles(kind: str) -> None:
    for raw in SEEDS[kind]:
        assert any(isinstance(each, Article) for each in read_articles(["-"], stdin=io.BytesIO(raw)))


def _holds(article: Article) -> bool:
    """True where every part lies in the text."""
    return all(0 <= part.span.start <= part.span.end <= len(article.text) for part in article.parts)
