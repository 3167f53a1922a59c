"""What hosts ask of programs in their robots.txt (RFC 9309), fetched once a host."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urljoin, urlsplit

from protego import Protego

from accordingto.fetch.answers import AGENT_NAME, Answer
from accordingto.model.errors import InputError

LARGEST = 512_000
"""Bytes of a robots.txt that are heeded; the RFC asks for 500 KiB at least."""


class Robots:
    """The rules of the hosts asked so far. `ask` fetches one robots.txt, redirects followed."""

    def __init__(self, ask: Callable[[str], Answer]) -> None:
        self._ask = ask
        self._rules: dict[str, Protego] = {}

    def check(self, address: str) -> float:
        """The delay that the host asks for, in seconds, 0 for none. Raises InputError where it wants no visit."""
        parts = urlsplit(address)
        site = f"{parts.scheme}://{parts.netloc}".lower()
        if site not in self._rules:
            self._rules[site] = self._fetched(urljoin(site, "/robots.txt"))
        rules = self._rules[site]
        if not rules.can_fetch(address, AGENT_NAME):
            raise InputError(
                f"{address} is not fetched: {site}/robots.txt asks programs to stay away. "
                "Open it in a browser, save it and give the file."
            )
        return float(rules.crawl_delay(AGENT_NAME) or 0.0)

    def _fetched(self, address: str) -> Protego:
        """The rules; none where the host has no such file, and all closed where it cannot be told (RFC 9309, 2.3.1)."""
        answer = self._ask(address)
        if answer.status >= 500 or answer.status == 429:
            raise InputError(f"{address} cannot be had ({answer.status}), so its site is left alone. Try again later.")
        words = answer.body[:LARGEST].decode("utf-8", errors="replace") if answer.status == 200 else ""
        return Protego.parse(words)
