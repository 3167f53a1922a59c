"""Short invented reports with every speaker marked: `gold/reports/NN.txt` and `attributions.jsonl` beside them.

A role is a list of pieces, each told by its words: "She", "She#2" for the second time that they stand in the report,
"from these … to these" for a longer stretch. `docs/explanation/chains.md` says what is marked and how.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from accordingto.model.errors import InputError
from accordingto.model.span import Span, Spans

ATTRIBUTIONS = "attributions.jsonl"
ROLES = ("source", "cue", "content")

_PIECE = re.compile(r"(?P<first>.+?)(?: … (?P<last>.+?))?(?:#(?P<number>\d))?", re.DOTALL)


class SourceKind(StrEnum):
    """What the source words are: a name, a noun, a pronoun, a label ("Q:"), carried on ("none"), or "it is said"."""

    NAME = "name"
    NOMINAL = "nominal"
    PRONOUN = "pronoun"
    LABEL = "label"
    NONE = "none"
    UNNAMED = "unnamed"


@dataclass(frozen=True, slots=True)
class MarkedSpeaker:
    """An attribution as marked, with who speaks (telling words; None: nobody is named) and the hops of its chain."""

    kind: SourceKind
    source: Spans
    cue: Spans
    content: Spans
    speaker: str | None
    chain: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MarkedReport:
    """The text of a report and its marked attributions."""

    id: str
    text: str
    attributions: tuple[MarkedSpeaker, ...]


def read_own_reports(folder: Path) -> Iterator[MarkedReport]:
    """Every marked report, in order. Raises InputError where a piece is not in its report or a row is no row."""
    file = folder / ATTRIBUTIONS
    if not file.exists():
        raise InputError(f"No marked reports in {folder}. Expected NN.txt and {ATTRIBUTIONS} in it.")
    rows: dict[str, list[dict[str, Any]]] = defaultdict(list)  # JSON objects
    for line in file.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        rows[row["report"]].append(row)
    for report_id, marked in sorted(rows.items()):
        text = (folder / f"{report_id}.txt").read_text(encoding="utf-8")
        yield MarkedReport(report_id, text, tuple(_marked(text, row) for row in marked))


def find_piece(text: str, piece: str) -> Span:
    """Where a piece stands, told by its words. Raises InputError where it does not.

    >>> find_piece("He left, she said. He did.", "He#2")
    Span(start=19, end=21)
    >>> find_piece("He left, she said. He did.", "left … said")
    Span(start=3, end=17)
    """
    told = _PIECE.fullmatch(piece)
    found = list(_places(text, told)) if told else []
    number = int(told["number"] or 1) if told else 1
    if len(found) < number:
        raise InputError(f"'{piece}' stands {len(found)} times in the report that begins '{text[:40]}'.")
    return found[number - 1]


def _places(text: str, told: re.Match[str]) -> Iterator[Span]:
    """Each place where the piece stands, as whole words."""
    first = told["first"]
    before, after = (r"\b" if end.isalnum() else "" for end in (first[0], first[-1]))
    for start in re.finditer(f"{before}{re.escape(first)}{after}", text):
        if told["last"] is None:
            yield Span(*start.span())
            continue
        end = text.find(told["last"], start.end())
        if end >= 0:
            yield Span(start.start(), end + len(told["last"]))


def _marked(text: str, row: Mapping[str, Any]) -> MarkedSpeaker:
    source, cue, content = (tuple(find_piece(text, piece) for piece in row[role]) for role in ROLES)
    return MarkedSpeaker(SourceKind(row["kind"]), source, cue, content, row["speaker"], tuple(row["chain"]))
