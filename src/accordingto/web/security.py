"""The door of the reading room: who may ask, under which name, how much at once, and what the browser may do."""

from __future__ import annotations

import hmac
import ipaddress
from http.cookies import CookieError, SimpleCookie
from secrets import token_urlsafe
from typing import Final
from urllib.parse import parse_qsl, quote, urlencode

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from accordingto.web.settings import Settings

POLICY: Final = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
    )
)
HEADERS: Final = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",  # with no-referrer, browsers send the Origin of forms as null
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
LONGEST_VALUE: Final = 500
LONGEST_QUERY: Final = 8_000
LONGEST_PATH: Final = 1_000
LARGEST_BODY: Final = 64_000
_ENTRY, _VISITOR = "accordingto_entry", "accordingto_visitor"
_SAFE_METHODS = frozenset({"GET", "HEAD"})


class Door:
    """ASGI middleware: lets in what may come in, and puts the headers on everything that goes out."""

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self._app = app
        self._settings = settings

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        cookies = _cookies(Headers(scope=scope).get("cookie", ""))
        visitor = cookies.get(_VISITOR)
        scope["visitor"] = visitor or token_urlsafe(16)

        async def send_on(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.update(HEADERS)
                if visitor is None:
                    headers.append("Set-Cookie", _cookie(_VISITOR, scope["visitor"]))
            await send(message)

        refusal = refused(scope, self._settings, cookies.get(_ENTRY))
        if refusal is not None:
            await refusal(scope, receive, send_on)
            return
        await self._app(scope, _bounded(receive), send_on)


def refused(scope: Scope, settings: Settings, entry: str | None) -> Response | None:
    """The answer to a request that may not come in, or None."""
    headers = Headers(scope=scope)
    if not is_safe_host(headers.get("host", ""), settings.names):
        return PlainTextResponse("This reading room does not answer to that name.\n", 421)
    if len(scope["raw_path"]) > LONGEST_PATH or not _is_bounded(scope["query_string"]):
        return PlainTextResponse("The address is too long.\n", 414)
    if not _is_small(headers.get("content-length", "0")):
        return PlainTextResponse("That is too much at once.\n", 413)
    if scope["method"] not in _SAFE_METHODS and not _is_same_site(headers):
        return PlainTextResponse("That was not sent from a page of the reading room.\n", 403)
    return _asked_for_token(scope, settings, entry) if settings.token is not None else None


def is_safe_host(host: str, names: tuple[str, ...] = ()) -> bool:
    """True for an address or a known name: a page elsewhere can point a name of its own at us, never an address.

    >>> is_safe_host("127.0.0.1:8642"), is_safe_host("[::1]"), is_safe_host("localhost"), is_safe_host("evil.example")
    (True, True, True, False)
    """
    name = host.rpartition("]")[0].lstrip("[") if host.startswith("[") else host.partition(":")[0]
    if name.lower() in {"localhost", *map(str.lower, names)}:
        return True
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True


def entry_of(settings: Settings) -> str:
    """What the cookie of someone who has shown the token holds."""
    return hmac.new(settings.secret, f"entry {settings.token}".encode(), "sha256").hexdigest()


def _asked_for_token(scope: Scope, settings: Settings, entry: str | None) -> Response | None:
    if entry is not None and hmac.compare_digest(entry.encode(errors="replace"), entry_of(settings).encode()):
        return None
    query = parse_qsl(scope["query_string"].decode("latin-1"))
    given = dict(query).get("token", "")
    if not hmac.compare_digest(given.encode(errors="replace"), str(settings.token).encode()):
        return PlainTextResponse("Open the address that `accordingto serve` printed: it holds the token.\n", 401)
    rest = urlencode([(name, value) for name, value in query if name != "token"])
    where = "/" + quote(scope["path"].lstrip("/")) + (f"?{rest}" if rest else "")
    answer = RedirectResponse(where, 303)
    answer.headers.append("Set-Cookie", _cookie(_ENTRY, entry_of(settings)))
    return answer


def _bounded(receive: Receive) -> Receive:
    """The body, cut off where it is larger than it may be, whatever its length was said to be."""
    taken = 0

    async def receive_some() -> Message:
        nonlocal taken
        message = await receive()
        taken += len(message.get("body", b""))
        return {"type": "http.disconnect"} if taken > LARGEST_BODY else message

    return receive_some


def _is_bounded(query: bytes) -> bool:
    if len(query) > LONGEST_QUERY:
        return False
    return all(len(value) <= LONGEST_VALUE for _, value in parse_qsl(query.decode("latin-1")))


def _is_small(length: str) -> bool:
    return length.isascii() and length.isdigit() and int(length[:20]) <= LARGEST_BODY


def _is_same_site(headers: Headers) -> bool:
    """True unless the browser says that the form comes from elsewhere."""
    if headers.get("sec-fetch-site", "same-origin") not in {"same-origin", "none"}:
        return False
    origin = headers.get("origin")
    return origin is None or origin.partition("://")[2] == headers.get("host", "")


def _cookies(header: str) -> dict[str, str]:
    try:
        return {name: morsel.value for name, morsel in SimpleCookie(header).items()}
    except CookieError:
        return {}


def _cookie(name: str, value: str) -> str:
    return f"{name}={value}; Path=/; HttpOnly; SameSite=Strict"
