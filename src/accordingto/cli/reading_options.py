"""Options on how reports are read, the same for every command that reads: --workers, --actors, --reader, --seconds."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import click

from accordingto.budget import MOST_SECONDS
from accordingto.cli.grouped_options import Decorator, grouped
from accordingto.cli.own_actors import actors_option
from accordingto.cli.read_options import READERS, reader_option, seconds_option


@dataclass(frozen=True, slots=True)
class How:
    """How many processes read, with which reader and files of actors, and how many seconds an article may take."""

    workers: int = 1
    reader: str = READERS[0]
    actors: tuple[Path, ...] = ()
    seconds: float = MOST_SECONDS


def reading_options() -> Decorator:
    """The options, given to the command as one `how`."""
    return grouped("how", How, workers_option(), actors_option(), reader_option(), seconds_option())


def workers_option() -> Decorator:
    """The option --workers, with its help."""
    many = click.IntRange(1, 256)
    return click.option("--workers", type=many, default=1, show_default=True, help="Processes to read with.")
