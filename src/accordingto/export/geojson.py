"""Incidents on a map: GeoJSON (RFC 7946), with a point only where the words say a town or a site."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from accordingto.export.column import Value
from accordingto.export.incident_columns import INCIDENTS
from accordingto.export.json_stream import json_list
from accordingto.export.rows import Json, Rows
from accordingto.model.incident import Incident

PINNED: Final = frozenset({"site", "city"})
"""The precisions that are shown as a point. A country, an area or a region has no geometry: a pin there would lie."""


def write_geojson(rows: Rows) -> Iterator[bytes]:
    """A FeatureCollection, one feature an incident, its properties the columns of the table of incidents."""
    features = (_feature(incident) for incident in rows.incidents())
    return json_list('{"type": "FeatureCollection", "features": [', features, "]}")


def _feature(incident: Incident) -> Json:
    cells = zip(INCIDENTS.header, INCIDENTS.cells(incident), strict=True)
    return {
        "type": "Feature",
        "id": incident.id,
        "geometry": _point(incident),
        "properties": {name: _plain(value) for name, value in cells if name not in {"latitude", "longitude"}},
    }


def _point(incident: Incident) -> Json | None:
    place = incident.place
    if place is None or place.latitude is None or place.longitude is None or place.precision not in PINNED:
        return None
    return {"type": "Point", "coordinates": [place.longitude, place.latitude]}


def _plain(value: Value) -> Value:
    return value if value is None or isinstance(value, str | int | float) else value.isoformat()
