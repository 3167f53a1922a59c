"""Kinds of source and speech acts against our own sentences: `gold/source_kinds.tsv`.

A row has a text with the cue of one attribution in brackets, the source's kind, the speech act, the standpoint, the
words that describe an anonymous source and the reason it gave; `-` is none, ` | ` parts pieces. Its `part` says
whether the row was read while the rules were made. Guidelines: `docs/explanation/kinds-of-source.md`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from accordingto.evaluation.own_tables import rows_of
from accordingto.evaluation.report import Evaluation, Figure, figure
from accordingto.model.attribution import Attribution
from accordingto.model.errors import InputError
from accordingto.model.reading import Reading
from accordingto.model.span import Span, any_overlap, hull

NONE = "-"
PIECES = " | "
COLUMNS = ("part", "text", "kind", "act", "standpoint", "described", "reason")
SAME_WORDS = 0.75
"""F1 of words from which a description counts as the marked one: an article or a last adjunct may differ."""


@dataclass(frozen=True, slots=True)
class MarkedSource:
    """One attribution, told by its cue, and what people say of its source; None is none."""

    part: str
    text: str
    cue: Span
    kind: str | None
    act: str | None
    standpoint: str | None
    described: str | None
    reason: str | None


@dataclass(frozen=True, slots=True)
class JudgedSource:
    """A row beside the attribution read for it, or None where none was found."""

    marked: MarkedSource
    read: Attribution | None

    def has(self, measure: str) -> bool:
        """True where the attribution is found and its value of that name is the marked one."""
        return self.read is not None and values_of(self.read)[measure] == getattr(self.marked, measure)


def evaluate_source_kinds(file: Path, read: Callable[[str], Reading]) -> Evaluation:
    """The shares that are right, for the rows read while the rules were made and for the others."""
    judged = [judge(marked, read(marked.text)) for marked in load_marked(file)]
    parts = dict.fromkeys(row.marked.part for row in judged)
    figures = [found for part in parts for found in _figures(part, [row for row in judged if row.marked.part == part])]
    return Evaluation("source-kinds", len(judged), tuple(figures))


def load_marked(file: Path) -> Iterator[MarkedSource]:
    """The rows of the table. Raises InputError for one without its columns or without one cue in brackets."""
    for where, row in rows_of(file, ()):
        cells = [row.get(column) or "" for column in COLUMNS]
        before, opening, rest = cells[1].partition("[")
        cue, closing, after = rest.partition("]")
        if not all(cells) or not opening or not closing:
            raise InputError(f"{where}: needs {', '.join(COLUMNS)}, the cue of the text in brackets.")
        place = Span(len(before), len(before) + len(cue))
        marks = (None if cell == NONE else cell for cell in cells[2:])
        yield MarkedSource(cells[0], before + cue + after, place, *marks)


def judge(marked: MarkedSource, reading: Reading) -> JudgedSource:
    """The row beside the attribution whose cue shares words with the marked one, the shortest of several."""
    touching = [found for found in reading.attributions if any_overlap(found.cue, [marked.cue])]
    return JudgedSource(marked, min(touching, key=lambda found: len(hull(found.cue)), default=None))


def values_of(attribution: Attribution) -> dict[str, str | None]:
    """What was read of a source, by the names of the columns."""
    return {"kind": attribution.source_kind, "act": attribution.act, "standpoint": attribution.standpoint}


def described_of(text: str, attribution: Attribution) -> tuple[str | None, str | None]:
    """The words that describe an anonymous source, its pieces parted, and those of its reason."""
    if attribution.anonymity is None:
        return None, None
    reason = attribution.anonymity.reason
    described = PIECES.join(span.of(text) for span in attribution.anonymity.described)
    return described or None, None if reason is None else reason.of(text)


def is_same(marked: str | None, read: str | None) -> bool:
    """True where two descriptions have the same number of pieces, each of nearly the same words.

    >>> is_same("a senior official", "senior official"), is_same("a senior official", None)
    (True, False)
    """
    if marked is None or read is None:
        return marked is read
    left, right = marked.split(PIECES), read.split(PIECES)
    return len(left) == len(right) and all(map(_has_same_words, left, right))


def _has_same_words(marked: str, read: str) -> bool:
    left, right = set(marked.casefold().split()), set(read.casefold().split())
    return 2 * len(left & right) >= SAME_WORDS * (len(left) + len(right))


def _figures(part: str, judged: Sequence[JudgedSource]) -> Iterator[Figure]:
    found = [row for row in judged if row.read is not None]
    yield figure(f"{part}: attribution found", judged, _share_found, len(judged))
    for name, word in (("kind", "kind of source"), ("act", "speech act"), ("standpoint", "standpoint")):
        yield figure(f"{part}: {word}, of found", found, _share_right(name), len(found))
        yield figure(f"{part}: {word}, of all", judged, _share_right(name), len(judged))
    spoken = [row for row in found if row.marked.standpoint is not None]
    yield figure(f"{part}: standpoint, where there is one", spoken, _share_right("standpoint"), len(spoken))
    told = [row for row in found if row.read is not None and row.read.standpoint is not None]
    yield figure(f"{part}: standpoint, where one is read", told, _share_right("standpoint"), len(told))
    yield from _description_figures(part, found)


def _description_figures(part: str, found: Sequence[JudgedSource]) -> Iterator[Figure]:
    described = [row for row in found if row.marked.described is not None]
    yield figure(f"{part}: description of the anonymous", described, _share_described(0), len(described))
    reasoned = [row for row in found if row.marked.reason is not None]
    yield figure(f"{part}: reason for anonymity", reasoned, _share_described(1), len(reasoned))


def _share_found(rows: Sequence[JudgedSource]) -> float:
    return _share([row.read is not None for row in rows])


def _share_right(name: str) -> Callable[[Sequence[JudgedSource]], float]:
    return lambda rows: _share([row.has(name) for row in rows])


def _share_described(place: int) -> Callable[[Sequence[JudgedSource]], float]:
    return lambda rows: _share([_is_described(row, place) for row in rows])


def _is_described(row: JudgedSource, place: int) -> bool:
    marked = (row.marked.described, row.marked.reason)[place]
    return row.read is not None and is_same(marked, described_of(row.marked.text, row.read)[place])


def _share(right: Sequence[bool]) -> float:
    return sum(right) / len(right) if right else 0.0
