"""Articles of our own, with the attributions marked in the text: `{s1|The minister} {c1|said} {t1|the road was open}.`

`s` is a source, `c` a cue, `t` a content ("what was told"), the number says which attribution of the file the span
belongs to, `{s1,2|...}` stands in two. Marks may lie within marks (an attribution within a content); a number that
comes again is the same attribution going on (a split content), pieces that touch are one span. The text itself has no
braces. What is marked, and how, is told in `docs/reference/attribution-guidelines.md`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

from training.attribution.corpus import Article, Marked, Spans

SOURCE, CUE, CONTENT = "s", "c", "t"
_TOKEN = re.compile(r"\{(?P<role>[sct])(?P<numbers>\d+(?:,\d+)*)\||[{}]")


class MarkError(ValueError):
    """A mark that cannot be read; its text names the file, the line and the column."""


@dataclass(slots=True)
class _Text:
    """The text without its marks so far, the spans found in it, and the marks still open."""

    path: Path
    marked_text: str
    plain: str = ""
    spans: dict[tuple[int, str], list[tuple[int, int]]] = field(default_factory=lambda: defaultdict(list))
    places: dict[int, int] = field(default_factory=dict)
    open: list[tuple[int, int, re.Match[str]]] = field(default_factory=list)

    def error(self, place: int, message: str) -> MarkError:
        """The error for a place in the marked text."""
        before = self.marked_text[:place]
        line, column = before.count("\n") + 1, place - before.rfind("\n")
        return MarkError(f"{self.path}:{line}:{column}: {message}")


def read_own_texts(folder: Path) -> list[Article]:
    """All articles of a folder of marked `.txt` files, by name. Raises MarkError for the first ill-formed mark."""
    return [read_own_text(path) for path in sorted(folder.glob("*.txt"))]


def read_own_text(path: Path) -> Article:
    """One marked file as an article: its text without the marks, its attributions in the order of their numbers."""
    return parse_own_text(path.read_text(encoding="utf-8"), path)


def parse_own_text(marked_text: str, path: Path) -> Article:
    """The article of a marked text; `path` gives its name and stands in errors."""
    text = _Text(path, marked_text)
    end = 0
    for token in _TOKEN.finditer(marked_text):
        text.plain += marked_text[end : token.start()]
        end = token.end()
        _read_token(text, token)
    if text.open:
        raise text.error(text.open[-1][1], f"{text.open[-1][2].group()!r} is never closed: a '}}' is missing.")
    text.plain += marked_text[end:]
    numbers = sorted({number for number, _ in text.spans})
    return Article(path.stem, text.plain, tuple(_marked(text, number) for number in numbers))


def _read_token(text: _Text, token: re.Match[str]) -> None:
    if token.group() == "{":
        found = text.marked_text[token.start() : token.start() + 12]
        raise text.error(token.start(), f"{found!r} opens no mark. Marks open as {{s1|, {{c1| or {{t1|.")
    if token.group() != "}":
        text.open.append((len(text.plain), token.start(), token))
        return
    if not text.open:
        raise text.error(token.start(), "'}' closes nothing: no mark is open here.")
    start, place, opened = text.open.pop()
    span = (start, len(text.plain))
    covered = text.plain[start:]
    if covered != covered.strip() or not covered:
        raise text.error(place, f"{covered!r} is empty or has white space at its edge. Put that outside of the mark.")
    for number in map(int, opened["numbers"].split(",")):
        text.spans[number, opened["role"]].append(span)
        text.places.setdefault(number, place)


def _marked(text: _Text, number: int) -> Marked:
    source, cue, content = (_joined(text.spans[number, role]) for role in (SOURCE, CUE, CONTENT))
    place = text.places[number]
    if len(cue) > 1:
        raise text.error(place, f"Attribution {number} has {len(cue)} cues. One has one cue: give the other a number.")
    if not content:
        raise text.error(place, f"Attribution {number} has no content. Mark one as {{t{number}|.")
    if source and not cue:
        raise text.error(place, f"Attribution {number} has a source and no cue. Mark one as {{c{number}|.")
    spans = sorted((*source, *cue, *content))
    if any(after[0] < before[1] for before, after in pairwise(spans)):
        raise text.error(
            place, f"Spans of attribution {number} lie over each other. Split the longer: its number twice."
        )
    return Marked(source, cue, content)


def _joined(spans: list[tuple[int, int]]) -> Spans:
    """The spans in order, those that touch made one."""
    found: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if found and found[-1][1] == start:
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return tuple(found)
