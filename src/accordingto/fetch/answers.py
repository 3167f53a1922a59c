"""What a request comes to, and how it is made."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.metadata import version
from typing import Final

AGENT_NAME: Final = "accordingto"
"""The name that robots.txt may speak to."""


@dataclass(frozen=True, slots=True)
class Manners:
    """How hosts are asked, and how much of an answer is taken. Chosen, not tuned."""

    allowed_hosts: frozenset[str] = frozenset()
    """Hosts of local and private networks that may be asked."""
    delay: float = 1.0
    """Seconds between two requests to one host; a longer one in its robots.txt goes before, up to `longest_wait`."""
    step_timeout: float = 15.0
    deadline: float = 60.0
    """Seconds for one request as a whole, however slowly it drips."""
    largest: int = 20_000_000
    """Bytes of an answer, as sent and as unpacked."""
    redirects: int = 5
    attempts: int = 3
    """How often a host is asked that says it is busy (429, 503)."""
    longest_wait: float = 60.0
    """Seconds that a busy host is waited for; one that asks for more is left alone."""

    @property
    def agent(self) -> str:
        """The User-Agent header: the program by name and version."""
        return f"{AGENT_NAME}/{version('accordingto')} (reads news reports for a sourced record of events)"


@dataclass(frozen=True, slots=True)
class Fetched:
    """An answer: the address that gave it after redirects, its bytes, and the type it was declared as."""

    address: str
    body: bytes
    content_type: str


@dataclass(frozen=True, slots=True)
class Unchanged:
    """The host says that the address shows what it showed when it was last fetched."""

    address: str


@dataclass(frozen=True, slots=True)
class Answer:
    """One response of a host, its headers by lower-case name; the body as unpacked."""

    status: int
    headers: dict[str, str]
    body: bytes
