"""Where the paragraphs of a plain text are.

Blank lines end them. Without a blank line each line is a paragraph, except in a text that was wrapped at a column:
there a line that stopped only because the next word would not fit goes on in the next line.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from accordingto.model.article import PartRole
from accordingto.model.span import Span

WIDEST_COLUMN = 100
"""Code points of the longest line of a text that may have been wrapped; most wrap at 72 to 80. Not tuned."""

LEAST_WRAPPED = 0.6
"""Share of the line breaks inside blocks that the column must explain for a text to count as wrapped. Not tuned."""

_NARROWEST_COLUMN = 40

_LINE = re.compile(r"[^\r\n\v\f\x1c-\x1e\x85\u2028\u2029]+")
_BREAK = re.compile(r"\r\n|[\r\n\v\f\x1c-\x1e\x85\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, and the role that markup gives it (None: the words must tell)."""

    span: Span
    role: PartRole | None = None


def find_blocks(text: str) -> tuple[Block, ...]:
    """The paragraphs of a plain text, in order, without white space at their ends.

    >>> [block.span.of("Troops fired.\\n\\nTwo died.") for block in find_blocks("Troops fired.\\n\\nTwo died.")]
    ['Troops fired.', 'Two died.']
    """
    lines = _lines(text)
    breaks = [_Break(text, left, right) for left, right in pairwise(lines)]
    column = _column(text, lines, breaks)
    blocks: list[Span] = lines[:1]
    for line, before in zip(lines[1:], breaks, strict=True):
        if before.is_wrap(column):
            blocks[-1] = Span(blocks[-1].start, line.end)
        else:
            blocks.append(line)
    return tuple(Block(span) for span in blocks)


@dataclass(frozen=True, slots=True)
class _Break:
    """The end of one line with words and the start of the next."""

    text: str
    left: Span
    right: Span

    def is_blank_line(self) -> bool:
        gap = self.text[self.left.end : self.right.start]
        return len(_BREAK.findall(gap)) > 1

    def is_wrap(self, column: int | None) -> bool:
        """True where the next line's first word would not have fitted on this line."""
        if column is None or self.is_blank_line():
            return False
        next_word = self.text[self.right.start : self.right.start + WIDEST_COLUMN].split(maxsplit=1)[0]
        return len(self.left) + 1 + len(next_word) > column


def _lines(text: str) -> list[Span]:
    """The lines that have words, without white space at their ends."""
    lines: list[Span] = []
    for found in _LINE.finditer(text):
        line = found.group()
        words = line.strip()
        if words:
            start = found.start() + len(line) - len(line.lstrip())
            lines.append(Span(start, start + len(words)))
    return lines


def _column(text: str, lines: Sequence[Span], breaks: Sequence[_Break]) -> int | None:
    """The column at which the text was wrapped, or None where it was not."""
    longest = max(map(len, lines), default=0)
    inner = [found for found in breaks if not found.is_blank_line()]
    if not _NARROWEST_COLUMN <= longest <= WIDEST_COLUMN or not inner:
        return None
    wrapped = [found for found in inner if found.is_wrap(longest)]
    in_mid_sentence = sum(text[found.left.end - 1].isalnum() or text[found.left.end - 1] == "," for found in wrapped)
    if len(wrapped) < LEAST_WRAPPED * len(inner) or in_mid_sentence < LEAST_WRAPPED * len(wrapped):
        return None
    return longest
