"""A JSON document around a list too long to hold: its head, the items one a line, its tail."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from accordingto.export.text import json_text


def json_list(head: str, items: Iterable[Any], tail: str) -> Iterator[bytes]:  # any JSON values
    """The document in pieces.

    >>> b"".join(json_list("[", [1, 2], "]"))
    b'[\\n1,\\n2\\n]\\n'
    """
    yield f"{head}\n".encode()
    separator = ""
    for item in items:
        yield f"{separator}{json_text(item)}".encode()
        separator = ",\n"
    yield f"\n{tail}\n".encode()
