"""Streams of bytes that are counted, and whose damage is told as an InputError; nothing is held but one buffer."""

from __future__ import annotations

import io
import lzma
import tarfile
import zipfile
import zlib
from collections.abc import Callable
from typing import TYPE_CHECKING, Final, Protocol

import zstandard

from accordingto.model.errors import InputError

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

BUFFER: Final = 1 << 18
"""Bytes read at a time, and seen before it is decided what they are."""


_DAMAGE: Final = (
    OSError,
    ValueError,
    zlib.error,
    lzma.LZMAError,
    zstandard.ZstdError,
    zipfile.BadZipFile,
    tarfile.TarError,
)
"""What the libraries raise on bytes that are not what they should be; the last two were found by mutating archives."""


class Readable(Protocol):
    """Anything that bytes can be read from."""

    def read(self, count: int, /) -> bytes:
        """At most so many bytes; none at the end."""
        ...


class Metered(io.RawIOBase):
    """The bytes of a stream, each read told to `count`; a damaged stream gives what came before the damage."""

    def __init__(self, stream: Readable, label: str, count: Callable[[int], None]) -> None:
        super().__init__()
        self._stream = stream
        self._label = label
        self._count = count
        self._error: InputError | None = None

    def readable(self) -> bool:
        """True, always."""
        return True

    def readinto(self, buffer: WriteableBuffer, /) -> int:
        """How many bytes were put into the buffer: as many as there are. Raises InputError at the damage."""
        view = memoryview(buffer).cast("B")
        filled = 0
        while filled < len(view) and self._error is None and (piece := self._piece(len(view) - filled)):
            view[filled : filled + len(piece)] = piece
            filled += len(piece)
            self._count(len(piece))
        if self._error is not None and not filled:
            raise self._error
        return filled

    def _piece(self, count: int) -> bytes:
        try:
            return self._stream.read(count)
        except InputError as error:
            self._error = error
        except EOFError:
            self._error = InputError(f"{self._label} ends in the middle: it was cut off. Get it again.")
        except MemoryError:
            self._error = InputError(f"{self._label} needs more memory to unpack than is allowed. Unpack it yourself.")
        except _DAMAGE as error:
            self._error = InputError(f"{self._label} is damaged: {error}. Get it again.")
        return b""


def buffered(stream: Readable, label: str, count: Callable[[int], None]) -> io.BufferedReader:
    """The stream, counted, with a buffer that can be looked into before it is read."""
    return io.BufferedReader(Metered(stream, label, count), BUFFER)
