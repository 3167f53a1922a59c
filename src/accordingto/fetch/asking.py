"""One request, one answer, bounded in bytes and in time; what goes wrong is an InputError that says so."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Protocol
from urllib.parse import urlsplit

import httpcore
import httpx

from accordingto.fetch.answers import Answer, Manners
from accordingto.fetch.connecting import CheckedBackend, Deadline
from accordingto.model.errors import InputError


class _Inflater(Protocol):
    """What zlib gives to unpack with."""

    def decompress(self, data: bytes, max_length: int, /) -> bytes: ...


class Asker:
    """Holds the connections, and asks."""

    def __init__(self, manners: Manners) -> None:
        self._manners = manners
        self._deadline = Deadline()
        backend = CheckedBackend(manners.allowed_hosts, self._deadline)
        self._pool = httpcore.ConnectionPool(network_backend=backend, max_connections=2, keepalive_expiry=5.0)

    def close(self) -> None:
        """Close the connections."""
        self._pool.close()

    def ask(self, address: str, headers: Mapping[str, str]) -> Answer:
        """The answer to a GET of the address; redirects are answers too. Raises InputError."""
        url = parsed(address)
        self._deadline.set(self._manners.deadline)
        step = self._manners.step_timeout
        sent = {
            "Host": url.netloc.decode("ascii"),
            "User-Agent": self._manners.agent,
            "Accept": "text/html, application/xhtml+xml, text/plain, application/xml;q=0.9, */*;q=0.5",
            "Accept-Encoding": "gzip, deflate",
            **headers,
        }
        target = httpcore.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path)
        bounds = {"timeout": {"connect": step, "read": step, "write": step, "pool": step}}
        try:
            with self._pool.stream("GET", target, headers=list(sent.items()), extensions=bounds) as response:
                found = {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in response.headers}
                packing = found.get("content-encoding", "").strip().lower()
                body = bounded(response.iter_stream(), packing, self._manners.largest, address)
                return Answer(response.status, found, body)
        except httpcore.TimeoutException as error:
            raise InputError(f"{address} is too slow: {error or 'no answer in time'}. Try again later.") from None
        except (httpcore.NetworkError, httpcore.UnsupportedProtocol) as error:
            raise InputError(f"{address} cannot be reached: {error}. Check the address and the connection.") from None
        except httpcore.ProtocolError as error:
            raise InputError(f"{address} sent a broken answer: {str(error).rstrip('.')}. Try again later.") from None


def parsed(address: str) -> httpx.URL:
    """The address in its parts. Raises InputError where it is none of the web."""
    try:
        url = httpx.URL(address)
        has_login = bool(urlsplit(address).username)
    except (httpx.InvalidURL, ValueError, UnicodeError) as error:
        raise InputError(f"{address} is no address: {error}. Write https://host/path.") from None
    if url.scheme not in {"http", "https"} or not url.host:
        raise InputError(f"{address} is no address of the web. Write https://host/path.")
    if has_login:
        raise InputError(f"{url.host} has a name or password in its address, which is not sent. Leave it out.")
    return url


def bounded(pieces: Iterator[bytes], packing: str, largest: int, address: str) -> bytes:
    """The body unpacked. Raises InputError beyond `largest` bytes, never holding more, or where it is damaged."""
    unpack = _unpacker(packing, largest, address)
    body = bytearray()
    for piece in pieces:
        try:
            body += unpack(piece)
        except zlib.error as error:
            raise InputError(f"{address} sent a broken answer: {packing} says {error}. Try again later.") from None
        if len(body) > largest:
            raise InputError(f"{address} is too large: more than {largest:,} bytes. Save it and give the file.")
    return bytes(body)


def _unpacker(packing: str, largest: int, address: str) -> Callable[[bytes], bytes]:
    """A function from pieces as sent to pieces unpacked, each at most one byte beyond the bound."""
    if packing in {"", "identity", "none"}:
        return bytes
    if packing in {"gzip", "x-gzip"}:
        return partial(_inflate, zlib.decompressobj(31), largest + 1)
    if packing == "deflate":
        return partial(_inflate_either, [], largest + 1)
    raise InputError(f"{address} is packed as {packing[:30]!r}, which was not asked for. Save it and give the file.")


def _inflate(decompressor: _Inflater, most: int, piece: bytes) -> bytes:
    return decompressor.decompress(piece, most)


def _inflate_either(found: list[_Inflater], most: int, piece: bytes) -> bytes:
    """Deflate as it should be sent, with a head, or as some servers do, without: told from the first byte."""
    if not found and piece:
        found.append(zlib.decompressobj(15 if piece[0] & 15 == 8 else -15))
    return found[0].decompress(piece, most) if found else b""
