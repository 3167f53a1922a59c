"""What a person types for a slot of a claim -> the value that is laid over it."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from accordingto.model.claim import Factuality
from accordingto.model.codebook import load_codebook
from accordingto.model.errors import InputError
from accordingto.model.incident import Slot

_COUNT = re.compile(r"(\d+)(?:\s*(?:-|–|to)\s*(\d+))?\s+([a-z]+)", re.IGNORECASE)
_DAYS = re.compile(r"(\d{4}-\d\d-\d\d)(?:/(\d{4}-\d\d-\d\d))?")


def parse_value(slot: Slot, words: str) -> Any:  # of JSON; which type depends on the slot
    """The value, as decisions keep it. Raises InputError that says how to write it.

    >>> parse_value(Slot.HOW_MANY, "10-12 killed")
    [{'kind': 'killed', 'low': 10, 'high': 12}]
    >>> parse_value(Slot.WHEN, "2024-05-13")
    {'start': '2024-05-13', 'end': '2024-05-13', 'precision': 'day'}
    """
    return _PARSERS[slot](words.strip())


def _factuality(words: str) -> str:
    if words not in set(Factuality):
        raise InputError(f"{words!r} is no factuality. Give one of: {', '.join(Factuality)}.")
    return words


def _code(words: str) -> dict[str, str | None]:
    type_, _, mode = words.partition(":")
    known = {name: set(each.modes) for name, each in load_codebook().types.items()}
    if type_.upper() not in known:
        raise InputError(f"{type_!r} is no event type. Give one of: {', '.join(sorted(known))}.")
    modes = known[type_.upper()]
    if mode and mode.lower() not in modes:
        raise InputError(f"{mode!r} is no mode of {type_.upper()}. Modes: {', '.join(sorted(modes)) or 'none'}.")
    return {"type": type_.upper(), "mode": mode.lower() or None}


def _parties(words: str) -> list[dict[str, Any]]:
    names = [name.strip() for name in words.split(";") if name.strip()]
    return [{"name": name, "kind": None, "country": None, "sectors": []} for name in names]


def _days(words: str) -> dict[str, str]:
    found = _DAYS.fullmatch(words)
    try:
        start, end = (date.fromisoformat(day) for day in (found[1], found[2] or found[1])) if found else (None, None)
    except ValueError:
        start = end = None
    if start is None or end is None or end < start:
        raise InputError(f"{words!r} is no day. Write 2024-05-13, or 2024-05-13/2024-05-15 for first and last day.")
    return {"start": str(start), "end": str(end), "precision": "day" if start == end else "period"}


def _place(words: str) -> dict[str, str | None]:
    if not words:
        raise InputError("Give the name of a place.")
    return {"name": words, "country": None}


def _counts(words: str) -> list[dict[str, Any]]:
    found = [_COUNT.fullmatch(piece.strip()) for piece in words.split(",")]
    if not all(found):
        raise InputError(f"{words!r} is no count. Write 12 killed, or 10-12 killed, 3 injured.")
    told = [match for match in found if match]
    return [{"kind": each[3].lower(), "low": int(each[1]), "high": int(each[2] or each[1])} for each in told]


_PARSERS = {
    Slot.WHETHER: _factuality,
    Slot.WHAT: _code,
    Slot.WHO: _parties,
    Slot.TO_WHOM: _parties,
    Slot.WHEN: _days,
    Slot.WHERE: _place,
    Slot.HOW_MANY: _counts,
}
