"""`accordingto watch` against a site on loopback."""

from __future__ import annotations

from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from accordingto.cli import watching
from accordingto.cli.inputs import Gathering, articles_of
from accordingto.cli.main import run
from accordingto.cli.source_options import Sources
from accordingto.fetch.fetcher import Fetcher
from accordingto.ingest.details import ArticleDetails
from accordingto.ingest.failure import Failure
from accordingto.model.article import Article
from accordingto.model.errors import InputError

PAGE = (
    "<html><head><title>Harbour shelled</title></head><body><article><p>Rebels shelled the harbour on Monday, the "
    "governor said in a statement to the agency, and nobody was hurt in the {place} of the town.</p></article></html>"
)


class Site(BaseHTTPRequestHandler):
    asked: list[str]
    listed: list[str]
    server: ThreadingHTTPServer

    def do_GET(self) -> None:
        self.asked.append(self.path)
        pages = {f"/{name}": PAGE.format(place=name) for name in self.listed if name != "broken"}
        items = "".join(
            f"<item><title>{name}</title><link>http://127.0.0.1:{self.server.server_port}/{name}</link>"
            f"<pubDate>Mon, 06 May 2024 10:00:00 GMT</pubDate><source>The {name} Post</source></item>"
            for name in self.listed
        )
        pages["/feed"] = f"<rss><channel><title>Digest</title>{items}</channel></rss>"
        body = pages.get(self.path, "").encode()
        self.send_response(200 if body else 404)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        return


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    Site.asked, Site.listed = [], ["east", "broken"]
    monkeypatch.setattr(Fetcher, "_wait_for_turn", lambda *_: None)
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def test_what_is_new_is_added_once_and_what_failed_is_tried_again(
    site: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    feeds = tmp_path / "feeds.toml"
    feeds.write_text(f'[[feed]]\nurl = "{site}/feed"\n')
    command = ["watch", str(feeds), "--store", str(tmp_path / "r.db"), "--once", "--allow-host", "127.0.0.1"]
    command += ["--reader", "fast"]
    assert run(command) == 3
    assert "1 new, 0 unchanged, 0 new version, 0 near-duplicate, 1 failed" in capsys.readouterr().err
    Site.asked, Site.listed = [], ["east", "west", "broken"]
    assert run(command) == 3
    assert Site.asked == ["/robots.txt", "/feed", "/west", "/broken"]


def test_a_feed_at_an_address_leads_to_its_pages(site: str) -> None:
    gathering = Gathering(ArticleDetails(), Sources(frozenset({"127.0.0.1"})))
    article, failure = articles_of([f"{site}/feed"], gathering)
    assert isinstance(article, Article)
    assert (article.publisher, str(article.published)) == ("The east Post", "2024-05-06")
    assert (article.url, article.path) == (f"{site}/east", f"{site}/east")
    assert isinstance(failure, Failure)
    assert failure.path == f"{site}/broken"


@pytest.mark.parametrize("words", ["[[feed]]\n", '[[feed]]\nurl = "ftp://x"\n', "feed = 3\n", "[[feed", "feed = [3]"])
def test_a_file_without_feeds_is_told(tmp_path: Path, words: str) -> None:
    (tmp_path / "feeds.toml").write_text(words)
    with pytest.raises(InputError):
        watching.feeds_of(tmp_path / "feeds.toml")
