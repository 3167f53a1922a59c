"""A hostile server on loopback: every trick has its message, and none takes long."""

from __future__ import annotations

import gzip
import time
from collections.abc import Iterator
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from accordingto.fetch.answers import Fetched, Manners, Unchanged
from accordingto.fetch.fetcher import Fetcher
from accordingto.fetch.validators import Validators
from accordingto.model.errors import InputError

HOST = "127.0.0.1"
BOMB = gzip.compress(b"a" * 20_000_000, 1)
QUICK = Manners(allowed_hosts=frozenset({HOST}), delay=0.0, step_timeout=0.3, deadline=0.8, largest=1_000_000)


class Hostile(BaseHTTPRequestHandler):
    """Answers by path; counts what it was asked."""

    asked: list[str]
    server: ThreadingHTTPServer
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        type(self).asked.append(self.path)
        name = self.path.split("/")[1].replace(".", "_").replace("-", "_")
        with suppress(BrokenPipeError, ConnectionResetError):
            getattr(self, f"give_{name}", self.give_missing)()

    def answer(self, body: bytes = b"", status: int = 200, **headers: str) -> None:
        self.send_response(status)
        for key, value in {"Content_Length": str(len(body)), **headers}.items():
            self.send_header(key.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def give_missing(self) -> None:
        self.answer(status=404)

    def give_robots_txt(self) -> None:
        self.answer(b"User-agent: *\nDisallow: /closed\n")

    def give_page(self) -> None:
        self.answer(b"<html>Troops fired.", Content_Type="text/html; charset=utf-8")

    def give_packed(self) -> None:
        self.answer(gzip.compress(b"Troops fired."), Content_Encoding="gzip")

    def give_tagged(self) -> None:
        if self.headers["If-None-Match"] == '"1"':
            self.answer(status=304)
        else:
            self.answer(b"Troops fired.", ETag='"1"')

    def give_loop(self) -> None:
        self.answer(status=302, Location=f"/loop/{len(self.path)}")

    def give_inside(self) -> None:
        self.answer(status=302, Location=f"http://localhost:{self.server.server_port}/page")

    def give_metadata(self) -> None:
        self.answer(status=302, Location="http://169.254.169.254/latest")

    def give_file(self) -> None:
        self.answer(status=302, Location="file:///etc/passwd")

    def give_bomb(self) -> None:
        self.answer(BOMB, Content_Encoding="gzip")

    def give_no_gzip(self) -> None:
        self.answer(b"Troops fired.", Content_Encoding="gzip")

    def give_short(self) -> None:
        self.answer(b"Troops", Content_Length="500", Connection="close")
        self.close_connection = True

    def give_endless(self) -> None:
        self.send_response(200)
        self.end_headers()
        while True:
            self.wfile.write(b"a" * 60_000)

    def give_drip(self) -> None:
        self.send_response(200)
        self.end_headers()
        for _ in range(15):
            self.wfile.write(b"a")
            time.sleep(0.1)
        self.close_connection = True

    def give_drip_headers(self) -> None:
        for _ in range(15):
            self.wfile.write(b"H")
            time.sleep(0.1)
        self.close_connection = True

    def give_silent(self) -> None:
        time.sleep(0.6)
        self.close_connection = True

    def give_rubbish(self) -> None:
        self.wfile.write(b"\x00\x01 not http\r\n\r\n")
        self.close_connection = True

    def give_busy(self) -> None:
        if self.asked.count("/busy") == 1:
            self.answer(status=429, Retry_After="7")
        else:
            self.answer(b"Troops fired.")

    def give_nowhere(self) -> None:
        self.answer(status=302)

    def give_unasked(self) -> None:
        self.answer(status=304)

    def give_failing(self) -> None:
        self.answer(status=500)

    def give_hung_up(self) -> None:
        self.close_connection = True

    def give_very_busy(self) -> None:
        self.answer(status=429, Retry_After="86400")


@pytest.fixture
def site() -> Iterator[str]:
    Hostile.asked = []
    server = ThreadingHTTPServer((HOST, 0), Hostile)
    server.daemon_threads = True
    Hostile.log_message = lambda *_: None  # type: ignore[method-assign]  # it writes to stderr
    Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
    yield f"http://{HOST}:{server.server_address[1]}"
    server.shutdown()
    server.server_close()


@pytest.fixture
def fetcher() -> Iterator[Fetcher]:
    made = Fetcher(QUICK, sleep=lambda _: None)
    yield made
    made.close()


@pytest.mark.parametrize(("path", "body"), [("page", b"<html>Troops fired."), ("packed", b"Troops fired.")])
def test_a_page_is_fetched(site: str, fetcher: Fetcher, path: str, body: bytes) -> None:
    found = fetcher.fetch(f"{site}/{path}")
    assert isinstance(found, Fetched)
    assert found.body == body
    assert Hostile.asked == ["/robots.txt", f"/{path}"]


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("missing", "it is not there (status 404)"),
        ("closed/a", "robots.txt asks programs to stay away"),
        ("loop", "over 5 times, at last to http://"),
        ("inside", "localhost is a machine of a local or private network"),
        ("metadata", "169.254.169.254 is a machine of a local or private network"),
        ("file", "is no address of the web"),
        ("bomb", "more than 1,000,000 bytes"),
        ("no-gzip", "sent a broken answer: gzip says"),
        ("short", "sent a broken answer"),
        ("endless", "more than 1,000,000 bytes"),
        ("drip", "too slow"),
        ("drip-headers", "too slow"),
        ("silent", "too slow"),
        ("rubbish", "sent a broken answer"),
        ("very-busy", "is busy (status 429) and asks to wait 86,400 seconds. Try again later."),
        ("nowhere", "it leads elsewhere and does not say where (status 302)"),
        ("unasked", "it says that nothing has changed, though it was not asked that (status 304)"),
        ("failing", "its server failed (status 500). Try again later."),
        ("hung-up", "sent a broken answer: Server disconnected without sending a response. Try again later."),
    ],
)
def test_each_trick_has_its_message(site: str, fetcher: Fetcher, path: str, expected: str) -> None:
    started = time.monotonic()
    with pytest.raises(InputError) as told:
        fetcher.fetch(f"{site}/{path}")
    assert expected in str(told.value)
    assert time.monotonic() - started < 2


def test_a_busy_host_is_waited_for_as_long_as_it_asks(site: str) -> None:
    waits: list[float] = []
    found = Fetcher(QUICK, sleep=waits.append).fetch(f"{site}/busy")
    assert isinstance(found, Fetched)
    assert waits == [7.0]


def test_two_requests_to_one_host_are_apart(site: str) -> None:
    waits: list[float] = []
    fetcher = Fetcher(Manners(allowed_hosts=frozenset({HOST}), delay=9.0), sleep=waits.append)
    fetcher.fetch(f"{site}/page")
    assert len(waits) == 1
    assert waits[0] == pytest.approx(9.0, abs=0.5)


def test_what_has_not_changed_is_not_sent_again(site: str, tmp_path: Path) -> None:
    for expected in (Fetched, Unchanged):
        fetcher = Fetcher(QUICK, Validators(tmp_path / "state.json"), sleep=lambda _: None)
        assert isinstance(fetcher.fetch(f"{site}/tagged"), expected)
        fetcher.close()


@pytest.mark.parametrize(
    "address",
    ["http://", "http://[::1", "gopher://example.org/", "http://a b/", "http://u:p@example.org/", "http://ex\x00.org"],
)
def test_what_is_no_address_is_told(fetcher: Fetcher, address: str) -> None:
    with pytest.raises(InputError):
        fetcher.fetch(address)


@pytest.mark.parametrize("answers", [["10.1.2.3"], ["93.184.215.14", "::1"], ["100.64.0.1"]])
def test_a_name_that_leads_inside_is_refused_and_looked_up_once(
    fetcher: Fetcher, monkeypatch: pytest.MonkeyPatch, answers: list[str]
) -> None:
    asked: list[str] = []

    def look_up(host: str, *_: object, **__: object) -> list[tuple[object, ...]]:
        asked.append(host)
        return [(0, 0, 0, "", (answer, 80)) for answer in answers]

    monkeypatch.setattr("socket.getaddrinfo", look_up)
    with pytest.raises(InputError, match="local or private network"):
        fetcher.fetch("http://rebind.example/")
    assert asked == ["rebind.example"]
