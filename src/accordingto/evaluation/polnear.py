"""Articles with attributions marked by hand, in PolNeAR's layout: `text/ID.txt` and `attributions/ID_WHO.ann` (brat).

Of an article that several people marked, the first by name counts.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from accordingto.model.errors import InputError
from accordingto.model.span import Span, Spans, merge

_ROLE_NUMBER = re.compile(r"\d+$")


@dataclass(frozen=True, slots=True)
class Marked:
    """One attribution as marked; a role that was not marked is empty."""

    source: Spans
    cue: Spans
    content: Spans


@dataclass(frozen=True, slots=True)
class MarkedArticle:
    """The text of an article and the attributions marked in it."""

    id: str
    text: str
    attributions: tuple[Marked, ...]


def read_polnear(folder: Path) -> Iterator[MarkedArticle]:
    """Every marked article of a folder, in order. Raises InputError where the folder is not laid out so."""
    files = sorted((folder / "attributions").glob("*.ann"))
    if not files:
        raise InputError(f"No marked articles in {folder}. Expected text/ID.txt and attributions/ID_WHO.ann in it.")
    first_of: dict[str, Path] = {}
    for file in files:
        first_of.setdefault(file.stem.rpartition("_")[0], file)
    for article_id, file in first_of.items():
        text = _text_of(folder / "text" / f"{article_id}.txt")
        yield MarkedArticle(article_id, text, tuple(_marked(_text_of(file), text)))


def _text_of(file: Path) -> str:
    """The text with its line ends as they are, since offsets count them."""
    return file.read_bytes().decode("utf-8")


def _marked(annotation: str, text: str) -> Iterator[Marked]:
    """The attributions of a brat file; one with neither cue nor content tells nothing and is left out."""
    lines = [line.split("\t") for line in annotation.split("\n")]
    spans = {fields[0]: _spans(fields[1]) for fields in lines if fields[0].startswith("T") and len(fields) > 1}
    for fields in lines:
        if not fields[0].startswith("E") or len(fields) < 2:
            continue
        roles: dict[str, list[Span]] = defaultdict(list)
        for argument in fields[1].split()[1:]:
            name, _, key = argument.partition(":")
            roles[_ROLE_NUMBER.sub("", name).lower()] += spans[key]
        marked = Marked(*(_joined(roles[role], text) for role in ("source", "cue", "content")))
        if marked.cue or marked.content:
            yield marked


def _spans(field: str) -> list[Span]:
    """The spans of a field such as "Content 3 17;20 31"."""
    offsets = field.partition(" ")[2].split(";")
    return [Span(int(start), int(end)) for start, end in (pair.split() for pair in offsets)]


def _joined(spans: list[Span], text: str) -> Spans:
    """The spans, those that only white space parts put together."""
    joined: list[Span] = []
    for span in merge(spans):
        if joined and not text[joined[-1].end : span.start].strip():
            joined[-1] = Span(joined[-1].start, span.end)
        else:
            joined.append(span)
    return tuple(joined)
