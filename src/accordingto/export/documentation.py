"""The reference page of the formats, made from what the formats say of themselves."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from accordingto.export.column import Table
from accordingto.export.formats import FORMATS, Format


def formats_page() -> str:
    """The page in Markdown: each format with what it holds, what it cannot carry, and its columns."""
    pieces = [
        "# The export formats",
        "Written from the program by `python tools/exports.py`. `accordingto export --format NAME` writes one of them. "
        "The same store gives the same bytes. Text is UTF-8; half of a surrogate pair and a NUL become U+FFFD where a "
        "format cannot hold them. What is not known is empty or null. In CSV a text that a spreadsheet would take for "
        "a formula has an apostrophe before it.",
        "| format | file | holds |\n|---|---|---|\n"
        + "\n".join(f"| [`{each.name}`](#{each.name}) | `{each.suffix}` | {each.holds} |" for each in FORMATS.values()),
        *(piece for each in FORMATS.values() for piece in _section(each)),
    ]
    return "\n\n".join(pieces) + "\n"


def _section(each: Format) -> Iterator[str]:
    yield f"## {each.name}"
    yield f"{each.holds} Media type `{each.media_type}`."
    yield f"Cannot carry: {each.cannot_carry}"
    for table in each.tables():
        yield _columns(table)


def _columns(table: Table[Any]) -> str:  # a table of any rows
    head = f"Table `{table.name}`: a row is {table.a_row_is}.\n\n| column | type | holds |\n|---|---|---|\n"
    return head + "\n".join(f"| `{each.name}` | {each.kind.value} | {_cell(each.holds)} |" for each in table.columns)


def _cell(text: str) -> str:
    return text.replace("|", "\\|")
