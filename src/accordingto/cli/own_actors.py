"""The option --actors: files of actors that go before the shipped tables."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from accordingto.cli import streams

if TYPE_CHECKING:
    from accordingto.grounding.actors_in_force import OwnActors

MOST_PROBLEMS = 20
"""Rows that are named one by one; of more, their number is told."""


def actors_option() -> Callable[[Callable[..., Any]], Callable[..., Any]]:  # click decorates any command
    """The option --actors, with its help."""
    return click.option(
        "--actors",
        metavar="FILE",
        multiple=True,
        type=click.Path(exists=True, dir_okay=False, path_type=Path),
        help="Actors of your own, which go before ours: CSV, FollowTheMoney JSON lines or a PETRARCH dictionary. "
        "Several times for several files.",
    )


@cache
def load_once(files: tuple[Path, ...]) -> tuple[OwnActors | None, tuple[str, ...]]:
    """The actors of the files, None for no files, and what is wrong with some rows. Each process loads them once."""
    if not files:
        return None, ()
    from accordingto.grounding.actors_files import load_actors  # noqa: PLC0415  # tables that --help can do without

    loaded = load_actors(files)
    return loaded.actors, loaded.problems


def say_problems(problems: Sequence[str]) -> bool:
    """Name the rows that could not be used; True where there are some."""
    for problem in problems[:MOST_PROBLEMS]:
        streams.say(problem)
    if len(problems) > MOST_PROBLEMS:
        streams.say(f"{len(problems) - MOST_PROBLEMS:,} more rows of the actors could not be used.")
    return bool(problems)
