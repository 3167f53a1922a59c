"""Options that several commands share, each read into its own type."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from enum import StrEnum
from typing import Any

import click

from accordingto.budget import MOST_SECONDS

SOME_INPUTS_FAILED = 3
"""Exit status where some inputs could not be read; the others were."""


class Format(StrEnum):
    """How readings are written."""

    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"


def as_date(context: click.Context, option: click.Parameter, value: str | None) -> date | None:
    """The date of an option such as --published. A value that is none is wrong usage."""
    if value is None:
        return None
    try:
        return date.fromisoformat(value.strip())
    except ValueError:
        message = f"found {value!r}, which is no date. Write year-month-day, such as 2024-05-17."
        raise click.BadParameter(message, context, option) from None


def as_format(context: click.Context, option: click.Parameter, value: str | None) -> Format | None:
    """The format named by --format, or None where it is left to the command."""
    return None if value is None else Format(value)


READERS = ("accurate", "fast")
"""The names of the readers; `reader.py`, which knows them, takes a second to load, so a test holds the two together."""


def reader_option() -> Callable[[Callable[..., Any]], Callable[..., Any]]:  # click decorates any command
    """The option --reader, with its help."""
    text = "Accurate reads attributions with an encoder; fast, with the parse alone, at about twice the speed."
    return click.option("--reader", type=click.Choice(READERS), default=READERS[0], show_default=True, help=text)


def seconds_option() -> Callable[[Callable[..., Any]], Callable[..., Any]]:  # click decorates any command
    """The option --seconds, with its help."""
    text = "The time that one article may take; one that takes longer is told as failed, and the others are read."
    kind = click.FloatRange(min=0, min_open=True, max=86_400)
    return click.option("--seconds", type=kind, default=MOST_SECONDS, show_default=True, help=text)


def format_option(text: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:  # click decorates any command
    """The option --format, with its help."""
    return click.option(
        "--format", "format_", type=click.Choice([str(each) for each in Format]), callback=as_format, help=text
    )
