"""HEAD answered as GET is, without the body: what link checkers and download tools ask first."""

from __future__ import annotations

from starlette.types import ASGIApp, Message, Receive, Scope, Send


class HeadAsGet:
    """ASGI middleware: gives a HEAD request to the page as GET and keeps the body back."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http" or scope["method"] != "HEAD":
            await self._app(scope, receive, send)
            return
        headers = _HeadersOnly(send)
        await self._app({**scope, "method": "GET"}, headers.receive_after(receive), headers.send)


class _HeadersOnly:
    """Sends the start of an answer and an empty body; a stream is then told that nobody listens."""

    def __init__(self, send: Send) -> None:
        self._send = send
        self._is_done = False

    async def send(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            await self._send(message)
        elif not self._is_done:
            self._is_done = True
            await self._send({"type": "http.response.body", "body": b"", "more_body": False})

    def receive_after(self, receive: Receive) -> Receive:
        async def next_message() -> Message:
            return {"type": "http.disconnect"} if self._is_done else await receive()

        return next_message
