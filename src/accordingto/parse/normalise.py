"""The characters the parser sees: one code point for each of the article's, so that no offset shifts."""

from __future__ import annotations

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


def normalise(text: str) -> str:
    """The text with odd spaces, invisible marks, apostrophes and lone surrogates replaced, one for one.

    >>> normalise("the\\u00a0ministry\\u2019s")
    "the ministry's"
    >>> len(normalise("a\\u200fb\\ud800")) == 4
    True
    """
    return text.translate(_SEEN_AS)
