"""`accordingto export`: a store in the formats of others."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import click

from accordingto.cli.filter_options import as_country, as_mode, as_type
from accordingto.cli.read_options import as_date
from accordingto.cli.store_option import opened, store_option
from accordingto.export.formats import FORMATS
from accordingto.model.errors import InputError, OptionError

_EXAMPLE = """\b
Examples:
  accordingto export --format csv --store record.db -o record.zip
  accordingto export --format geojson --store record.db --type ASSAULT --since 2024-01-01 -o map.geojson
  accordingto export --format incidents --store record.db --disputed --redact --key key.txt > incidents.jsonl
"""


@click.command(epilog=_EXAMPLE, short_help="Write a store, or a part of it, in another program's format.")
@click.option(
    "--format", "format_", type=click.Choice(list(FORMATS)), required=True, help="See docs/reference/exports."
)
@store_option("The store to export: a file, or the URL of a PostgreSQL database.")
@click.option("--words", metavar="TEXT", help="Only what is in reports with these words.")
@click.option(
    "--type", "type_", metavar="TYPE", callback=as_type, help="An event type of the codebook, such as ASSAULT."
)
@click.option("--mode", metavar="MODE", callback=as_mode, help="A mode of the type, such as aerial.")
@click.option(
    "--country", metavar="CODE", callback=as_country, help="Country of the place or a participant, such as SYR."
)
@click.option("--since", metavar="DATE", callback=as_date, help="Nothing that happened before that day.")
@click.option("--until", metavar="DATE", callback=as_date, help="Nothing that happened after that day.")
@click.option("--actor", metavar="NAME", help="Part of the name of a participant or a speaker.")
@click.option("--publisher", metavar="NAME", help="Only what that publisher's reports tell.")
@click.option("--disputed", is_flag=True, help="Only incidents whose accounts contradict each other.")
@click.option("--redact", is_flag=True, help="Put labels in place of the names of persons.")
@click.option("--key", "key_file", metavar="FILE", help="With --redact: a file with the key of the labels.")
@click.option("-o", "--output", metavar="FILE", help="Where to write; standard output where it is not given.")
def export(
    format_: str, where: str, output: str | None, *, redact: bool, key_file: str | None, disputed: bool, **wanted: Any
) -> None:  # ClaimSearch's
    """Write what a store holds, or what fits, in one format. The same store gives the same bytes.

    Without --key, --redact takes a new key each time: the labels of two exports then do not fit together.
    """
    from accordingto.exporting import export_store  # noqa: PLC0415  # SQLAlchemy, which --help can do without
    from accordingto.redacting import make_labels  # noqa: PLC0415  # as above
    from accordingto.store.search import ClaimSearch  # noqa: PLC0415  # as above

    if key_file is not None and not redact:
        raise OptionError("--key is the key of the labels, and none are asked for. Add --redact.")
    if output is None and FORMATS[format_].is_binary and sys.stdout.isatty():
        raise OptionError(
            f"The format {format_!r} is no text for a terminal. Name a file: -o out{FORMATS[format_].suffix}"
        )
    labels = make_labels(_key(key_file)) if redact else None
    search = ClaimSearch(type=wanted.pop("type_"), **wanted)
    with opened(where) as store:
        _write(export_store(store, format_, search, disputed=disputed, labels=labels), output)


def _write(pieces: Iterable[bytes], output: str | None) -> None:
    """To the file, or to standard output. A file appears only when it is whole."""
    if output is None:
        for piece in pieces:
            sys.stdout.buffer.write(piece)
        sys.stdout.buffer.flush()
        return
    target = Path(output)
    if target.is_dir() or not target.parent.is_dir():
        raise InputError(f"Cannot write {output}: it is a folder, or in none. Name a file in a folder that exists.")
    try:
        _write_file(pieces, target)
    except PermissionError as error:
        raise InputError(f"Cannot write {output}: {error.strerror}. Name a file in a folder of your own.") from error


def _write_file(pieces: Iterable[bytes], target: Path) -> None:
    """To the file, by way of one beside it. A device, a pipe or what a link leads to is written to as it is."""
    if target.is_symlink() or (target.exists() and not target.is_file()):
        with target.open("wb") as device:
            device.writelines(pieces)
        return
    partial = target.with_name(f"{target.name}.part")
    try:
        with partial.open("wb") as file:
            file.writelines(pieces)
        partial.replace(target)
    finally:
        partial.unlink(missing_ok=True)


def _key(path: str | None) -> str | None:
    if path is None:
        return None
    if not Path(path).exists() or Path(path).is_dir():
        raise InputError(f"There is no key file {path}. Make one: head -c 32 /dev/urandom | base64 > {path}")
    key = Path(path).read_text(encoding="utf-8", errors="backslashreplace").strip()
    if not key:
        raise InputError(f"The key file {path} is empty. Put a long random line in it.")
    return key
