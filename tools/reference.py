"""Write the generated pages of docs/reference: the command line from --help, the codebook from its data files, the
store from its schema.

python tools/reference.py            writes them
python tools/reference.py --check    exit status 1 where a page is not what would be written
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import click
from sqlalchemy import Column, Table

from accordingto.cli.main import commands
from accordingto.cli.output import CSV_COLUMNS
from accordingto.model.codebook import Codebook, EventType, Trigger, load_codebook
from accordingto.store.schema import LATEST_SCHEMA, SCHEMA_TABLE, TABLES

REFERENCE = Path(__file__).parent.parent / "docs" / "reference"


def command_page() -> str:
    """The command line in Markdown: each command's help as it prints it."""
    pieces = [
        "# The command line",
        "Cut from `--help` by `make docs`. Data goes to standard output, messages and progress to standard error.",
        "| exit status | means |\n|---|---|\n| 0 | all well |\n| 1 | failed |\n| 2 | wrong usage |\n"
        "| 3 | some inputs failed; they are named on standard error, the others were read |\n| 130 | interrupted |",
        *_sections(commands, "accordingto"),
        "## The columns of --format csv",
        "One row a claim. Several of one thing are separated by ` | `; what is not known is empty.",
        ", ".join(f"`{column}`" for column in CSV_COLUMNS) + ".",
    ]
    return "\n\n".join(pieces) + "\n"


def _sections(command: click.Command, name: str, parent: click.Context | None = None) -> Iterator[str]:
    settings = {**command.context_settings, "max_content_width": 100, "terminal_width": 100}
    context = click.Context(command, parent, info_name=name, **settings)
    yield f"## {context.command_path}"
    yield f"```text\n{command.get_help(context)}\n```"
    if isinstance(command, click.Group):
        for each in sorted(command.commands):
            yield from _sections(command.commands[each], each, context)


def codebook_page() -> str:
    """The codebook in Markdown: types, modes, their trigger words, contexts."""
    book = load_codebook()
    contexts = ", ".join(f"`{name}`" for name in sorted(book.contexts))
    pieces = [
        "# The codebook",
        "Written from the data files by `make docs`. The types and modes are those of PLOVER 0.8, with three types of "
        "our own: `REALIGN`, `PERSONNEL` and `MOVE`. The definitions are in our words. A word in the lists below "
        "tells of an event only where its frame holds, which the data files under `src/accordingto/data` spell out; "
        "a type without a mode has triggers of its own.",
        *(piece for event_type in book.types.values() for piece in _type_section(event_type, book)),
        "## Contexts",
        f"What an event is about, by the words in its sentence: {contexts}.",
    ]
    return "\n\n".join(pieces) + "\n"


QUADS = {1: "verbal cooperation", 2: "material cooperation", 3: "verbal conflict", 4: "material conflict", 0: "ours"}


def _type_section(event_type: EventType, book: Codebook) -> Iterator[str]:
    yield f"## {event_type.name}"
    yield f"{event_type.definition} ({QUADS[event_type.quad]})"
    modes: list[str | None] = [None, *event_type.modes]
    rows = [f"| {_mode_cell(event_type, mode)} | {_lemmas(book, event_type.name, mode)} |" for mode in modes]
    yield "\n".join(["| mode | trigger words |", "|---|---|", *rows])


def _mode_cell(event_type: EventType, mode: str | None) -> str:
    return "(none)" if mode is None else f"`{mode}`: {event_type.modes[mode]}"


def _lemmas(book: Codebook, event_type: str, mode: str | None) -> str:
    """The lemmas that may tell of the type in that mode, verbs and nouns together."""
    tables: list[dict[str, tuple[Trigger, ...]]] = [book.verbs, book.nouns, book.adjectives]
    rows = [row for table in tables for triggers in table.values() for row in triggers]
    return ", ".join(sorted({row.lemma for row in rows if row.event_type == event_type and row.mode == mode})) or "–"


def store_page() -> str:
    """The tables of the store in Markdown."""
    pieces = [
        "# The store",
        "Written from the schema by `make docs`. The tables are the same on SQLite and PostgreSQL. Moments are in UTC; "
        "lists and objects are JSON. What a report says is never changed and never deleted; what can be worked out "
        f"again from the rest may be. The table `{SCHEMA_TABLE}` holds the schema's revision, now `{LATEST_SCHEMA}`.",
        *(piece for table in TABLES for piece in _table_section(table)),
        "## Full-text search",
        "On SQLite the words of titles and texts are in the table `articles_fts` (FTS5, English stems, diacritics "
        "folded); on PostgreSQL in the column `articles.searched` (`tsvector`, English).",
    ]
    return "\n\n".join(pieces) + "\n"


def _table_section(table: Table) -> Iterator[str]:
    yield f"## {table.name}"
    yield table.info["holds"]
    rows = [f"| `{column.name}` | {_type_cell(column)} | {column.doc} |" for column in table.columns]
    yield "\n".join(["| column | type | holds |", "|---|---|---|", *rows])


def _type_cell(column: Column[Any]) -> str:
    """The type, with what else is true of the column: "text, key", "date or null", "text → articles.id"."""
    kind = type(column.type).__name__.lower().replace("datetime", "moment")
    target = "".join(f" → `{key.target_fullname}`" for key in column.foreign_keys)
    return kind + (" or null" if column.nullable else "") + target + (", key" if column.primary_key else "")


PAGES: dict[str, Callable[[], str]] = {"cli.md": command_page, "codebook.md": codebook_page, "store.md": store_page}


def main() -> int:
    """The exit status: 0 where every page was written, or was what it should be."""
    checking = "--check" in sys.argv[1:]
    stale = [name for name, page in PAGES.items() if not _is_current(REFERENCE / name, page())]
    for name in stale:
        if checking:
            sys.stderr.write(f"docs/reference/{name} is not what the program says. Write it again: make docs\n")
        else:
            (REFERENCE / name).write_text(PAGES[name](), encoding="utf-8")
    return 1 if checking and stale else 0


def _is_current(path: Path, text: str) -> bool:
    return path.exists() and path.read_text(encoding="utf-8") == text


if __name__ == "__main__":
    sys.exit(main())
