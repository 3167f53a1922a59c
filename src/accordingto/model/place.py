"""A place in the world that an article names."""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum

from accordingto.model.ids import content_id
from accordingto.model.span import Spans

EARTH_KM = 6371.0


class PlacePrecision(StrEnum):
    """How closely the words say where. A country or area has no point; a region's is the middle of its cities."""

    SITE = "site"
    CITY = "city"
    REGION = "region"
    COUNTRY = "country"
    AREA = "area"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Place:
    """A place, with its GeoNames id and coordinates in degrees (WGS 84) where the gazetteer knows them."""

    id: str
    name: str
    country: str | None
    latitude: float | None
    longitude: float | None
    geonameid: int | None
    precision: PlacePrecision
    mentions: Spans = ()


def place_id(article_id: str, name: str, geonameid: int | None) -> str:
    """The id of a place within its article."""
    return content_id("place", article_id, name, geonameid)


_INTERNATIONAL = 7
_UCDP_WHERE = {
    PlacePrecision.SITE: 1,
    PlacePrecision.CITY: 1,
    PlacePrecision.REGION: 4,
    PlacePrecision.AREA: 5,
    PlacePrecision.COUNTRY: 6,
}
_WATERS = frozenset({"sea", "ocean", "gulf", "strait", "atlantic", "pacific", "mediterranean"})


def ucdp_where_precision(place: Place | None) -> int | None:
    """UCDP's `where_prec` of an event at this place, None where no place, or none finer than a continent, is known.

    1 a named town or site; 4 a region; 5 a feature without one point within a country (a valley, a border); 6 the
    country alone; 7 international waters. 2 (near a place) and 3 (a district) are not told apart from 1 and 4 here.
    UCDP GED codebook, "where_prec".
    """
    if place is None:
        return None
    if place.precision is PlacePrecision.AREA and place.country is None:
        return _INTERNATIONAL if _WATERS & set(place.name.lower().split()) else None
    return _UCDP_WHERE.get(place.precision)


def distance_km(here: tuple[float, float], there: tuple[float, float]) -> float:
    """Along a great circle, in kilometres; points are latitude and longitude in degrees.

    >>> round(distance_km((33.3, 44.4), (33.5, 36.3)))
    752
    """
    (south, west), (north, east) = ((math.radians(degrees) for degrees in point) for point in (here, there))
    chord = math.sin((north - south) / 2) ** 2 + math.cos(south) * math.cos(north) * math.sin((east - west) / 2) ** 2
    return 2 * EARTH_KM * math.asin(math.sqrt(min(1.0, chord)))
