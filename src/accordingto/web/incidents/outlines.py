"""The outlines of countries, from Natural Earth (scripts/build_countries.py says how they were made)."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from accordingto.model.resources import read_data

_TENTHS: Final = 10
Ring = list[tuple[float, float]]


@dataclass(frozen=True, slots=True)
class Box:
    """A stretch of the earth in degrees."""

    west: float
    south: float
    east: float
    north: float


@cache
def outlines() -> Mapping[str, tuple[Ring, ...]]:
    """The rings of each country, by its code: points of longitude and latitude."""
    rows: dict[str, list[list[int]]] = json.loads(read_data("places/countries.json"))
    return {code: tuple(map(_ring, rings)) for code, rings in rows.items()}


@cache
def outline_of(country: str) -> Box:
    """The box around the largest piece of the country."""
    return max((_box(ring) for ring in outlines()[country]), key=_size)


def rings_within(view: Box) -> Iterator[tuple[str, list[Ring]]]:
    """The countries that the view shows something of, each with its rings there."""
    for code, rings in outlines().items():
        seen = [ring for ring in rings if _meets(_box(ring), view)]
        if seen:
            yield code, seen


def _ring(flat: list[int]) -> Ring:
    return [(x / _TENTHS, y / _TENTHS) for x, y in zip(flat[::2], flat[1::2], strict=True)]


def _box(ring: Ring) -> Box:
    return Box(min(x for x, _ in ring), min(y for _, y in ring), max(x for x, _ in ring), max(y for _, y in ring))


def _size(box: Box) -> float:
    return (box.east - box.west) * (box.north - box.south)


def _meets(left: Box, right: Box) -> bool:
    return left.west < right.east and right.west < left.east and left.south < right.north and right.south < left.north
