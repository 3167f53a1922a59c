"""Chains of sources -> a network in columns: who published it, through whom it came, and who said it first."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from accordingto.model.incident import Incident
from accordingto.model.reported import ReportedClaim
from accordingto.web.chains import NOBODY

WIDTH: Final = 760
BOX: Final = (210, 24)
_ROW: Final = 34
_TOP: Final = 24
MOST: Final = 24
"""Boxes of a column; a larger network is not drawn, for nobody could follow its lines."""
_LONGEST: Final = 30
_HEADS: Final = ("published by", "through", "said by")
Place = tuple[int, str]


@dataclass(frozen=True, slots=True)
class Box:
    """A publisher or a source with its place; `label` is `name`, cut where it is long."""

    name: str
    label: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Line:
    """A path from box to box, and how many claims came that way."""

    path: str
    about: str


@dataclass(frozen=True, slots=True)
class Network:
    """A network as it is drawn; `heads` are the words over the columns with their places."""

    boxes: tuple[Box, ...]
    lines: tuple[Line, ...]
    heads: tuple[tuple[float, str], ...]
    height: int
    width: int = WIDTH


def network_of(incident: Incident) -> Network | None:
    """The network of an incident's claims; None where there is one way only, or more than can be followed."""
    ways = Counter(_way(claim) for claim in incident.claims)
    columns = _columns(ways)
    if len(ways) < 2 or max(map(len, columns.values())) > MOST:
        return None
    xs = _places(sorted(columns))
    boxes = {
        (column, name): Box(name, _cut(name), xs[column], _TOP + row * _ROW)
        for column, names in columns.items()
        for row, name in enumerate(names)
    }
    lines = tuple(_line(boxes[left], boxes[right], number) for (left, right), number in sorted(_steps(ways).items()))
    height = _TOP + _ROW * max(map(len, columns.values()))
    return Network(tuple(boxes.values()), lines, tuple((xs[column], _HEADS[column]) for column in sorted(xs)), height)


def _way(claim: ReportedClaim) -> tuple[Place, ...]:
    """The boxes a claim came through: its publisher, whoever passed it on, and its innermost source."""
    publisher = claim.publisher or "publisher not known"
    told = [hop.speaker.name if hop.speaker else NOBODY for hop in reversed(claim.hops)]
    *through, origin = told or [f"{publisher} (own voice)"]
    return ((0, publisher), *((1, name) for name in dict.fromkeys(through)), (2, origin))


def _columns(ways: Iterable[tuple[Place, ...]]) -> dict[int, list[str]]:
    """The names of each column, those that one publisher has near each other, so that few lines cross."""
    columns: dict[int, dict[str, None]] = defaultdict(dict)
    for way in sorted(ways):
        for column, name in way:
            columns[column].setdefault(name)
    return {column: list(names) for column, names in columns.items()}


def _steps(ways: Counter[tuple[Place, ...]]) -> Counter[tuple[Place, Place]]:
    steps: Counter[tuple[Place, Place]] = Counter()
    for way, number in ways.items():
        for step in pairwise(way):
            steps[step] += number
    return steps


def _places(columns: Sequence[int]) -> dict[int, float]:
    """Where each column starts: the first at the left edge, the last at the right."""
    gap = (WIDTH - BOX[0]) / (len(columns) - 1)
    return {column: round(number * gap, 1) for number, column in enumerate(columns)}


def _line(left: Box, right: Box, number: int) -> Line:
    """A curve from the right edge of a box to the left edge of the next; within a column, from below to above."""
    start, low, high = left.x + BOX[0], left.y + BOX[1] / 2, right.y + BOX[1] / 2
    is_beside = left.x == right.x
    end = start if is_beside else right.x
    bend = start + 30 if is_beside else (start + end) / 2
    path = f"M{start:g} {low:g}C{bend:g} {low:g} {bend:g} {high:g} {end:g} {high:g}"
    return Line(path, f"{left.name}, from {right.name}: {number}")


def _cut(name: str) -> str:
    """The name as a box has room for it.

    >>> _cut("a spokesman of the ministry of foreign affairs")
    'a spokesman of the ministry of…'
    """
    return name if len(name) <= _LONGEST else name[:_LONGEST].rstrip() + "…"
