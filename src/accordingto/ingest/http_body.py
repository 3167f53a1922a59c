"""The bytes that an HTTP answer stands for: taken out of chunks, and unpacked within a bound."""

from __future__ import annotations

import re
import zlib
from typing import Final

import zstandard

from accordingto.model.errors import InputError

_CHUNK: Final = re.compile(rb"([0-9A-Fa-f]{1,8})[^\r\n]{0,200}\r?\n")
_NONE: Final = frozenset({"", "identity", "none"})
_WINDOW: Final = 1 << 27


def unchunked(block: bytes) -> bytes:
    """The bytes of a body sent in chunks; one that holds no chunks, as archives have them, is given back.

    >>> unchunked(b"6\\r\\nTroops\\r\\n7\\r\\n fired.\\r\\n0\\r\\n\\r\\n")
    b'Troops fired.'
    """
    pieces: list[bytes] = []
    start = 0
    while found := _CHUNK.match(block, start):
        size = int(found[1], 16)
        if size == 0:
            return b"".join(pieces)
        pieces.append(block[found.end() : found.end() + size])
        start = found.end() + size
        start += 2 if block[start : start + 2] == b"\r\n" else block[start : start + 1] == b"\n"
    return b"".join(pieces) if pieces and start >= len(block) else block


def unencoded(block: bytes, encoding: str, name: str, most: int) -> bytes:
    """The body unpacked as its header says. Raises InputError for more than `most` bytes or unknown packings.

    A body that does not begin as it is declared to is taken as it is: archives often keep the header alone.
    """
    for packing in reversed([word.strip().lower() for word in encoding.split(",")]):
        if packing in _NONE:
            continue
        try:
            block = _unpacked(block, packing, most, name)
        except (zlib.error, zstandard.ZstdError) as error:
            raise InputError(f"{name} is damaged: {packing} says {error}. Get it again.") from None
        if len(block) > most:
            raise InputError(f"{name} unpacks to more than {most:,} bytes, the most that one page may have.")
    return block


def _unpacked(block: bytes, packing: str, most: int, name: str) -> bytes:
    if packing in {"gzip", "x-gzip"}:
        return _inflated(block, most, 31) if block.startswith(b"\x1f\x8b") else block
    if packing == "deflate":
        is_raw = len(block) < 2 or (block[0] & 15) != 8 or int.from_bytes(block[:2]) % 31 != 0
        return _inflated(block, most, -15 if is_raw else 15)
    if packing == "zstd" and block.startswith(b"\x28\xb5\x2f\xfd"):
        reader = zstandard.ZstdDecompressor(max_window_size=_WINDOW).stream_reader(block, read_across_frames=True)
        return reader.read(most + 1)
    if packing == "zstd":
        return block
    raise InputError(f"{name} is packed as {packing[:30]!r}. Packings: gzip, deflate, zstd.")


def _inflated(block: bytes, most: int, window: int) -> bytes:
    return zlib.decompressobj(window).decompress(block, most + 1)
