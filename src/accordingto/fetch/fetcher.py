"""An address -> its bytes: robots.txt heeded, one host at a time with a delay, redirects followed, patience bounded."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Final
from urllib.parse import urljoin, urlsplit

from accordingto.fetch.answers import Answer, Fetched, Manners, Unchanged
from accordingto.fetch.asking import Asker, parsed
from accordingto.fetch.robots import Robots
from accordingto.fetch.validators import Validators
from accordingto.model.errors import InputError

_REDIRECTS: Final = frozenset({301, 302, 303, 307, 308})
_BUSY: Final = frozenset({429, 503})
_USUAL_WAIT: Final = 5.0
_REASONS: Final = {
    **dict.fromkeys(_REDIRECTS, "it leads elsewhere and does not say where"),
    304: "it says that nothing has changed, though it was not asked that",
    401: "it asks for a password",
    403: "it is forbidden",
    404: "it is not there",
    410: "it is gone",
}
_SERVER_FAILED: Final = 500
"""Statuses from here on are the server's own failures."""


class Fetcher:
    """Fetches one address at a time. `sleep` waits the seconds it is given."""

    def __init__(
        self,
        manners: Manners | None = None,
        validators: Validators | None = None,
        *,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self.validators = validators
        self._manners = manners or Manners()
        self._asker = Asker(self._manners)
        self._robots = Robots(lambda address: self._followed(address, {})[1])
        self._sleep = sleep
        self._free_at: dict[str, float] = {}

    def fetch(self, address: str) -> Fetched | Unchanged:
        """What the address shows. Raises InputError with the reason where it shows nothing."""
        validators = self.validators
        known = validators.headers_for(address) if validators is not None else {}
        final, answer = self._followed(address, known, heeds_robots=True)
        if answer.status == 304 and known:
            return Unchanged(address)
        if answer.status != 200:
            raise InputError(_refused(address, answer.status))
        if validators is not None:
            validators.note(address, answer.headers)
        return Fetched(final, answer.body, answer.headers.get("content-type", ""))

    def close(self) -> None:
        """Close the connections, and write what hosts gave to ask again with."""
        self._asker.close()
        if self.validators is not None:
            self.validators.save()

    def _followed(self, address: str, headers: Mapping[str, str], *, heeds_robots: bool = False) -> tuple[str, Answer]:
        """Where redirects led, and the answer there. Raises InputError for too many."""
        here = address
        for _ in range(self._manners.redirects + 1):
            parsed(here)
            asked = self._robots.check(here) if heeds_robots else 0.0
            answer = self._patiently(here, headers, max(self._manners.delay, min(asked, self._manners.longest_wait)))
            target = answer.headers.get("location", "")
            if answer.status not in _REDIRECTS or not target:
                return here, answer
            try:
                here = urljoin(here, target)
            except ValueError:
                raise InputError(f"{address} leads to {target[:100]!r}, which is no address.") from None
        raise InputError(
            f"{address} leads from address to address, over {self._manners.redirects} times, at last to {here[:100]}, "
            "and shows no page. Open it in a browser and save what it shows."
        )

    def _patiently(self, address: str, headers: Mapping[str, str], delay: float) -> Answer:
        """The answer, after waiting as long as a busy host asks for, within bounds."""
        waited = 0.0
        for _ in range(self._manners.attempts):
            self._wait_for_turn(address)
            answer = self._asked(address, headers, delay)
            if answer.status not in _BUSY:
                return answer
            wait = wait_asked(answer.headers.get("retry-after", ""), datetime.now(UTC))
            waited += _USUAL_WAIT if wait is None else wait
            if waited > self._manners.longest_wait:
                break
            self._sleep(_USUAL_WAIT if wait is None else wait)
        asks = "" if wait is None else f" and asks to wait {wait:,.0f} seconds"
        raise InputError(f"{address} is busy (status {answer.status}){asks}. Try again later.")

    def _asked(self, address: str, headers: Mapping[str, str], delay: float) -> Answer:
        try:
            return self._asker.ask(address, headers)
        finally:
            self._free_at[urlsplit(address).netloc] = time.monotonic() + delay

    def _wait_for_turn(self, address: str) -> None:
        wait = self._free_at.get(urlsplit(address).netloc, 0.0) - time.monotonic()
        if wait > 0:
            self._sleep(wait)


def _refused(address: str, status: int) -> str:
    """Why an address that answered so shows nothing."""
    if status >= _SERVER_FAILED:
        return f"{address} cannot be fetched: its server failed (status {status}). Try again later."
    reason = _REASONS.get(status, "it was refused")
    return f"{address} cannot be fetched: {reason} (status {status}). Check the address."


def wait_asked(header: str, now: datetime) -> float | None:
    """The seconds that a Retry-After header asks for, given as such or as a moment; None where it says neither.

    >>> wait_asked("120", datetime(2024, 5, 6, tzinfo=UTC)), wait_asked("soon", datetime(2024, 5, 6, tzinfo=UTC))
    (120.0, None)
    """
    words = header.strip()
    if words.isascii() and words.isdigit() and len(words) < 10:
        return float(words)
    try:
        moment = parsedate_to_datetime(words)
    except (ValueError, TypeError, IndexError):
        return None
    moment = moment if moment.tzinfo is not None else moment.replace(tzinfo=UTC)
    return max(0.0, (moment - now).total_seconds())
