"""Words of a text -> one class character each, so that the grammar of times is patterns over classes.

A sentence becomes a string with one character a token; a match in that string is a stretch of tokens. Every
pattern is then short, linear and free of spelling.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from accordingto.model.resources import load_toml

CLASSES = {
    "month": "M",
    "ambiguous_month": "A",
    "weekday": "W",
    "unit": "U",
    "quarter": "Q",
    "small_unit": "u",
    "number": "q",
    "vague": "v",
    "recent": "r",
    "more": "m",
    "ordinal": "o",
    "shift": "R",
    "deictic": "T",
    "part": "P",
    "edge": "E",
    "side": "e",
    "direction": "g",
    "season": "S",
}
"""The class character of each group of data/times.toml; `second`, in two groups, is an ordinal."""

_WORD_CLASSES = {
    "the": "t", "a": "a", "an": "a", "of": "f", "in": "f", "to": ">", "through": ">", "until": ">", "till": ">",
    "or": ">", "and": "&", "between": "b", "from": "b", "'s": "'", "fiscal": "F", "weekend": "w", "half": "h",
    "overnight": "V",
    "now": "x", "same": "s", "that": "s", "old": "!", "before": "<", ",": ",", ".": ".", "-": "-", "–": "-", "—": "-",
    "/": "/",
}  # fmt: skip
_TOKEN = re.compile(
    r"\d+(?:,\d{3})+(?:\.\d+)?|\d+\.\d+|'?\d{2,4}s\b|\d{1,2}(?:st|nd|rd|th)\b|\d+|'s\b|[^\W\d_]+(?:'ll)?|[^\w\s]"
)
_DECADE = re.compile(r"'?(\d{2}|\d{4})s")
OTHER = "_"


@dataclass(frozen=True, slots=True)
class TimeToken:
    """A word with the offsets it has in the text, its class, and what the class makes of it."""

    start: int
    end: int
    word: str
    kind: str
    value: int | float | str


def time_tokens(text: str, start: int, end: int) -> list[TimeToken]:
    """The tokens of a stretch of the text, each with its class.

    >>> "".join(token.kind for token in time_tokens("Rebels left on July 4, 2012.", 0, 28))
    '___Md,y.'
    """
    seen = text[start:end].lower().replace("’", "'").replace("‘", "'")
    if len(seen) != end - start:  # a few capitals grow when lowered, such as İ
        seen = "".join(low if len(low := char.lower()) == 1 else char for char in text[start:end])
    return [_token(match, text, start) for match in _TOKEN.finditer(seen)]


def _token(match: re.Match[str], text: str, start: int) -> TimeToken:
    word = match.group()
    kind, value = _classes().get(word) or _numeric(word)
    if kind == "A" and not text[start + match.start()].isupper():
        kind = OTHER  # "may" and "march" in lower case are never months
    return TimeToken(start + match.start(), start + match.end(), word, kind, value)


def _numeric(word: str) -> tuple[str, int | float | str]:
    if word.isdecimal() and word.isascii() and len(word) <= 4:
        number = int(word)
        if len(word) == 4 and 1000 <= number <= 2100:
            return "y", number
        return ("d", number) if 1 <= number <= 31 else ("n", number)
    if word[0].isdecimal() and word[-1].isdecimal() and word.isascii():
        return "n", float(word.replace(",", "")) if len(word) < 12 else 0
    if _DECADE.fullmatch(word):
        digits = int(word.strip("'s"))
        return "z", digits if digits >= 1000 else (1900 + digits if digits > 20 else 2000 + digits)
    return OTHER, 0


@cache
def _classes() -> dict[str, tuple[str, int | float | str]]:
    table: dict[str, Any] = load_toml("times.toml")  # values of a TOML table have no common type
    known: dict[str, tuple[str, int | float | str]] = {word: (kind, 0) for word, kind in _WORD_CLASSES.items()}
    for group, kind in CLASSES.items():
        known |= {word: (kind, value) for word, value in table[group].items() if (word, kind) != ("second", "u")}
    return known | {f"{day}{suffix}": ("D", day) for day in range(1, 32) for suffix in ("st", "nd", "rd", "th")}
