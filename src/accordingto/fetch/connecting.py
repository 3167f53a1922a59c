"""Connections that go only where they may: a name is resolved once, every address checked, and that one connected to.

Nothing is looked up again between the check and the connection, so a name cannot change its address in between.
"""

from __future__ import annotations

import socket
import time
from collections.abc import Iterable
from queue import Empty, SimpleQueue
from ssl import SSLContext
from threading import Thread
from typing import Any, Final

import httpcore

from accordingto.fetch.addresses import is_public
from accordingto.model.errors import InputError

Resolved = list[str] | OSError | UnicodeError

_LOOK_UP: Final = 10.0
"""Seconds for the resolver."""


class Deadline:
    """The moment by which a request must be done, whatever drips in. It is set anew for each request."""

    def __init__(self) -> None:
        self._end = 0.0

    def set(self, seconds: float) -> None:
        """So many seconds from now."""
        self._end = time.monotonic() + seconds

    def left(self, timeout: float | None) -> float:
        """The seconds that one step may take. Raises httpcore's ReadTimeout where none are left."""
        left = self._end - time.monotonic()
        if left <= 0:
            raise httpcore.ReadTimeout("the time for the whole request is over")
        return left if timeout is None else min(left, timeout)


class CheckedBackend(httpcore.NetworkBackend):
    """Connects to public addresses, and to hosts allowed by name; every step is bounded by the deadline."""

    def __init__(self, allowed: frozenset[str], deadline: Deadline) -> None:
        self._allowed = allowed
        self._deadline = deadline
        self._sockets = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,  # httpcore's own union of tuples
    ) -> httpcore.NetworkStream:
        """A connection to the first address that answers. Raises InputError where the host may not be asked."""
        addresses = resolve(host, port, self._deadline.left(_LOOK_UP))
        private = [each for each in addresses if not is_public(each)]
        if private and host.lower().strip("[]") not in self._allowed:
            raise InputError(
                f"{host} is a machine of a local or private network ({private[0]}) and is not asked. "
                f"If you mean it, allow it by name: --allow-host {host}"
            )
        error: Exception = httpcore.ConnectError(f"{host} has no address")
        for address in addresses[:4]:
            try:
                left = self._deadline.left(timeout)
                stream = self._sockets.connect_tcp(address, port, left, local_address, socket_options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as failed:
                error = failed
                continue
            return _Bounded(stream, self._deadline)
        raise error


class _Bounded(httpcore.NetworkStream):
    """A connection whose every step ends at the deadline."""

    def __init__(self, stream: httpcore.NetworkStream, deadline: Deadline) -> None:
        self._stream = stream
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, self._deadline.left(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, self._deadline.left(timeout))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self, ssl_context: SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        left = self._deadline.left(timeout)
        return _Bounded(self._stream.start_tls(ssl_context, server_hostname, left), self._deadline)

    def get_extra_info(self, info: str) -> Any:  # whatever httpcore asks of its own streams
        return self._stream.get_extra_info(info)


def resolve(host: str, port: int, timeout: float) -> list[str]:
    """The addresses of a host, in the order of the resolver. Raises InputError where there are none in time."""
    box: SimpleQueue[Resolved] = SimpleQueue()
    Thread(target=_look_up, args=(host.strip("[]"), port, box), daemon=True).start()
    try:
        found = box.get(timeout=timeout)
    except Empty:
        raise InputError(f"{host} could not be looked up in {timeout:.0f} seconds. Check the connection.") from None
    if isinstance(found, (OSError, UnicodeError)):
        raise InputError(f"{host} could not be looked up: {found}. Check the name and the connection.")
    return found


def _look_up(host: str, port: int, box: SimpleQueue[Resolved]) -> None:
    try:
        rows = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        box.put(list(dict.fromkeys(str(row[4][0]) for row in rows)))
    except (OSError, UnicodeError) as error:
        box.put(error)
