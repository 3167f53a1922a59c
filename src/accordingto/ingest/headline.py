"""Whether a report's first paragraph is its headline."""

from __future__ import annotations

import re
from typing import Final

LONGEST_HEADLINE: Final = 160
"""Code points. Of 180 news pages' titles the longest has 120."""

LEAST_CAPITALS: Final = 0.8
"""Share of the longer words in capitals from which a line that ends like a sentence still counts as a headline."""

LEAST_SHARED: Final = 0.5
"""Share of a known title's words that a first line must have to be another form of it."""

_FINAL: Final = (".", "!", "?", "…", ":", ",", ";", ".”", '."', ".’", ".'", "?”", '?"', "!”", '!"')
_QUOTES: Final = "\"'“‘«"
_WORD: Final = re.compile(r"\w+")
_LONGER_WORD: Final = re.compile(r"[^\W\d_][\w’'-]{3,}")


def is_headline(words: str, title: str | None) -> bool:
    """True for the article's title, a short first line with no end of sentence, or one in title case.

    Where the title is known, a first line counts only when it says much the same.

    >>> is_headline("Envoy defects, opposition says", None), is_headline("The envoy has defected.", None)
    (True, False)
    >>> is_headline("Envoy Defects To Opposition.", None)
    True
    """
    if len(words) > LONGEST_HEADLINE:
        return False
    if title is not None:
        is_like = not words.endswith(_FINAL) and _shared_words(words, title) >= LEAST_SHARED
        return is_like or is_same_headline(words, title)
    if len(words.split()) < 2 or words[0] in _QUOTES:
        return False
    if not words.endswith(_FINAL):
        return True
    longer = _LONGER_WORD.findall(words)
    capitals = sum(word[0].isupper() for word in longer)
    return len(longer) > 2 and capitals >= LEAST_CAPITALS * len(longer) and ". " not in words.rstrip(". ")


def is_same_headline(left: str, right: str) -> bool:
    """True where the letters and digits are the same, whatever the case and the marks between them."""
    return _letters(left) == _letters(right)


def _shared_words(words: str, title: str) -> float:
    """The share of the title's words that the line has too."""
    wanted = set(_WORD.findall(title.casefold()))
    return len(wanted & set(_WORD.findall(words.casefold()))) / len(wanted) if wanted else 0.0


def _letters(words: str) -> str:
    return "".join(character for character in words.casefold() if character.isalnum())
