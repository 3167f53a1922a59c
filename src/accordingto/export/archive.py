"""Several files as one stream: a ZIP archive whose bytes depend on its contents alone."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_FIRST_DAY = (1980, 1, 1, 0, 0, 0)
"""The date of every member: the first that a ZIP archive can hold."""
_READABLE_FILE = 0o644 << 16
_UNIX = 3
_LEVEL = 6

Member = tuple[str, Iterable[bytes]]
"""A file: its name in the archive, and its bytes in pieces."""


class _Outbox(io.RawIOBase):
    """A file that cannot be sought in, and hands out what was written to it."""

    def __init__(self) -> None:
        self._pieces: list[bytes] = []

    def writable(self) -> bool:
        return True

    def write(self, data: object) -> int:
        piece = bytes(data)  # type: ignore[call-overload]  # a buffer
        self._pieces.append(piece)
        return len(piece)

    def taken(self) -> bytes:
        """What was written since it was last asked."""
        found = b"".join(self._pieces)
        self._pieces.clear()
        return found


def zipped(members: Iterable[Member]) -> Iterator[bytes]:
    """The members, in their order, as a ZIP archive in pieces; one member after the other is gone through."""
    out = _Outbox()
    with ZipFile(out, "w", ZIP_DEFLATED, compresslevel=_LEVEL) as archive:
        for name, pieces in members:
            info = ZipInfo(name, _FIRST_DAY)
            info.compress_type, info.create_system, info.external_attr = ZIP_DEFLATED, _UNIX, _READABLE_FILE
            with archive.open(info, "w", force_zip64=True) as member:
                for piece in pieces:
                    member.write(piece)
                    if taken := out.taken():
                        yield taken
            yield out.taken()
    yield out.taken()
