"""Places of an incident -> a map drawn at the precision known: a town is a point, a country is shaded, never a pin."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from accordingto.model.incident import Incident
from accordingto.model.place import PlacePrecision
from accordingto.model.reported import Location
from accordingto.web.incidents.outlines import Box, outline_of, outlines, rings_within

WIDTH: Final = 640
_LEAST_DEGREES: Final = 10.0
"""Degrees that the shorter side of a map shows at least, so that a town is seen with its country."""
_MARGIN: Final = 0.2
_POINTS: Final = frozenset({PlacePrecision.SITE.value, PlacePrecision.CITY.value})
_REGION_DEGREES: Final = 1.0
"""How far a region's circle reaches; its point is only the middle of its towns."""


@dataclass(frozen=True, slots=True)
class MapPlace:
    """A place as accounts have it: which accounts, and how it is drawn ("point", "around", "country", "none")."""

    location: Location
    accounts: tuple[int, ...]
    drawn: str
    x: float = 0.0
    y: float = 0.0


@dataclass(frozen=True, slots=True)
class Map:
    """A map as it is drawn: outlines with whether they are shaded, and places."""

    width: int
    height: int
    outlines: tuple[tuple[str, bool], ...]
    places: tuple[MapPlace, ...]
    reach: float


def places_of(incident: Incident) -> tuple[MapPlace, ...]:
    """Every place that an account's claims name, with the numbers of the accounts, the most often told first."""
    told: dict[Location, list[int]] = {}
    for number, account in enumerate(incident.accounts, start=1):
        for claim in account.claims:
            if claim.place is not None:
                told.setdefault(claim.place, []).append(number)
    ordered = sorted(told.items(), key=lambda each: (-len(each[1]), each[0].name))
    return tuple(MapPlace(place, tuple(sorted(set(numbers))), _drawn(place)) for place, numbers in ordered)


def map_of(places: Iterable[MapPlace]) -> Map | None:
    """The map that shows the places, or None where nothing of them can be drawn."""
    drawn = [place for place in places if place.drawn != "none"]
    boxes = list(_boxes(drawn))
    if not boxes:
        return None
    view = _view(boxes)
    scale = WIDTH / ((view.east - view.west) * _narrowing(view))
    height = round((view.north - view.south) * scale)
    shaded = {place.location.country for place in drawn if place.drawn == "country"}
    paths = ((_path(view, scale, rings), code in shaded) for code, rings in rings_within(view))
    placed = tuple(_placed(place, view, scale) for place in drawn)
    return Map(WIDTH, height, tuple(paths), placed, round(_REGION_DEGREES * scale, 1))


def _drawn(place: Location) -> str:
    has_point = place.latitude is not None and place.longitude is not None
    if place.precision in _POINTS and has_point:
        return "point"
    if place.precision == PlacePrecision.REGION and has_point:
        return "around"
    if place.country in outlines() and place.precision in (PlacePrecision.COUNTRY, PlacePrecision.AREA):
        return "country"
    return "none"


def _boxes(places: Iterable[MapPlace]) -> Iterator[Box]:
    """What must be seen: the mainland of each country, else the point."""
    for place in places:
        where = place.location
        if where.country in outlines():
            yield outline_of(str(where.country))
        if where.latitude is not None and where.longitude is not None:
            yield Box(where.longitude, where.latitude, where.longitude, where.latitude)


def _view(boxes: list[Box]) -> Box:
    """The box around all, with a margin, not too flat and not too narrow."""
    west, south = min(box.west for box in boxes), min(box.south for box in boxes)
    east, north = max(box.east for box in boxes), max(box.north for box in boxes)
    tall = max(_LEAST_DEGREES, (north - south) * (1 + 2 * _MARGIN))
    middle = max(-90 + tall / 2, min(90 - tall / 2, (south + north) / 2))
    narrowing = math.cos(math.radians(middle))
    wide = max((east - west) * (1 + 2 * _MARGIN), 1.2 * tall / narrowing)
    tall = max(tall, wide * narrowing / 2.2)
    centre = (west + east) / 2
    return Box(centre - wide / 2, max(-90.0, middle - tall / 2), centre + wide / 2, min(90.0, middle + tall / 2))


def _narrowing(view: Box) -> float:
    """How much narrower a degree of longitude is than one of latitude in the middle of the map."""
    return max(0.1, math.cos(math.radians((view.south + view.north) / 2)))


def _point(view: Box, scale: float, longitude: float, latitude: float) -> tuple[float, float]:
    return (
        round((longitude - view.west) * _narrowing(view) * scale, 1),
        round((view.north - latitude) * scale, 1),
    )


def _path(view: Box, scale: float, rings: Iterable[list[tuple[float, float]]]) -> str:
    """The outline in the words of SVG."""
    pieces = []
    for ring in rings:
        points = (_point(view, scale, *point) for point in ring)
        pieces.append("M" + "L".join(f"{x:g} {y:g}" for x, y in points) + "Z")
    return "".join(pieces)


def _placed(place: MapPlace, view: Box, scale: float) -> MapPlace:
    where = place.location
    if where.latitude is None or where.longitude is None or place.drawn == "country":
        return place
    x, y = _point(view, scale, where.longitude, where.latitude)
    return MapPlace(where, place.accounts, place.drawn, x, y)
