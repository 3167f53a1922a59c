"""What an uncased vocabulary cannot see of a word: its case, whether it opens a paragraph, whether it is quoted.

A look is one number below `LOOKS`; the encoder adds a learned vector for it to the word's pieces.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

LOWER, CAPITAL, UPPER, NUMBER, SYMBOL = range(5)
LOOKS = 5 * 2 * 2
OPENING, CLOSING, TOGGLING = frozenset("“«„"), frozenset("”»"), frozenset('"')
APOSTROPHES = frozenset("'`’‘")


def look(shape: int, *, opens_paragraph: bool, quoted: bool) -> int:
    """The number of a combination."""
    return shape * 4 + opens_paragraph * 2 + quoted


def shape_of(word: str) -> int:
    """Case and kind: *army* LOWER, *Army* CAPITAL, *UN* UPPER, *2012* NUMBER, *,* SYMBOL."""
    if not word[0].isalnum():
        return SYMBOL
    if word[0].isdigit():
        return NUMBER
    if word[0].isupper():
        return UPPER if len(word) > 1 and word.isupper() else CAPITAL
    return LOWER


def quoted_flags(words: Iterable[str], touching: Iterable[bool]) -> Iterator[bool]:
    """For each word of one paragraph: is it within quotation marks, or one? Two touching apostrophes are a mark.

    `touching` says of each word whether it follows the one before without a space. An unclosed quotation ends with
    the paragraph.
    """
    inside = False
    before = ""
    for word, touches in zip(words, touching, strict=True):
        doubled = touches and word in APOSTROPHES and before == word
        if word in OPENING:
            inside = True
        opens = inside
        if word in CLOSING:
            inside = False
        elif word in TOGGLING or doubled:
            inside = not inside
        yield opens or inside
        before = "" if doubled else word
