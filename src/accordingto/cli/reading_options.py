"""Options on how reports are read, the same for every command that reads: --workers, --actors, --reader, --seconds."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from typing import Any

import click

from accordingto.budget import MOST_SECONDS
from accordingto.cli.own_actors import actors_option
from accordingto.cli.read_options import READERS, reader_option, seconds_option


@dataclass(frozen=True, slots=True)
class How:
    """How many processes read, with which reader and files of actors, and how many seconds an article may take."""

    workers: int = 1
    reader: str = READERS[0]
    actors: tuple[Path, ...] = ()
    seconds: float = MOST_SECONDS


def reading_options() -> Callable[[Callable[..., Any]], Callable[..., Any]]:  # click decorates any command
    """The options, given to the command as one `how`."""

    def decorate(command: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(command)
        def with_how(*, workers: int, reader: str, actors: tuple[Path, ...], seconds: float, **rest: Any) -> Any:
            return command(how=How(workers, reader, actors, seconds), **rest)

        many = click.option(
            "--workers", type=click.IntRange(1, 256), default=1, show_default=True, help="Processes to read with."
        )
        decorated: Callable[..., Any] = with_how
        for option in (seconds_option(), reader_option(), actors_option(), many):
            decorated = option(decorated)
        return decorated

    return decorate
