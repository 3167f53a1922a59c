"""Text of reports as text that is safe to look at: what cannot be seen, or turns what follows around, is shown."""

from __future__ import annotations

import re
from typing import Any

from accordingto.model.span import Span

_UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\ud800-\udfff\ufffe\uffff\U000e0000-\U000e007f]"
)
_UNSEEN_RUN = re.compile(f"(?:{_UNSEEN.pattern})+")


def visible(text: str) -> str:
    """The text with a visible sign in the place of each character that is not seen.

    >>> visible("fired\\x00 on \\u202ecrowds")
    'fired⟨U+0000⟩ on ⟨U+202E⟩crowds'
    """
    return _UNSEEN.sub(_sign, text)


def unseen_spans(text: str, within: Span) -> tuple[Span, ...]:
    """Where characters stand that are not seen, those side by side as one.

    >>> unseen_spans("a\\x00\\x00b", Span(0, 4))
    (Span(start=1, end=3),)
    """
    return tuple(Span(*found.span()) for found in _UNSEEN_RUN.finditer(text, within.start, within.end))


def shown(value: Any) -> Any:  # whatever a template puts out
    """What a template puts out: strings made visible, nothing for None, all else as it is (markup is ours)."""
    if value is None:
        return ""
    return visible(value) if type(value) is str else value


def _sign(found: re.Match[str]) -> str:
    """The number of the character: there are pictures of control characters, but few fonts have them."""
    return f"⟨U+{ord(found.group()):04X}⟩"
