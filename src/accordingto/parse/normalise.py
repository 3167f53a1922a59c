"""The characters the parser sees: one code point for each of the article's, so that no offset shifts."""

from __future__ import annotations

import re

_SPACES = "\t\n\v\f\r\x00\x85\u00a0\u1680\u2028\u2029\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B)))
_INVISIBLE = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff" + "".join(
    map(chr, [*range(0x202A, 0x202F), *range(0x2066, 0x206A)])
)
_APOSTROPHES = "\u2018\u2019\u201b\u02bc\u0060\u00b4"
_SURROGATES = range(0xD800, 0xE000)

_SEEN_AS: dict[int, str] = {
    **dict.fromkeys(map(ord, _SPACES + _INVISIBLE), " "),
    **dict.fromkeys(map(ord, _APOSTROPHES), "'"),
    **dict.fromkeys(_SURROGATES, "\ufffd"),
}


MOST_MARKS = 30
"""Marks in a row that the parser sees: its tokenizer's time grows with the square of their number."""

_MARKS = re.compile(rf"(?<=[^\w\s]{{{MOST_MARKS}}})[^\w\s]+")


def normalise(text: str) -> str:
    """The text with odd spaces, invisible marks, apostrophes, lone surrogates and endless marks replaced, one for one.

    >>> normalise("the\\u00a0ministry\\u2019s")
    "the ministry's"
    >>> len(normalise("a\\u200fb\\ud800")) == 4
    True
    """
    return _MARKS.sub(_blank, text.translate(_SEEN_AS))


def _blank(found: re.Match[str]) -> str:
    return " " * len(found[0])
