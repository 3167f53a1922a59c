"""Whether a report's first paragraph is its headline."""

from __future__ import annotations

import re
from typing import Final

LONGEST_HEADLINE: Final = 160
"""Code points. In the headlines of 180 news pages the longest has 143."""

LEAST_CAPITALS: Final = 0.6
"""Share of the longer words in capitals from which a line that ends like a sentence still counts as a headline."""

_FINAL: Final = (".", "!", "?", "…", ":", ",", ";", ".”", '."', ".’", ".'", "?”", '?"', "!”", '!"')
_QUOTES: Final = "\"'“‘«"
_LONGER_WORD: Final = re.compile(r"[^\W\d_][\w’'-]{3,}")


def is_headline(words: str, title: str | None) -> bool:
    """True for the article's title, a short first line with no end of sentence, or one in title case.

    >>> is_headline("Envoy defects, opposition says", None), is_headline("The envoy has defected.", None)
    (True, False)
    >>> is_headline("Envoy Defects To Opposition.", None)
    True
    """
    if title is not None and _letters(title) == _letters(words):
        return True
    if len(words) > LONGEST_HEADLINE or len(words.split()) < 2 or words[0] in _QUOTES:
        return False
    if not words.endswith(_FINAL):
        return True
    longer = _LONGER_WORD.findall(words)
    capitals = sum(word[0].isupper() for word in longer)
    return len(longer) > 2 and capitals >= LEAST_CAPITALS * len(longer) and ". " not in words.rstrip(". ")


def _letters(words: str) -> str:
    return "".join(character for character in words.casefold() if character.isalnum())
