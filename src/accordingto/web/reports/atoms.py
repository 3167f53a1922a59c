"""Marks that nest and overlap -> atoms, flat pieces of text that each carry all their roles."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from accordingto.model.span import Span
from accordingto.web.reports.marks import Mark
from accordingto.web.safe_text import unseen_spans


@dataclass(frozen=True, slots=True)
class Atom:
    """A piece of text: its first code point, its roles, the cards it belongs to, and the event whose trigger it starts.

    `length` is in code points of the report; what is shown may be longer where a character had to be made visible.
    """

    start: int
    text: str
    roles: tuple[str, ...] = ()
    cards: tuple[int, ...] = ()
    event: str | None = None
    is_unseen: bool = False

    @property
    def length(self) -> int:
        return len(self.text)


def atoms_of(text: str, row: Span, marks: Iterable[Mark]) -> tuple[Atom, ...]:
    """The row's text cut wherever a mark starts or ends, and around characters that cannot be seen."""
    inside = [mark for mark in marks if mark.span.start < row.end and row.start < mark.span.end and len(mark.span)]
    unseen = unseen_spans(text, row)
    edges = {row.start, row.end}
    for span in (*(mark.span for mark in inside), *unseen):
        edges |= {min(max(edge, row.start), row.end) for edge in (span.start, span.end)}
    hidden = {span.start for span in unseen}
    pieces = (Span(*edge) for edge in pairwise(sorted(edges)))
    return tuple(_atom(text, piece, here, piece.start in hidden) for piece, here in _swept(pieces, inside))


def _swept(pieces: Iterable[Span], marks: Iterable[Mark]) -> Iterator[tuple[Span, list[Mark]]]:
    """Each piece with the marks that cover it; the marks are looked at once, however many there are."""
    waiting = deque(sorted(marks, key=lambda mark: (mark.span, mark.role)))
    here: list[Mark] = []
    for piece in pieces:
        while waiting and waiting[0].span.start <= piece.start:
            here.append(waiting.popleft())
        here = [mark for mark in here if mark.span.end > piece.start]
        yield piece, here


def _atom(text: str, piece: Span, here: Sequence[Mark], is_unseen: bool) -> Atom:
    roles = tuple(dict.fromkeys(str(mark.role) for mark in here))
    cards = tuple(sorted({number for mark in here for number in mark.cards}))
    event = next((mark.event for mark in here if mark.event and mark.span.start == piece.start), None)
    return Atom(piece.start, piece.of(text), roles, cards, event, is_unseen)
