"""Packed streams (gzip, bzip2, xz, Zstandard) -> the bytes in them, as they are asked for."""

from __future__ import annotations

import bz2
import gzip
import lzma
from io import BufferedReader
from typing import Final

import zstandard

from accordingto.ingest.bounds import Place
from accordingto.ingest.metered import Readable, buffered

MOST_MEMORY: Final = 1 << 27
"""Bytes that a packer may look back, 128 MiB: what `xz -9` and `zstd --long` ask for, and no more."""

_PIECE: Final = 1 << 16
_ZSTANDARD_PIECE: Final = 1 << 10
"""Bytes that are unpacked at once: four of them can stand for 128 KiB, so these for 32 MiB."""
_MAGIC: Final = {b"\x1f\x8b": "gzip", b"BZh": "bzip2", b"\xfd7zXZ\x00": "xz", b"\x28\xb5\x2f\xfd": "zstd"}


def find_packing(head: bytes) -> str | None:
    """How the bytes are packed, by how they begin; None where they are not.

    >>> find_packing(b"BZh91AY"), find_packing(b"Troops fired.")
    ('bzip2', None)
    """
    return next((name for magic, name in _MAGIC.items() if head.startswith(magic)), None)


def unpacked(stream: BufferedReader, packing: str, place: Place) -> BufferedReader:
    """The bytes of a packed stream, counted."""
    return buffered(_opened(stream, packing), place.label, place.meter.give)


def _opened(stream: BufferedReader, packing: str) -> Readable:
    if packing == "gzip":
        return _InPieces(gzip.GzipFile(fileobj=stream))
    if packing == "bzip2":
        return _InPieces(bz2.BZ2File(stream))
    if packing == "xz":
        return _Xz(stream)
    return _Zstandard(stream)


class _InPieces:
    """A packed file read as it is unpacked: a read for more loses what came before a cut."""

    def __init__(self, file: gzip.GzipFile | bz2.BZ2File) -> None:
        self.read = file.read1


class _Zstandard:
    """A Zstandard stream that tells where it was cut off, as the library's own reader does not."""

    def __init__(self, stream: BufferedReader) -> None:
        self._stream = stream
        self._decompressor = zstandard.ZstdDecompressor(max_window_size=MOST_MEMORY)
        self._frame: zstandard.ZstdDecompressionObj | None = None
        self._packed = b""
        self._found = memoryview(b"")

    def read(self, count: int, /) -> bytes:
        """At most so many bytes. Raises EOFError where the stream was cut off."""
        while not self._found:
            packed = self._packed or self._stream.read(_ZSTANDARD_PIECE)
            if not packed and self._frame is not None:
                raise EOFError
            if not packed:
                return b""
            self._take(packed)
        given, self._found = bytes(self._found[:count]), self._found[count:]
        return given

    def _take(self, packed: bytes) -> None:
        """Unpack as much as lies in one frame, and keep the rest."""
        frame = self._frame or self._decompressor.decompressobj()
        self._found = memoryview(frame.decompress(packed))
        self._packed = frame.unused_data
        self._frame = None if frame.eof else frame


class _Xz:
    """An xz stream that is bounded in memory, as the library's own file is not."""

    def __init__(self, stream: BufferedReader) -> None:
        self._stream = stream
        self._decompressor: lzma.LZMADecompressor | None = None

    def read(self, count: int, /) -> bytes:
        """At most so many bytes. Raises EOFError where the stream was cut off."""
        while True:
            if (self._decompressor is None or self._decompressor.eof) and not self._begin():
                return b""
            assert self._decompressor is not None
            packed = self._stream.read(_PIECE) if self._decompressor.needs_input else b""
            if self._decompressor.needs_input and not packed:
                raise EOFError
            found = self._decompressor.decompress(packed, count)
            if found:
                return found

    def _begin(self) -> bool:
        """Begin the next stream of the file; False where there is none."""
        rest = self._decompressor.unused_data if self._decompressor is not None else b""
        packed = (rest or self._stream.read(_PIECE)).lstrip(b"\x00")
        if not packed:
            return False
        self._decompressor = lzma.LZMADecompressor(memlimit=MOST_MEMORY)
        self._decompressor.decompress(packed, 0)  # taken in; nothing is given out yet
        return True
