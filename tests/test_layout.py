"""The arrows between the rooms go down only."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

SOURCE = Path(__file__).parent.parent / "src" / "accordingto"

MAY_IMPORT = {
    "model": set(),
    "ingest": {"model"},
    "fetch": {"model"},
    "gathering": {"model", "ingest", "fetch"},
    "parse": {"model"},
    "attribution": {"model", "parse"},
    "events": {"model", "parse"},
    "grounding": {"model"},
    "reader": {"model", "ingest", "parse", "attribution", "events", "grounding"},
    "budget": set(),
    "attempting": {"model", "ingest", "reader", "budget"},
    "sharding": {"model", "ingest", "grounding", "attempting", "budget"},
    "record": {"model"},
    "partitioning_presence": set(),
    "partitioning": {"model", "record", "store", "judging", "recorder", "sharding", "partitioning_presence"},
    "store": {"model"},
    "judging": {"model", "record", "store"},
    "admitting": {"model", "store", "redacting", "redacting_names"},
    "standing": {"model", "record", "store", "judging"},
    "recorder": {"model", "record", "store", "judging", "admitting", "standing"},
    "editing": {"model"},
    "tracking": {"model", "record", "store", "catalogue"},
    "aggregating": {"model", "record"},
    "forgetting": {"model", "record", "store", "judging", "admitting", "recorder", "redacting", "redacting_names"},
    "catalogue": {"model", "record", "store"},
    "export": {"model", "record"},
    "exporting": {"model", "record", "store", "catalogue", "export", "redacting", "exporting_redacted"},
    "exporting_redacted": {"model", "store", "export", "redacting"},
    "comparing": {"model", "record", "store", "catalogue", "export", "exporting"},
    "reviewing": {"model", "record", "store", "judging", "catalogue", "editing", "standing"},
    "searching": {"model", "store"},
    "dossier": {"model", "record", "grounding", "store"},
    "notebook": {"model"},
    "web": {
        "model",
        "store",
        "export",
        "record",
        "catalogue",
        "reviewing",
        "dossier",
        "searching",
        "tracking",
        "redacting",
        "keeping",
        "forgetting",
        "admitting",
    },
    "keeping": {"model", "record", "store", "judging", "recorder", "standing"},
    "redacting_names": {"model"},
    "redacting": {"model", "redacting_names"},
    "evaluation": {"model", "ingest", "parse", "attribution", "events", "grounding", "record", "reader"},
    "cli": {
        "model",
        "ingest",
        "fetch",
        "gathering",
        "parse",
        "reader",
        "record",
        "recorder",
        "catalogue",
        "reviewing",
        "store",
        "evaluation",
        "grounding",
        "redacting",
        "keeping",
        "export",
        "exporting",
        "comparing",
        "attempting",
        "budget",
        "sharding",
        "partitioning",
        "admitting",
        "forgetting",
        "tracking",
        "aggregating",
        "web",
    },
}
MODEL_ROOMS = {"parse", "attribution", "events", "evaluation"}


def rooms() -> list[str]:
    return sorted({path.relative_to(SOURCE).parts[0].removesuffix(".py") for path in SOURCE.rglob("*.py")})


def imports_of(room: str) -> set[str]:
    """The full names of all modules that a room imports."""
    files = [SOURCE / f"{room}.py"] if (SOURCE / f"{room}.py").exists() else sorted((SOURCE / room).rglob("*.py"))
    names: set[str] = set()
    for file in files:
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.module:
                names.add(node.module)
            if isinstance(node, ast.Import):
                names |= {alias.name for alias in node.names}
    return names


@pytest.mark.parametrize("room", [room for room in rooms() if room not in {"__init__", "__main__", "data"}])
def test_a_room_imports_only_the_rooms_below_it(room: str) -> None:
    assert room in MAY_IMPORT, f"{room} is a new room: say here what it may import"
    ours = {name.split(".")[1] for name in imports_of(room) if name.startswith("accordingto.")}
    assert ours - {room} <= MAY_IMPORT[room]


@pytest.mark.parametrize("room", [room for room in rooms() if room not in MODEL_ROOMS])
def test_only_the_rooms_that_parse_know_spacy(room: str) -> None:
    assert not {name for name in imports_of(room) if name.split(".")[0] in {"spacy", "thinc"}}


def test_the_model_imports_only_the_standard_library() -> None:
    import sys

    outside = {name.split(".")[0] for name in imports_of("model")} - {"accordingto"} - set(sys.stdlib_module_names)
    assert outside == set()
