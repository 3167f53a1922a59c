"""Zip and tar archives -> their files, one after another as streams. Names are labels: nothing is ever written."""

from __future__ import annotations

import os
import struct
import tarfile
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from io import BufferedReader
from typing import BinaryIO, Final, cast

from accordingto.ingest.bounds import Place
from accordingto.ingest.metered import buffered
from accordingto.model.errors import InputError

LARGEST_DIRECTORY: Final = 200_000_000
"""Bytes of a zip's list of files, which is held in memory: some two million names."""

_END: Final = b"PK\x05\x06"
_END_LENGTH: Final = 22
_LONGEST_COMMENT: Final = 65_535
_METHODS: Final = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2})
_DOCUMENTS: Final = {"[Content_Types].xml": "an Office document", "mimetype": "an e-book or OpenDocument file"}


@dataclass(frozen=True, slots=True)
class Entry:
    """A file of an archive: its name there, and its bytes, or why they cannot be had."""

    name: str
    stream: BufferedReader | None
    place: Place
    problem: str | None = None


def is_tar(head: bytes) -> bool:
    """True for the first bytes of a tar archive, of either make."""
    return head[257:262] == b"ustar"


def zip_entries(file: BinaryIO, place: Place) -> Iterator[Entry]:
    """The files of a zip, in its order; of a WACZ only those in `archive/`. Raises InputError where it is damaged."""
    _check_directory(file, place.label)
    try:
        archive = zipfile.ZipFile(file)
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, struct.error) as error:
        raise InputError(f"{place.label} is damaged: {error}. Get it again.") from None
    with archive:
        names = {info.filename for info in archive.infolist()}
        document = next((kind for name, kind in _DOCUMENTS.items() if name in names), None)
        if document is not None:
            raise InputError(f"{place.label} is no archive of pages: found {document}. Give plain text or HTML.")
        is_wacz = "datapackage.json" in names and any(name.startswith("archive/") for name in names)
        for info in archive.infolist():
            if not _is_passed_over(info.filename) and (not is_wacz or info.filename.startswith("archive/")):
                yield _zip_entry(archive, info, place)


def tar_entries(stream: BufferedReader, place: Place) -> Iterator[Entry]:
    """The plain files of a tar, read once from front to back. Raises InputError where it is damaged."""
    try:
        with tarfile.open(fileobj=stream, mode="r|", errorlevel=0) as archive:
            for member in archive:
                file = archive.extractfile(member) if member.isfile() else None
                if file is not None and not _is_passed_over(member.name):
                    inner = place.within(member.name)
                    yield Entry(member.name, buffered(file, inner.label, inner.meter.give), inner)
                archive.members = []  # type: ignore[attr-defined]  # not in its stubs; a list of all that was seen: it would grow with the archive
    except (tarfile.TarError, EOFError, OSError, ValueError, RecursionError) as error:
        raise InputError(f"{place.label} is damaged: {error}. Get it again.") from None


def _zip_entry(archive: zipfile.ZipFile, info: zipfile.ZipInfo, place: Place) -> Entry:
    inner = place.within(info.filename)
    if info.flag_bits & 1:
        return Entry(info.filename, None, inner, f"{inner.label} is locked with a password. Unpack it yourself.")
    if info.compress_type not in _METHODS:
        problem = f"{inner.label} is packed by method {info.compress_type}, which is not read. Unpack it yourself."
        return Entry(info.filename, None, inner, problem)
    try:
        file = archive.open(info)
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, RuntimeError, struct.error) as error:
        return Entry(info.filename, None, inner, f"{inner.label} is damaged: {error}. Get it again.")
    return Entry(info.filename, buffered(file, inner.label, inner.meter.give), inner)


def _is_passed_over(name: str) -> bool:
    """True for folders, hidden files and what some systems put beside files.

    >>> _is_passed_over("pages/"), _is_passed_over("pages/.git/a.html"), _is_passed_over("../pages/a.html")
    (True, True, False)
    """
    steps = name.replace("\\", "/").split("/")
    return steps[-1] == "" or steps[0] == "__MACOSX" or any(step.startswith(".") and step.strip(".") for step in steps)


def _check_directory(file: BinaryIO, label: str) -> None:
    """Raise InputError where the zip's list of files is larger than may be held, before it is read."""
    size = file.seek(0, os.SEEK_END)
    file.seek(max(0, size - _END_LENGTH - _LONGEST_COMMENT))
    tail = file.read(_END_LENGTH + _LONGEST_COMMENT)
    file.seek(0)
    start = tail.rfind(_END)
    if start < 0 or len(tail) - start < _END_LENGTH:
        raise InputError(f"{label} is damaged: its list of files is missing, as after a broken download. Get it again.")
    directory = cast(int, struct.unpack_from("<L", tail, start + 12)[0])
    if min(directory, size) > LARGEST_DIRECTORY:
        raise InputError(f"{label} lists too many files: {directory:,} bytes of names. Split it.")
