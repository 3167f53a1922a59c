"""What a browser has already, it is not sent again, and what was written once is not written again.

As long as the store's version stays, a page is the same for everybody, unless it holds a form of one visitor's own.
"""

from __future__ import annotations

import hashlib
import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Final

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

KEPT_BYTES: Final = 32_000_000
LARGEST_KEPT: Final = 500_000
LOOK_AFTER: Final = 0.05
"""Seconds for which the version of the store is taken to be what it was."""
_KEPT_TYPES: Final = (b"text/html", b"application/json")
_OF_ONE_VISITOR: Final = (b'name="csrf"', b'http-equiv="refresh"')


@dataclass(slots=True)
class _Shelf:
    """Pages of one version of the store, those used last at the end."""

    pages: OrderedDict[str, Message] = field(default_factory=OrderedDict)
    version: str = ""
    bytes: int = 0
    lock: Any = field(default_factory=threading.Lock)  # a lock's type has no name of its own


class Unchanged:
    """ASGI middleware for GET: an ETag by the store's version and the address, 304 where the browser has it."""

    def __init__(self, app: ASGIApp, version: Callable[[], str]) -> None:
        self._app = app
        self._version = version
        self._looked = (0.0, "")
        self._shelf = _Shelf()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request, from the shelf where it stands there."""
        if scope["type"] != "http" or scope["method"] != "GET" or scope["path"].startswith("/static/"):
            await self._app(scope, receive, send)
            self._looked = (0.0, "")  # a decision is at once visible
            return
        version = self._version_now()
        address = f"{scope['path']}?{scope['query_string'].decode('latin-1')}"
        etag = f'"{hashlib.sha256(f"{version} {address}".encode(errors="replace")).hexdigest()[:24]}"'
        kept = self._kept(version, address)
        if kept is not None:
            await _answered(scope, etag, kept)(scope, receive, send)
            return
        await self._app(scope, receive, _Watched(send, etag, lambda page: self._keep(version, address, page)).send)

    def _version_now(self) -> str:
        looked, version = self._looked
        now = time.monotonic()
        if now - looked > LOOK_AFTER:
            version = self._version()  # a fifth of a millisecond: less than handing it to a thread
            self._looked = (now, version)
        return version

    def _kept(self, version: str, address: str) -> Message | None:
        with self._shelf.lock:
            if self._shelf.version != version:
                self._shelf.pages.clear()
                self._shelf.version, self._shelf.bytes = version, 0
            page = self._shelf.pages.get(address)
            if page is not None:
                self._shelf.pages.move_to_end(address)
            return page

    def _keep(self, version: str, address: str, page: Message) -> None:
        with self._shelf.lock:
            if self._shelf.version != version or address in self._shelf.pages:
                return
            self._shelf.pages[address] = page
            self._shelf.bytes += len(page["body"])
            while self._shelf.bytes > KEPT_BYTES:
                _, oldest = self._shelf.pages.popitem(last=False)
                self._shelf.bytes -= len(oldest["body"])


class _Watched:
    """Passes an answer on with its ETag, and hands over the whole of it where it may be kept."""

    def __init__(self, send: Send, etag: str, keep: Callable[[Message], None]) -> None:
        self._send = send
        self._etag = etag
        self._keep = keep
        self._start: Message | None = None

    async def send(self, message: Message) -> None:
        """A page comes as a start and one body; what comes in pieces is a stream and is not kept."""
        if message["type"] == "http.response.start":
            self._start = message
            return
        if self._start is not None:
            start, self._start = self._start, None
            if _may_be_kept(start, message):
                self._keep({"type": _type(start), "body": message["body"]})
                MutableHeaders(scope=start).update(_headers(self._etag))
            await self._send(start)
        await self._send(message)


def _may_be_kept(start: Message, body: Message) -> bool:
    if start["status"] != 200 or body.get("more_body") or len(body.get("body", b"")) > LARGEST_KEPT:
        return False
    if not _type(start).startswith(_KEPT_TYPES):
        return False
    return not any(mark in body.get("body", b"") for mark in _OF_ONE_VISITOR)


def _type(start: Message) -> bytes:
    headers: dict[bytes, bytes] = dict(start["headers"])
    return headers.get(b"content-type", b"")


def _answered(scope: Scope, etag: str, kept: Message) -> Response:
    known = Headers(scope=scope).get("if-none-match", "")
    if etag in known:
        return Response(status_code=304, headers=_headers(etag))
    return Response(kept["body"], media_type=kept["type"].decode(), headers=_headers(etag))


def _headers(etag: str) -> dict[str, str]:
    """The browser may keep it, and asks each time whether it has changed."""
    return {"ETag": etag, "Cache-Control": "private, no-cache"}
