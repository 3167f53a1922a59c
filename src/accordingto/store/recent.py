"""Claims that this process has lately read from the store, so that a report's neighbours are not read for each report.

What a claim says depends on its id and on the reading that its row was written from; both are asked of the store each
time, so another process may add, read again and correct meanwhile. Corrections are laid over afterwards.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable
from threading import Lock
from typing import Final

from accordingto.model.reported import ReportedClaim

MOST_RECENT: Final = 4096
"""Claims kept: about 12 MB, the reports of ten days of a feed of a hundred a day."""

Version = tuple[str, int]
"""The id of a claim, and the number of the reading that holds it."""


class RecentClaims:
    """Claims as read, those asked for last; may be used by many threads."""

    def __init__(self, most: int = MOST_RECENT) -> None:
        self._most = most
        self._kept: OrderedDict[Version, ReportedClaim] = OrderedDict()
        self._lock = Lock()

    def known(self, versions: Iterable[Version]) -> dict[str, ReportedClaim]:
        """Those of the claims that are kept, by id."""
        found: dict[str, ReportedClaim] = {}
        with self._lock:
            for version in versions:
                claim = self._kept.get(version)
                if claim is not None:
                    self._kept.move_to_end(version)
                    found[version[0]] = claim
        return found

    def keep(self, claims: Iterable[tuple[Version, ReportedClaim]]) -> None:
        """Keep the claims, and let go of those not asked for the longest."""
        with self._lock:
            self._kept.update(claims)
            while len(self._kept) > self._most:
                self._kept.popitem(last=False)

    def clear(self) -> None:
        """Let go of all: numbers of readings that were taken back, or out, are given again."""
        with self._lock:
            self._kept.clear()
