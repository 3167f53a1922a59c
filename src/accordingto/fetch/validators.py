"""What hosts gave to ask again with: ETag and Last-Modified by address, kept in a small file."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Final

Kept = dict[str, dict[str, str]]

_SENT_AS: Final = {"etag": "If-None-Match", "last-modified": "If-Modified-Since"}


class Validators:
    """Headers to ask with, by address. With no file, nothing is kept beyond this run."""

    def __init__(self, file: Path | None = None) -> None:
        self._file = file
        self._kept = _loaded(file) if file is not None else {}

    def headers_for(self, address: str) -> dict[str, str]:
        """What makes a host answer "not modified"; nothing where the address is new."""
        kept = self._kept.get(address, {})
        return {_SENT_AS[name]: value for name, value in kept.items() if name in _SENT_AS}

    def note(self, address: str, headers: dict[str, str]) -> None:
        """Keep what the host gave with its answer."""
        found = {name: headers[name] for name in _SENT_AS if name in headers and len(headers[name]) < 1000}
        if found:
            self._kept[address] = found
        else:
            self._kept.pop(address, None)

    def forget(self, address: str) -> None:
        """Ask for the whole of it next time."""
        self._kept.pop(address, None)

    def save(self) -> None:
        """Write the file, whole or not at all."""
        if self._file is not None and (self._kept or self._file.exists()):
            save_json(self._file, self._kept)


def save_json(file: Path, value: object) -> None:
    """Write the value as JSON, whole or not at all: a kill in the middle leaves the old file."""
    unfinished = file.with_name(f"{file.name}.{os.getpid()}.part")
    unfinished.write_text(json.dumps(value, ensure_ascii=True, indent=1), encoding="utf-8")
    unfinished.replace(file)


def _loaded(file: Path) -> Kept:
    """What the file keeps; nothing where it is not there or damaged, which costs one more fetch."""
    try:
        value = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    rows = value.items() if isinstance(value, dict) else ()
    return {
        address: {name: each for name, each in row.items() if isinstance(each, str) and "\n" not in each}
        for address, row in rows
        if isinstance(row, dict)
    }
