"""Articles with their marked attributions, read from brat stand-off files (PolNeAR's layout)."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

ROLES = ("source", "cue", "content")
Spans = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Marked:
    """One attribution as a person marked it: the spans of its three roles."""

    source: Spans
    cue: Spans
    content: Spans


@dataclass(frozen=True, slots=True)
class Article:
    """A text and one person's marks. Articles that several people marked come once for each."""

    name: str
    text: str
    marked: tuple[Marked, ...]


def read_articles(folder: Path) -> list[Article]:
    """All articles of a folder with `text/` and `attributions/` (files named ARTICLE_ANNOTATOR.ann)."""
    return [_read_article(folder, path) for path in sorted((folder / "attributions").glob("*.ann"))]


def _read_article(folder: Path, path: Path) -> Article:
    name = path.stem.rpartition("_")[0]
    text = _read(folder / "text" / f"{name}.txt")
    return Article(name, text, tuple(_read_marks(_read(path))))


def _read(path: Path) -> str:
    with path.open(encoding="utf-8", newline="") as file:
        return file.read()


def _read_marks(annotation: str) -> list[Marked]:
    rows = [line.split("\t") for line in annotation.split("\n") if "\t" in line]
    spans = {row[0]: _spans(row[1]) for row in rows if row[0].startswith("T")}
    events = [row[1].split() for row in rows if row[0].startswith("E")]
    found = [_marked(arguments, spans) for _, *arguments in events]
    return [marked for marked in found if marked.cue or marked.content]


def _spans(label_and_offsets: str) -> Spans:
    _, _, offsets = label_and_offsets.partition(" ")
    pairs = (pair.split() for pair in offsets.split(";"))
    return tuple((int(start), int(end)) for start, end in pairs)


def _marked(arguments: list[str], spans: dict[str, Spans]) -> Marked:
    roles: dict[str, Spans] = defaultdict(tuple)
    for argument in arguments:
        role, _, reference = argument.partition(":")
        roles[re.sub(r"\d+$", "", role).lower()] += spans[reference]
    return Marked(*(roles[role] for role in ROLES))
