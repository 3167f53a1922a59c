"""Which paragraphs, and which ends of paragraphs, are not the report: notices, credits, invitations.

The patterns and their reasons are in `data/boilerplate.toml`.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from accordingto.ingest.agencies import agency_pattern
from accordingto.model.resources import load_toml
from accordingto.model.span import Span

LONGEST_NOTICE: Final = 600
"""Code points; a longer paragraph is report. The longest notice in 924 campaign articles has 278."""

_SEEN_AS: Final = {ord(mark): "’" for mark in "'‘‛ʼ`´"} | {
    ord(space): " " for space in "\t\n\r\v\f\u0085\u00a0\u2028\u2029"
}
_SENTENCE_START: Final = re.compile(r"(?<=[.!?…\"”’)\]])\s+(?=\S)|\s+(?=[(\[—–©*])")
_CREDIT_JOINTS: Final = re.compile(r"\band\b|\b[a-z]{2,4}(?:/[a-z]{2,4})+\b|[\W_]+")
_TAIL_CREDIT: Final = re.compile(r"\s*[(\[—–/-]+\s*([\w/, -]{2,40}?)[)\].]*")


def is_boilerplate(text: str, paragraph: Span) -> bool:
    """True for a paragraph that is not report: *Submit a letter to the editor.*, *Reuters.*, *Read more:* …

    >>> is_boilerplate("Sign up for our newsletter.", Span(0, 27))
    True
    """
    if len(paragraph) > LONGEST_NOTICE:
        return False
    words = as_matched(paragraph.of(text))
    return (
        _pattern("start").match(words) is not None
        or _pattern("whole").fullmatch(words) is not None
        or _pattern("tail").fullmatch(words) is not None
        or is_agency_credit(words)
    )


def find_tail(text: str, paragraph: Span) -> Span | None:
    """The credit or notice that ends a paragraph of the report after a finished sentence, or None.

    >>> text = "Troops fired. (Reporting by Ann Hale; editing by Bo Ruiz)"
    >>> find_tail(text, Span(0, len(text))).of(text)
    '(Reporting by Ann Hale; editing by Bo Ruiz)'
    """
    first = max(paragraph.start + 1, paragraph.end - LONGEST_NOTICE)
    words = as_matched(text[first : paragraph.end])
    for found in _SENTENCE_START.finditer(words):
        if _is_tail(words, found.end()):
            return Span(first + found.end(), paragraph.end)
    return None


def is_agency_credit(words: str) -> bool:
    """True for words that are nothing but names of agencies: *Reuters*, *(AFP, dpa)*, *jm/dm (AFP, dpa)*."""
    if len(words) > 80 or agency_pattern().search(words) is None:
        return False
    return _CREDIT_JOINTS.sub("", agency_pattern().sub("", words)) == ""


def as_matched(words: str) -> str:
    """The words as the patterns see them, one code point for one: one kind of apostrophe, one kind of blank."""
    return words.translate(_SEEN_AS)


def _is_tail(words: str, start: int) -> bool:
    if _pattern("tail").fullmatch(words, start) is not None:
        return True
    credit = _TAIL_CREDIT.fullmatch(words, start)
    return credit is not None and is_agency_credit(credit[1])


@cache
def _pattern(where: str) -> re.Pattern[str]:
    """All patterns of one position as one."""
    groups = load_toml("boilerplate.toml")["group"]
    patterns = [pattern for group in groups if group["at"] == where for pattern in group["patterns"]]
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.IGNORECASE)
