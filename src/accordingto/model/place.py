"""A place in the world that an article names."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from accordingto.model.ids import content_id
from accordingto.model.span import Spans


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
